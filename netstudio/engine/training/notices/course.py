"""The course of a run, as far as the rules look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from netstudio.engine.events import EpochEnded

# How many losses of the latest batches are remembered.
LATEST = 15


@dataclass(frozen=True)
class Setting:
    """What the rules know of a run before it begins.

    Attributes:
        epochs: How many there will be.
        metric: The task's most telling metric where it is a share and more is better, such as the
            accuracy; empty otherwise.
        chance: The share that naming the most frequent class would give; None for other aims.
        classes: The class names; empty for other aims.
        validation_samples: How many samples the figures of validation are means over.
        optimizer: Its type.
        learning_rate: The one that was set; None where the optimizer has none.
        warmup: How many epochs the learning rate is warmed up.
        patience: Of early stopping; 0 where there is none.
        weight_decay: The optimizer's; None where it has none.
        clips: Whether gradients are clipped.
        balances: Whether training makes up for classes of unequal size.
        has_noise: Whether dropout or augmentation makes training harder than validation.
        begins_at_zero: Whether all first weights are zero.
    """

    epochs: int
    metric: str = ""
    chance: float | None = None
    classes: tuple[str, ...] = ()
    validation_samples: int = 0
    optimizer: str = ""
    learning_rate: float | None = None
    warmup: float = 0.0
    patience: int = 0
    weight_decay: float | None = None
    clips: bool = False
    balances: bool = False
    has_noise: bool = False
    begins_at_zero: bool = False


@dataclass(frozen=True)
class Point:
    """The figures of an epoch that has ended.

    Attributes:
        loss: While it learned.
        validation: Its loss on the validation part; None where there is none.
        share: The most telling metric while it learned; None where it is no share.
        validation_share: Likewise on the validation part.
    """

    epoch: int
    loss: float
    validation: float | None
    share: float | None
    validation_share: float | None
    learning_rate: float

    @classmethod
    def of(cls, event: EpochEnded, metric: str) -> Self:
        """What the rules look at in an epoch's event."""
        return cls.from_json(event.as_json(), metric)

    @classmethod
    def from_json(cls, event: Mapping[str, Any], metric: str) -> Self:
        """Likewise, from a run's history."""
        train, validation = event["train"], event["val"] or {}
        return cls(
            int(event["epoch"]),
            float(train["loss"]),
            validation.get("loss"),
            train.get(metric),
            validation.get(metric),
            float(event["learning_rate"]),
        )


@dataclass(frozen=True)
class Course:
    """How a run went so far.

    Attributes:
        points: Of its epochs, the first one first.
        first_loss: Of the first batch, before anything was learned; None where it is not known.
        latest_losses: Of its latest batches.
        missed: Classes of the validation part that no sample was taken for, at the latest look and
            at the one before.
    """

    setting: Setting
    points: tuple[Point, ...] = ()
    first_loss: float | None = None
    latest_losses: tuple[float, ...] = ()
    missed: tuple[str, ...] = ()

    def after_epoch(self, point: Point) -> Course:
        """The course with one more epoch."""
        return replace(self, points=(*self.points, point))

    def after_batches(self, losses: tuple[float, ...]) -> Course:
        """The course with some more batches."""
        first = self.first_loss
        if first is None and losses and not self.points:
            first = losses[0]
        latest = (*self.latest_losses, *losses)[-LATEST:]
        return replace(self, first_loss=first, latest_losses=latest)

    def with_missed(self, classes: tuple[str, ...]) -> Course:
        """The course with other classes that are never named."""
        return replace(self, missed=classes)

    @property
    def epoch(self) -> int:
        """The epoch that ended last; 0 before the first."""
        return self.points[-1].epoch if self.points else 0
