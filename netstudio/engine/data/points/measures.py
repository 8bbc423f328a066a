"""What can be measured of points: where they are."""

from __future__ import annotations

from typing import cast

from netstudio.core.translate import verbatim
from netstudio.engine.data.measures import Measured, Measures
from netstudio.engine.data.points.inputs import Points
from netstudio.engine.data.records import Inputs


def measures(inputs: Inputs) -> Measures:
    """Both coordinates of every point."""
    places = cast("Points", inputs).places.double().numpy()
    return tuple(Measured(verbatim(name), places[:, at]) for at, name in enumerate("xy"))
