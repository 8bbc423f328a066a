"""The loss over learning rates, each ten times the one before as far apart."""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from netstudio.gui.axes import Axes, axes_in, widened
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_TINY
from netstudio.gui.ticks import brief, linear_ticks, scientific

_SIZE = QSize(560, 300)
_TICKS = 4
# Losses beyond so many times the range below the first one say only that it diverges.
_HIGHEST = 1.25


class RatePlot(QWidget):
    """Draws a sweep over learning rates as it grows; a click, or an arrow key, marks a rate.

    Signals:
        marked: The rate that the user has marked.
    """

    marked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ratePlot")
        self.setAccessibleName(translate("netstudio", "Loss at each learning rate"))
        self.setMinimumSize(320, 200)
        self._rates: tuple[float, ...] = ()
        self._losses: tuple[float, ...] = ()
        self._mark: int | None = None
        self._can_mark = False

    @property
    def mark(self) -> float | None:
        """The marked rate."""
        return None if self._mark is None else self._rates[self._mark]

    def show_curve(self, rates: tuple[float, ...], losses: tuple[float, ...]) -> None:
        """Show what was tried so far."""
        self._rates, self._losses = rates, losses
        self.update()

    def let_mark(self, rate: float | None) -> None:
        """Let the user mark rates, beginning with this one."""
        self._can_mark = bool(self._rates)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        if rate is not None:
            self._mark = self._nearest(log10(rate))
        self.update()

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = worn.accent if self.hasFocus() else worn.border
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(worn.panel))
        painter.drawRoundedRect(frame, 8, 8)
        if len(self._rates) < 2:
            return
        axes = self._axes()
        _paint_grid(painter, axes)
        painter.save()
        painter.setClipRect(axes.field)
        line = QPolygonF([self._point(axes, place) for place in range(len(self._rates))])
        painter.setPen(QPen(QColor(worn.curve_train), 2))
        painter.drawPolyline(line)
        painter.restore()
        if self._mark is not None:
            self._paint_mark(painter, axes, self._mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mark_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mark_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._can_mark:
            super().keyPressEvent(event)
            return
        place = 0 if self._mark is None else self._mark + step
        self._set_mark(min(max(place, 0), len(self._rates) - 1))

    def _mark_at(self, position: QPointF) -> None:
        if not self._can_mark:
            return
        axes = self._axes()
        low, high = axes.x
        share = (position.x() - axes.field.left()) / axes.field.width()
        self._set_mark(self._nearest(low + share * (high - low)))

    def _set_mark(self, place: int) -> None:
        self._mark = place
        self.update()
        self.marked.emit(self._rates[place])

    def _nearest(self, exponent: float) -> int:
        places = range(len(self._rates))
        return min(places, key=lambda place: abs(log10(self._rates[place]) - exponent))

    def _axes(self) -> Axes:
        lowest = min(self._losses)
        height = max(max(self._losses[: self._losses.index(lowest) + 1]) - lowest, 1e-9)
        top = min(max(self._losses), lowest + _HIGHEST * height)
        x = (log10(self._rates[0]), log10(self._rates[-1]))
        return axes_in(QRectF(self.rect()), x, widened(lowest, top))

    def _point(self, axes: Axes, place: int) -> QPointF:
        return axes.place(log10(self._rates[place]), self._losses[place])

    def _paint_mark(self, painter: QPainter, axes: Axes, place: int) -> None:
        worn, field, at = colours(), axes.field, self._point(axes, place)
        painter.setPen(QPen(QColor(worn.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at.x(), field.top()), QPointF(at.x(), field.bottom()))
        painter.setPen(QPen(QColor(worn.panel), 2))
        painter.setBrush(QColor(worn.accent))
        painter.drawEllipse(at, 6, 6)
        painter.setFont(text_font(TEXT_TINY, strong=True))
        painter.setPen(QColor(worn.accent))
        is_left = at.x() > field.center().x()
        label = QRectF(at.x() - 108 if is_left else at.x() + 8, field.top() + 2, 100, 16)
        side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(label, side, f"{self._rates[place]:.2g}")


def _paint_grid(painter: QPainter, axes: Axes) -> None:
    """A line for each power of ten, and for some round losses."""
    worn, field = colours(), axes.field
    painter.setFont(text_font(TEXT_TINY))
    grid, faint = QPen(blend(worn.text, worn.panel, 0.10), 1), QColor(worn.text_faint)
    for power in range(ceil(axes.x[0]), floor(axes.x[1]) + 1):
        at = axes.place(power, axes.y[0])
        painter.setPen(grid)
        painter.drawLine(QPointF(at.x(), field.top()), at)
        painter.setPen(faint)
        label = QRectF(at.x() - 40, field.bottom() + 3, 80, 16)
        text = scientific(10.0**power) if power < -3 else brief(10.0**power)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
    for value in linear_ticks(*axes.y, _TICKS)[1]:
        at = axes.place(axes.x[0], value)
        painter.setPen(grid)
        painter.drawLine(at, QPointF(field.right(), at.y()))
        painter.setPen(faint)
        label = QRectF(0, at.y() - 8, field.left() - 6, 16)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, side, brief(value))
    painter.setPen(QColor(worn.text_secondary))
    title = QRectF(field.left(), field.bottom() + 20, field.width(), 18)
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, translate("netstudio", "Learning rate"))
    corner = QRectF(field.left() + 6, field.top() + 2, field.width(), 16)
    painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, translate("netstudio", "Loss"))
