"""The confusion matrix as a widget: rows are true classes, columns predicted ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netstudio.gui.evaluate.cell_colours import cell_colour, text_colour
from netstudio.gui.evaluate.grid import LABEL_ROOM, LARGEST_CELL, Grid, fit
from netstudio.gui.texts import grouped, percent, translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_SMALL, TEXT_TINY

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion

Cell = tuple[int, int]

_CORNER = 3
# Room for the names below the cells.
_MOST_BELOW = 140
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ConfusionMatrix(QWidget):
    """Shows counts or shares; a click or the arrow keys choose a cell.

    Signals:
        chosen: The true and the predicted class of the cell that was chosen.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusionMatrix")
        self.setAccessibleName(translate("netstudio", "Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._counts: list[list[int]] = []
        self._classes: tuple[str, ...] = ()
        self._shows_shares = False
        self._current: Cell | None = None
        self._hovered: Cell | None = None

    @property
    def current(self) -> Cell | None:
        """The chosen cell: its true and its predicted class."""
        return self._current

    def show_confusion(self, confusion: Confusion | None) -> None:
        """Show these counts, or nothing; no cell is chosen."""
        self._counts = confusion.matrix.tolist() if confusion else []
        self._classes = confusion.classes if confusion else ()
        self._current = self._hovered = None
        # A few classes need no more room; what is below comes up to them.
        self.setMaximumHeight(len(self._classes) * LARGEST_CELL + _MOST_BELOW)
        self.setAccessibleDescription("")
        self.update()

    def show_shares(self, shows_shares: bool) -> None:
        """Show which share of its true class each cell holds, instead of counts."""
        self._shows_shares = shows_shares
        self.update()

    def choose(self, true: int, predicted: int) -> None:
        """Make this cell the chosen one."""
        self._current = (true, predicted)
        self.setAccessibleDescription(self.describe(true, predicted))
        self.update()
        self.chosen.emit(true, predicted)

    def describe(self, true: int, predicted: int) -> str:
        """A cell in words: 4 taken for 9: 17."""
        count, total = self._counts[true][predicted], sum(self._counts[true])
        share = percent(count / total) if total else "–"
        template = (
            translate("netstudio", "{label} recognised: {count} of {total} ({share})")
            if true == predicted
            else translate("netstudio", "{label} taken for {other}: {count} ({share})")
        )
        return template.format(
            label=self._classes[true],
            other=self._classes[predicted],
            count=grouped(count),
            total=grouped(total),
            share=share,
        )

    def grid(self) -> Grid:
        """Where the cells are now."""
        metrics = QFontMetricsF(_label_font())
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
        # Two pixels for the frame around a cell at the edge.
        width, height = self.width() - 2, self.height() - 2
        return fit(len(self._classes), width, height, widest, metrics.height())

    def sizeHint(self) -> QSize:
        return QSize(460, 460)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 240)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.describe(*cell) if cell else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.choose(*cell)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or not self._classes:
            super().keyPressEvent(event)
            return
        row, column = self._current or (0, 0)
        if self._current is not None:
            last = len(self._classes) - 1
            row = min(max(row + move[0], 0), last)
            column = min(max(column + move[1], 0), last)
        self.choose(row, column)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._classes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self.grid()
        painter.translate(1, 1)
        self._paint_cells(painter, grid)
        self._paint_names(painter, grid)
        if self._hovered is not None and self._hovered != self._current:
            self._paint_frame(painter, grid, self._hovered, colours().connector)
        if self._current is not None:
            self._paint_frame(painter, grid, self._current, colours().text)

    def _paint_cells(self, painter: QPainter, grid: Grid) -> None:
        worn = colours()
        totals = [max(1, sum(row)) for row in self._counts]
        shares = [[count / totals[at] for count in row] for at, row in enumerate(self._counts)]
        most = max(count for row in self._counts for count in row)
        room = grid.cell - 4
        font = text_font(TEXT_SMALL)
        if QFontMetricsF(font).horizontalAdvance(self._figure(most, 1.0)) > room:
            font = text_font(TEXT_TINY)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        wrong = [s for at, row in enumerate(shares) for to, s in enumerate(row) if at != to]
        most_wrong = max(wrong, default=0.0) or 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, grid.gap > 0)
        for true, row in enumerate(self._counts):
            for predicted, count in enumerate(row):
                is_right, share = true == predicted, shares[true][predicted]
                # The exponent lets rare errors be seen beside frequent ones.
                strength = share if is_right else (share / most_wrong) ** 0.7
                ground = cell_colour(worn, is_right, count, strength)
                place = _place(grid, (true, predicted))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                if grid.gap:
                    painter.drawRoundedRect(place, _CORNER, _CORNER)
                else:
                    painter.drawRect(place)
                text = self._figure(count, share)
                if text and metrics.horizontalAdvance(text) <= room and grid.cell >= 16:
                    painter.setPen(text_colour(worn, ground))
                    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _figure(self, count: int, share: float) -> str:
        if not count:
            return ""
        if not self._shows_shares:
            return str(count)
        return f"{100 * share:.0f}" if share >= 0.0995 else f"{100 * share:.1f}"

    def _paint_names(self, painter: QPainter, grid: Grid) -> None:
        font = _label_font()
        painter.setFont(font)
        painter.setPen(QColor(colours().text_secondary))
        metrics = QFontMetricsF(font)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        elide = Qt.TextElideMode.ElideRight
        step = grid.step(metrics.height())
        room = grid.left - LABEL_ROOM
        for at in range(0, grid.count, step):
            _, top = grid.corner(at, 0)
            place = QRectF(0, top, room, grid.cell - grid.gap)
            middle_of_cell = place.center().y()
            place.setHeight(metrics.height())
            place.moveTop(middle_of_cell - metrics.height() / 2)
            name = metrics.elidedText(self._classes[at], elide, room)
            painter.drawText(place, middle | int(Qt.AlignmentFlag.AlignRight), name)
        widest = max(metrics.horizontalAdvance(name) for name in self._classes)
        if not grid.is_upright:
            step = grid.step(min(widest, 40) + 4)
        for at in range(0, grid.count, step):
            left, _ = grid.corner(0, at)
            painter.save()
            painter.translate(
                left + (grid.cell - grid.gap) / 2, grid.top + grid.side + LABEL_ROOM / 2
            )
            length = grid.names_height - LABEL_ROOM
            if grid.is_upright:
                painter.rotate(-90)
                place = QRectF(-length, -metrics.height() / 2, length, metrics.height())
                name = metrics.elidedText(self._classes[at], elide, length)
                painter.drawText(place, middle | int(Qt.AlignmentFlag.AlignRight), name)
            else:
                width = grid.cell * step
                name = metrics.elidedText(self._classes[at], elide, width)
                place = QRectF(-width / 2, 0, width, metrics.height())
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)
            painter.restore()

    def _paint_frame(self, painter: QPainter, grid: Grid, cell: Cell, colour: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_mine = cell == self._current and self.hasFocus()
        painter.setPen(QPen(QColor(colours().accent if is_mine else colour), 2))
        painter.drawRoundedRect(_place(grid, cell), _CORNER, _CORNER)

    def _cell_at(self, position: QPointF) -> Cell | None:
        if not self._classes:
            return None
        return self.grid().cell_at(position.x() - 1, position.y() - 1)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()


def _place(grid: Grid, cell: Cell) -> QRectF:
    left, top = grid.corner(*cell)
    side = grid.cell - grid.gap
    return QRectF(left, top, side, side)


def _label_font() -> QFont:
    return text_font(TEXT_TINY)
