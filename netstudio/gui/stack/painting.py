"""What the faces of the stack are painted with."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from netstudio.gui.stack.geometry import Rect
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import glyph, text_font
from netstudio.gui.theme.icons import paint_glyph

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
EDGE = 4


class Face(Protocol):
    """Something that paints itself into a rectangle that begins at 0, 0."""

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paint it, ``width`` × ``height`` large."""


class Mark(IntEnum):
    """How a card is marked as selected."""

    NONE = 0
    SELECTED = 1
    CURRENT = 2


def paint_card(
    painter: QPainter, width: float, height: float, edge: str, is_wrong: bool, is_off: bool = False
) -> None:
    """A rounded card with a coloured left edge; one that is switched off is only outlined."""
    worn = colours()
    radius = metrics.RADIUS_CARD
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    pen = QPen(QColor(worn.error if is_wrong else worn.border), 1)
    if is_off:
        pen = QPen(QColor(worn.error if is_wrong else worn.connector), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(worn.canvas if is_off else worn.raised))
    painter.drawRoundedRect(box, radius, radius)
    if is_off:
        return
    whole, left = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
    left.addRect(QRectF(0, 0, EDGE, height))
    painter.fillPath(whole.intersected(left), QColor(edge))


def paint_ring(painter: QPainter, width: float, height: float, mark: Mark) -> None:
    """The ring around a selected card; stronger around the one that keys act on."""
    if mark is Mark.NONE:
        return
    away = 2.0 if mark is Mark.CURRENT else 0.5
    radius = metrics.RADIUS_CARD + away
    painter.setPen(ring_pen(mark))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(-away, -away, width + 2 * away, height + 2 * away)
    painter.drawRoundedRect(box, radius, radius)


def ring_pen(mark: Mark) -> QPen:
    """The pen of the ring around what is selected."""
    return QPen(QColor(colours().accent), 2.5 if mark is Mark.CURRENT else 1.5)


def paint_plus(painter: QPainter, rect: Rect, is_hot: bool) -> None:
    """The button that puts in a layer."""
    worn = colours()
    painter.setPen(QPen(QColor(worn.accent if is_hot else worn.connector), 1))
    painter.setBrush(QColor(worn.raised))
    box = rectf(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, rect.width / 4, rect.width / 4)
    colour = QColor(worn.accent if is_hot else worn.text_secondary)
    x, y, reach = box.center().x(), box.center().y(), rect.width / 5
    painter.fillRect(QRectF(x - reach, y - 0.6, 2 * reach, 1.2), colour)
    painter.fillRect(QRectF(x - 0.6, y - reach, 1.2, 2 * reach), colour)


def paint_cross(painter: QPainter, rect: Rect, is_hot: bool) -> None:
    """The button that takes something away."""
    worn = colours()
    paint_icon(painter, rect.grown(-2), "x", QColor(worn.error if is_hot else worn.text_faint))


def paint_pill(painter: QPainter, x: float, line: Rect, text: str, colour: str) -> float:
    """A short word in a rounded outline, in the middle of a line; gives its width."""
    worn = colours()
    font = text_font(metrics.TEXT_TINY, strong=True)
    width, height = QFontMetricsF(font).horizontalAdvance(text) + 14, 18.0
    box = QRectF(x, line.y + (line.height - height) / 2, width, height).adjusted(
        0.5, 0.5, -0.5, -0.5
    )
    painter.setPen(QPen(QColor(worn.connector), 1))
    painter.setBrush(QColor(worn.raised))
    painter.drawRoundedRect(box, height / 2, height / 2)
    write(painter, box, text, font, colour, CENTRE)
    return width


def paint_icon(painter: QPainter, rect: Rect, name: str, colour: QColor) -> None:
    """The icon called ``name``."""
    box = QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
    paint_glyph(painter, box, glyph(name), colour)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str,
    alignment: Qt.AlignmentFlag,
) -> None:
    """One line of text in a box."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(alignment | Qt.TextFlag.TextSingleLine), text)


def elided(text: str, font: QFont, room: float) -> str:
    """As much of a text as there is room for."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def rectf(rect: Rect) -> QRectF:
    """The same rectangle as Qt knows it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
