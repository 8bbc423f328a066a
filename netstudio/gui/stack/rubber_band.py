"""The rectangle that is drawn on empty ground to select what it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtWidgets import QRubberBand

from netstudio.gui.stack.edge_scroll import EdgeScroll
from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.selection import Selection, several

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView


class RubberBand(QObject):
    """Selects while it is drawn; what was selected before can stay so."""

    def __init__(self, view: StackView) -> None:
        super().__init__(view)
        self._view = view
        self._shape = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._scroll = EdgeScroll(view, self._stretch)
        self._start: QPointF | None = None
        self._end = QPoint()
        self._kept: frozenset[str] = frozenset()
        self._before = Selection()

    @property
    def is_drawn(self) -> bool:
        """Whether it is being drawn now."""
        return self._start is not None

    def begin(self, position: QPoint, kept: frozenset[str]) -> None:
        """Begin at a point of the viewport; ``kept`` stays selected whatever is touched."""
        self._start, self._kept = self._view.mapToScene(position), kept
        self._before = self._view.selection

    def move(self, position: QPoint) -> None:
        """Draw it to a point."""
        self._end = position
        self._scroll.follow(position.y())
        self._stretch()

    def end(self) -> None:
        """Let go: what it touches stays selected."""
        self._start = None
        self._scroll.stop()
        self._shape.hide()

    def give_up(self) -> None:
        """Select what was selected before."""
        self.end()
        self._view.put_selection(self._before)

    def _stretch(self) -> None:
        if self._start is None:
            return
        view, end = self._view, self._view.mapToScene(self._end)
        self._shape.setGeometry(QRect(view.mapFromScene(self._start), self._end).normalized())
        self._shape.show()
        left, right = sorted((self._start.x(), end.x()))
        top, bottom = sorted((self._start.y(), end.y()))
        touched = list(view.stack_layout.cards_in(Rect(left, top, right - left, bottom - top)))
        chosen = self._kept.union(touched)
        view.put_selection(several([uid for uid in view.order if uid in chosen]))
