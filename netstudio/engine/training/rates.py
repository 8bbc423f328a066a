"""The learning rate as the schedule and the user set it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch.optim import Optimizer

from netstudio.tasks.schedules import ScheduleDef


class Rates:
    """Sets the learning rate of an optimizer.

    Groups of parameters keep their proportions to each other.

    Args:
        optimizer: Its groups have the learning rates that they start with.
        base: The learning rate that the schedule multiplies.
        schedule: How it changes over the epochs.
        epochs: How many epochs there will be.
    """

    def __init__(
        self, optimizer: Optimizer, base: float, schedule: ScheduleDef, epochs: int
    ) -> None:
        self._groups = optimizer.param_groups
        self._shares = [group["lr"] / base for group in self._groups]
        self._base = base
        self._schedule = schedule
        self._epochs = epochs
        self._factor = 1.0
        self.set_epoch(0.0)

    def set_epoch(self, epoch: float) -> None:
        """Set the rate that the schedule wants when ``epoch`` epochs, with fractions, are done."""
        factor = self._schedule.factor(epoch, self._epochs)
        if factor != self._factor:
            self._factor = factor
            self._apply()

    @property
    def current(self) -> float:
        """The learning rate, without the factors of layers."""
        return self._base * self._factor

    @current.setter
    def current(self, value: float) -> None:
        # The schedule goes on from there in proportion.
        self._base = value / self._factor if self._factor else value
        self._apply()

    def state(self) -> Mapping[str, Any]:
        """What the next rate depends on."""
        return {"base": self._base, "factor": self._factor}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        self._base, self._factor = state["base"], state["factor"]
        self._apply()

    def _apply(self) -> None:
        for group, share in zip(self._groups, self._shares, strict=True):
            group["lr"] = self.current * share
