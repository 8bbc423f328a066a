"""What a learning-rate schedule is."""

from __future__ import annotations

from netstudio.core.declare import Declared, Registry, field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

# The share of the learning rate with which a warm-up begins.
WARM_UP_START = 0.01

MOST_EPOCHS = 100_000


class ScheduleDef(Declared):
    """Base of every learning-rate schedule: a pure function of how far the training is.

    Epochs count from 0 and have fractions: in the middle of the first one 0.5 are done.
    """

    def factor(self, epoch: float, epochs: int) -> float:
        """What the learning rate is multiplied by.

        Args:
            epoch: How many epochs are done, with fractions.
            epochs: How many there will be.
        """
        raise NotImplementedError

    def momentum(self, epoch: float, epochs: int) -> float | None:
        """What the optimizer's momentum is, or its first beta; None leaves it as it is set."""
        return None

    def misfit(self, epochs: int) -> tuple[str, Message] | None:
        """The field that does not go with so many epochs, and why; None where all is well."""
        return None


SCHEDULES: Registry[ScheduleDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "schedule"))


class WarmedUp(ScheduleDef):
    """A schedule before which the learning rate may rise from almost nothing.

    As with torch's ``LinearLR`` and ``SequentialLR``, the course itself begins after the warm-up.
    """

    warmup_epochs: float = field(
        Real(0.0, 10_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Warm-up"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "For how many epochs the learning rate first rises in a straight line, against a bad "
            "start; 0 for none, 0.5 for half an epoch.",
        ),
        advanced=True,
    )

    def factor(self, epoch: float, epochs: int) -> float:
        if epoch < self.warmup_epochs:
            return WARM_UP_START + (1.0 - WARM_UP_START) * epoch / self.warmup_epochs
        return self.course(epoch - self.warmup_epochs, epochs - self.warmup_epochs)

    def course(self, epoch: float, epochs: float) -> float:
        """The factor after the warm-up, which is left out of both numbers of epochs."""
        raise NotImplementedError

    def misfit(self, epochs: int) -> tuple[str, Message] | None:
        if self.warmup_epochs < epochs:
            return None
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The warm-up takes {warmup} epochs, but the training has only {epochs}. Shorten "
                "the warm-up or train longer.",
            ),
            warmup=f"{self.warmup_epochs:g}",
            epochs=epochs,
        )
        return "warmup_epochs", text


def progress(epoch: float, epochs: float) -> float:
    """How much of the course is done, from 0 to 1."""
    return min(epoch / epochs, 1.0) if epochs > 0 else 1.0
