"""Schedules that go down by a factor at a time, or not at all."""

from __future__ import annotations

from bisect import bisect_right

from netstudio.core.declare import field
from netstudio.core.kinds import Integer, Real
from netstudio.core.rows import Rising
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.tasks.schedules.schedule import MOST_EPOCHS, SCHEDULES, WarmedUp

_GAMMA = QT_TRANSLATE_NOOP("netstudio", "Factor")
_GAMMA_HELP = QT_TRANSLATE_NOOP("netstudio", "What the learning rate is multiplied by each time.")
_FACTORS = Real(0.0, 1.0, above_minimum=True)


@SCHEDULES.register
class Constant(WarmedUp):
    """The same learning rate all the time."""

    type = "constant"
    label = QT_TRANSLATE_NOOP("netstudio", "Constant")
    help = QT_TRANSLATE_NOOP("netstudio", "The learning rate stays as it is.")
    formula = "lr(t) = lr"
    search = ("ConstantLR", "none")

    def course(self, epoch: float, epochs: float) -> float:
        return 1.0


@SCHEDULES.register
class Step(WarmedUp):
    """Multiplied every so many epochs."""

    type = "step"
    label = QT_TRANSLATE_NOOP("netstudio", "Step")
    help = QT_TRANSLATE_NOOP("netstudio", "Falls at once, every so many epochs.")
    formula = "lr(t) = lr · γ^⌊t / s⌋"
    search = ("StepLR",)

    step_size: int = field(
        Integer(1, MOST_EPOCHS),
        default=10,
        label=QT_TRANSLATE_NOOP("netstudio", "Every"),
        help=QT_TRANSLATE_NOOP("netstudio", "After how many epochs it falls each time."),
    )
    gamma: float = field(_FACTORS, default=0.1, label=_GAMMA, help=_GAMMA_HELP)

    def course(self, epoch: float, epochs: float) -> float:
        return self.gamma ** int(epoch // self.step_size)

    def misfit(self, epochs: int) -> tuple[str, Message] | None:
        first = self.step_size + self.warmup_epochs
        return super().misfit(epochs) or _never_falls(first, epochs, "step_size")


@SCHEDULES.register
class MultiStep(WarmedUp):
    """Multiplied after each of some epochs."""

    type = "multi_step"
    label = QT_TRANSLATE_NOOP("netstudio", "Multi-step")
    help = QT_TRANSLATE_NOOP("netstudio", "Falls at once after epochs of your choice.")
    formula = "lr(t) = lr · γ^|{m : m ≤ t}|"
    search = ("MultiStepLR", "milestones", "PiecewiseConstantDecay")

    milestones: tuple[int, ...] = field(
        Rising(1, MOST_EPOCHS),
        default=(5, 8),
        label=QT_TRANSLATE_NOOP("netstudio", "After epochs"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "After which epochs it falls, with commas between them; counted from the end of the "
            "warm-up.",
        ),
    )
    gamma: float = field(_FACTORS, default=0.1, label=_GAMMA, help=_GAMMA_HELP)

    def course(self, epoch: float, epochs: float) -> float:
        return self.gamma ** bisect_right(self.milestones, epoch)

    def misfit(self, epochs: int) -> tuple[str, Message] | None:
        first = self.milestones[0] + self.warmup_epochs
        return super().misfit(epochs) or _never_falls(first, epochs, "milestones")


@SCHEDULES.register
class Exponential(WarmedUp):
    """Multiplied by the same factor in every epoch, a little with each batch."""

    type = "exponential"
    label = QT_TRANSLATE_NOOP("netstudio", "Exponential")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Falls by the same factor in every epoch, a little with each batch."
    )
    formula = "lr(t) = lr · γᵗ"
    search = ("ExponentialLR", "ExponentialDecay")

    gamma: float = field(_FACTORS, default=0.9, label=_GAMMA, help=_GAMMA_HELP)

    def course(self, epoch: float, epochs: float) -> float:
        return float(self.gamma**epoch)


def _never_falls(first: float, epochs: int, field_name: str) -> tuple[str, Message] | None:
    if first < epochs:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The learning rate would first fall after {first} epochs, but the training has only "
            "{epochs}. Give a smaller number or train longer.",
        ),
        first=f"{first:g}",
        epochs=epochs,
    )
    return field_name, text
