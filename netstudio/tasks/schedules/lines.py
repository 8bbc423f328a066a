"""Schedules that go down in a line, straight or bent."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.schedules.schedule import SCHEDULES, WarmedUp, progress

_END = QT_TRANSLATE_NOOP("netstudio", "End")
_END_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Which part of the learning rate is left in the end; 0 for nothing."
)


@SCHEDULES.register
class Linear(WarmedUp):
    """Down in a straight line."""

    type = "linear"
    label = QT_TRANSLATE_NOOP("netstudio", "Linear")
    help = QT_TRANSLATE_NOOP("netstudio", "Falls in a straight line until the last batch.")
    formula = "lr(t) = lr · (1 − (1 − e) t / T)"
    search = ("LinearLR", "linear decay")

    end_factor: float = field(
        Real(0.0, 1.0), default=0.0, label=_END, help=_END_HELP, advanced=True
    )

    def course(self, epoch: float, epochs: float) -> float:
        return 1.0 - (1.0 - self.end_factor) * progress(epoch, epochs)


@SCHEDULES.register
class Polynomial(WarmedUp):
    """Down along a power of what is left."""

    type = "polynomial"
    label = QT_TRANSLATE_NOOP("netstudio", "Polynomial")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Falls along a power of what is left of the training; usual in segmentation."
    )
    formula = "lr(t) = lr · (e + (1 − e) (1 − t / T)ᵖ)"
    search = ("PolynomialLR", "PolynomialDecay", "poly")

    power: float = field(
        Real(0.0, 10.0, above_minimum=True),
        default=2.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Power"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "1 is a straight line; more falls faster in the beginning."
        ),
    )
    end_factor: float = field(
        Real(0.0, 1.0), default=0.0, label=_END, help=_END_HELP, advanced=True
    )

    def course(self, epoch: float, epochs: float) -> float:
        left = float((1.0 - progress(epoch, epochs)) ** self.power)
        return self.end_factor + (1.0 - self.end_factor) * left
