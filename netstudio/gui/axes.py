"""A field with two axes and round numbers on them, painted plainly."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_TINY
from netstudio.gui.ticks import brief, linear_ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 12, 10, 40
_TICKS = 5


@dataclass(frozen=True)
class Axes:
    """Where values lie in a field.

    Attributes:
        field: The room inside the axes.
        x: The values at the left and the right edge.
        y: The values at the lower and the upper edge.
    """

    field: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    def place(self, x: float, y: float) -> QPointF:
        """Where a pair of values lies."""
        return QPointF(
            self.field.left() + _share(x, self.x) * self.field.width(),
            self.field.bottom() - _share(y, self.y) * self.field.height(),
        )


def _share(value: float, span: tuple[float, float]) -> float:
    low, high = span
    return (value - low) / (high - low)


def widened(low: float, high: float) -> tuple[float, float]:
    """A span with a little room at both ends; never empty."""
    margin = 0.04 * (high - low) or max(abs(low), 1.0) * 0.5
    return low - margin, high + margin


def axes_in(room: QRectF, x: tuple[float, float], y: tuple[float, float]) -> Axes:
    """Axes that fill a room, with space for their numbers."""
    return Axes(room.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM), x, y)


def paint_axes(painter: QPainter, axes: Axes, x_title: str, y_title: str = "") -> None:
    """Paint the grid, the numbers and the titles."""
    worn = colours()
    painter.setFont(text_font(TEXT_TINY))
    grid = QPen(blend(worn.text, worn.panel, 0.10), 1)
    faint = QColor(worn.text_faint)
    field = axes.field
    for value, text in _ticks(axes.x):
        at = axes.place(value, axes.y[0])
        painter.setPen(grid)
        painter.drawLine(QPointF(at.x(), field.top()), QPointF(at.x(), field.bottom()))
        painter.setPen(faint)
        label = QRectF(at.x() - 40, field.bottom() + 3, 80, 16)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
    for value, text in _ticks(axes.y):
        at = axes.place(axes.x[0], value)
        painter.setPen(grid)
        painter.drawLine(QPointF(field.left(), at.y()), QPointF(field.right(), at.y()))
        painter.setPen(faint)
        label = QRectF(field.left() - _LEFT, at.y() - 8, _LEFT - 6, 16)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, side, text)
    painter.setPen(QColor(worn.text_secondary))
    title = QRectF(field.left(), field.bottom() + 20, field.width(), 18)
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, x_title)
    if y_title:
        corner = QRectF(field.left() + 6, field.top() + 2, field.width(), 16)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, y_title)


def _ticks(span: tuple[float, float]) -> list[tuple[float, str]]:
    """Round numbers in a span, and how they are written."""
    _, values = linear_ticks(*span, _TICKS)
    return [(value, brief(value)) for value in values]
