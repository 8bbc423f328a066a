"""Schedules: how the learning rate changes while the network learns."""

from __future__ import annotations

from netstudio.core.declare import Declared, Registry, field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP


class ScheduleDef(Declared):
    """Base of every schedule: pure functions of how far the training is."""

    warmup_epochs: float = field(
        Real(0.0, 10_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Warm-up epochs"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Over how many epochs the learning rate first rises from nearly nothing; 0 for none.",
        ),
        advanced=True,
    )

    def factor(self, epoch: float, epochs: int) -> float:
        """What the optimizer's learning rate is multiplied by.

        Args:
            epoch: How many epochs are done, with fractions.
            epochs: How many there will be.
        """
        raise NotImplementedError


SCHEDULES: Registry[ScheduleDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "schedule"))


@SCHEDULES.register
class Constant(ScheduleDef):
    """The learning rate as it is."""

    type = "constant"
    label = QT_TRANSLATE_NOOP("netstudio", "Constant")
    help = QT_TRANSLATE_NOOP("netstudio", "The learning rate stays as it is.")
    formula = "lr"

    def factor(self, epoch: float, epochs: int) -> float:
        return 1.0
