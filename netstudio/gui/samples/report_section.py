"""The tab with what was found in the data, what is done about it, and the choices there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Change
from netstudio.gui.data.settings import change, find, values
from netstudio.gui.forms.rows import FieldRow
from netstudio.gui.labels import breakable
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import listed, translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.data.records import Finding
    from netstudio.gui.data.content import LoadedData

_ICON = 18
_MOST_EXAMPLES = 8
_SETTING_WIDTH, _EDITOR_WIDTH = 360, 190
_WIDEST = 980


class ReportSection(Section):
    """Lists the findings, those that matter first."""

    name = "report"

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Report")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._cards: list[FindingCard] = []
        self._area: QScrollArea | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._disconnect = bench.document.connect(self._follow)
        self.destroyed.connect(self._disconnect)

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        findings = data.dataset.records.findings if data is not None else ()
        ordered = sorted(findings, key=lambda finding: finding.is_harmless)
        self._cards = [FindingCard(self.bench, finding) for finding in ordered]
        self._show_cards()

    def _follow(self, change: Change) -> None:
        if (change.after.data, change.after.task) != (change.before.data, change.before.task):
            for card in self._cards:
                card.follow()

    def _show_cards(self) -> None:
        where = 0
        if self._area is not None:
            where = self._area.verticalScrollBar().value()
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        for card in self._cards:
            column.addWidget(card)
        if not self._cards:
            nothing = QLabel(translate("netstudio", "Nothing was found that needs your attention."))
            nothing.setProperty("role", "secondary")
            column.addWidget(nothing)
        column.addStretch()
        self._area = scrolled(holder, translate("netstudio", "Report"))
        self._column.addWidget(self._area)
        # A choice brings a new report of the same data: it stays where the reader was.
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(where))


class FindingCard(QFrame):
    """One finding: what it is, where, and another treatment where there is one."""

    def __init__(self, bench: Bench, finding: Finding) -> None:
        super().__init__()
        self.setProperty("role", "outlined")
        self.finding = finding
        self._document = bench.document
        mark = QLabel()
        known = (
            icon("info", "text_secondary") if finding.is_harmless else icon("warning", "warning")
        )
        mark.setPixmap(known.pixmap(QSize(_ICON, _ICON)))
        mark.setAccessibleName(
            translate("netstudio", "Note")
            if finding.is_harmless
            else translate("netstudio", "Warning")
        )
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(_wrapped(words(finding.text), ""))
        if finding.examples:
            more = translate("netstudio", "…") if len(finding.examples) > _MOST_EXAMPLES else ""
            named = [*finding.examples[:_MOST_EXAMPLES], *([more] if more else [])]
            texts.addWidget(_wrapped(listed(named), "faint"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        self.choice: FieldRow | None = None
        found = find(bench.document.project, finding.setting)
        if found is not None:
            self._group, spec = found
            self.choice = FieldRow(spec)
            self.choice.setFixedWidth(_SETTING_WIDTH)
            if not self.choice.editor.is_wide:
                self.choice.editor.setFixedWidth(_EDITOR_WIDTH)
            self.choice.edited.connect(self._edit)
            row.addWidget(self.choice)
            self.follow()

    def follow(self) -> None:
        """Show what the document says now."""
        if self.choice is not None:
            spec = self.choice.spec
            written = values(self._document.project, self._group)
            self.choice.editor.show_value(written.get(spec.name, spec.default))

    def _edit(self, name: str, value: object) -> None:
        change(self._document, self._group, name, value)


def _wrapped(text: str, role: str) -> QLabel:
    label = QLabel(breakable(text))
    label.setAccessibleName(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    return label
