"""What keeps the network from learning the training samples by heart."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Choice, Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP

_STRENGTH = Real(0.0, 1_000.0)
_LIMIT = Real(0.0, 1_000_000.0)


class Regularization(Declared):
    """What keeps weights small and updates steady."""

    label = QT_TRANSLATE_NOOP("netstudio", "Regularization")
    help = QT_TRANSLATE_NOOP("netstudio", "What keeps weights small and updates steady.")

    decay_all: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Decay everything"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether the optimizer's weight decay also pulls at biases and at the weights of "
            "normalization; many recipes leave these out.",
        ),
        advanced=True,
    )
    l1: float = field(
        _STRENGTH,
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "L1"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Adds so many times the sum of all |w| to what is minimized, though not to the loss "
            "that is shown: many weights become zero; 0 for none.",
        ),
        advanced=True,
    )
    l2: float = field(
        _STRENGTH,
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "L2"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Adds so many times half the sum of all w² to what is minimized, though not to the "
            "loss that is shown: weights stay small; 0 for none.",
        ),
        advanced=True,
    )
    clip_norm: float = field(
        _LIMIT,
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Clip norm"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The largest norm that all gradients together may have; longer ones are shortened. 0 "
            "for no limit.",
        ),
        advanced=True,
    )
    clip_value: float = field(
        _LIMIT,
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Clip values"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The largest size that a single gradient may have; 0 for no limit."
        ),
        advanced=True,
    )
    averaging: str = field(
        Choice(
            ("none", "ema", "swa"),
            (
                QT_TRANSLATE_NOOP("netstudio", "None"),
                QT_TRANSLATE_NOOP("netstudio", "Moving (EMA)"),
                QT_TRANSLATE_NOOP("netstudio", "Of the last epochs (SWA)"),
            ),
        ),
        default="none",
        label=QT_TRANSLATE_NOOP("netstudio", "Average of weights"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Which mean of the weights over the training is measured and kept as the trained "
            "model; a mean is often better than the last weights.",
        ),
        advanced=True,
    )
    ema_decay: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.999,
        label=QT_TRANSLATE_NOOP("netstudio", "EMA decay"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How much of the moving average is kept at each update, less in the first ones; only "
            "for EMA.",
        ),
        advanced=True,
    )
    swa_start: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.75,
        label=QT_TRANSLATE_NOOP("netstudio", "SWA start"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "After which share of the epochs the mean begins; only for SWA.",
        ),
        advanced=True,
    )
