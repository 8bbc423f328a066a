"""Which epoch is the best, and when to stop before the last."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Choice, Flag, Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.metrics import METRICS

# What is monitored where no metric is.
LOSS = "loss"
VALIDATION_LOSS = QT_TRANSLATE_NOOP("netstudio", "Validation loss")


class Stopping(Declared):
    """Which epoch is the best, and when to stop before the last."""

    label = QT_TRANSLATE_NOOP("netstudio", "Stopping")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Which epoch is the best, and when to stop before the last."
    )

    patience: int = field(
        Integer(0, 10_000),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Patience"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Early stopping: the run ends when so many epochs in a row bring no improvement on "
            "the validation part; 0 never stops early.",
        ),
    )
    monitor: str = field(
        Choice(
            (LOSS, *METRICS.names()),
            (
                VALIDATION_LOSS,
                *(metric.label for metric in METRICS),
            ),
        ),
        default=LOSS,
        label=QT_TRANSLATE_NOOP("netstudio", "Monitor"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The figure on the validation part by which the best epoch is chosen."
        ),
        advanced=True,
    )
    minimum_change: float = field(
        Real(0.0, 1_000_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Smallest change"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "By how much the figure must improve for patience to begin anew."
        ),
        advanced=True,
    )
    restore_best: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Keep the best"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether the trained model has the weights of the best epoch; if not, those of the "
            "last one.",
        ),
        advanced=True,
    )
    stop_at: float = field(
        Real(0.0, 1_000_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Stop at"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The run ends as soon as the monitored figure reaches this, such as 0.99 for an "
            "accuracy of 99 %; 0 for none.",
        ),
        advanced=True,
    )
