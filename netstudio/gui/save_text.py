"""Saving a text in a file that the user names."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from netstudio.core.safe_write import write_text
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message
from netstudio.gui.background import Lane
from netstudio.gui.messages import show_error
from netstudio.gui.texts import words


class TextKind(Enum):
    """What sort of text is saved: the ending of its file, and what such files are called."""

    TABLE = ("csv", QT_TRANSLATE_NOOP("netstudio", "Comma-separated values (*.csv)"))
    PYTHON = ("py", QT_TRANSLATE_NOOP("netstudio", "Python code (*.py)"))
    MARKDOWN = ("md", QT_TRANSLATE_NOOP("netstudio", "Text with Markdown (*.md)"))


class TextSaver(QObject):
    """Asks where a text is to be saved, and writes it in the background."""

    def __init__(self, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self._window = parent
        self._text = ""

    def ask(self, title: str, name: str, text: str, kind: TextKind = TextKind.TABLE) -> None:
        """Ask for a file, which is called ``name`` unless the user says otherwise."""
        self._text = text
        suffix, pattern = kind.value
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(words(pattern))
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, chosen: str) -> None:
        path, text = Path(chosen), self._text
        self._lane.start(lambda: write_text(path, text)).failed.connect(self._tell)

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self._window, text, detail)
