"""Scrolls a view for as long as the pointer is near its upper or lower edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QGraphicsView

_ZONE = 40
_FASTEST = 22
_EVERY_MS = 25
# Time to drop something on a place near the edge before it moves away.
_PAUSE_MS = 400


class EdgeScroll(QObject):
    """After a pause; the nearer to the edge, the faster.

    Args:
        view: What is scrolled.
        scrolled: Called after each step: something else is under the pointer.
    """

    def __init__(self, view: QGraphicsView, scrolled: Callable[[], object]) -> None:
        super().__init__(view)
        self._view = view
        self._scrolled = scrolled
        self._speed = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._scroll)

    def follow(self, y: float) -> None:
        """The pointer is at this height of the viewport."""
        height = self._view.viewport().height()
        depth = max(_ZONE - y, 0) - max(y - (height - _ZONE), 0)
        self._speed = -round(max(-1.0, min(1.0, depth / _ZONE)) * _FASTEST)
        if self._speed and not self._timer.isActive():
            self._timer.start(_PAUSE_MS)
        elif not self._speed:
            self._timer.stop()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()

    def _scroll(self) -> None:
        self._timer.setInterval(_EVERY_MS)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._speed)
        self._scrolled()
