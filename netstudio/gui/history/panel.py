"""All steps of editing, the one that is current marked; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from netstudio.core.document import Change, Document
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.icons import icon

_ROW = 27


class HistoryList(QListWidget):
    """The steps from the first to the last; those after the current one can be redone."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyView")
        self.setAccessibleName(translate("netstudio", "Steps of editing"))
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(9, 9))
        self._document = document
        self._labels: list[str] = []
        self.itemClicked.connect(self._jump)
        self.itemActivated.connect(self._jump)
        self.destroyed.connect(document.connect(self._follow))
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self, _: Change | None = None) -> None:
        """Show the steps as they are now; not while nobody sees them."""
        if not self.isVisible():
            return
        history = self._document.history
        opened = translate("netstudio", "As it was opened")
        labels = [opened, *(step.label for step in (*history.past, *history.future))]
        kept = _common_start(labels, self._labels)
        while self.count() > kept:
            self.takeItem(self.count() - 1)
        for label in labels[kept:]:
            item = QListWidgetItem(label)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(label)
            self.addItem(item)
        self._labels = labels
        self._mark(len(history.past))

    def _mark(self, current: int) -> None:
        worn = colours()
        for row in range(self.count()):
            item = self.item(row)
            is_current = row == current
            item.setFont(text_font(strong=is_current))
            item.setForeground(QColor(worn.text if row <= current else worn.text_faint))
            item.setIcon(
                icon("circle-fill", "accent") if is_current else icon("circle", "text_faint")
            )
            spoken = item.text()
            if is_current:
                spoken = translate("netstudio", "{step}, current").format(step=item.text())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.setCurrentRow(current)
        self.scrollToItem(self.item(current))

    def _jump(self, item: QListWidgetItem) -> None:
        self._document.jump(self.row(item))


def _common_start(left: list[str], right: list[str]) -> int:
    """How many entries two lists begin with alike."""
    pairs = zip(left, right, strict=False)
    return next(
        (number for number, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right))
    )
