"""Losses: what training makes small."""

from netstudio.tasks.losses import classes as classes
from netstudio.tasks.losses import values as values
from netstudio.tasks.losses.loss import LOSSES, LossDef

# The losses that suit each aim, the usual one first.
CLASS_LOSSES = (
    "cross_entropy",
    "binary_cross_entropy",
    "focal",
    "binary_focal",
    "hinge",
    "mean_squared_error",
)
LABEL_LOSSES = ("binary_cross_entropy", "binary_focal", "mean_squared_error")
VALUE_LOSSES = ("mean_squared_error", "mean_absolute_error", "huber", "log_cosh", "quantile")

__all__ = ["CLASS_LOSSES", "LABEL_LOSSES", "LOSSES", "VALUE_LOSSES", "LossDef"]
