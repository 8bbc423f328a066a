"""Lets cards glide to where they have to be, and new ones appear gently."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyle

_DURATION_MS = 140


def wants_motion() -> bool:
    """Whether the system lets things move; some people ask it not to."""
    duration = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(duration) > 0


class Gliding(QObject):
    """One movement of many items; where they really are is known to others already."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ways: dict[Hashable, tuple[QGraphicsItem, QPointF, QPointF]] = {}
        self._fresh: dict[Hashable, QGraphicsItem] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_DURATION_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._go)

    def start(
        self, items: Mapping[Hashable, QGraphicsItem], places: Mapping[Hashable, QPointF]
    ) -> None:
        """Let items glide to where they are now.

        Args:
            items: All that there are.
            places: Where they were; those that were nowhere appear.
        """
        self._ways = {
            key: (item, places[key], item.pos())
            for key, item in items.items()
            if key in places and places[key] != item.pos()
        }
        self._fresh = {key: item for key, item in items.items() if key not in places}
        if self._ways or self._fresh:
            self._animation.start()
            self._go(0.0)

    def finish(self) -> None:
        """Be there at once."""
        if self._ways or self._fresh:
            self._animation.stop()
            self._go(1.0)

    def leave(self, key: Hashable) -> None:
        """Let one item be where it has been put meanwhile."""
        self._ways.pop(key, None)
        if (item := self._fresh.pop(key, None)) is not None:
            item.setOpacity(1.0)

    def _go(self, share: float) -> None:
        for item, start, end in self._ways.values():
            item.setPos(start + (end - start) * share)
        for item in self._fresh.values():
            item.setOpacity(share)
        if share == 1.0:
            self._ways, self._fresh = {}, {}
