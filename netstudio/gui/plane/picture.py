"""What a network says of a square field, as a picture and as a line; values only, no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QImage

from netstudio.gui.theme.colours import blend, colours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netstudio.engine.evaluation.watched_boundary import Boundary

# How much of a class's colour lies over the field where the network is sure.
_SURE = 0.55
_UNSURE = 0.06
_LEVELS = 64


def class_colours() -> tuple[str, ...]:
    """A colour for each class, in their order; in the colours that are worn now."""
    worn = colours()
    hues = list(worn.families.values())
    return (worn.accent, worn.curve_validation, worn.ok, hues[3], hues[5], hues[7])


def letter_colours(names: Sequence[str]) -> list[str]:
    """The colour of each of these classes, which are called A, B, …"""
    hues = class_colours()
    return [hues[(ord(name[:1] or "A") - ord("A")) % len(hues)] for name in names]


def boundary_image(boundary: Boundary) -> QImage:
    """The field in the colours of its classes, paler where the network is less sure."""
    import numpy as np

    # With K classes the least share of the likeliest one is 1/K; two are the usual case.
    sure = np.clip((boundary.shares - 0.5) * 2, 0, 1)
    levels = np.rint(sure * (_LEVELS - 1)).astype(np.int64)
    table = np.array([_shades(hue) for hue in letter_colours(boundary.names)], np.uint32)
    return _image(table[boundary.classes, levels])


def unit_image(outputs: NDArray[np.float32]) -> QImage:
    """What one unit puts out all over the field: one colour above zero, another below."""
    import numpy as np

    largest = float(np.abs(outputs).max()) or 1.0
    levels = np.rint(np.abs(outputs) / largest * (_LEVELS - 1)).astype(np.int64)
    hues = class_colours()
    table = np.array([_shades(hues[1]), _shades(hues[0])], np.uint32)
    return _image(table[(outputs > 0).astype(np.int64), levels])


def zero_line(outputs: NDArray[np.float32]) -> list[QLineF]:
    """Where numbers on a grid change their sign: pieces of a line, from 0 to 1 along each axis.

    Args:
        outputs: float (rows, columns), the highest row first; y runs downwards.
    """
    import numpy as np

    signs = outputs > 0
    mixed = signs[:-1, :-1] + 0 + signs[1:, :-1] + signs[:-1, 1:] + signs[1:, 1:]
    rows, columns = np.nonzero((mixed > 0) & (mixed < 4))
    step_x, step_y = 1 / (outputs.shape[1] - 1), 1 / (outputs.shape[0] - 1)
    pieces: list[QLineF] = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        cell = outputs[row : row + 2, column : column + 2].tolist()
        ends = [QPointF((column + x) * step_x, (row + y) * step_y) for x, y in _crossings(cell)]
        pieces.extend(QLineF(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    return pieces


def _crossings(cell: list[list[float]]) -> list[tuple[float, float]]:
    """Where the edges of a cell are crossed: top, right, bottom, left."""
    (top_left, top_right), (bottom_left, bottom_right) = cell
    edges = (
        (top_left, top_right, lambda at: (at, 0.0)),
        (top_right, bottom_right, lambda at: (1.0, at)),
        (bottom_left, bottom_right, lambda at: (at, 1.0)),
        (top_left, bottom_left, lambda at: (0.0, at)),
    )
    return [place(start / (start - end)) for start, end, place in edges if (start > 0) != (end > 0)]


def _shades(hue: str) -> list[int]:
    panel = colours().canvas
    return [
        QColor(blend(hue, panel, _UNSURE + (_SURE - _UNSURE) * level / (_LEVELS - 1))).rgb()
        for level in range(_LEVELS)
    ]


def _image(pixels: NDArray[np.uint32]) -> QImage:
    height, width = pixels.shape
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32)
    return image.copy()  # of its own: the bytes go
