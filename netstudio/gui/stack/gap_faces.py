"""The faces of what is between cards: lines, places for layers, names of branches, merges."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.layout import LINE
from netstudio.gui.stack.painting import (
    CENTRE,
    LEFT,
    elided,
    paint_cross,
    paint_plus,
    write,
)
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import mono_font, text_font

_PLUS = 16


@dataclass(frozen=True)
class GapFace:
    """The line between two cards: what flows there, and the button that puts in a layer.

    Attributes:
        shape: The shape of what flows; empty where nothing does.
        is_old: Whether the shape may have changed since.
        is_hot: Whether the pointer is over the button.
    """

    shape: str
    is_old: bool
    is_hot: bool

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        painter.fillRect(QRectF(LINE - 1, 0, 2, height), QColor(worn.connector))
        painter.setOpacity(0.45 if self.is_old else 1.0)
        box = QRectF(LINE + 15, 0, width - LINE - 15 - _PLUS - 4, height)
        shape = elided(self.shape, mono_font(), box.width())
        write(painter, box, shape, mono_font(), worn.text_secondary, LEFT)
        painter.setOpacity(1.0)
        paint_plus(painter, Rect(width - _PLUS, (height - _PLUS) / 2, _PLUS, _PLUS), self.is_hot)


@dataclass(frozen=True)
class HollowFace:
    """A slot, or a whole network, in which there are no layers yet."""

    text: str
    plus: Rect
    is_hot: bool

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        is_large = self.plus.width > 20
        room = 12.0 if is_large else 3.0
        if not is_large:
            painter.fillRect(QRectF(LINE - 1, 0, 2, height), QColor(worn.connector))
        box = QRectF(0.5, room + 0.5, width - 1, height - 2 * room - 1)
        painter.setPen(QPen(QColor(worn.connector), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(worn.canvas))
        painter.drawRoundedRect(box, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        text_box = QRectF(10, 0, self.plus.x - 14, height)
        if is_large:
            text_box = QRectF(0, self.plus.bottom + 4, width, 34)
        font = text_font()
        if QFontMetricsF(font).horizontalAdvance(self.text) > text_box.width():
            font = text_font(metrics.TEXT_TINY)
        text = elided(self.text, font, text_box.width())
        write(painter, text_box, text, font, worn.text_secondary, CENTRE)
        paint_plus(painter, self.plus, self.is_hot)


@dataclass(frozen=True)
class NewBranchFace:
    """The strip beside, or below, the branches of a container, where one more can be made."""

    text: str
    plus: Rect
    is_hot: bool

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        colour = QColor(worn.accent if self.is_hot else worn.connector)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(0.5, 0.5, width - 1, height - 1)
        painter.drawRoundedRect(box, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        paint_plus(painter, self.plus, self.is_hot)
        if width > height:
            left = self.plus.right + 7
            font = text_font(metrics.TEXT_TINY)
            words = elided(self.text, font, width - left - 4)
            box = QRectF(left, 0, width - left, height)
            write(painter, box, words, font, worn.text_secondary, LEFT)


@dataclass(frozen=True)
class LabelFace:
    """The name of a container's slot.

    Attributes:
        cross: Where the button is that takes the slot away; None for none.
        is_hot: Whether the pointer is over it.
    """

    text: str
    cross: Rect | None
    is_hot: bool

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        font = text_font(metrics.TEXT_TINY, strong=True)
        painter.fillRect(QRectF(LINE - 1, 0, 2, height), QColor(worn.connector))
        right = self.cross.x if self.cross else width
        box = QRectF(LINE + 15, 0, right - LINE - 15, height)
        write(painter, box, elided(self.text, font, box.width()), font, worn.text_secondary, LEFT)
        if self.cross is not None:
            paint_cross(painter, self.cross, self.is_hot)


@dataclass(frozen=True)
class MergeFace:
    """The node in which the paths through a container become one."""

    text: str

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        box = QRectF(0.5, 0.5, width - 1, height - 1)
        painter.setPen(QPen(QColor(worn.connector), 1.5))
        painter.setBrush(QColor(worn.raised))
        painter.drawRoundedRect(box, height / 2, height / 2)
        is_sign = len(self.text) == 1
        font = text_font(metrics.TEXT_BODY if is_sign else metrics.TEXT_TINY, strong=True)
        write(painter, box, self.text, font, worn.text, CENTRE)


@dataclass(frozen=True)
class DropFace:
    """The mark where dragged layers will land.

    Attributes:
        text: What would happen.
        fits: Whether it would do; None while that is unknown.
    """

    text: str
    fits: bool | None

    def height(self, width: float) -> float:
        """How high it is where it is ``width`` wide."""
        metric = QFontMetricsF(text_font(metrics.TEXT_SMALL))
        flags = int(Qt.TextFlag.TextWordWrap)
        lines = metric.boundingRect(QRectF(0, 0, width - 20, 1000), flags, self.text)
        return ceil(lines.height()) + 14.0

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        hue = worn.error if self.fits is False else worn.accent
        box = QRectF(0.5, 0.5, width - 1, height - 1)
        # A margin in the colour of the ground lifts it off the cards that it overlaps.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.canvas))
        radius = metrics.RADIUS_CARD
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
        pen = QPen(QColor(hue), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(blend(hue, worn.canvas, 0.12))
        painter.drawRoundedRect(box, radius, radius)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.setFont(text_font(metrics.TEXT_SMALL))
        painter.setPen(blend(hue, worn.text, 0.7))
        painter.drawText(QRectF(10, 0, width - 20, height), flags, self.text)
