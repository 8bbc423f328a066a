"""Losses: what training makes small."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.spec import Call, call
from netstudio.core.translate import QT_TRANSLATE_NOOP


class LossDef(Declared):
    """Base of every loss.

    Attributes:
        expects_logits: Whether it applies softmax itself, so that the network must not.
        probabilities: The module that turns the network's outputs into probabilities.
        targets: The smallest and the largest number that outputs are compared with, where the loss
            does not expect logits.
    """

    expects_logits: ClassVar[bool] = False
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
class MeanSquaredError(LossDef):
    """Squared distance to the one-hot vector of the true class."""

    type = "mean_squared_error"
    label = QT_TRANSLATE_NOOP("netstudio", "Mean squared error")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How far the outputs are from 1 for the right class and 0 for the others."
    )
    formula = "L = mean (z − onehot(t))²"
    source = "Hui and Belkin, Evaluation of neural architectures trained with square loss, 2020"
    search = ("MSE", "mse", "L2")
    target = "losses.OneHotMSELoss"
    probabilities = call("losses.ClampedShares")
