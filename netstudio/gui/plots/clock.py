"""Along what a curve is drawn: epochs, steps or seconds."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from netstudio.gui.plots.series import Floats, Series


class Unit(StrEnum):
    """What the horizontal axis counts."""

    EPOCHS = "epochs"
    STEPS = "steps"
    SECONDS = "seconds"


class Clock:
    """How many steps and seconds a run had done by which epoch; epochs count with fractions.

    Args:
        most: How many moments are kept.
    """

    def __init__(self, most: int) -> None:
        self._passed = {Unit.STEPS: Series(most), Unit.SECONDS: Series(most)}

    def note(self, epoch: float, steps: float | None, seconds: float | None) -> None:
        """Remember a moment; of a run that is resumed, what came after it is forgotten."""
        for unit, passed in ((Unit.STEPS, steps), (Unit.SECONDS, seconds)):
            if passed is not None:
                series = self._passed[unit]
                series.cut(epoch)
                series.append(epoch, passed)

    def knows(self, unit: Unit) -> bool:
        """Whether places can be told in this unit."""
        return unit is Unit.EPOCHS or len(self._passed[unit]) > 0

    def seconds_at(self, epoch: float) -> float:
        """How many seconds had passed."""
        return self._passed[Unit.SECONDS].value_at(epoch) or 0.0

    def places(self, epochs: Floats, unit: Unit) -> Floats:
        """Where epochs lie on an axis of this unit."""
        if unit is Unit.EPOCHS:
            return epochs
        known, passed = self._line(unit)
        beyond = epochs > known[-1]
        placed = np.interp(epochs, known, passed)
        if beyond.any():
            placed[beyond] += (epochs[beyond] - known[-1]) * _pace(known, passed)
        return placed

    def place(self, epoch: float, unit: Unit) -> float:
        """Where an epoch lies on an axis of this unit."""
        return float(self.places(np.array([epoch], float), unit)[0])

    def epoch(self, place: float, unit: Unit) -> float:
        """The epoch that lies at a place."""
        if unit is Unit.EPOCHS:
            return place
        known, passed = self._line(unit)
        if place > passed[-1]:
            return float(known[-1] + (place - passed[-1]) / max(_pace(known, passed), 1e-12))
        return float(np.interp(place, passed, known))

    def _line(self, unit: Unit) -> tuple[Floats, Floats]:
        """The known epochs and what had passed by then, from the very beginning."""
        series = self._passed[unit]
        if not len(series):
            return np.array([0.0, 1.0]), np.array([0.0, 1.0])
        first = np.array([0.0])
        return np.concatenate((first, series.x)), np.concatenate((first, series.y))


def _pace(known: Floats, passed: Floats) -> float:
    """How much passed in an epoch."""
    return float(passed[-1] / max(known[-1], 1e-12))
