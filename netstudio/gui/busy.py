"""A small panel for work that goes on: what is done, how far it is, and a way to cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from netstudio.gui.background import Task
from netstudio.gui.texts import size_text, translate, words

if TYPE_CHECKING:
    from netstudio.engine.events import Preparing

_STEPS = 1_000


class BusyBar(QWidget):
    """Shows a task's progress while it goes on; hidden otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._label = QLabel()
        self._label.setProperty("role", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(translate("netstudio", "Cancel"))
        self._cancel.setProperty("role", "small")
        self._cancel.clicked.connect(self._cancel_task)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addLayout(row)
        self.hide()

    def follow(self, task: Task, text: str) -> None:
        """Show ``task``, which is called ``text`` until it reports a stage, until it ends."""
        self._task = task
        self._label.setText(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._end)
        self.show()

    def _show_progress(self, event: object) -> None:
        from netstudio.engine.events import Preparing

        if isinstance(event, Preparing) and self.sender() is self._task:
            self._label.setText(_text_of(event))
            # A bar counts to 2³¹ at most, and files have more bytes.
            self._bar.setRange(0, _STEPS if event.total else 0)
            self._bar.setValue(_STEPS * event.done // max(1, event.total))

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._cancel.setEnabled(False)

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.hide()


def _text_of(event: Preparing) -> str:
    """What is being done, and how much of it, where that is counted in bytes."""
    from netstudio.engine.stages import stage_text

    stage = words(stage_text(event.stage))
    if event.stage != "download":
        return stage
    return translate("netstudio", "{stage}: {done} of {total}").format(
        stage=stage, done=size_text(event.done), total=size_text(event.total)
    )
