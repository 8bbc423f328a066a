"""The learning rate as the schedule and the user set it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch.optim import Optimizer

from netstudio.engine.training.optimizing.groups import FACTOR
from netstudio.engine.training.optimizing.plateau import PlateauWatch
from netstudio.tasks.schedules import Plateau, ScheduleDef


class Rates:
    """Sets the learning rate of an optimizer, and its momentum where the schedule cycles it.

    Groups of weights keep their proportions to each other.

    Args:
        optimizer: Whose groups were made by ``parameter_groups``.
        base: The learning rate that the schedule multiplies.
        schedule: How it changes over the epochs.
        epochs: How many epochs there will be.
    """

    def __init__(
        self, optimizer: Optimizer, base: float, schedule: ScheduleDef, epochs: int
    ) -> None:
        self._optimizer = optimizer
        self._base = base
        self._schedule = schedule
        self._epochs = epochs
        self._plateau = PlateauWatch(schedule) if isinstance(schedule, Plateau) else None
        # Without momentum in its settings an optimizer shall not get any from the schedule.
        self._have_momentum = [bool(group.get("momentum")) for group in optimizer.param_groups]
        self._factor = 1.0
        self._momentum: float | None = None
        self.set_epoch(0.0)

    def set_epoch(self, epoch: float) -> None:
        """Set the rate that the schedule wants when ``epoch`` epochs, with fractions, are done."""
        factor = self._schedule.factor(epoch, self._epochs)
        if self._plateau is not None:
            factor *= self._plateau.factor
        momentum = self._schedule.momentum(epoch, self._epochs)
        if factor != self._factor or momentum != self._momentum:
            self._factor, self._momentum = factor, momentum
            self._apply()

    def epoch_ended(self, figure: float) -> None:
        """Go by the monitored figure, where the schedule does; the smaller, the better."""
        if self._plateau is not None:
            self._plateau.epoch_ended(figure)

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
        plateau = None if self._plateau is None else self._plateau.state()
        return {"base": self._base, "factor": self._factor, "plateau": plateau}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        self._base, self._factor = state["base"], state["factor"]
        if self._plateau is not None:
            self._plateau.load_state(state["plateau"])
        self._apply()

    def _apply(self) -> None:
        # Asked for anew: an optimizer that has loaded its state has other groups.
        groups = self._optimizer.param_groups
        for group, has_momentum in zip(groups, self._have_momentum, strict=True):
            group["lr"] = self.current * group[FACTOR]
            if self._momentum is None:
                continue
            if "betas" in group:
                group["betas"] = (self._momentum, group["betas"][1])
            elif has_momentum:
                group["momentum"] = self._momentum
