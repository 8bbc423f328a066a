"""The drawn part of a plot, for pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from netstudio.gui.plots.axes import PlaceAxis, ValueAxis, View
from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.figures import Figure
from netstudio.gui.plots.lines import Line, Lines, Look, Role, extent, lines_of
from netstudio.gui.plots.marks import MarkKind
from netstudio.gui.plots.pens import RunPens, mark_pen, plain_pen
from netstudio.gui.plots.scales import Linear, Range, Scale, choose_scale
from netstudio.gui.plots.span import whole_span
from netstudio.gui.theme.colours import blend, colours

_PIXELS_PER_MARK = 9
# More changes of the learning rate than this are a schedule; lines for all would be a fence.
_MOST_RATE_CHANGES = 12
# Lines lie over each other in this order; the grid lies below them all.
_LEVELS = {Role.RAW: 0, Role.TRAIN: 2, Role.VALIDATION: 3}
_KEY_ZOOM = 0.7
_KEY_MOVE = 0.15


@dataclass(frozen=True)
class DrawnRun:
    """A run that is drawn.

    Attributes:
        key: What tells it from the others.
        curves: Its curves.
        name: What it is called.
        hue: The colour it is compared in; None for the run in view.
    """

    key: str
    curves: RunCurves
    name: str = ""
    hue: int | None = None


class Canvas(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Draws the curves of one figure.

    Signals:
        pointed_at: The place under the mouse, in the unit of the axis, or None when it has left.
        zoomed: Whether another part than the whole is shown.
        menu_asked: The menu is wanted at this point of the screen.
    """

    pointed_at = Signal(object)
    zoomed = Signal(bool)
    menu_asked = Signal(object)

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        self._vertical = ValueAxis()
        self._horizontal = PlaceAxis()
        self._view = View()
        super().__init__(
            parent,
            viewBox=self._view,
            axisItems={"left": self._vertical, "bottom": self._horizontal},
        )
        # The grid lies below the view with its curves, which pyqtgraph puts at -100.
        self._vertical.setZValue(-1000)
        self._figure = figure
        self._runs: Sequence[DrawnRun] = ()
        self._look = Look()
        self._is_zoomed = False
        self._whole = (Range(0, 1), Range(0, 1))
        self._scale: Scale = Linear()
        # Lines by the run's key and their role; what was set last, so that it is not set again.
        self._items: dict[tuple[str, Role], Any] = {}
        self._dots: dict[str, Any] = {}
        self._drawn: dict[tuple[str, Role], object] = {}
        self._known: dict[tuple[str, bool], tuple[object, Lines]] = {}
        self._pens: dict[tuple[int | None, frozenset[Role]], RunPens] = {}
        self._marks: list[Any] = []
        self._drawn_marks: object = None
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setAntialiasing(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Room for the texts at the ends of the axes.
        self.getPlotItem().layout.setContentsMargins(0, 7, 12, 0)
        self._cross = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self.addItem(self._cross, ignoreBounds=True)
        self._view.dragged.connect(self._show_part)
        self._view.reset_asked.connect(self.reset_view)
        self.scene().sigMouseMoved.connect(self._mouse_moved)
        self.restyle()

    @property
    def is_zoomed(self) -> bool:
        """Whether the user looks at a part."""
        return self._is_zoomed

    @property
    def shown_width(self) -> float:
        """How much of the axis is in view."""
        left, right = self._view.viewRange()[0]
        return float(right - left)

    def set_figure(self, figure: Figure) -> None:
        """Draw another figure from now on."""
        self._figure = figure

    def draw(self, runs: Sequence[DrawnRun], look: Look) -> None:
        """Show the curves as they are now; the first run is the one in view."""
        if look.unit is not self._look.unit:
            self._set_zoomed(False)
            self._horizontal.set_unit(look.unit)
        self._runs, self._look = runs, look
        whole = {run.key: self._lines(run, None) for run in runs}
        values = [line.y for lines in whole.values() for line in lines.values()]
        everything = np.concatenate(values) if values else np.empty(0)
        self._scale = choose_scale(everything, self._figure.is_share, look.is_log)
        self._vertical.set_scale(self._scale)
        self._fit(whole_span([run.curves for run in runs], look.unit), extent(whole.values()))
        self._draw_lines(self._in_view() if self._is_zoomed else whole)
        self._draw_marks()

    def reset_view(self) -> None:
        """Show the whole again."""
        self._set_zoomed(False)
        self._show(*self._whole)
        self._refresh()

    def zoom(self, factor: float) -> None:
        """Show a part that is so much as wide."""
        self._view.zoom(factor)

    def show_cross(self, place: float | None) -> None:
        """Mark a place, or none."""
        self._cross.setVisible(place is not None)
        if place is not None:
            self._cross.setPos(place)

    def restyle(self) -> None:
        """Wear the colours of the theme."""
        worn = colours()
        self.setBackground(worn.panel)
        for axis in (self._vertical, self._horizontal):
            axis.wear(worn.text_faint, blend(worn.border, worn.panel, 0.75))
        self._cross.setPen(plain_pen(worn.connector, 1))
        self._pens.clear()
        self._drawn.clear()
        self._drawn_marks = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cross"):
            self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._view.zoom(_KEY_ZOOM)
            case Qt.Key.Key_Minus:
                self._view.zoom(1 / _KEY_ZOOM)
            case Qt.Key.Key_Left:
                self._view.move(-_KEY_MOVE, 0)
            case Qt.Key.Key_Right:
                self._view.move(_KEY_MOVE, 0)
            case Qt.Key.Key_Up:
                self._view.move(0, _KEY_MOVE)
            case Qt.Key.Key_Down:
                self._view.move(0, -_KEY_MOVE)
            case Qt.Key.Key_Home:
                self.reset_view()
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls past a plot does not mean to zoom it.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_asked.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def _refresh(self) -> None:
        """Draw the part that is in view now; at once, so that it follows the mouse."""
        if self._is_zoomed:
            self._draw_lines(self._in_view())
        else:
            self._draw_lines({run.key: self._lines(run, None) for run in self._runs})

    def _in_view(self) -> dict[str, Lines]:
        shown = Range(*self._view.viewRange()[0])
        return {run.key: self._lines(run, shown) for run in self._runs}

    def _lines(self, run: DrawnRun, shown: Range | None) -> Lines:
        """A run's lines; those of a run that has not grown are known already."""
        known_as = (run.key, shown is not None)
        curves = run.curves.figures.get(self._figure.name)
        state = (id(curves), len(curves or ()), run.curves.now, self._figure, self._look, shown)
        before, lines = self._known.get(known_as, (None, {}))
        if state != before:
            with_raw = run.hue is None
            new = lines_of(run.curves, self._figure, self._look, with_raw, shown)
            # One that is as before need not be drawn again: the validation curve, mostly.
            lines = {role: _same_or(lines.get(role), line) for role, line in new.items()}
            self._known[known_as] = (state, lines)
        return lines

    def _draw_lines(self, lines_of_runs: dict[str, Lines]) -> None:
        wanted = {(key, role) for key, lines in lines_of_runs.items() for role in lines}
        for key_and_role in [known for known in self._items if known not in wanted]:
            self._remove(key_and_role)
        for run in self._runs:
            lines = lines_of_runs.get(run.key, {})
            pens = self._pens_of(run.hue, frozenset(lines))
            for role, line in lines.items():
                state = (line, self._scale, pens, self.width())
                if self._drawn.get((run.key, role)) != state:
                    self._drawn[run.key, role] = state
                    self._draw_line(run.key, role, line, pens)

    def _pens_of(self, hue: int | None, roles: frozenset[Role]) -> RunPens:
        if (hue, roles) not in self._pens:
            self._pens[hue, roles] = RunPens.of(hue, roles)
        return self._pens[hue, roles]

    def _draw_line(self, key: str, role: Role, line: Any, pens: RunPens) -> None:
        item = self._items.get((key, role))
        if item is None:
            item = pyqtgraph.PlotCurveItem(antialias=role is not Role.RAW)
            item.setZValue(_LEVELS[role] - (1 if pens.is_compared else 0))
            self.addItem(item, ignoreBounds=True)
            self._items[key, role] = item
        item.setPen(pens.pen(role))
        y = self._scale.place(line.y)
        item.setData(line.x, y, skipFiniteCheck=True)
        if role is Role.VALIDATION:
            self._draw_dots(key, line.x, y, QColor(pens.pen(role).color()))

    def _draw_dots(self, key: str, x: Any, y: Any, colour: QColor) -> None:
        """Mark each point of a validation curve, where there is room."""
        dots = self._dots.get(key)
        if dots is None:
            dots = pyqtgraph.ScatterPlotItem(size=6, pxMode=True, antialias=True, pen=None)
            dots.setZValue(_LEVELS[Role.VALIDATION])
            self.addItem(dots, ignoreBounds=True)
            self._dots[key] = dots
        dots.setBrush(colour)
        dots.setData(x, y) if len(x) * _PIXELS_PER_MARK < self.width() else dots.clear()

    def _remove(self, key_and_role: tuple[str, Role]) -> None:
        self.removeItem(self._items.pop(key_and_role))
        self._drawn.pop(key_and_role, None)
        key, role = key_and_role
        if role is Role.VALIDATION and key in self._dots:
            self.removeItem(self._dots.pop(key))
        for is_part in (False, True):
            self._known.pop((key, is_part), None)

    def _draw_marks(self) -> None:
        """Vertical lines for the marked moments of the run in view."""
        curves = self._runs[0].curves if self._runs else None
        marks = list(curves.marks) if curves is not None else []
        state = (marks, self._look.unit)
        if state == self._drawn_marks and self._look.unit is Unit.EPOCHS:
            return
        self._drawn_marks = state
        if sum(mark.kind is MarkKind.RATE for mark in marks) > _MOST_RATE_CHANGES:
            marks = [mark for mark in marks if mark.kind is not MarkKind.RATE]
        while len(self._marks) > len(marks):
            self.removeItem(self._marks.pop())
        while len(self._marks) < len(marks):
            line = pyqtgraph.InfiniteLine(angle=90, movable=False)
            line.setZValue(-1)
            self.addItem(line, ignoreBounds=True)
            self._marks.append(line)
        for line, mark in zip(self._marks, marks, strict=True):
            assert curves is not None
            line.setPos(curves.clock.place(mark.epoch, self._look.unit))
            line.setPen(mark_pen(mark.kind))

    def _fit(self, span: float, values: tuple[float, float]) -> None:
        before = self._whole
        self._whole = (Range(0, span), self._scale.fit(*values))
        if not self._is_zoomed and self._whole != before:
            self._show(*self._whole)

    def _show(self, horizontal: Range, vertical: Range) -> None:
        self._view.setRange(
            xRange=(horizontal.low, horizontal.high),
            yRange=(vertical.low, vertical.high),
            padding=0,
            disableAutoRange=True,
        )

    def _show_part(self, horizontal: Range, vertical: Range) -> None:
        self._show(horizontal, vertical)
        self._set_zoomed(True)
        self._refresh()

    def _set_zoomed(self, is_zoomed: bool) -> None:
        if is_zoomed is not self._is_zoomed:
            self._is_zoomed = is_zoomed
            self.zoomed.emit(is_zoomed)

    def _mouse_moved(self, place: QPointF) -> None:
        inside = self._view.sceneBoundingRect().contains(place)
        self.pointed_at.emit(self._view.mapSceneToView(place).x() if inside else None)


def _same_or(known: Line | None, new: Line) -> Line:
    """The line that is known already where the new one is the same."""
    if known is None or not np.array_equal(known.y, new.y) or not np.array_equal(known.x, new.x):
        return new
    return known
