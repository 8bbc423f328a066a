"""How windows of a time series are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.axes import Axes, axes_in, paint_axes, widened
from netstudio.gui.kinds.contract import Detail, Place, SampleView, Shape
from netstudio.gui.kinds.painting import paint_curve
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.series.inputs import Windows

_DETAIL = QSize(280, 240)
# A tile shows no more points than it has room for.
_MOST_POINTS = 72


@dataclass(frozen=True)
class Future:
    """The past of a number and what came, or comes, after it.

    Attributes:
        name: What the number is.
        past: Its values in the window, the last one newest; NaN where one is missing.
        truth: What came after it; empty where that is not known.
        forecast: What a network says; empty where none was asked.
    """

    name: str
    past: tuple[float, ...]
    truth: tuple[float, ...] = ()
    forecast: tuple[float, ...] = ()


class SeriesView(SampleView):
    """Windows as curves of the first number that is forecast."""

    shape = Shape.WIDE

    def glance(self, records: Records, number: int) -> tuple[float, ...]:
        past = future_of(records, number).past
        return past[:: -(-len(past) // _MOST_POINTS)]

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, tuple)
        paint_curve(painter, room, glance)

    def look(self, dataset: Dataset, place: Place) -> Future:
        return future_of(place.records(dataset), place.number)

    def detail(self) -> Detail:
        return SeriesDetail()


class SeriesDetail(Detail):
    """A window with what came after it."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = FutureChart()
        self._legend = FutureLegend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._legend)
        column.addWidget(self.chart)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, Future)
        self._legend.show_future(look)
        self.chart.show_future(look)


class FutureChart(QWidget):
    """Draws the past of a number, what came after it, and what a network says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._future: Future | None = None
        self.setObjectName("futureChart")
        self.setAccessibleName(translate("netstudio", "Window and what comes after it"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_future(self, future: Future | None) -> None:
        """Show another window, or none."""
        self._future = future
        self.update()

    def sizeHint(self) -> QSize:
        return _DETAIL

    def paintEvent(self, event: QPaintEvent) -> None:
        future = self._future
        known = (
            []
            if future is None
            else [
                value for value in (*future.past, *future.truth, *future.forecast) if value == value
            ]
        )
        if future is None or not known:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ahead = max(len(future.truth), len(future.forecast), 1)
        span = (float(1 - len(future.past)), float(ahead))
        axes = axes_in(QRectF(self.rect()), span, widened(min(known), max(known)))
        paint_axes(
            painter, axes, translate("netstudio", "rows from the last known one"), future.name
        )
        _paint_now(painter, axes)
        start = 1 - len(future.past)
        paint_values(painter, axes, start, future.past, worn.accent)
        for values, colour in ((future.truth, worn.ok), (future.forecast, worn.curve_validation)):
            if values:
                paint_values(painter, axes, 0, (future.past[-1], *values), colour, with_points=True)


class FutureLegend(QLabel):
    """Which colour is what in a ``FutureChart``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "small")
        self._future: Future | None = None

    def show_future(self, future: Future | None) -> None:
        """Say what is seen of this window."""
        self._future = future
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        future, worn = self._future, colours()
        parts = []
        if future is not None:
            parts.append((worn.accent, translate("netstudio", "past")))
            if future.truth:
                parts.append((worn.ok, translate("netstudio", "truth")))
            if future.forecast:
                parts.append((worn.curve_validation, translate("netstudio", "forecast")))
        dots = (f'<span style="color:{colour}">●</span>&nbsp;{name}' for colour, name in parts)
        text = " &nbsp; ".join(dots)
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(parts))


def paint_values(
    painter: QPainter,
    axes: Axes,
    start: float,
    values: tuple[float, ...],
    colour: str,
    *,
    with_points: bool = False,
) -> None:
    """A line through values one step apart, broken where one is missing."""
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.setBrush(QColor(colour))
    line: list[QPointF] = []
    for at, value in enumerate((*values, float("nan"))):
        if value == value:
            line.append(axes.place(start + at, value))
            if with_points and at:
                painter.drawEllipse(line[-1], 2.5, 2.5)
        elif line:
            painter.drawPolyline(QPolygonF(line))
            line = []


def future_of(records: Records, number: int) -> Future:
    """The window of one record for the first number that is forecast."""
    windows = _windows(records)
    name, start = windows.targets[0], int(windows.starts[number])
    column = windows.course.values[:, windows.course.place(name)]
    end = start + windows.window
    return Future(
        name,
        tuple(column[start:end].tolist()),
        tuple(column[end : end + windows.horizon].tolist()),
    )


def _paint_now(painter: QPainter, axes: Axes) -> None:
    """The moment that divides what is known from what comes."""
    painter.setPen(QPen(QColor(colours().text_faint), 1, Qt.PenStyle.DashLine))
    top = QPointF(axes.place(0, 0).x(), axes.field.top())
    painter.drawLine(top, QPointF(top.x(), axes.field.bottom()))


def _windows(records: Records) -> Windows:
    from netstudio.engine.data.series.inputs import Windows

    assert isinstance(records.inputs, Windows)
    return records.inputs
