"""The colours of the matrix's cells, and of the figures on them."""

from __future__ import annotations

from PySide6.QtGui import QColor

from netstudio.gui.theme.colours import Colours, blend

_LEAST_CONTRAST = 4.5
_FAINTEST_ERROR = 0.16
_FAINTEST_RIGHT = 0.35


def cell_colour(worn: Colours, is_right: bool, count: int, strength: float) -> QColor:
    """A cell's ground: the accent on the diagonal, the error colour beside it.

    Args:
        worn: The theme's colours.
        is_right: Whether the cell is on the diagonal.
        count: How many samples it holds; without any it stays in the ground's colour.
        strength: How strong it is, from 0 to 1.
    """
    if not count:
        return QColor(worn.control)
    if is_right:
        return blend(worn.accent_fill, worn.control, _from(_FAINTEST_RIGHT, strength))
    return blend(worn.error_fill, worn.control, _from(_FAINTEST_ERROR, strength))


def text_colour(worn: Colours, ground: QColor) -> QColor:
    """What can be read on ``ground``: the theme's own text, or else white or black."""
    own = QColor(worn.text)
    if contrast(own, ground) >= _LEAST_CONTRAST:
        return own
    return max(QColor("white"), QColor("black"), key=lambda colour: contrast(colour, ground))


def contrast(a: QColor, b: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _from(least: float, strength: float) -> float:
    return least + (1 - least) * strength


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
