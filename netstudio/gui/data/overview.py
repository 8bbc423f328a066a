"""What is in the data set: samples, figures, balance, class names, findings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netstudio.core.project import DataFacts, Project
from netstudio.gui.data.balance_bars import BalanceBars
from netstudio.gui.data.content import LoadedData
from netstudio.gui.data.figures import FigureRows, figures_of
from netstudio.gui.data.line_button import LineButton
from netstudio.gui.data.list_popup import ListPopup
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.preview_grid import PreviewGrid
from netstudio.gui.texts import grouped, listed, translate, words
from netstudio.gui.theme.icons import icon
from netstudio.tasks.task import TASKS

_GAP = 8
_ICON = 14


class Overview(QWidget):
    """Shows the document's data; before they are read, what its facts say of them.

    Signals:
        samples_wanted: The user wants to look at the samples.
        findings_wanted: The user wants to read what was found in the data.
    """

    samples_wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: LoadedData | None = None
        self._facts: DataFacts | None = None
        self._grid = PreviewGrid()
        self._figures = FigureRows()
        self._bars = BalanceBars()
        self._names = LineButton()
        self._names.setObjectName("classNames")
        self._findings = LineButton()
        self._findings.setObjectName("dataFindings")
        self._findings.setIconSize(QSize(_ICON, _ICON))
        look = QPushButton(translate("netstudio", "Look at the data"))
        look.setObjectName("lookAtData")
        look.setProperty("role", "small")
        more = QHBoxLayout()
        more.setSpacing(6)
        more.addWidget(look)
        more.addWidget(self._findings, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._grid)
        column.addLayout(more)
        for part in (self._figures, self._bars, self._names):
            column.addWidget(part)
        look.clicked.connect(self.samples_wanted)
        self._bars.class_chosen.connect(self._show_class)
        self._names.clicked.connect(self._list_classes)
        self._findings.clicked.connect(self.findings_wanted)

    def show_data(self, project: Project, loader: DataLoader) -> None:
        """Show the project's data as far as the loader has them."""
        content, facts = loader.content, project.data.facts
        if content is not None and content is not self._content:
            self._grid.show_glances(content.view, content.glances, content.dataset.classes)
            self._bars.show_counts(content.dataset.classes, content.counts)
        self._grid.set_faint(content is None)
        self._bars.setVisible(content is not None and bool(content.dataset.classes))
        self._content, self._facts = content, facts
        self.setVisible(content is not None or (facts is not None and facts.counts.train > 0))
        if facts is not None:
            task = TASKS.get(project.task.type)
            noun = words(task.noun) if task else translate("netstudio", "samples")
            self._figures.show_figures(figures_of(facts, content, noun))
        self._show_names()
        self._show_findings()

    def _show_class(self, number: int | None) -> None:
        self._grid.show_class(number)
        self._show_names()

    def _show_names(self) -> None:
        self._names.setVisible(bool(self._classes))
        chosen = self._bars.chosen
        if chosen is not None and self._content is not None:
            self._names.show_text(
                translate("netstudio", "{name}: {count} for training").format(
                    name=self._content.dataset.classes[chosen],
                    count=grouped(self._content.counts.train[chosen]),
                )
            )
        else:
            self._names.show_text(listed(self._classes))

    def _show_findings(self) -> None:
        findings = self._content.dataset.records.findings if self._content else ()
        self._findings.setVisible(bool(findings))
        if len(findings) == 1:
            self._findings.show_text(words(findings[0].text))
        elif findings:
            self._findings.show_text(
                translate("netstudio", "{count} findings").format(count=len(findings))
            )
        is_harmless = all(finding.is_harmless for finding in findings)
        self._findings.setIcon(
            icon("info", "text_secondary") if is_harmless else icon("warning", "warning")
        )

    def _list_classes(self) -> None:
        names = self._classes
        if not names:
            return
        counts = self._content.counts.train if self._content else ()
        lines = [
            f"{name} · {grouped(count)}" for name, count in zip(names, counts, strict=False)
        ] or list(names)
        popup = ListPopup(lines, self._names, translate("netstudio", "Classes"))
        if self._content is not None:
            popup.chosen.connect(self._bars.choose)
        popup.open(self.width())

    @property
    def _classes(self) -> tuple[str, ...]:
        return self._facts.classes if self._facts else ()
