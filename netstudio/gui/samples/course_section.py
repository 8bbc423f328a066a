"""The tab with a whole time series and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.axes import Axes, axes_in, paint_axes, widened
from netstudio.gui.background import Task
from netstudio.gui.kinds.parts import Part, part_colour
from netstudio.gui.samples.part_legend import PartLegend
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.texts import grouped, translate
from netstudio.gui.theme.colours import colours
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.series.course import Course
    from netstudio.engine.data.series.inputs import Windows
    from netstudio.gui.data.content import LoadedData

# A line this long has more points than any window has pixels.
_MOST_COLUMNS = 1_600


@dataclass(frozen=True)
class Stretch:
    """A run of rows whose values are shown as the lowest and highest in each column.

    Attributes:
        part: The part in which these rows are forecast; None for those in none.
        at: The row of each column.
        low: The lowest value there.
        high: The highest.
    """

    part: Part | None
    at: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Drawing:
    """A column of a series, ready to be drawn.

    Attributes:
        name: The column.
        rows: How many there are.
        span: The lowest and the highest value.
        stretches: Its values, part by part.
        first: When the first row was; "" where that is not known.
        last: When the last row was.
    """

    name: str
    rows: int
    span: tuple[float, float]
    stretches: tuple[Stretch, ...]
    first: str = ""
    last: str = ""


class CourseSection(Section):
    """Draws a column of the whole series; each part has its colour."""

    name = "course"
    contents = (Content.SERIES,)

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Series")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._task: Task | None = None
        self._column = QComboBox()
        self._column.setObjectName("courseColumn")
        self._column.setAccessibleName(translate("netstudio", "Column"))
        self._column.currentIndexChanged.connect(self._draw)
        self._span = QLabel()
        self._span.setProperty("role", "small")
        self.chart = CourseChart()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._column)
        head.addWidget(self._span, 1)
        head.addWidget(PartLegend())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.chart, 1)

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        self.chart.show_drawing(None)
        self._span.clear()
        self._column.blockSignals(True)
        self._column.clear()
        if data is not None:
            windows = _windows(data.dataset)
            names = [each.name for each in windows.course.columns if not each.categories]
            self._column.addItems(names)
            self._column.setCurrentText(windows.targets[0])
        self._column.blockSignals(False)
        self._draw()

    def _draw(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        data, name = self._data, self._column.currentText()
        if data is None or not name:
            return
        self._task = self.bench.lane.start(lambda: draw_course(data.dataset, name))
        self._task.succeeded.connect(self._show)

    def _show(self, drawing: Drawing) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        self.chart.show_drawing(drawing)
        rows = translate("netstudio", "{count} rows").format(count=grouped(drawing.rows))
        if drawing.first:
            template = translate("netstudio", "{count} rows from {first} to {last}")
            rows = template.format(
                count=grouped(drawing.rows), first=drawing.first, last=drawing.last
            )
        self._span.setText(rows)


class CourseChart(QWidget):
    """A long line of which each column of pixels shows the lowest and the highest value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("courseChart")
        self.setAccessibleName(translate("netstudio", "The whole series"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawing: Drawing | None = None

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another column, or none."""
        self._drawing = drawing
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        span = (1.0, float(max(self._drawing.rows, 2)))
        axes = axes_in(QRectF(self.rect()), span, widened(*self._drawing.span))
        paint_axes(painter, axes, translate("netstudio", "row"), self._drawing.name)
        for stretch in self._drawing.stretches:
            _paint_stretch(painter, axes, stretch)


def draw_course(dataset: Dataset, name: str) -> Drawing:
    """A column of the whole series as few enough points; in the background."""
    import numpy as np

    from netstudio.engine.data.series.course import moment

    windows = _windows(dataset)
    course = windows.course
    values = course.values[:, course.place(name)]
    known = values[np.isfinite(values)]
    span = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    borders = _borders(dataset, len(course))
    stretches = [_stretch(part, values, start, stop, len(course)) for part, start, stop in borders]
    times = _ends(course)
    first, last = ("", "") if times is None else (moment(times[0]), moment(times[1]))
    return Drawing(name, len(course), span, tuple(stretches), first, last)


def _ends(course: Course) -> tuple[np.datetime64, np.datetime64] | None:
    return None if course.times is None else (course.times[0], course.times[-1])


def _borders(dataset: Dataset, rows: int) -> list[tuple[Part | None, int, int]]:
    """The parts in the order of time, each with its first row and the row behind its last.

    A part reaches from its first forecast row to the next part's; before the first is what only
    the first windows look back on.
    """
    firsts = sorted(
        (int(windows.starts.min()) + windows.window, part)
        for part in Part
        if len(windows := _windows_of(dataset, part))
    )
    ends = [first for first, _ in firsts[1:]] + [rows]
    found: list[tuple[Part | None, int, int]] = [(None, 0, firsts[0][0])] if firsts else []
    found += [(part, first, end) for (first, part), end in zip(firsts, ends, strict=True)]
    return found


def _stretch(
    part: Part | None, values: NDArray[np.float32], start: int, stop: int, rows: int
) -> Stretch:
    import numpy as np

    wide = max(1, -(-rows // _MOST_COLUMNS))
    at, low, high = [], [], []
    # The row before joins this stretch to the last one.
    for first in range(max(start - 1, 0), stop, wide):
        block = values[first : min(first + wide, stop)]
        known = block[np.isfinite(block)]
        at.append(first + 1.0)
        low.append(float(known.min()) if len(known) else float("nan"))
        high.append(float(known.max()) if len(known) else float("nan"))
    return Stretch(part, tuple(at), tuple(low), tuple(high))


def _paint_stretch(painter: QPainter, axes: Axes, stretch: Stretch) -> None:
    colour = colours().text_faint if stretch.part is None else part_colour(stretch.part)
    painter.setPen(QPen(QColor(colour), 1.2))
    lines: list[QLineF] = []
    before: QPointF | None = None
    for at, low, high in zip(stretch.at, stretch.low, stretch.high, strict=True):
        if low != low:
            before = None
            continue
        top, bottom = axes.place(at, high), axes.place(at, low)
        if before is not None:
            lines.append(QLineF(before, top))
        lines.append(QLineF(top, bottom))
        before = bottom
    painter.drawLines(lines)


def _windows(dataset: Dataset) -> Windows:
    return _windows_of(dataset, Part.TRAIN)


def _windows_of(dataset: Dataset, part: Part) -> Windows:
    from netstudio.engine.data.series.inputs import Windows

    inputs = getattr(dataset.records, part).inputs
    assert isinstance(inputs, Windows)
    return inputs
