"""Losses: what training makes small."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry, field
from netstudio.core.kinds import Real
from netstudio.core.spec import Call, call
from netstudio.core.translate import QT_TRANSLATE_NOOP


class LossDef(Declared):
    """Base of every loss.

    Attributes:
        expects_logits: Whether it applies softmax or sigmoid itself, so that the network must not.
        one_for_two: Whether a single output tells two classes apart.
        probabilities: The module that turns outputs for classes into probabilities of each class.
        targets: The smallest and the largest number that outputs are compared with, where the loss
            does not expect logits and the aim is a class.
    """

    expects_logits: ClassVar[bool] = False
    one_for_two: ClassVar[bool] = False
    targets: ClassVar[tuple[float, float]] = (0.0, 1.0)
    probabilities: ClassVar[Call]


LOSSES: Registry[LossDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "loss"))


@LOSSES.register
class CrossEntropy(LossDef):
    """Cross-entropy of the true class under softmax of the logits."""

    type = "cross_entropy"
    label = QT_TRANSLATE_NOOP("netstudio", "Cross-entropy")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How surprised the network is by the right class; the usual choice."
    )
    formula = "L = −log softmax(z)ₜ"
    search = ("categorical_crossentropy", "sparse_categorical_crossentropy", "negative log")
    target = "nn.CrossEntropyLoss"
    expects_logits = True
    probabilities = call("nn.Softmax", dim=-1)


@LOSSES.register
class BinaryCrossEntropy(LossDef):
    """Cross-entropy of yes and no under the sigmoid of each logit."""

    type = "binary_cross_entropy"
    label = QT_TRANSLATE_NOOP("netstudio", "Binary cross-entropy")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "How surprised the network is by each yes or no; two classes need one output only.",
    )
    formula = "L = −t log σ(z) − (1 − t) log(1 − σ(z))"
    search = ("binary_crossentropy", "BCE", "log loss", "sigmoid")
    target = "losses.BinaryCrossEntropy"
    expects_logits = True
    one_for_two = True
    probabilities = call("losses.SigmoidShares")


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
    search = ("MSE", "mse", "L2")
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
