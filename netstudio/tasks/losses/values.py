"""Losses of networks that put out numbers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.spec import call
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.losses.loss import LOSSES, LossDef


@LOSSES.register
class MeanSquaredError(LossDef):
    """Squared distance to the target; for classes, to the one-hot vector of the true one."""

    type = "mean_squared_error"
    label = QT_TRANSLATE_NOOP("netstudio", "Mean squared error")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "How far the outputs are from the targets, large errors counting most; for classes the "
        "target is 1 for the right one and 0 for the others.",
    )
    formula = "L = mean (z − t)²"
    source = "Hui and Belkin, Evaluation of neural architectures trained with square loss, 2020"
    search = ("MSE", "mse", "MSELoss", "L2")
    target = "losses.MeanSquaredError"
    probabilities = call("losses.ClampedShares")


@LOSSES.register
class MeanAbsoluteError(LossDef):
    """Distance to the target."""

    type = "mean_absolute_error"
    label = QT_TRANSLATE_NOOP("netstudio", "Mean absolute error")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How far the outputs are from the targets; a few large errors matter little."
    )
    formula = "L = mean |z − t|"
    search = ("MAE", "mae", "L1")
    target = "nn.L1Loss"
    probabilities = call("losses.ClampedShares")


@LOSSES.register
class Huber(LossDef):
    """Squared for small errors, absolute for large ones."""

    type = "huber"
    label = QT_TRANSLATE_NOOP("netstudio", "Huber")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Like the squared error up to a distance, like the absolute one beyond it."
    )
    formula = "L = ½ e² where |e| ≤ δ, else δ (|e| − ½ δ)"
    source = "Huber, Robust estimation of a location parameter, 1964"
    search = ("smooth L1", "SmoothL1Loss")
    target = "nn.HuberLoss"
    probabilities = call("losses.ClampedShares")

    delta: float = field(
        Real(0.0, 1_000.0, above_minimum=True),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Delta"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "From which error on it grows in a straight line, in standard deviations of the "
            "target.",
        ),
    )


@LOSSES.register
class LogCosh(LossDef):
    """The logarithm of the hyperbolic cosine of the error."""

    type = "log_cosh"
    label = QT_TRANSLATE_NOOP("netstudio", "Log-cosh")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Nearly half the squared error for small errors and the absolute one for large ones, "
        "without a corner between them.",
    )
    formula = "L = mean log cosh(z − t)"
    search = ("LogCosh", "logcosh")
    target = "losses.LogCosh"
    probabilities = call("losses.ClampedShares")


@LOSSES.register
class Quantile(LossDef):
    """The error that is smallest at a quantile of the target."""

    type = "quantile"
    label = QT_TRANSLATE_NOOP("netstudio", "Quantile")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Predicts a value below which a given share of the targets lies, instead of their mean.",
    )
    formula = "L = mean max(q (t − z), (q − 1) (t − z))"
    source = "Koenker and Bassett, Regression quantiles, 1978"
    search = ("pinball", "QuantileLoss", "median")
    target = "losses.Quantile"
    probabilities = call("losses.ClampedShares")

    q: float = field(
        Real(0.0, 1.0, above_minimum=True, below_maximum=True),
        default=0.5,
        label=QT_TRANSLATE_NOOP("netstudio", "Share below"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Which share of the targets lies below the prediction: 0.5 predicts the median, 0.9 a "
            "value that is seldom exceeded.",
        ),
    )
