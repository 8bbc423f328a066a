"""Which epoch is the best, and when a run ends before its last: values and pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Self

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, counted, message
from netstudio.engine.events import Figures
from netstudio.tasks.metrics import METRICS
from netstudio.tasks.settings import Settings
from netstudio.tasks.training.stopping import LOSS, Stopping


@dataclass(frozen=True)
class Goal:
    """What a run strives for.

    Attributes:
        monitor: ``loss`` or the name of a metric.
        higher_is_better: In which direction that improves.
        minimum_change: By how much it must improve for patience to begin anew.
        patience: How many epochs in a row may bring no such improvement; None for any number.
        target: The figure with which the run is content; None for none.
    """

    monitor: str = LOSS
    higher_is_better: bool = False
    minimum_change: float = 0.0
    patience: int | None = None
    target: float | None = None

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The goal that a project's options name.

        Raises:
            UserError: The task has no such metric.
        """
        assert settings.training is not None
        options: Stopping = settings.training
        metrics = {metric.type for metric in settings.metrics}
        if options.monitor != LOSS and options.monitor not in metrics:
            assert settings.task is not None
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The metric {metric} cannot be monitored: {task} does not measure it. Choose "
                    "another one under Training, Stopping.",
                ),
                metric=Message(METRICS[options.monitor].label),
                task=Message(settings.task.label),
            )
        return cls(
            monitor=options.monitor,
            higher_is_better=options.monitor != LOSS and METRICS[options.monitor].higher_is_better,
            minimum_change=options.minimum_change,
            patience=options.patience or None,
            target=options.stop_at or None,
        )

    def figure(self, figures: Figures) -> float:
        """The monitored one."""
        return figures.loss if self.monitor == LOSS else figures.metrics[self.monitor]

    def is_better(self, value: float, than: float | None, by: float = 0.0) -> bool:
        """Whether a figure improves on another by more than ``by``; NaN never does."""
        if math.isnan(value):
            return False
        if than is None:
            return True
        return value > than + by if self.higher_is_better else value < than - by

    def is_reached(self, value: float) -> bool:
        """Whether a figure is as good as the target."""
        if self.target is None:
            return False
        return value >= self.target if self.higher_is_better else value <= self.target


@dataclass(frozen=True)
class Standing:
    """How far the monitored figure has come.

    Attributes:
        last: The newest one; None before the first.
        best: The best so far.
        reference: The last one that improved by more than the minimum change.
        waited: How many epochs have gone by since then.
        beyond_target: Whether the run goes on although the target was reached.
    """

    last: float | None = None
    best: float | None = None
    reference: float | None = None
    waited: int = 0
    beyond_target: bool = False

    def after(self, value: float, goal: Goal) -> Self:
        """Where the run stands when an epoch has brought this figure."""
        best = value if goal.is_better(value, self.best) else self.best
        if goal.is_better(value, self.reference, goal.minimum_change):
            return replace(self, last=value, best=best, reference=value, waited=0)
        return replace(self, last=value, best=best, waited=self.waited + 1)

    def going_on(self, goal: Goal) -> Self:
        """The same for a run that is to go on after it had ended."""
        reached = self.best is not None and goal.is_reached(self.best)
        return replace(self, waited=0, beyond_target=reached)


def why_to_end(goal: Goal, standing: Standing, minutes: float, limit: float) -> Message | None:
    """Why a run ends after an epoch that is not its last; None for going on.

    Args:
        goal: What it strives for.
        standing: Where it stands after the epoch.
        minutes: How long it has trained.
        limit: How many minutes it may take; 0 for any number.
    """
    reached = standing.last is not None and goal.is_reached(standing.last)
    if reached and not standing.beyond_target:
        return message(
            QT_TRANSLATE_NOOP("netstudio", "{figure} has reached {target}."),
            figure=_name(goal),
            target=f"{goal.target:g}",
        )
    if goal.patience is not None and standing.waited >= goal.patience:
        if goal.minimum_change:
            return counted(
                standing.waited,
                QT_TRANSLATE_NOOP(
                    "netstudio", "{figure} has not improved by more than {change} for 1 epoch."
                ),
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{figure} has not improved by more than {change} for {count} epochs.",
                ),
                figure=_name(goal),
                change=f"{goal.minimum_change:g}",
            )
        return counted(
            standing.waited,
            QT_TRANSLATE_NOOP("netstudio", "{figure} has not improved for 1 epoch."),
            QT_TRANSLATE_NOOP("netstudio", "{figure} has not improved for {count} epochs."),
            figure=_name(goal),
        )
    if limit and minutes >= limit:
        return message(
            QT_TRANSLATE_NOOP("netstudio", "The time limit of {minutes} minutes is over."),
            minutes=f"{limit:g}",
        )
    return None


def _name(goal: Goal) -> Message:
    if goal.monitor == LOSS:
        return Message(QT_TRANSLATE_NOOP("netstudio", "Loss"))
    return Message(METRICS[goal.monitor].label)
