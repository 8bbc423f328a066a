"""How points in the plane are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout

from netstudio.gui.kinds.contract import Detail, Place, SampleView
from netstudio.gui.kinds.painting import paint_text
from netstudio.gui.plane.picture import class_colours
from netstudio.gui.plane.plane import Plane, Spot
from netstudio.tasks.sources.points import FIELD, REACH

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.points.inputs import Points
    from netstudio.engine.data.records import RawData, Records

_DOT = 4
_MOST_AROUND = 1_000
# Beside the points of a shape there is room for their noise.
_MARGIN = 1.3


@dataclass(frozen=True)
class PointLook:
    """A point among those of its part."""

    chosen: Spot
    around: tuple[Spot, ...]


class PointView(SampleView):
    """Points as their coordinates, with a dot in the colour of their class."""

    def glance(self, records: Records, number: int) -> tuple[str, int]:
        return _written(records, number), _label(records, number)

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, tuple)
        text, label = glance
        painter.setBrush(QColor(class_colours()[label % len(class_colours())]))
        painter.drawEllipse(QPointF(room.left() + 12, room.center().y() + 1), _DOT, _DOT)
        paint_text(painter, room.adjusted(18, 0, 0, 0), text)

    def words(self, records: Records, number: int) -> str:
        return _written(records, number)

    def look(self, dataset: Dataset, place: Place) -> PointLook:
        records = place.records(dataset)
        around = spots_of(records, dataset.classes, _MOST_AROUND)
        return PointLook(spots_of(records, dataset.classes, place.number + 1)[-1], around)

    def detail(self) -> Detail:
        return PointDetail()


class PointDetail(Detail):
    """A point among the others."""

    def __init__(self) -> None:
        super().__init__()
        self.plane = Plane(REACH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plane)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, PointLook)
        self.plane.reach = reach_for(look.around)
        self.plane.show_spots(look.around, look.chosen)


def spots_of(records: Records, classes: tuple[str, ...], most: int) -> tuple[Spot, ...]:
    """The first points with the numbers of their letters; A is 0."""
    assert records.targets is not None
    letters = [ord(name) - ord("A") for name in classes]
    places = _points(records).places[:most].tolist()
    labels = records.targets[:most].tolist()
    return tuple((x, y, letters[label]) for (x, y), label in zip(places, labels, strict=True))


def raw_spots(raw: RawData, most: int) -> tuple[Spot, ...]:
    """The first points of a source."""
    return spots_of(raw.train, raw.classes, most)


def reach_for(spots: tuple[Spot, ...]) -> float:
    """How far a plane must reach to show these points."""
    furthest = max((max(abs(x), abs(y)) for x, y, _ in spots), default=0.0)
    return FIELD if furthest > _MARGIN * REACH else _MARGIN * REACH


def _points(records: Records) -> Points:
    from netstudio.engine.data.points.inputs import Points

    assert isinstance(records.inputs, Points)
    return records.inputs


def _written(records: Records, number: int) -> str:
    x, y = _points(records).places[number].tolist()
    return f"x {x:.2f}   y {y:.2f}"


def _label(records: Records, number: int) -> int:
    return 0 if records.targets is None else int(records.targets[number])
