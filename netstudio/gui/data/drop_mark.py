"""What lies over the panel while a file or folder is dragged over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from netstudio.core.translate import shorten
from netstudio.gui.texts import translate

_MARGIN = 8


class DropMark(QLabel):
    """Says what a drop would do; it covers its parent and lets every event through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setProperty("role", "dropmark")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, path: Path) -> None:
        """Cover the parent while this file or folder is over it."""
        self.setText(
            translate("netstudio", "Learn from {name}").format(name=shorten(path.name, 40))
        )
        room = self._covered.rect()
        self.setGeometry(room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self.raise_()
        self.show()
