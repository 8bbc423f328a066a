"""Axes and mouse handling of a plot, for pyqtgraph."""

from __future__ import annotations

from typing import Any

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QGraphicsSimpleTextItem

from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.scales import Linear, Range, Scale
from netstudio.gui.texts import clock, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.ticks import brief, linear_ticks, time_ticks

_LEFT_WIDTH = 44
_BOTTOM_HEIGHT = 20
_PIXELS_PER_VALUE = 23
_MOST_VALUES = 10
_PIXELS_PER_PLACE = 45
# From so many epochs on, parts of an epoch are no round places any more.
_MANY_EPOCHS = 4
_ZOOM_OF_A_NOTCH = 0.8


class _Axis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """An axis without a line of its own, whose ticks are the grid or nothing."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.setPen(pyqtgraph.mkPen(None))
        self.setStyle(
            tickFont=text_font(metrics.TEXT_TINY),
            tickAlpha=255,
            tickTextOffset=6,
            tickLength=0,
            hideOverlappingLabels=False,
            autoExpandTextSpace=False,
        )
        self._texts: dict[float, str] = {}

    def wear(self, text: str, grid: QColor) -> None:
        """Take these colours."""
        self.setTextPen(pyqtgraph.mkPen(text))
        self.setTickPen(pyqtgraph.mkPen(grid))

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        self._texts = dict(self.ticks_between(Range(low, high), size))
        return [(1.0, list(self._texts))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self._texts[value] for value in values]

    def ticks_between(self, shown: Range, length: float) -> list[tuple[float, str]]:
        """The ticks of a range that is so many pixels long."""
        raise NotImplementedError


class ValueAxis(_Axis):
    """The vertical axis; its ticks are the grid."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setWidth(_LEFT_WIDTH)
        self.setGrid(255)
        self._scale: Scale = Linear()

    def boundingRect(self) -> QRectF:
        # The texts of the lowest and the highest tick reach beyond the grid.
        rect: QRectF = super().boundingRect()
        return rect.adjusted(0, -metrics.TEXT_TINY, 0, metrics.TEXT_TINY)

    def set_scale(self, scale: Scale) -> None:
        """Name values as this scale does."""
        if scale != self._scale:
            self._scale = scale
            self.picture = None
            self.update()

    def ticks_between(self, shown: Range, length: float) -> list[tuple[float, str]]:
        count = min(max(2, int(length // _PIXELS_PER_VALUE)), _MOST_VALUES)
        return self._scale.ticks(shown, count)


class PlaceAxis(_Axis):
    """The horizontal axis, in epochs, steps or seconds; what it counts stands before it."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(_BOTTOM_HEIGHT)
        self._unit = Unit.EPOCHS
        self._name = QGraphicsSimpleTextItem(self)
        self._name.setFont(text_font(metrics.TEXT_TINY))
        self._show_name()

    def wear(self, text: str, grid: QColor) -> None:
        super().wear(text, grid)
        self._name.setBrush(QColor(text))

    def set_unit(self, unit: Unit) -> None:
        """Count this from now on."""
        if unit is not self._unit:
            self._unit = unit
            self.picture = None
            self._show_name()
            self.update()

    def ticks_between(self, shown: Range, length: float) -> list[tuple[float, str]]:
        count = max(2, int(length // _PIXELS_PER_PLACE))
        match self._unit:
            case Unit.SECONDS:
                return [(place, clock(place)) for place in time_ticks(shown.low, shown.high, count)]
            case Unit.STEPS:
                _, steps = linear_ticks(shown.low, shown.high, count, 1.0)
                return [(step, brief(step)) for step in steps]
            case Unit.EPOCHS:
                least = 1.0 if shown.high - shown.low >= _MANY_EPOCHS else 0.0
                _, epochs = linear_ticks(shown.low, shown.high, count, least)
                return [(epoch, f"{epoch:.6g}") for epoch in epochs]

    def _show_name(self) -> None:
        name = unit_name(self._unit)
        self._name.setText(name)
        # Left of the axis, where there is nothing else, with room for half of the first number.
        room = 17 if self._unit is Unit.SECONDS else 9
        self._name.setPos(-self._name.boundingRect().width() - room, 5)


def unit_name(unit: Unit) -> str:
    """What an axis counts, in a word."""
    match unit:
        case Unit.EPOCHS:
            return translate("netstudio", "epoch")
        case Unit.STEPS:
            return translate("netstudio", "step")
        case Unit.SECONDS:
            return translate("netstudio", "time")


class View(pyqtgraph.ViewBox):  # type: ignore[misc]
    """Shows what it is told; a drag asks for a part, a double click for the whole.

    With Shift a drag moves the part; with Ctrl the wheel makes it larger or smaller.

    Signals:
        dragged: The part: horizontal and vertical ``Range``.
        reset_asked: The whole is wanted.
    """

    dragged = Signal(object, object)
    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setMouseEnabled(x=False, y=False)
        self.disableAutoRange()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Ask for a part that is so much as wide as that in view, around a place in it."""
        (left, right), (bottom, top) = self.viewRange()
        fixed = (left + right) / 2 if around is None else around
        part = Range(fixed - factor * (fixed - left), fixed + factor * (right - fixed))
        self.dragged.emit(part, Range(bottom, top))

    def move(self, across: float, up: float) -> None:
        """Ask for a part that lies beside that in view, by shares of its size."""
        (left, right), (bottom, top) = self.viewRange()
        x, y = across * (right - left), up * (top - bottom)
        self.dragged.emit(Range(left + x, right + x), Range(bottom + y, top + y))

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.button() == Qt.MouseButton.LeftButton and axis is None:
            ev.accept()
            is_pan = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pan(ev) if is_pan else self._zoom(ev)
        else:
            ev.ignore()

    def mouseDoubleClickEvent(self, event: Any) -> None:
        event.accept()
        self.reset_asked.emit()

    def mouseClickEvent(self, ev: Any) -> None:
        ev.ignore()

    def wheelEvent(self, ev: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        ev.accept()
        place: QPointF = self.mapToView(ev.pos())
        self.zoom(_ZOOM_OF_A_NOTCH ** (ev.delta() / 120), place.x())

    def keyPressEvent(self, ev: Any) -> None:
        ev.ignore()

    def _zoom(self, ev: Any) -> None:
        if not ev.isFinish():
            self.updateScaleBox(ev.buttonDownPos(), ev.pos())
            return
        self.rbScaleBox.hide()
        corners = QRectF(ev.buttonDownPos(), ev.pos()).normalized()
        part = self.childGroup.mapRectFromParent(corners & self.boundingRect())
        if part.width() > 0 and part.height() > 0:
            self.dragged.emit(Range(part.left(), part.right()), Range(part.top(), part.bottom()))

    def _pan(self, ev: Any) -> None:
        moved = self.mapToView(ev.lastPos()) - self.mapToView(ev.pos())
        (left, right), (bottom, top) = self.viewRange()
        self.dragged.emit(
            Range(left + moved.x(), right + moved.x()), Range(bottom + moved.y(), top + moved.y())
        )
