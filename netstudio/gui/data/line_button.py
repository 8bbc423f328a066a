"""A line of text that is cut to the room there is, and opens something when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class LineButton(QPushButton):
    """A flat button as wide as its room; its whole text is in the tooltip where it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""

    def show_text(self, text: str) -> None:
        """Show this line."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        icon = 0 if self.icon().isNull() else self.iconSize().width() + 6
        room = self.width() - icon - 4
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        # An ampersand is a letter here, no mark of a shortcut.
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._text if shown != self._text else "")
