"""The tab in which points are made: shapes, sliders, clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.kinds.points import raw_spots, reach_for
from netstudio.gui.plane.edits import (
    are_enough,
    change_setting,
    choose_shape,
    keep_points,
    without_nearest,
)
from netstudio.gui.plane.picture import class_colours
from netstudio.gui.plane.plane import Plane, Spot
from netstudio.gui.plane.units import UnitGrid
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.texts import translate, words
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.sources.points import (
    MOST_CLASSES,
    REACH,
    Blobs,
    Circles,
    DrawnPoints,
    Moons,
    Spirals,
    Xor,
)

if TYPE_CHECKING:
    from netstudio.engine.evaluation.watched_boundary import Boundary
    from netstudio.engine.events import Event
    from netstudio.gui.data.content import LoadedData

_SIDE_WIDTH = 250
_UNIT = 32
_SHAPES: tuple[type[DrawnPoints], ...] = (Moons, Circles, Xor, Blobs, Spirals)
# What can be set by sliders, and how far they go.
_SLIDERS = {"count": (20, 1_000), "noise": (0, 100), "arms": (2, 6), "heaps": (2, 6)}
# As many points can be kept in a project as the user's own.
_MOST_OWN = 2_000
_LARGEST_SEED = 1_000


class PlaygroundSection(Section):
    """Shows all points, and lets the user draw others or put them there by clicks."""

    name = "playground"
    contents = (Content.POINTS,)

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Playground")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._spots: tuple[Spot, ...] = ()
        self.plane = Plane(REACH)
        self.plane.open_for_clicks()
        self.plane.put.connect(self._put)
        self.plane.taken.connect(self._take)
        self._shapes = _Shapes()
        self._shapes.chosen.connect(lambda source: choose_shape(bench.document, source))
        self.sliders = {name: _Slider(name, *ends) for name, ends in _SLIDERS.items()}
        for slider in self.sliders.values():
            slider.moved.connect(self._change)
        self._again = QPushButton(translate("netstudio", "Draw anew"))
        self._again.setObjectName("drawAnew")
        self._again.clicked.connect(self._draw_anew)
        self.brush = _Brush()
        self._clear = QPushButton(translate("netstudio", "Take away all points"))
        self._clear.setObjectName("clearPoints")
        self._clear.clicked.connect(lambda: self._keep(()))
        self._units_title = _title(translate("netstudio", "HIDDEN UNITS"))
        self.units = UnitGrid(_UNIT)
        self.units.chosen.connect(self.plane.show_unit)
        self._units_title.hide()
        self._hint = QLabel(
            translate(
                "netstudio",
                "Click into the plane to add points of this class; click with the right button to "
                "take them away.",
            )
        )
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self._arrange()
        disconnect = bench.document.connect(lambda _: self._follow())
        self.destroyed.connect(disconnect)
        if bench.runs is not None:
            bench.runs.started.connect(lambda _: self._show_boundary(None))
            bench.runs.received.connect(self._take_events)
        self._follow()

    def show_data(self, data: LoadedData | None) -> None:
        if data is None:
            return
        self._show(raw_spots(data.raw, _MOST_OWN))

    def _follow(self) -> None:
        """Show the settings of the document's source."""
        selected = self.bench.document.project.data.source
        source = SOURCES.get(selected.type)
        self._shapes.show_shape(source)
        fields = {} if source is None else {spec.name: spec for spec in source.fields()}
        for name, slider in self.sliders.items():
            slider.setVisible(name in fields)
            if name in fields:
                spec = fields[name]
                slider.show_value(words(spec.label), selected.fields.get(name, spec.default))
        self._again.setVisible("seed" in fields)

    def _show(self, spots: tuple[Spot, ...]) -> None:
        self._spots = spots
        self.plane.reach = reach_for(spots)
        self.plane.show_spots(spots)

    def _take_events(self, events: tuple[Event, ...]) -> None:
        """Show what the network that learns says by now."""
        from netstudio.engine.evaluation.watched_boundary import Boundary
        from netstudio.engine.events import Watched

        seen = [event.seen for event in events if isinstance(event, Watched)]
        boundaries = [each for each in seen if isinstance(each, Boundary)]
        if boundaries:
            self._show_boundary(boundaries[-1])

    def _show_boundary(self, boundary: Boundary | None) -> None:
        self.plane.show_boundary(boundary)
        self.units.show_units(() if boundary is None else boundary.units)
        self._units_title.setVisible(boundary is not None)

    def _put(self, x: float, y: float) -> None:
        self._keep((*self._spots, (x, y, self.brush.number)))

    def _take(self, x: float, y: float) -> None:
        self._keep(without_nearest(self._spots, x, y))

    def _keep(self, spots: tuple[Spot, ...]) -> None:
        """Show these points; the document takes them over as soon as they are enough."""
        if spots != self._spots:
            self._show(spots)
            if are_enough(spots):
                keep_points(self.bench.document, spots)

    def _change(self, name: str, value: object) -> None:
        change_setting(self.bench.document, name, value)

    def _draw_anew(self) -> None:
        seed = self.bench.document.project.data.source.fields.get("seed", 0)
        assert isinstance(seed, int)
        change_setting(self.bench.document, "seed", (seed + 1) % _LARGEST_SEED)

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(_title(translate("netstudio", "SHAPE")))
        side.addWidget(self._shapes)
        for slider in self.sliders.values():
            side.addWidget(slider)
        side.addWidget(self._again)
        side.addSpacing(8)
        side.addWidget(_title(translate("netstudio", "YOUR OWN POINTS")))
        for part in (self.brush, self._hint, self._clear):
            side.addWidget(part)
        side.addSpacing(8)
        side.addWidget(self._units_title)
        side.addWidget(self.units, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch()
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_SIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.plane, 1)
        row.addWidget(holder)


class _Shapes(QWidget):
    """A button for each shape.

    Signals:
        chosen: The source whose button was pressed.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self._group = QButtonGroup(self)
        for at, source in enumerate(_SHAPES):
            button = QPushButton(words(source.label))
            button.setObjectName(f"{source.type}Shape")
            button.setProperty("role", "small")
            button.setCheckable(True)
            button.setToolTip(words(source.help))
            button.clicked.connect(lambda _, source=source: self.chosen.emit(source))
            self._group.addButton(button, at)
            grid.addWidget(button, at // 2, at % 2)

    def show_shape(self, source: object) -> None:
        """Mark the button of this source, if there is one."""
        self._group.setExclusive(False)
        for at, shape in enumerate(_SHAPES):
            button = self._group.button(at)
            assert button is not None
            button.setChecked(shape is source)
        self._group.setExclusive(True)


class _Slider(QWidget):
    """A setting with its name, a slider and the value.

    Signals:
        moved: The name of the setting and the value that the user has given it.
    """

    moved = Signal(str, object)

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self._name = name
        self._scale = 100 if name == "noise" else 1
        self._label = QLabel()
        self._value = QLabel()
        self._value.setProperty("role", "secondary")
        self.bar = QSlider(Qt.Orientation.Horizontal)
        self.bar.setObjectName(f"{name}Slider")
        self.bar.setRange(least, most)
        self.bar.setPageStep(max(1, (most - least) // 10))
        self.bar.valueChanged.connect(self._move)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch()
        head.addWidget(self._value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.bar)

    def show_value(self, label: str, value: object) -> None:
        """Show what the setting is called and which value it has."""
        assert isinstance(value, int | float)
        self._label.setText(label)
        self.bar.setAccessibleName(label)
        self.bar.blockSignals(True)
        self.bar.setValue(round(value * self._scale))
        self.bar.blockSignals(False)
        self._value.setText(f"{value:.2f}" if self._scale > 1 else f"{value}")

    def _move(self, position: int) -> None:
        value = position if self._scale == 1 else position / self._scale
        self._value.setText(f"{value:.2f}" if self._scale > 1 else f"{value}")
        self.moved.emit(self._name, value)


class _Brush(QWidget):
    """Which class the points get that are clicked."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        for number in range(MOST_CLASSES):
            letter = chr(ord("A") + number)
            button = QPushButton(letter)
            button.setObjectName(f"class{letter}")
            button.setAccessibleName(translate("netstudio", "Class {letter}").format(letter=letter))
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setIconSize(QSize(9, 9))
            button.setIcon(_dot(class_colours()[number]))
            button.setProperty("role", "small")
            self._group.addButton(button, number)
            row.addWidget(button)

    @property
    def number(self) -> int:
        """The number of the class."""
        return self._group.checkedId()


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    return label


def _dot(hue: str) -> QIcon:
    pixmap = QPixmap(18, 18)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue))
    painter.drawEllipse(1, 1, 16, 16)
    painter.end()
    return QIcon(pixmap)
