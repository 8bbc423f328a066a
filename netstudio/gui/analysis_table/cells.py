"""How the cells of the analysis are painted: shares as bars, nesting as indents."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netstudio.gui.analysis_table.model import COSTLIEST_ROLE, ROW_ROLE, SHARE_ROLE
from netstudio.gui.analysis_table.rows import COSTS, Column, Row
from netstudio.gui.texts import words
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import glyph
from netstudio.gui.theme.icons import paint_glyph

_PADDING = 8
_INDENT = 16
_EDGE = 3
_BAR_HEIGHT = 3
_SNOWFLAKE = 14
_AFTER_SNOWFLAKE = 6

Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints one cell.

    Attributes:
        is_nested: Whether the rows stand in the order of the stack, so that indents make sense.
    """

    is_nested = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = colours()
        row: Row = index.data(ROW_ROLE)
        column = Column(index.column())
        area: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(area, blend(worn.accent, worn.panel, 0.18))
        elif not row.uid:
            painter.fillRect(area, QColor(worn.raised))
        painter.setPen(QColor(worn.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if column is Column.LAYER and row.family is not None:
            edge = QRect(area.left(), area.top() + 4, _EDGE, area.height() - 9)
            painter.fillRect(
                edge.translated(self._indent(row), 0), QColor(worn.families[row.family])
            )
        if column in COSTS:
            self._paint_bar(painter, area, index, row)
        painter.setFont(_font(option.font, row, index))
        is_faint = not row.enabled or column in (Column.TYPE, Column.FIELD)
        painter.setPen(QColor(worn.text_faint if is_faint else worn.text))
        is_layer = column is Column.LAYER and row.uid
        left = self._indent(row) + _EDGE + 6 if is_layer else _PADDING
        inside = area.adjusted(left, 0, -_PADDING, -1)
        # Of a path the end says most.
        elide = Qt.TextElideMode.ElideMiddle if self.is_nested else Qt.TextElideMode.ElideLeft
        text = painter.fontMetrics().elidedText(self._text(index, row), elide, inside.width())
        painter.drawText(inside, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        if row.is_frozen and column is Column.PARAMETERS:
            _paint_snowflake(painter, inside, painter.fontMetrics().horizontalAdvance(text))
        painter.restore()

    def _indent(self, row: Row) -> int:
        return _PADDING + (row.depth * _INDENT if self.is_nested else 0)

    def _text(self, index: Index, row: Row) -> str:
        if index.column() == Column.LAYER and not self.is_nested and row.depth:
            return " › ".join((*row.path[0:-1:2], row.name))
        if index.column() == Column.TYPE and row.is_frozen:
            return words(row.label)  # a snowflake says the rest
        return str(index.data())

    def _paint_bar(self, painter: QPainter, area: QRect, index: Index, row: Row) -> None:
        """A line below the figure, as long as its share of the total."""
        share = float(index.data(SHARE_ROLE))
        if not share:
            return
        worn = colours()
        room = area.width() - 2 * _PADDING
        length = max(round(room * share), 2)
        colour = QColor(worn.connector)
        if not row.holds:
            colour = QColor(worn.warning if index.data(COSTLIEST_ROLE) else worn.accent)
        bar = QRect(
            area.right() - _PADDING - length, area.bottom() - _BAR_HEIGHT - 2, length, _BAR_HEIGHT
        )
        painter.fillRect(bar, colour)


def _paint_snowflake(painter: QPainter, inside: QRect, text_width: int) -> None:
    """The sign of parameters that do not learn, before their number."""
    left = inside.right() - text_width - _SNOWFLAKE - _AFTER_SNOWFLAKE
    box = QRect(left, inside.center().y() - _SNOWFLAKE // 2, _SNOWFLAKE, _SNOWFLAKE)
    paint_glyph(painter, box, glyph("snowflake"), QColor(colours().curve_train))


def _font(base: QFont, row: Row, index: Index) -> QFont:
    font = QFont(base)
    is_strong = not row.uid or bool(index.data(COSTLIEST_ROLE))
    font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return font
