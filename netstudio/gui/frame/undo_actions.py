"""Undo and redo, which say what they would undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from netstudio.core.document import Change, Document
from netstudio.core.history import Step
from netstudio.core.project import Project
from netstudio.gui.texts import translate
from netstudio.gui.tool_tips import with_keys


class UndoActions(QObject):
    """Connects the undo and redo actions with a document's history."""

    def __init__(self, document: Document, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._undo = undo
        self._redo = redo
        undo.triggered.connect(document.undo)
        redo.triggered.connect(document.redo)
        self.close = document.connect(self._show)
        self._show()

    def _show(self, change: Change | None = None) -> None:
        history = self._document.history
        self._name(
            self._undo,
            history.past[-1:],
            translate("netstudio", "Undo"),
            translate("netstudio", "Undo: {step}"),
        )
        self._name(
            self._redo,
            history.future[:1],
            translate("netstudio", "Redo"),
            translate("netstudio", "Redo: {step}"),
        )

    @staticmethod
    def _name(action: QAction, steps: tuple[Step[Project], ...], plain: str, named: str) -> None:
        action.setEnabled(bool(steps))
        text = named.format(step=steps[0].label) if steps else plain
        action.setText(text)
        action.setToolTip(with_keys(text, action.shortcut()))
