"""How courses of numbers become the network's input."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Choice, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef

_SCALING = QT_TRANSLATE_NOOP("netstudio", "Scaling")
_SCALING_HELP = QT_TRANSLATE_NOOP(
    "netstudio",
    "Brings all columns to one scale, measured on the training part only: mean 0 and standard "
    "deviation 1, or from 0 to 1.",
)
_STANDARD = QT_TRANSLATE_NOOP("netstudio", "Standard")
_MIN_MAX = QT_TRANSLATE_NOOP("netstudio", "0 to 1")
_NONE = QT_TRANSLATE_NOOP("netstudio", "None")


class SeriesPreparation(PreparationDef):
    """Filled and scaled columns."""

    type = "series_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Time series")
    help = QT_TRANSLATE_NOOP("netstudio", "How the columns of a time series become numbers.")

    missing: str = field(
        Choice(
            ("forward", "interpolate", "mean"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Last known"),
                QT_TRANSLATE_NOOP("netstudio", "Straight line"),
                QT_TRANSLATE_NOOP("netstudio", "Mean"),
            ),
        ),
        default="forward",
        label=QT_TRANSLATE_NOOP("netstudio", "Missing values"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "What stands for a missing input: the last known value, a straight line to the next "
            "one (which looks into the future), or the training part's mean.",
        ),
    )
    scaling: str = field(
        Choice(("standard", "min_max", "none"), labels=(_STANDARD, _MIN_MAX, _NONE)),
        default="standard",
        label=_SCALING,
        help=_SCALING_HELP,
    )


class SequencePreparation(PreparationDef):
    """Scaled sequences of one length."""

    type = "sequence_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Sequences")
    help = QT_TRANSLATE_NOOP("netstudio", "How sequences become numbers.")

    length: int | Auto = field(
        Integer(1, 100_000, auto=True),
        default=AUTO,
        label=QT_TRANSLATE_NOOP("netstudio", "Length"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many steps each sequence has: longer ones lose their beginning, shorter ones get "
            "zeros in front; auto fits the longest training sequence.",
        ),
    )
    scaling: str = field(
        Choice(("standard", "min_max", "none"), labels=(_STANDARD, _MIN_MAX, _NONE)),
        default="standard",
        label=_SCALING,
        help=_SCALING_HELP,
    )
