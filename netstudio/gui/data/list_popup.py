"""A list that opens over the panel: the classes of a data set, or the notes on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_MOST_HEIGHT = 320
_FRAME = 6


class ListPopup(QFrame):
    """Lines of text below a widget; a click elsewhere or Escape closes it.

    Args:
        lines: The texts; long ones are wrapped.
        below: What it opens below.
        name: What it lists.

    Signals:
        chosen: The number of the line that was clicked or entered.
    """

    chosen = Signal(int)

    def __init__(self, lines: Iterable[str], below: QWidget, name: str) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setObjectName("listPopup")
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._below = below
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        for line in lines:
            self.list.addItem(QListWidgetItem(line))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        column.addWidget(self.list)

    def open(self, width: int) -> None:
        """Show it, as wide as this and as high as its lines need."""
        self.list.setFixedWidth(width - 2 * _FRAME)
        self.resize(width, self.sizeHint().height())
        self.list.doItemsLayout()
        last = self.list.visualItemRect(self.list.item(self.list.count() - 1))
        height = min(last.bottom() + 2 * _FRAME + 6, _MOST_HEIGHT)
        self.list.setFixedHeight(height - 2 * _FRAME)
        self.setFixedSize(QSize(width, height))
        self.move(self._place(height))
        self.show()
        self.list.setFocus()

    def _place(self, height: int) -> QPoint:
        """Below its widget, or above it where the screen ends."""
        place = self._below.mapToGlobal(QPoint(0, self._below.height() + 2))
        screen = self._below.screen().availableGeometry()
        if place.y() + height > screen.bottom():
            place.setY(self._below.mapToGlobal(QPoint(0, 0)).y() - height - 2)
        return QPoint(place.x(), max(place.y(), screen.top()))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.list.row(item))
        self.close()
