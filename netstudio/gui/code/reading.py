"""Reads code while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.network.source import Reading

_PAUSE_MS = 350


class CodeReader(QObject):
    """Reads the newest text in the background once its user has paused.

    Signals:
        read: The ``Reading`` of the newest text.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    read = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._text = ""
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def read_soon(self, text: str) -> None:
        """Read ``text``, unless another comes at once."""
        self._leave()
        self._text = text
        self._pause.start()

    def read_now(self, text: str) -> None:
        """Read ``text`` without a pause."""
        self._leave()
        self._text = text
        self._start()

    def stop(self) -> None:
        """Read nothing more of what was asked for."""
        self._leave()

    def _leave(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        text = self._text
        self._task = self._lane.start(lambda: _read(text))
        self._task.succeeded.connect(self.read)
        self._task.failed.connect(self.failed)


def _read(text: str) -> Reading:
    from netstudio.engine.network.source import read_source

    return read_source(text)
