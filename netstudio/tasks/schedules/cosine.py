"""Schedules along half a wave of the cosine."""

from __future__ import annotations

from math import cos, pi

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.schedules.schedule import (
    MOST_EPOCHS,
    SCHEDULES,
    ScheduleDef,
    WarmedUp,
    progress,
)

_END = QT_TRANSLATE_NOOP("netstudio", "End")
_END_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Which part of the learning rate is left in the end; 0 for nothing."
)


@SCHEDULES.register
class Cosine(WarmedUp):
    """Half a wave from the learning rate down to the end."""

    type = "cosine"
    label = QT_TRANSLATE_NOOP("netstudio", "Cosine")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Falls slowly, then fast, then slowly until the last batch; a good choice."
    )
    formula = "lr(t) = lr · (e + (1 − e) (1 + cos(π t / T)) / 2)"
    source = "Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2016"
    search = ("CosineAnnealingLR", "CosineDecay", "cosine annealing")

    end_factor: float = field(
        Real(0.0, 1.0), default=0.0, label=_END, help=_END_HELP, advanced=True
    )

    def course(self, epoch: float, epochs: float) -> float:
        return along_cosine(1.0, self.end_factor, progress(epoch, epochs))


@SCHEDULES.register
class CosineRestarts(WarmedUp):
    """Half waves, each of which begins at the full learning rate again."""

    type = "cosine_restarts"
    label = QT_TRANSLATE_NOOP("netstudio", "Cosine with restarts")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Falls along the cosine and begins again, each time for longer if you like."
    )
    formula = "lr(t) = lr · (e + (1 − e) (1 + cos(π tᵢ / Tᵢ)) / 2)"
    source = "Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2016"
    search = ("CosineAnnealingWarmRestarts", "CosineDecayRestarts", "SGDR", "warm restarts")

    first_cycle: int = field(
        Integer(1, MOST_EPOCHS),
        default=5,
        label=QT_TRANSLATE_NOOP("netstudio", "First cycle"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many epochs pass before the first restart."),
    )
    cycle_growth: int = field(
        Integer(1, 100),
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Growth"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many times as long each cycle is as the one before."
        ),
    )
    end_factor: float = field(
        Real(0.0, 1.0), default=0.0, label=_END, help=_END_HELP, advanced=True
    )

    def course(self, epoch: float, epochs: float) -> float:
        length = self.first_cycle
        if self.cycle_growth == 1:
            epoch %= length
        while epoch >= length:
            epoch -= length
            length *= self.cycle_growth
        return along_cosine(1.0, self.end_factor, epoch / length)


@SCHEDULES.register
class OneCycle(ScheduleDef):
    """Up to the learning rate and down to almost nothing, momentum the other way round."""

    type = "one_cycle"
    label = QT_TRANSLATE_NOOP("netstudio", "One cycle")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Rises to the learning rate and falls to almost nothing; often learns in few epochs what "
        "takes many otherwise.",
    )
    formula = "lr / d → lr → lr / (d · f), along the cosine"
    source = (
        "Smith and Topin, Super-convergence: very fast training of neural networks using large "
        "learning rates, 2018"
    )
    search = ("OneCycleLR", "super-convergence", "1cycle")

    pct_start: float = field(
        Real(0.0, 1.0, above_minimum=True, below_maximum=True),
        default=0.3,
        label=QT_TRANSLATE_NOOP("netstudio", "Rise"),
        help=QT_TRANSLATE_NOOP("netstudio", "For which part of the training it rises."),
    )
    div_factor: float = field(
        Real(1.0, 1e6),
        default=25.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Start divisor"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "It starts with the learning rate divided by this number."
        ),
        advanced=True,
    )
    final_div_factor: float = field(
        Real(1.0, 1e9),
        default=10_000.0,
        label=QT_TRANSLATE_NOOP("netstudio", "End divisor"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "It ends with where it started, divided by this number."
        ),
        advanced=True,
    )
    cycle_momentum: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Cycle momentum"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether momentum, or the first beta, falls while the learning rate rises; only for "
            "optimizers that have one.",
        ),
        advanced=True,
    )
    base_momentum: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.85,
        label=QT_TRANSLATE_NOOP("netstudio", "Lowest momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "The momentum where the learning rate is highest."),
        advanced=True,
    )
    max_momentum: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.95,
        label=QT_TRANSLATE_NOOP("netstudio", "Highest momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "The momentum at both ends."),
        advanced=True,
    )

    def factor(self, epoch: float, epochs: int) -> float:
        start = 1.0 / self.div_factor
        return self._along(start, 1.0, start / self.final_div_factor, epoch, epochs)

    def momentum(self, epoch: float, epochs: int) -> float | None:
        if not self.cycle_momentum:
            return None
        high, low = self.max_momentum, self.base_momentum
        return self._along(high, low, high, epoch, epochs)

    def _along(self, start: float, middle: float, end: float, epoch: float, epochs: int) -> float:
        done, rise = progress(epoch, epochs), self.pct_start
        if done <= rise:
            return along_cosine(start, middle, done / rise)
        return along_cosine(middle, end, (done - rise) / (1.0 - rise))


def along_cosine(start: float, end: float, done: float) -> float:
    """From ``start`` to ``end`` along half a wave, of which a part from 0 to 1 is done."""
    return end + (start - end) * (1.0 + cos(pi * done)) / 2.0
