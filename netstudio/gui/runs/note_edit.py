"""What the user writes about a run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from netstudio.engine.runs.notes import RunNote
from netstudio.engine.runs.record import RunRecord
from netstudio.gui.texts import translate

_HEIGHT = 62


class NoteEdit(QPlainTextEdit):
    """Edits the note of one run; it is kept as soon as something else has the focus.

    Signals:
        noted: A run's folder, and its new ``RunNote``.
    """

    noted = Signal(Path, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: RunRecord | None = None
        self.setObjectName("runNote")
        self.setAccessibleName(translate("netstudio", "Note about the run"))
        self.setPlaceholderText(translate("netstudio", "Note: what you tried, and what came of it"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    def show_record(self, record: RunRecord | None) -> None:
        """Edit the note of this run, which may have been read anew; None for no run."""
        is_same = (
            record is not None and self._record is not None and self._record.path == record.path
        )
        if not is_same:
            self.keep()
        is_being_written = is_same and self.hasFocus() and self.document().isModified()
        self._record = record
        self.setVisible(record is not None)
        if record is not None and not is_being_written and self.toPlainText() != record.note:
            self.setPlainText(record.note)

    def keep(self) -> None:
        """Keep what was written."""
        if self._record is not None and self.document().isModified():
            self.document().setModified(False)
            text = self.toPlainText().strip()
            self.noted.emit(self._record.path, RunNote(self._record.name, text))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()
