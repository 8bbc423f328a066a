"""What is drawn as lines: the frames of open containers, and the wires around their layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from netstudio.gui.stack.geometry import Rect, Wire
from netstudio.gui.stack.painting import Mark, ring_pen
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours

_BEND = 6.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of an open container."""

    rect: Rect
    level: int
    mark: Mark
    is_wrong: bool
    is_off: bool = False


def draw(item: QGraphicsPathItem, thing: Frame | Wire) -> None:
    """Give an item the look of a frame or a wire."""
    if isinstance(thing, Frame):
        _draw_frame(item, thing)
    else:
        _draw_wire(item, thing)


def _draw_frame(item: QGraphicsPathItem, frame: Frame) -> None:
    worn = colours()
    path = QPainterPath()
    box = QRectF(*frame.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    path.addRoundedRect(box, metrics.RADIUS_CONTAINER, metrics.RADIUS_CONTAINER)
    item.setPath(path)
    item.setZValue(2 * frame.level)
    item.setBrush(QBrush(blend(worn.connector, worn.canvas, 0.09)))
    pen = QPen(QColor(worn.error if frame.is_wrong else worn.border), 1)
    if frame.is_off:
        pen = QPen(QColor(worn.connector), 1, Qt.PenStyle.DashLine)
    item.setPen(pen if frame.mark is Mark.NONE else ring_pen(frame.mark))


def _draw_wire(item: QGraphicsPathItem, wire: Wire) -> None:
    item.setPath(_rounded([QPointF(*point) for point in wire.points]))
    # Over the frame around it, below the cards in it.
    item.setZValue(2 * wire.level - 1.5)
    pen = QPen(QColor(colours().connector), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    item.setPen(pen)


def _rounded(points: Sequence[QPointF]) -> QPainterPath:
    """The line through these points with its corners cut round."""
    points = [points[0], *(b for a, b in pairwise(points) if a != b)]
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point at which the bend around a corner begins, on the way to the next one."""
    way = other - corner
    length = hypot(way.x(), way.y())
    return corner + way * (min(_BEND, length / 2) / length)
