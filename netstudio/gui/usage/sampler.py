"""Looks at the machine once a second, beside the window's thread."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.usage import Usage, UsageMeter

_EVERY_MS = 1000
# How many looks are remembered: a minute.
LENGTH = 60


class UsageSampler(QObject):
    """Keeps the looks of the last minute.

    Signals:
        changed: There is another look.
    """

    changed = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._meter: UsageMeter | None = None
        self._looks: deque[Usage] = deque(maxlen=LENGTH)
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def looks(self) -> tuple[Usage, ...]:
        """The looks of the last minute, the newest last; none where nothing can be told."""
        return tuple(self._looks)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        if self._task is not None:
            return  # a slow machine is asked again when it has answered
        self._task = self._lane.start(self._read)
        self._task.succeeded.connect(self._take)
        self._task.ended.connect(self._forget)

    def _read(self) -> Usage | None:
        """Done in the background, where the libraries are loaded, too."""
        from netstudio.engine.usage import UsageMeter

        if self._meter is None:
            self._meter = UsageMeter()
            return None  # shares are of the time between two looks
        return self._meter.read()

    def _take(self, usage: Usage | None) -> None:
        if usage is not None:
            self._looks.append(usage)
            self.changed.emit()

    def _forget(self) -> None:
        self._task = None
