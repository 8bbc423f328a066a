"""The factor that falls whenever the monitored figure stalls."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

from netstudio.tasks.schedules import Plateau


class PlateauWatch:
    """Counts the epochs without improvement, as torch's ``ReduceLROnPlateau`` does.

    Args:
        definition: When it falls, and how far.

    Attributes:
        factor: What the learning rate is multiplied by now.
    """

    def __init__(self, definition: Plateau) -> None:
        self._definition = definition
        self._best = inf
        self._stalled = 0
        self._resting = 0
        self.factor = 1.0

    def epoch_ended(self, figure: float) -> None:
        """Take the figure of another epoch into account; the smaller it is, the better."""
        definition = self._definition
        if self._is_better(figure):
            self._best, self._stalled = figure, 0
        else:
            self._stalled += 1
        if self._resting:
            self._resting, self._stalled = self._resting - 1, 0
        if self._stalled > definition.plateau_patience:
            self.factor = max(self.factor * definition.gamma, definition.minimum_factor)
            self._resting, self._stalled = definition.cooldown, 0

    def state(self) -> Mapping[str, Any]:
        """What the next factor depends on."""
        return {
            "best": self._best,
            "stalled": self._stalled,
            "resting": self._resting,
            "factor": self.factor,
        }

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        self._best, self._stalled = state["best"], state["stalled"]
        self._resting, self.factor = state["resting"], state["factor"]

    def _is_better(self, figure: float) -> bool:
        if self._best == inf:
            return figure < inf
        return figure < self._best - self._definition.plateau_threshold * abs(self._best)
