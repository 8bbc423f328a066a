"""A few real samples in the panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netstudio.gui.data.preview import Glances
from netstudio.gui.kinds.contract import SampleView, Shape
from netstudio.gui.kinds.painting import paint_back
from netstudio.gui.kinds.plain import PlainView
from netstudio.gui.texts import listed, translate

_GAP = 3


@dataclass(frozen=True)
class _Arrangement:
    """How samples stand in the panel.

    Attributes:
        columns: The fewest side by side.
        rows: How many rows there are.
        widest: How wide one may become before there is another column.
        height: Of one, as a share of its width; None for a line of text.
    """

    columns: int
    rows: int
    widest: int
    height: float | None


_ARRANGEMENTS: Mapping[Shape, _Arrangement] = {
    Shape.TILE: _Arrangement(7, 2, 48, 1.0),
    Shape.WIDE: _Arrangement(3, 2, 96, 0.5),
    Shape.LINE: _Arrangement(1, 4, 10_000, None),
}
_LINE_HEIGHT = 24


class PreviewGrid(QWidget):
    """A few samples at a glance: of every class in turn, or of one class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetPreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view: SampleView = PlainView()
        self._glances: Glances = ()
        self._classes: tuple[str, ...] = ()
        self._only: int | None = None
        self._is_faint = False
        self._adjust()

    @property
    def shown(self) -> tuple[tuple[str, object], ...]:
        """The samples in view, each with the name of its class, or "" where there are none."""
        places = self._columns * self._arrangement.rows
        if self._only is not None:
            chosen = [(self._only, glance) for glance in self._glances[self._only]]
        else:
            chosen = _in_turn(self._glances, places)
        names = self._classes or ("",)
        return tuple((names[number], glance) for number, glance in chosen[:places])

    def show_glances(
        self, view: SampleView, glances: Glances, classes: tuple[str, ...] = ()
    ) -> None:
        """Show these samples.

        Args:
            view: How they are shown.
            glances: What is known of each at a glance, by class number.
            classes: The names of the classes, where there are classes.
        """
        # Labels name what a sample shows, and several may: they make no groups.
        self._classes = classes if len(classes) == len(glances) else ()
        self._view, self._glances = view, glances
        self._is_faint = False
        self._adjust()
        self.show_class(None)

    def show_class(self, number: int | None) -> None:
        """Show only this class, or all of them."""
        self._only = number if self._classes else None
        names = listed(dict.fromkeys(name for name, _ in self.shown if name))
        self.setAccessibleName(
            translate("netstudio", "Samples: {names}").format(names=names)
            if names
            else translate("netstudio", "Samples")
        )
        self.update()

    def set_faint(self, is_faint: bool) -> None:
        """Whether the samples are those of data that are no longer, or not yet, there."""
        if is_faint != self._is_faint:
            self._is_faint = is_faint
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            name = self.class_at(event.pos())
            QToolTip.showText(event.globalPos(), name or "", self)
            return True
        return super().event(event)

    def class_at(self, position: QPoint) -> str | None:
        """The name of the class of the sample there."""
        for place, (name, _) in enumerate(self.shown):
            if self._rect(place).contains(position):
                return name
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adjust()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.shown
        for place in range(self._columns * self._arrangement.rows):
            room = self._rect(place)
            paint_back(painter, room)
            if place < len(shown):
                painter.setOpacity(0.3 if self._is_faint else 1.0)
                self._view.paint(painter, room, shown[place][1])
                painter.setOpacity(1.0)

    @property
    def _arrangement(self) -> _Arrangement:
        return _ARRANGEMENTS[self._view.shape]

    def _adjust(self) -> None:
        plan = self._arrangement
        self._columns = max(plan.columns, self.width() // (plan.widest + _GAP))
        self._cell_width = max(1, (self.width() - (self._columns - 1) * _GAP) // self._columns)
        self._cell_height = (
            _LINE_HEIGHT if plan.height is None else max(1, round(self._cell_width * plan.height))
        )
        self.setFixedHeight(plan.rows * self._cell_height + (plan.rows - 1) * _GAP)

    def _rect(self, place: int) -> QRect:
        row, column = divmod(place, self._columns)
        width, height = self._cell_width, self._cell_height
        # What the division left over is spread, so that both edges line up with the panel.
        rest = self.width() - self._columns * width - (self._columns - 1) * _GAP
        shift = column * rest // max(self._columns - 1, 1) if self._columns > 1 else 0
        return QRect(column * (width + _GAP) + shift, row * (height + _GAP), width, height)


def _in_turn(glances: Glances, places: int) -> list[tuple[int, object]]:
    """The first of each class, then the second of each; evenly spread where classes are many."""
    numbers = [number for number, group in enumerate(glances) if group]
    if len(numbers) > places:
        numbers = [numbers[place * len(numbers) // places] for place in range(places)]
    deepest = max((len(group) for group in glances), default=0)
    return [
        (number, glances[number][depth])
        for depth in range(deepest)
        for number in numbers
        if depth < len(glances[number])
    ]
