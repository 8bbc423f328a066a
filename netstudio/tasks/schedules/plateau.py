"""The schedule that goes by what was learned."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.schedules.schedule import MOST_EPOCHS, SCHEDULES, WarmedUp


@SCHEDULES.register
class Plateau(WarmedUp):
    """Multiplied whenever the monitored figure stalls; the training keeps count of that."""

    type = "plateau"
    label = QT_TRANSLATE_NOOP("netstudio", "Reduce on plateau")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Falls whenever the monitored figure on the validation part has not improved for a while.",
    )
    formula = "lr ← γ · lr where nothing improved for more than p epochs"
    search = ("ReduceLROnPlateau",)

    gamma: float = field(
        Real(0.0, 1.0, above_minimum=True, below_maximum=True),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Factor"),
        help=QT_TRANSLATE_NOOP("netstudio", "What the learning rate is multiplied by each time."),
    )
    plateau_patience: int = field(
        Integer(0, MOST_EPOCHS),
        default=3,
        label=QT_TRANSLATE_NOOP("netstudio", "Wait"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many epochs without improvement are put up with before it falls."
        ),
    )
    plateau_threshold: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.0001,
        label=QT_TRANSLATE_NOOP("netstudio", "Threshold"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Which part of itself the figure must improve by to count as improved."
        ),
        advanced=True,
    )
    cooldown: int = field(
        Integer(0, MOST_EPOCHS),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Rest"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many epochs it rests after a fall before it counts again."
        ),
        advanced=True,
    )
    minimum_factor: float = field(
        Real(0.0, 1.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "At least"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Which part of the learning rate is left whatever happens."
        ),
        advanced=True,
    )

    def course(self, epoch: float, epochs: float) -> float:
        return 1.0
