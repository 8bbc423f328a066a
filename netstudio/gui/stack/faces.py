"""The faces of cards; every face is a value that can paint itself.

Faces are painted into pixmaps, once for as long as they stay equal.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from netstudio.core.layer import Family
from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.painting import (
    EDGE,
    LEFT,
    RIGHT,
    Mark,
    elided,
    paint_card,
    paint_icon,
    paint_pill,
    paint_ring,
    rectf,
    write,
)
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import mono_font, text_font

_BLOCKED = 0.75  # how visible a card is whose input is not known
_ICON = 18
_TEXT_LEFT = 40
_NEXT = 9
# A card that is narrower tells what it has to tell in two lines.
_ONE_LINE = 270
# In less than this no text says anything, nor the beginning of one in less than that.
_LEAST = 16
_LEAST_BEGINNING = 36
_SHORTEST_BAR = 4
# What is kept free for the icon of a remark, and before what stands at the right.
_REMARK = 18
_BEFORE_END = 10
_SNOWFLAKE = 15
_BETWEEN_PARTS = " · "


@dataclass(frozen=True)
class LayerFace:
    """A layer's card, or the first line of an open container, which has no card of its own.

    Attributes:
        name: The name that the user gave it.
        count: The number of its parameters in words.
        share: Its share of what the network costs.
        is_wrong: Whether it, or what it hides, has an error.
        is_blocked: Whether a layer above it fails, so that nothing is known of it.
        chevron: The icon of a container's button; empty for plain layers.
        is_frame: Whether a frame is around it, so that it paints no card.
        badge: How often a container repeats what it holds.
        remark: What the user wrote beside it.
        off: Says that it is switched off; empty where it is not.
        is_faded: Whether it takes no part, since it, or a container around it, is switched off.
        figure: The number of its parameters without words.
        is_noticed: Whether the training tells something of it, or of what it hides.
        is_frozen: Whether training leaves its weights as they are.
        rate: At how many times the learning rate it learns; empty for the usual one.
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
    badge: str = ""
    remark: str = ""
    off: str = ""
    is_faded: bool = False
    figure: str = ""
    is_noticed: bool = False
    is_frozen: bool = False
    rate: str = ""

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        hue = worn.families[self.family] if self.family else worn.error
        if not self.is_frame:
            edge = worn.error if self.is_wrong else hue
            paint_card(painter, width, height, edge, self.is_wrong, self.is_faded)
            self._paint_share(painter, width, height, hue)
            paint_ring(painter, width, height, self.mark)
        painter.setOpacity(_BLOCKED if self.is_blocked else 1.0)
        icon_colour = worn.text_faint if self.is_faded else hue
        icon_top = (height - _ICON) / 2
        paint_icon(painter, Rect(14, icon_top, _ICON, _ICON), self.icon, QColor(icon_colour))
        if self.is_noticed:
            paint_notice(painter, icon_top)
        right = width - 14
        if self.chevron:
            box = Rect(width - 26, (height - 14) / 2, 14, 14)
            paint_icon(painter, box, self.chevron, QColor(worn.text_secondary))
            right -= 20
        if width < _ONE_LINE and (self.summary or self.name or self.count):
            self._paint_two_lines(painter, right, height)
        else:
            self._paint_one_line(painter, right, height)

    def _paint_share(self, painter: QPainter, width: float, height: float, hue: str) -> None:
        """A quiet bar along the lower edge: the longer, the more of the network's cost it is."""
        length = min(1.0, self.share) * (width - EDGE - metrics.RADIUS_CARD)
        if length >= _SHORTEST_BAR:
            painter.fillRect(QRectF(EDGE + 1, height - 4, length, 2.5), QColor(hue))

    def _paint_one_line(self, painter: QPainter, right: float, height: float) -> None:
        right -= self._paint_end(painter, Rect(0, 0, right, height), self.count)
        end = right - (_REMARK if self.remark else 0)
        x = self._paint_label(painter, Rect(_TEXT_LEFT, 0, end - _TEXT_LEFT, height))
        worn = colours()
        summary = whole_parts(self.summary, text_font(), end - x)
        for text, font, colour in (
            (summary, text_font(), worn.text_faint if self.is_faded else worn.text_secondary),
            (self.name, mono_font(metrics.TEXT_TINY), worn.text_faint),
        ):
            x = _put_word(painter, x, Rect(x, 0, end - x, height), text, font, colour)
        self._paint_remark(painter, Rect(x, 0, right - x, height))

    def _paint_two_lines(self, painter: QPainter, right: float, height: float) -> None:
        middle, half = height / 2, 18.0
        upper = Rect(_TEXT_LEFT, middle - half, right - _TEXT_LEFT, half)
        lower = Rect(_TEXT_LEFT, middle - 1, right - _TEXT_LEFT, 16)
        # What the layer is called goes before how many parameters it has.
        if self._label_width() + self._end_width(self.figure) <= upper.width:
            upper = upper.narrowed(self._paint_end(painter, upper, self.figure))
        else:
            lower = lower.narrowed(self._paint_end(painter, lower, self.figure))
        x = self._paint_label(painter, upper.narrowed(_REMARK if self.remark else 0))
        self._paint_remark(painter, Rect(x, upper.y, upper.right - x, half))
        font = text_font(metrics.TEXT_TINY)
        words = whole_parts(self.summary or self.name, font, lower.width)
        _put_word(painter, lower.x, lower, words, font, colours().text_secondary)

    def _paint_label(self, painter: QPainter, line: Rect) -> float:
        """Paint the name of the type and what stands beside it; gives where they end."""
        worn = colours()
        font, colour = text_font(strong=True), worn.text_secondary if self.is_faded else worn.text
        x = _put_word(painter, line.x, line, self.label, font, colour)
        if self.badge and line.right - x > 2 * _LEAST:
            x += paint_pill(painter, x - 2, line, self.badge, worn.text) + 5
        return self._paint_learning(painter, x, line) if x > line.x else x

    def _paint_learning(self, painter: QPainter, x: float, line: Rect) -> float:
        """Paint how the layer learns where that is told; gives where it ends."""
        worn = colours()
        if self.is_frozen and line.right - x > _LEAST:
            box = Rect(x - 2, line.y + (line.height - _SNOWFLAKE) / 2, _SNOWFLAKE, _SNOWFLAKE)
            colour = worn.text_faint if self.is_faded else worn.curve_train
            paint_icon(painter, box, "snowflake", QColor(colour))
            return x + _SNOWFLAKE + 5
        if self.rate and line.right - x > 4 * _LEAST:
            return x + paint_pill(painter, x - 2, line, self.rate, worn.text_secondary) + 5
        return x

    def _label_width(self) -> float:
        beside = (2 * _LEAST if self.badge else 0) + (_SNOWFLAKE + 5 if self.is_frozen else 0)
        return QFontMetricsF(text_font(strong=True)).horizontalAdvance(self.label) + beside

    def _end_width(self, count: str) -> float:
        """The width that what stands at the right takes."""
        if self.off:
            font = text_font(metrics.TEXT_TINY, strong=True)
            return QFontMetricsF(font).horizontalAdvance(self.off) + 14 + _BEFORE_END
        if not count:
            return 0.0
        return QFontMetricsF(mono_font()).horizontalAdvance(count) + _BEFORE_END

    def _paint_end(self, painter: QPainter, line: Rect, count: str) -> float:
        """Paint what stands at the right; gives the width that it takes."""
        worn, taken = colours(), self._end_width(count)
        if self.off:
            left = line.right - taken + _BEFORE_END
            paint_pill(painter, left, line, self.off, worn.text_secondary)
        elif count:
            write(painter, rectf(line), count, mono_font(), worn.text_secondary, RIGHT)
        return taken

    def _paint_remark(self, painter: QPainter, line: Rect) -> None:
        if not self.remark or line.width < _LEAST:
            return
        worn = colours()
        box = Rect(line.x, line.y + (line.height - 14) / 2, 14, 14)
        paint_icon(painter, box, "note", QColor(worn.warning))
        rest = Rect(box.right + 4, line.y, line.right - box.right - 4, line.height)
        font = text_font(metrics.TEXT_SMALL)
        _put_word(painter, rest.x, rest, self.remark, font, worn.text_faint)


def paint_notice(painter: QPainter, icon_top: float) -> None:
    """The sign of a notice, over a corner of the icon."""
    worn = colours()
    sign = Rect(22, icon_top + 5, 15, 15)
    # Around it the card's own colour, so that it stands out from the icon.
    paint_icon(painter, sign.grown(2), "warning-fill", QColor(worn.raised))
    paint_icon(painter, sign, "warning-fill", QColor(worn.warning))


def whole_parts(text: str, font: QFont, room: float) -> str:
    """As many of the settings in a text as there is room for; at least the first."""
    metric, parts = QFontMetricsF(font), text.split(_BETWEEN_PARTS)
    while len(parts) > 1 and metric.horizontalAdvance(_BETWEEN_PARTS.join(parts)) > room:
        parts.pop()
    return _BETWEEN_PARTS.join(parts)


def _put_word(
    painter: QPainter, x: float, line: Rect, text: str, font: QFont, colour: str
) -> float:
    """Write as much of a text as there is room for; gives where the next one begins."""
    if not text or line.width < _LEAST:
        return x
    shown = elided(text, font, line.width)
    if shown != text and line.width < _LEAST_BEGINNING:
        return x
    write(painter, rectf(line), shown, font, colour, LEFT)
    return x + QFontMetricsF(font).horizontalAdvance(shown) + _NEXT


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
            painter.drawPixmap(rectf(box), self.picture, QRectF(self.picture.rect()))
            left = 50
        font = text_font(strong=True)
        write(painter, QRectF(left, 0, width, height), self.label, font, worn.text, LEFT)
        left += QFontMetricsF(font).horizontalAdvance(self.label) + 9
        box_f = QRectF(left, 0, width - left - 12, height)
        font = text_font()
        if QFontMetricsF(font).horizontalAdvance(self.text) > box_f.width():
            font = text_font(metrics.TEXT_SMALL)
        elided = QFontMetricsF(font).elidedText(
            self.text, Qt.TextElideMode.ElideRight, box_f.width()
        )
        write(painter, box_f, elided, font, worn.text_secondary, LEFT)
