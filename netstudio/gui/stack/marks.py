"""Lines around cards, such as those that a search has found."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_ABOVE_ALL = 1_000
_OUT = 4


class Marks(QGraphicsItem):
    """Lies over the cards of a view."""

    def __init__(self, view: StackView) -> None:
        super().__init__()
        self._view = view
        self._uids: frozenset[str] = frozenset()
        self.setZValue(_ABOVE_ALL)
        self.setVisible(False)
        view.scene().addItem(self)

    def show_around(self, uids: Collection[str]) -> None:
        """Mark these cards, and no others."""
        self._uids = frozenset(uids)
        self.prepareGeometryChange()
        self.setVisible(bool(uids))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._view.sceneRect()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setPen(QPen(QColor(colours().warning), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        cards = self._view.stack_layout.cards
        radius = metrics.RADIUS_CARD + _OUT
        for uid in self._uids & cards.keys():
            around = QRectF(*cards[uid].head).adjusted(-_OUT, -_OUT, _OUT, _OUT)
            painter.drawRoundedRect(around, radius, radius)
