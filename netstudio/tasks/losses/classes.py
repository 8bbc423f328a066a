"""Losses of networks that name classes."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.spec import call
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.losses.loss import LOSSES, LossDef

_SHARES = Real(0.0, 1.0, below_maximum=True)
_SMOOTHING = QT_TRANSLATE_NOOP("netstudio", "Label smoothing")
_GAMMA = QT_TRANSLATE_NOOP("netstudio", "Gamma")
_GAMMA_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How little easy samples count: 0 counts all alike, 2 is usual."
)
_FOCAL_SOURCE = "Lin et al., Focal loss for dense object detection, 2017"


class _Smoothed(LossDef):
    """A loss whose targets may be made a little less certain."""

    label_smoothing: float = 0.0

    def measured(self) -> Self:
        return replace(self, label_smoothing=0.0)


@LOSSES.register
class CrossEntropy(_Smoothed):
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

    label_smoothing: float = field(
        _SHARES,
        default=0.0,
        label=_SMOOTHING,
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The share of the target that is spread over all classes, so that the network does not "
            "become too sure: 0.1 is usual. The validation loss is measured without.",
        ),
        advanced=True,
    )


@LOSSES.register
class BinaryCrossEntropy(_Smoothed):
    """Cross-entropy of yes and no under the sigmoid of each logit."""

    type = "binary_cross_entropy"
    label = QT_TRANSLATE_NOOP("netstudio", "Binary cross-entropy")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "How surprised the network is by each yes or no; two classes need one output only.",
    )
    formula = "L = −t log σ(z) − (1 − t) log(1 − σ(z))"
    search = ("binary_crossentropy", "BCE", "log loss", "sigmoid", "BCEWithLogitsLoss")
    target = "losses.BinaryCrossEntropy"
    expects_logits = True
    one_for_two = True
    probabilities = call("losses.SigmoidShares")

    label_smoothing: float = field(
        _SHARES,
        default=0.0,
        label=_SMOOTHING,
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How far targets move from yes and no towards one half, so that the network does not "
            "become too sure. The validation loss is measured without.",
        ),
        advanced=True,
    )


@LOSSES.register
class Focal(LossDef):
    """Cross-entropy in which samples that are easy by now count little."""

    type = "focal"
    label = QT_TRANSLATE_NOOP("netstudio", "Focal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Cross-entropy in which samples that the network is already sure of count little; for many "
        "easy and few hard samples. Class weights can be added under Data.",
    )
    formula = "L = −(1 − pₜ)^γ log pₜ, p = softmax(z)"
    source = _FOCAL_SOURCE
    search = ("focal loss", "categorical_focal_crossentropy", "hard examples", "imbalance")
    target = "losses.Focal"
    expects_logits = True
    probabilities = call("nn.Softmax", dim=-1)

    gamma: float = field(Real(0.0, 10.0), default=2.0, label=_GAMMA, help=_GAMMA_HELP)


@LOSSES.register
class BinaryFocal(LossDef):
    """Binary cross-entropy in which what is easy by now counts little."""

    type = "binary_focal"
    label = QT_TRANSLATE_NOOP("netstudio", "Binary focal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Binary cross-entropy in which each yes or no that the network is already sure of counts "
        "little; two classes need one output only.",
    )
    formula = "L = −αₜ (1 − pₜ)^γ log pₜ; pₜ = σ(z), αₜ = α for yes, 1 − σ(z) and 1 − α for no"
    source = _FOCAL_SOURCE
    search = ("binary_focal_crossentropy", "sigmoid_focal_loss", "imbalance")
    target = "losses.BinaryFocal"
    expects_logits = True
    one_for_two = True
    probabilities = call("losses.SigmoidShares")

    gamma: float = field(Real(0.0, 10.0), default=2.0, label=_GAMMA, help=_GAMMA_HELP)
    alpha: float = field(
        Real(0.0, 1.0, above_minimum=True, below_maximum=True),
        default=0.25,
        label=QT_TRANSLATE_NOOP("netstudio", "Alpha"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How much a yes counts beside a no: 0.5 counts both alike; with gamma 2, 0.25 is "
            "usual although yes is rare.",
        ),
    )


@LOSSES.register
class Hinge(LossDef):
    """By how much the right class fails to be ahead of the next best one."""

    type = "hinge"
    label = QT_TRANSLATE_NOOP("netstudio", "Hinge")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "By how much the right class is not ahead of all others by the margin, as in a support "
        "vector machine; the probabilities are rough.",
    )
    formula = "L = max(0, m − zₜ + maxⱼ≠ₜ zⱼ)"
    source = (
        "Crammer and Singer, On the algorithmic implementation of multiclass kernel-based vector "
        "machines, 2001"
    )
    search = ("categorical_hinge", "SVM", "max margin")
    target = "losses.Hinge"
    expects_logits = True
    probabilities = call("nn.Softmax", dim=-1)

    margin: float = field(
        Real(0.0, 1_000.0, above_minimum=True),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Margin"),
        help=QT_TRANSLATE_NOOP("netstudio", "How far ahead the right class has to be."),
        advanced=True,
    )
