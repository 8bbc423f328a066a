"""What is painted at each place of the stack; every face is a value that can paint itself.

Faces are painted into pixmaps, once for as long as they stay equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from netstudio.core.layer import Family
from netstudio.gui.stack.layout import Rect
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import glyph, mono_font, text_font
from netstudio.gui.theme.icons import paint_glyph

_BLOCKED = 0.75  # how visible a card is whose input is not known
_EDGE = 4
_ICON = 18
_TEXT_LEFT = 40
_LINE_LEFT = 22
_BAR = 72
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Face(Protocol):
    """Something that paints itself into a rectangle that begins at 0, 0."""

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paint it, ``width`` × ``height`` large."""


class Mark(IntEnum):
    """How a card is marked as selected."""

    NONE = 0
    SELECTED = 1
    CURRENT = 2


@dataclass(frozen=True)
class LayerFace:
    """A layer's card, or the first line of an open container, which has no card of its own.

    Attributes:
        name: The name that the user gave it.
        count: The number of its parameters in words.
        share: Its share of the network's parameters.
        is_wrong: Whether it, or what it hides, has an error.
        is_blocked: Whether a layer above it fails, so that nothing is known of it.
        chevron: The icon of a container's button; empty for plain layers.
        is_frame: Whether a frame is around it, so that it paints no card.
    """

    label: str
    summary: str
    name: str
    icon: str
    family: Family | None
    count: str
    share: float
    is_wrong: bool
    is_blocked: bool
    mark: Mark
    chevron: str = ""
    is_frame: bool = False

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        hue = worn.families[self.family] if self.family else worn.error
        if not self.is_frame:
            paint_card(painter, width, height, worn.error if self.is_wrong else hue, self.is_wrong)
            paint_ring(painter, width, height, self.mark)
        painter.setOpacity(_BLOCKED if self.is_blocked else 1.0)
        right = width - (34 if self.chevron else 14)
        icon_top = (height - _ICON) / 2
        paint_icon(painter, Rect(14, icon_top, _ICON, _ICON), self.icon, QColor(hue))
        if self.chevron:
            box = Rect(width - 26, (height - 14) / 2, 14, 14)
            paint_icon(painter, box, self.chevron, QColor(worn.text_secondary))
        if self.count:
            right -= self._paint_count(painter, right, height, hue) + 12
        self._paint_words(painter, right, height)

    def _paint_count(self, painter: QPainter, right: float, height: float, hue: str) -> float:
        font = mono_font()
        width = QFontMetricsF(font).horizontalAdvance(self.count)
        lift = 0 if self.is_frame else 3
        box = QRectF(right - width, -lift, width, height)
        _write(painter, box, self.count, font, colours().text_secondary, _RIGHT)
        if not self.is_frame:
            length = max(3.0, min(1.0, self.share) * _BAR)
            painter.fillRect(QRectF(right - length, height / 2 + 8, length, 2), QColor(hue))
        return width

    def _paint_words(self, painter: QPainter, right: float, height: float) -> None:
        worn = colours()
        x = float(_TEXT_LEFT)
        for text, font, colour in (
            (self.label, text_font(strong=True), worn.text),
            (self.summary, text_font(), worn.text_secondary),
            (self.name, mono_font(metrics.TEXT_TINY), worn.text_faint),
        ):
            if not text or right - x < 16:
                continue
            metric = QFontMetricsF(font)
            shown = metric.elidedText(text, Qt.TextElideMode.ElideRight, right - x)
            _write(painter, QRectF(x, 0, right - x, height), shown, font, colour, _LEFT)
            x += metric.horizontalAdvance(shown) + 9


@dataclass(frozen=True)
class EndFace:
    """The card at the top, where samples come in, or at the bottom, where the answer comes out.

    Attributes:
        picture: A sample that stands in for the icon.
    """

    label: str
    text: str
    icon: str
    picture: QPixmap | None
    is_wrong: bool
    mark: Mark

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        paint_card(
            painter,
            width,
            height,
            worn.error if self.is_wrong else worn.text_secondary,
            self.is_wrong,
        )
        paint_ring(painter, width, height, self.mark)
        left = float(_TEXT_LEFT)
        if self.picture is None:
            box = Rect(14, (height - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, box, self.icon, QColor(worn.text_secondary))
        else:
            box = Rect(12, (height - 28) / 2, 28, 28)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(_rectf(box), self.picture, QRectF(self.picture.rect()))
            left = 50
        font = text_font(strong=True)
        _write(painter, QRectF(left, 0, width, height), self.label, font, worn.text, _LEFT)
        left += QFontMetricsF(font).horizontalAdvance(self.label) + 9
        box_f = QRectF(left, 0, width - left - 12, height)
        font = text_font()
        if QFontMetricsF(font).horizontalAdvance(self.text) > box_f.width():
            font = text_font(metrics.TEXT_SMALL)
        elided = QFontMetricsF(font).elidedText(
            self.text, Qt.TextElideMode.ElideRight, box_f.width()
        )
        _write(painter, box_f, elided, font, worn.text_secondary, _LEFT)


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
        line = QColor(worn.connector)
        painter.fillRect(QRectF(_LINE_LEFT, 0, 2, height), line)
        painter.setOpacity(0.45 if self.is_old else 1.0)
        box = QRectF(_LINE_LEFT + 16, 0, width - 70, height)
        _write(painter, box, self.shape, mono_font(), worn.text_secondary, _LEFT)
        painter.setOpacity(1.0)
        paint_plus(painter, Rect(width - 16, (height - 16) / 2, 16, 16), self.is_hot)


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
        box = QRectF(0.5, room + 0.5, width - 1, height - 2 * room - 1)
        painter.setPen(QPen(QColor(worn.connector), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        text_box = QRectF(0, 0, width, height)
        if is_large:
            text_box = QRectF(0, self.plus.bottom + 4, width, 34)
        align = Qt.AlignmentFlag.AlignCenter
        _write(painter, text_box, self.text, text_font(), worn.text_secondary, align)
        paint_plus(painter, self.plus, self.is_hot)


@dataclass(frozen=True)
class LabelFace:
    """The name of a container's slot."""

    text: str

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        font = text_font(metrics.TEXT_TINY, strong=True)
        _write(painter, QRectF(2, 0, width, height), self.text, font, colours().text_faint, _LEFT)


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
        """How high it is where it is ``width`` wide: one line, or two."""
        font = text_font(metrics.TEXT_SMALL)
        is_short = QFontMetricsF(font).horizontalAdvance(self.text) < width - 20
        return 30 if is_short else 44

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


def paint_card(painter: QPainter, width: float, height: float, edge: str, is_wrong: bool) -> None:
    """A rounded card with a coloured left edge."""
    worn = colours()
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.setPen(QPen(QColor(worn.error if is_wrong else worn.border), 1))
    painter.setBrush(QColor(worn.raised))
    painter.drawRoundedRect(box, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
    whole, left = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(0, 0, width, height), metrics.RADIUS_CARD, metrics.RADIUS_CARD)
    left.addRect(QRectF(0, 0, _EDGE, height))
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
    box = _rectf(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, rect.width / 4, rect.width / 4)
    colour = QColor(worn.accent if is_hot else worn.text_secondary)
    x, y, reach = box.center().x(), box.center().y(), rect.width / 5
    painter.fillRect(QRectF(x - reach, y - 0.6, 2 * reach, 1.2), colour)
    painter.fillRect(QRectF(x - 0.6, y - reach, 1.2, 2 * reach), colour)


def paint_icon(painter: QPainter, rect: Rect, name: str, colour: QColor) -> None:
    """The icon called ``name``."""
    box = QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
    paint_glyph(painter, box, glyph(name), colour)


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str,
    alignment: Qt.AlignmentFlag,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(alignment | Qt.TextFlag.TextSingleLine), text)


def _rectf(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
