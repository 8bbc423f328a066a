"""Cards side by side, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_SPACING = 16


class CardGrid(QWidget):
    """Lays cards out in rows, from left to right.

    Args:
        cards: The cards, in the order in which they are read.
        least_width: How narrow a card may be before a column less is better.
    """

    def __init__(self, cards: Iterable[QWidget], least_width: int) -> None:
        super().__init__()
        self._cards = self._shown = tuple(cards)
        self._least_width = least_width
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        self._arrange(1)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._columns

    def show_only(self, cards: Iterable[QWidget]) -> None:
        """Show these of the cards and hide the others; they close up."""
        self._shown = tuple(cards)
        for card in self._cards:
            card.setVisible(card in self._shown)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (event.size().width() + _SPACING) // (self._least_width + _SPACING)
        self._arrange(max(1, min(fitting, len(self._cards))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        self._lay_out()

    def _lay_out(self) -> None:
        for number, card in enumerate(self._shown):
            self._grid.addWidget(card, *divmod(number, self._columns))
