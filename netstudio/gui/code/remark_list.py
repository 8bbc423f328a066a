"""What could not be read of code, or was read otherwise than written, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from netstudio.core.problems import Severity
from netstudio.gui.code.code_edit import Marks
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.network.source import Remark

_HIGHEST = 130
_LINE = Qt.ItemDataRole.UserRole


class RemarkList(QListWidget):
    """Lists remarks on code, errors first; hidden while there are none.

    Signals:
        line_chosen: The line of the remark that was clicked, or on which Enter was pressed.
    """

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remarkList")
        self.setAccessibleName(translate("netstudio", "Remarks on the code"))
        self.setProperty("role", "remarks")
        self.setWordWrap(True)
        self.setIconSize(QSize(14, 14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)
        self.hide()

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """List these."""
        self.clear()
        for remark in sorted(remarks, key=lambda each: (not _is_error(each), each.line)):
            text = translate("netstudio", "Line {line}: {text}")
            item = QListWidgetItem(text.format(line=remark.line, text=words(remark.text)))
            colour = "error" if _is_error(remark) else "warning"
            item.setIcon(icon("warning-circle-fill" if _is_error(remark) else "info", colour))
            item.setData(_LINE, remark.line)
            self.addItem(item)
        self.setVisible(self.count() > 0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _choose(self, item: QListWidgetItem) -> None:
        self.line_chosen.emit(item.data(_LINE))

    def _fit(self) -> None:
        """Be as high as the remarks need, up to a limit."""
        self.doItemsLayout()
        bottom = self.visualItemRect(self.item(self.count() - 1)).bottom() if self.count() else 0
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(min(bottom + self.verticalScrollBar().value() + frame + 2, _HIGHEST))


def marks_of(remarks: Iterable[Remark]) -> Marks:
    """What is to be marked in the margin: for each line the worst remark, and all texts."""
    found: dict[int, tuple[Severity, str]] = {}
    for remark in remarks:
        severity, text = remark.severity, words(remark.text)
        if remark.line in found:
            worst, before = found[remark.line]
            severity = Severity.ERROR if Severity.ERROR in (worst, severity) else severity
            text = f"{before}\n{text}"
        found[remark.line] = severity, text
    return found


def _is_error(remark: Remark) -> bool:
    return remark.severity is Severity.ERROR
