"""How the cells of the view of layers are painted: strips of density over time."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netstudio.core.layer import Family
from netstudio.core.values import Fields
from netstudio.gui.insight.model import COURSE_ROLE, STRIPS, Column, strip_of, units_text
from netstudio.gui.layer_words import describe
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import glyph, mono_font, tabular, text_font
from netstudio.gui.theme.icons import paint_glyph

if TYPE_CHECKING:
    from netstudio.gui.insight.strips import LayerCourse, Strip

Index = QModelIndex | QPersistentModelIndex

_PADDING, _GAP = 8, 5
_ICON, _EDGE = 16, 3
# From these shares on, units that fail are marked.
_SOME, _MANY = 0.2, 0.5


class Cells(QStyledItemDelegate):
    """Paints one cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = colours()
        course: LayerCourse = index.data(COURSE_ROLE)
        column, area = Column(index.column()), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, blend(worn.accent, worn.panel, 0.14))
        painter.setPen(QColor(worn.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if column in STRIPS:
            if (strip := strip_of(course, column)) is not None:
                _paint_strip(painter, area.adjusted(_GAP, _GAP, -_GAP, -_GAP - 1), strip, column)
        elif column is Column.LAYER:
            _paint_layer(painter, area, course)
        else:
            _paint_units(painter, area.adjusted(_PADDING, 0, -_PADDING, 0), course)
        painter.restore()


def _paint_strip(painter: QPainter, area: QRect, strip: Strip, column: Column) -> None:
    worn = colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.canvas))
    painter.drawRoundedRect(area, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, strip.image(_hue(column)))
    at = _height_of(strip, column)
    if at is not None:
        y = area.bottom() - at * area.height()
        painter.setPen(QPen(QColor(worn.border), 1, Qt.PenStyle.DotLine))
        if column is not Column.GRADIENTS:
            painter.drawLine(area.left(), round(y), area.right(), round(y))
    _paint_caption(painter, area, _caption(strip, column))


def _hue(column: Column) -> QColor:
    worn = colours()
    return QColor(
        {
            Column.WEIGHTS: worn.curve_train,
            Column.GRADIENTS: worn.accent,
            Column.OUTPUTS: worn.ok,
        }[column]
    )


def _height_of(strip: Strip, column: Column) -> float | None:
    """How high zero is, as a share of the height; None where it is not seen."""
    low, high = strip.reach
    return -low / (high - low) if column is not Column.GRADIENTS else None


def _caption(strip: Strip, column: Column) -> str:
    if column is Column.GRADIENTS:
        return f"10{_raised(round(log10(strip.rms)))}" if strip.rms > 0 else "0"
    return f"±{strip.reach[1]:.3g}"


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _paint_caption(painter: QPainter, area: QRect, text: str) -> None:
    """The scale, in a corner, on ground of its own."""
    worn = colours()
    font = tabular(text_font(metrics.TEXT_TINY))
    width = QFontMetrics(font).horizontalAdvance(text) + 8
    box = QRectF(area.left() + 3, area.top() + 3, width, 15)
    ground = QColor(worn.canvas)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(worn.text_secondary))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_layer(painter: QPainter, area: QRect, course: LayerCourse) -> None:
    worn, seen = colours(), course.latest
    told = describe(seen.type, Fields())
    hue = QColor(_family_hue(told.family))
    painter.fillRect(QRect(area.left(), area.top() + 6, _EDGE, area.height() - 13), hue)
    left = area.left() + _EDGE + _PADDING
    icon = QRect(left, area.center().y() - _ICON // 2, _ICON, _ICON)
    paint_glyph(painter, icon, glyph(told.icon), hue)
    lines = area.adjusted(_EDGE + 2 * _PADDING + _ICON, 0, -4, 0)
    upper = QRect(lines.left(), lines.center().y() - 17, lines.width(), 17)
    lower = upper.translated(0, 17)
    for line, text, font, colour in (
        (upper, told.label, text_font(strong=True), worn.text),
        (lower, seen.name, mono_font(metrics.TEXT_TINY), worn.text_faint),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _family_hue(family: Family | None) -> str:
    worn = colours()
    return worn.families[family] if family is not None else worn.error


def _paint_units(painter: QPainter, area: QRect, course: LayerCourse) -> None:
    """The share of units that fail, as a bar with its words."""
    worn, text = colours(), units_text(course)
    if not text:
        return
    seen = course.latest
    share = next((one for one in (seen.dead, seen.saturated) if one is not None), 1.0)
    is_many = share >= _MANY or not seen.finite
    hue = worn.error if is_many else worn.warning if share >= _SOME else worn.text_secondary
    painter.setFont(tabular(text_font(metrics.TEXT_SMALL)))
    painter.setPen(QColor(hue))
    middle = area.center().y()
    painter.drawText(
        QRect(area.left(), middle - 18, area.width(), 18), int(Qt.AlignmentFlag.AlignVCenter), text
    )
    bar = QRectF(area.left(), middle + 5, area.width(), 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.control))
    painter.drawRoundedRect(bar, 2, 2)
    if share > 0:
        painter.setBrush(QColor(hue))
        bar.setWidth(max(4.0, share * area.width()))
        painter.drawRoundedRect(bar, 2, 2)
