"""From a free drawing to a picture like those that networks for digits have learned from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

# MNIST's digits fill a box of 20 pixels in a field of 28.
_BOX = 20 / 28
# Smaller fields have no margin, like the 8×8 of scikit-learn's digits; each of their pixels is the
# mean of 4×4 finer ones.
_SMALLEST_WITH_MARGIN = 16
_BLOCK = 4


def centred(picture: Pixels, side: int) -> Pixels | None:
    """Scale a drawing and place it as the pictures of digits of that size were placed.

    From 16 pixels on as in MNIST: the ink's longer side fills 20/28 of the field, and its centre
    of mass is in the middle (LeCun et al., Gradient-based learning applied to document
    recognition, 1998, section III.A). Below as in the digits of scikit-learn: the ink fills the
    field (Kaynak, Methods of combining multiple classifiers and their applications to handwritten
    digit recognition, 1995).

    Args:
        picture: White on black, uint8 (height, width).
        side: How many pixels the field has on each side.

    Returns:
        Pixels (side, side), or None where nothing is drawn.
    """
    ink = _cut_out(picture)
    if ink is None:
        return None
    if side < _SMALLEST_WITH_MARGIN:
        return _filling(ink, side)
    scaled = _scaled(ink, round(side * _BOX))
    row, column = _centre_of_mass(scaled)
    # MNIST has them in the pixel (14, 14); the middle itself lies between pixels.
    return _placed(scaled, side, round(side // 2 - row), round(side // 2 - column))


def _cut_out(picture: Pixels) -> Pixels | None:
    """The bounding box of all that is not black."""
    rows, columns = (np.flatnonzero(picture.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _filling(ink: Pixels, side: int) -> Pixels:
    fine = side * _BLOCK
    scaled = _scaled(ink, fine)
    height, width = scaled.shape
    field = _placed(scaled, fine, (fine - height) // 2, (fine - width) // 2)
    means = field.reshape(side, _BLOCK, side, _BLOCK).mean(axis=(1, 3))
    reduced: Pixels = np.rint(means).astype(np.uint8)
    return reduced


def _scaled(ink: Pixels, box: int) -> Pixels:
    """The ink with its longer side as long as the box."""
    height, width = ink.shape
    factor = box / max(height, width)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BOX), dtype=np.uint8)


def _centre_of_mass(ink: Pixels) -> tuple[float, float]:
    """Row and column, counted from the middle of the first pixel."""
    rows, columns = np.indices(ink.shape)
    # The faintest ink may have vanished when it was scaled.
    weights = ink if ink.any() else np.ones_like(ink)
    return float(np.average(rows, weights=weights)), float(np.average(columns, weights=weights))


def _placed(ink: Pixels, side: int, top: int, left: int) -> Pixels:
    """A black field with the ink at that place, or as near as it stays whole."""
    height, width = ink.shape
    top, left = min(max(top, 0), side - height), min(max(left, 0), side - width)
    field = np.zeros((side, side), np.uint8)
    field[top : top + height, left : left + width] = ink
    return field
