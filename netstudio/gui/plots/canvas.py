"""The drawn part of a plot, for pyqtgraph."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from netstudio.gui.plots.axes import EpochAxis, ValueAxis, View
from netstudio.gui.plots.curves import Curves
from netstudio.gui.plots.scales import Range, Scale, choose_scale
from netstudio.gui.plots.series import Floats, Series
from netstudio.gui.theme.colours import Colours, blend, colours

# About two points for each pixel of a plot that fills a third of the window.
_MOST_POINTS = 800
_PIXELS_PER_MARK = 9
# How far the noise of single batches may push the range beyond the smooth curves.
_NOISE_ROOM = 1.6
# Room for the whole mark of the last epoch.
_BEYOND_THE_LAST = 1.01


class Canvas(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Draws the curves of one figure.

    Signals:
        pointed_at: The epoch under the mouse, or None when it has left.
        zoomed: Whether another part than the whole is shown.
    """

    pointed_at = Signal(object)
    zoomed = Signal(bool)

    def __init__(self, is_share: bool, parent: QWidget | None = None) -> None:
        self._vertical = ValueAxis()
        self._horizontal = EpochAxis()
        self._view = View()
        super().__init__(
            parent,
            viewBox=self._view,
            axisItems={"left": self._vertical, "bottom": self._horizontal},
        )
        # The grid lies below the view with its curves, which pyqtgraph puts at -100.
        self._vertical.setZValue(-1000)
        self._is_share = is_share
        self._is_zoomed = False
        self._whole = (Range(0, 1), Range(0, 1))
        self._training_style: tuple[bool, Colours] | None = None
        self._drawn_validation: tuple[float, ...] = ()
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setAntialiasing(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Room for the texts at the ends of the axes.
        self.getPlotItem().layout.setContentsMargins(0, 7, 12, 0)
        self._raw = self._add_curve(antialias=False)
        self._train = self._add_curve(antialias=True)
        self._validation = self._add_curve(antialias=True)
        self._marks = pyqtgraph.ScatterPlotItem(size=6, pxMode=True, antialias=True)
        self._cross = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        for item in (self._marks, self._cross):
            self.addItem(item, ignoreBounds=True)
        self._view.dragged.connect(self._show_part)
        self._view.reset_asked.connect(self.reset_view)
        self.scene().sigMouseMoved.connect(self._mouse_moved)
        self.restyle()

    @property
    def is_zoomed(self) -> bool:
        """Whether the user looks at a part."""
        return self._is_zoomed

    def set_share(self, is_share: bool) -> None:
        """Draw a figure that is a share, or one that is not."""
        self._is_share = is_share

    def draw(self, curves: Curves, epochs: int, is_log: bool, is_smooth: bool) -> None:
        """Show the curves as they are now."""
        kinds = [curves.raw, curves.train, curves.validation]
        # Where nothing finer was measured there is nothing to be smoothed.
        if not is_smooth and len(curves.raw):
            kinds[1] = Series()
        whole = [series.thinned(_MOST_POINTS) for series in kinds]
        values = [y for _, y in whole]
        scale = choose_scale(np.concatenate(values), self._is_share, is_log)
        self._set_scale(scale, epochs, *_extent(*values))
        shown = whole
        if self._is_zoomed:
            shown = [series.thinned(_MOST_POINTS, *self._view.viewRange()[0]) for series in kinds]
        raw, train, validation = shown
        self._style_training(is_faint=len(train[0]) > 0)
        for item, (x, y) in ((self._raw, raw), (self._train, train)):
            item.setData(x, scale.place(y), skipFiniteCheck=True)
        self._draw_validation(validation[0], scale.place(validation[1]))

    def reset_view(self) -> None:
        """Show the whole again."""
        self._set_zoomed(False)
        self._show(*self._whole)

    def show_cross(self, epoch: float | None) -> None:
        """Mark an epoch, or none."""
        self._cross.setVisible(epoch is not None)
        if epoch is not None:
            self._cross.setPos(epoch)

    def restyle(self) -> None:
        """Wear the colours of the theme."""
        worn = colours()
        self.setBackground(worn.panel)
        for axis in (self._vertical, self._horizontal):
            axis.wear(worn.text_faint, blend(worn.border, worn.panel, 0.75))
        self._style_training(is_faint=True)
        self._validation.setPen(_pen(worn.curve_validation, 1.5))
        self._marks.setPen(None)
        self._marks.setBrush(QColor(worn.curve_validation))
        self._cross.setPen(_pen(worn.connector, 1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cross"):
            self.restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls past a plot does not mean to zoom it.
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def _add_curve(self, antialias: bool) -> Any:
        curve = pyqtgraph.PlotCurveItem(antialias=antialias)
        self.addItem(curve, ignoreBounds=True)
        return curve

    def _style_training(self, is_faint: bool) -> None:
        worn = colours()
        if (is_faint, worn) == self._training_style:
            return
        self._training_style = (is_faint, worn)
        faint = blend(worn.curve_train, worn.panel, 0.38)
        self._raw.setPen(_pen(faint if is_faint else worn.curve_train, 1))
        self._train.setPen(_pen(worn.curve_train, 1.5))

    def _draw_validation(self, x: Floats, y: Floats) -> None:
        """Draw the validation part anew where it is another; it changes once an epoch."""
        drawn = (self.width(), *x, *y)
        if drawn == self._drawn_validation:
            return
        self._drawn_validation = drawn
        self._validation.setData(x, y, skipFiniteCheck=True)
        has_room = len(x) * _PIXELS_PER_MARK < self.width()
        self._marks.setData(x, y) if has_room else self._marks.clear()

    def _set_scale(self, scale: Scale, epochs: int, low: float, high: float) -> None:
        self._vertical.set_scale(scale)
        before = self._whole
        self._whole = (Range(0, epochs * _BEYOND_THE_LAST), scale.fit(low, high))
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

    def _set_zoomed(self, is_zoomed: bool) -> None:
        if is_zoomed is not self._is_zoomed:
            self._is_zoomed = is_zoomed
            self.zoomed.emit(is_zoomed)

    def _mouse_moved(self, place: QPointF) -> None:
        inside = self._view.sceneBoundingRect().contains(place)
        self.pointed_at.emit(self._view.mapSceneToView(place).x() if inside else None)


def _extent(raw: Floats, train: Floats, validation: Floats) -> tuple[float, float]:
    """The lowest and the highest value that must be seen."""
    everything = np.concatenate((raw, train, validation))
    if not len(everything):
        return 0.0, 1.0
    high = float(everything.max())
    if len(train):
        high = min(high, _NOISE_ROOM * float(np.concatenate((train, validation)).max()))
    return float(everything.min()), high


def _pen(colour: str | QColor, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen
