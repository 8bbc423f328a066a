"""Where the cells and the labels of a confusion matrix are."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

LARGEST_CELL = 84
_SMALLEST_CELL = 3
_SMALLEST_WITH_GAP = 9
_GAP = 2
# Names may take so much of the width, and of the height when they are upright.
_NAMES_SHARE = 0.28
LABEL_ROOM = 8


@dataclass(frozen=True)
class Grid:
    """The geometry of a matrix of ``count`` × ``count`` cells, in pixels.

    Attributes:
        left: Where the first column begins.
        top: Where the first row begins; its name may be higher than itself.
        cell: The width and height of a cell, the gap beside it included.
        gap: The gap between cells.
        is_upright: Whether the columns' names are turned by 90°.
        names_height: How much room there is for the columns' names.
    """

    count: int
    left: int
    top: int
    cell: int
    gap: int
    is_upright: bool
    names_height: int

    @property
    def side(self) -> int:
        """The width and height of all cells together."""
        return self.count * self.cell

    def corner(self, row: int, column: int) -> tuple[int, int]:
        """The upper left corner of a cell, (x, y)."""
        return self.left + column * self.cell, self.top + row * self.cell

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell there, if there is one."""
        row, column = int((y - self.top) // self.cell), int((x - self.left) // self.cell)
        inside = 0 <= row < self.count and 0 <= column < self.count
        return (row, column) if inside else None

    def step(self, room: float) -> int:
        """Every how manieth name is shown so that each has ``room`` pixels."""
        return max(1, -int(-room // self.cell))


def fit(count: int, width: int, height: int, widest_name: float, line: float) -> Grid:
    """The largest cells that fit.

    Args:
        count: How many classes there are.
        width: The room for everything.
        height: Likewise.
        widest_name: The width of the widest class name.
        line: The height of a name.
    """
    names = ceil(min(widest_name, _NAMES_SHARE * width)) + LABEL_ROOM

    def cell_for(below: int) -> int:
        room = min(width - names, height - below - _half_line(line)) // max(1, count)
        return min(max(room, _SMALLEST_CELL), LARGEST_CELL)

    flat = ceil(line) + LABEL_ROOM
    upright = ceil(min(widest_name, _NAMES_SHARE * height)) + LABEL_ROOM
    is_upright = widest_name > cell_for(flat) and widest_name > 2 * line
    below = upright if is_upright else flat
    cell = cell_for(below)
    gap = _GAP if cell >= _SMALLEST_WITH_GAP else 0
    top = _half_line(line) if cell < line else 0
    return Grid(count, names, top, cell, gap, is_upright, below)


def _half_line(line: float) -> int:
    return ceil(line / 2)
