"""What a plot draws of a run: few points for each of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.figures import Figure
from netstudio.gui.plots.scales import Range
from netstudio.gui.plots.series import Floats

# About two points for each pixel of a plot that fills a third of the window.
MOST_POINTS = 800
# How far the noise of single batches may push the range beyond the smooth curves.
_NOISE_ROOM = 1.6


class Role(StrEnum):
    """What a line shows."""

    RAW = "raw"
    TRAIN = "train"
    VALIDATION = "validation"


@dataclass(frozen=True)
class Look:
    """How the curves are looked at.

    Attributes:
        unit: What the horizontal axis counts.
        smoothing: Over which share of what was seen the smooth curve goes; 0 for none.
        is_log: Whether values lie by their logarithm.
        roles: Which lines are wanted.
    """

    unit: Unit = Unit.EPOCHS
    smoothing: float = 0.04
    is_log: bool = False
    roles: frozenset[Role] = frozenset(Role)


@dataclass(frozen=True, eq=False)
class Line:
    """Points of a line: ``x`` in the unit of the axis, ``y`` as measured."""

    x: Floats
    y: Floats


Lines = Mapping[Role, Line]


def lines_of(
    run: RunCurves,
    figure: Figure,
    look: Look,
    with_raw: bool = True,
    shown: Range | None = None,
) -> Lines:
    """The lines of one run's figure that are not empty.

    Args:
        run: The run.
        figure: What is plotted.
        look: How.
        with_raw: Whether single measurements lie behind the smooth curve.
        shown: The part of the axis that is seen; None for the whole.
    """
    curves = run.figures.get(figure.name)
    if curves is None or not len(curves) or not run.clock.knows(look.unit):
        return {}
    low, high = -np.inf, np.inf
    if shown is not None:
        low, high = (run.clock.epoch(place, look.unit) for place in (shown.low, shown.high))
    drawn: dict[Role, tuple[Floats, Floats]] = {}
    if Role.TRAIN in look.roles:
        is_smooth = figure.is_noisy and look.smoothing > 0
        if is_smooth:
            drawn[Role.TRAIN] = curves.smooth(MOST_POINTS, look.smoothing, low, high)
        else:
            drawn[Role.TRAIN] = curves.plain(MOST_POINTS, low, high)
        if is_smooth and with_raw:
            drawn[Role.RAW] = curves.raw.thinned(MOST_POINTS, low, high)
    if Role.VALIDATION in look.roles:
        drawn[Role.VALIDATION] = curves.validation.thinned(MOST_POINTS, low, high)
    return {
        role: Line(run.clock.places(x, look.unit), y) for role, (x, y) in drawn.items() if len(x)
    }


def extent(drawn: Iterable[Lines]) -> tuple[float, float]:
    """The lowest and the highest value of the runs' lines that must be seen."""
    lines = [(role, line.y) for of_run in drawn for role, line in of_run.items()]
    noise = [values for role, values in lines if role is Role.RAW]
    calm = [values for role, values in lines if role is not Role.RAW]
    if not calm and not noise:
        return 0.0, 1.0
    everything = np.concatenate((*noise, *calm))
    high = float(everything.max())
    if calm and noise:
        high = min(high, _NOISE_ROOM * float(np.concatenate(calm).max()))
    return float(everything.min()), high
