"""Where files are dropped, or chosen with a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from netstudio.gui.texts import translate
from netstudio.gui.theme.roles import restyle
from netstudio.tasks.content import Content


class DropZone(QFrame):
    """A dashed frame that says what can be dropped; the whole page takes the drops.

    Signals:
        files_requested: The user wants to choose files.
        folder_requested: The user wants to choose a folder.
    """

    files_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dropzone")
        self._text = text = QLabel()
        self.show_content(Content.IMAGES)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setProperty("role", "secondary")
        text.setWordWrap(True)
        files = _link(translate("netstudio", "choose files…"), "chooseFiles")
        files.clicked.connect(self.files_requested)
        folder = _link(translate("netstudio", "choose a folder…"), "chooseFolder")
        folder.clicked.connect(self.folder_requested)
        links = QHBoxLayout()
        links.setSpacing(6)
        links.addStretch()
        links.addWidget(files)
        links.addWidget(folder)
        links.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(2)
        column.addWidget(text)
        column.addLayout(links)

    def show_content(self, content: Content) -> None:
        """Speak of samples of this kind."""
        self._text.setText(
            translate("netstudio", "Drop images or a folder here, paste one, or")
            if content is Content.IMAGES
            else translate("netstudio", "Drop files or a folder here, or")
        )

    def set_expecting(self, is_expecting: bool) -> None:
        """Whether something that could be dropped is over the page."""
        restyle(self, "expecting", is_expecting)


def _link(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "link")
    return button
