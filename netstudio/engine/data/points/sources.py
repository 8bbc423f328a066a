"""The sources of points."""

from __future__ import annotations

import numpy as np
import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.job import Job
from netstudio.engine.data.points.inputs import Points
from netstudio.engine.data.points.shapes import Labels, Places, class_count, draw
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.events import Preparing
from netstudio.tasks.sources.points import ClickedPoints, DrawnPoints

_NAMES = "ABCDEF"


def read_drawn_points(reading: Reading) -> Job[RawData]:
    """Draw the points of a shape."""
    source = reading.source
    assert isinstance(source, DrawnPoints)
    yield Preparing("read", 0, source.count)
    places, labels = draw(source)
    yield Preparing("read", source.count, source.count)
    return _raw(places, labels, tuple(_NAMES[: class_count(source)]))


def read_clicked_points(reading: Reading) -> Job[RawData]:
    """The points that the user has put into the plane.

    Raises:
        UserError: There are too few.
    """
    source = reading.source
    assert isinstance(source, ClickedPoints)
    yield Preparing("read", len(source.points), len(source.points))
    numbers = sorted({number for _, _, number in source.points})
    if len(numbers) < 2:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "There are points of {count} classes, but at least 2 are needed. Click points of "
                "another class into the plane.",
            ),
            count=len(numbers),
        )
    places = np.array([(x, y) for x, y, _ in source.points])
    labels = np.array([numbers.index(number) for _, _, number in source.points])
    return _raw(places, labels, tuple(_NAMES[number] for number in numbers))


def _raw(places: Places, labels: Labels, classes: tuple[str, ...]) -> RawData:
    points = Points(torch.from_numpy(places.astype(np.float32)))
    return RawData(Records(points, torch.from_numpy(labels)), classes=classes)
