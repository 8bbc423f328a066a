"""Activations: the bend without which a stack of layers is no more than one."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Real
from netstudio.core.layer import LAYERS, Family, LayerContext, LayerDef, LoweredSlot
from netstudio.core.spec import FEATURES, IMAGE, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message


class _Activation(LayerDef):
    """What all activations share."""

    family = Family.ACTIVATION
    example = TensorSpec(FEATURES, (12,))


@LAYERS.register
class ReLU(_Activation):
    """Rectified linear unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReLU")
    help = QT_TRANSLATE_NOOP("netstudio", "Keeps positive numbers and sets negative ones to zero.")
    formula = "y = max(0, x)"
    source = "Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010"
    search = ("rectifier",)
    target = "nn.ReLU"


@LAYERS.register
class LeakyReLU(_Activation):
    """ReLU with a slope below zero."""

    label = QT_TRANSLATE_NOOP("netstudio", "LeakyReLU")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Like ReLU, but lets a little of each negative number through."
    )
    formula = "y = x for x ≥ 0, a·x otherwise"
    source = "Maas et al., Rectifier nonlinearities improve neural network acoustic models, 2013"
    target = "nn.LeakyReLU"

    negative_slope: float = field(
        Real(0.0, 1.0),
        default=0.01,
        label=QT_TRANSLATE_NOOP("netstudio", "Negative slope"),
        help=QT_TRANSLATE_NOOP("netstudio", "The share of a negative number that comes through."),
    )

    def summary(self) -> tuple[Message, ...]:
        slope = self.negative_slope
        return (message(QT_TRANSLATE_NOOP("netstudio", "slope {slope}"), slope=slope),)


@LAYERS.register
class GELU(_Activation):
    """Gaussian error linear unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "GELU")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "A smooth ReLU, weighting each number by how large it is among normal ones."
    )
    formula = "y = x · Φ(x)"
    source = "Hendrycks and Gimpel, Gaussian error linear units, 2016"
    target = "nn.GELU"

    approximate: str = field(
        Choice(("none", "tanh")),
        default="none",
        label=QT_TRANSLATE_NOOP("netstudio", "Approximation"),
        help=QT_TRANSLATE_NOOP("netstudio", "The exact function, or a faster one made from tanh."),
    )


@LAYERS.register
class Tanh(_Activation):
    """Hyperbolic tangent."""

    label = QT_TRANSLATE_NOOP("netstudio", "Tanh")
    help = QT_TRANSLATE_NOOP("netstudio", "Squeezes every number between −1 and 1.")
    formula = "y = tanh(x)"
    search = ("hyperbolic tangent",)
    target = "nn.Tanh"


@LAYERS.register
class Sigmoid(_Activation):
    """Logistic function."""

    label = QT_TRANSLATE_NOOP("netstudio", "Sigmoid")
    help = QT_TRANSLATE_NOOP("netstudio", "Squeezes every number between 0 and 1.")
    formula = "y = 1 / (1 + e⁻ˣ)"
    search = ("logistic",)
    target = "nn.Sigmoid"


@LAYERS.register
class Softmax(_Activation):
    """Numbers into shares."""

    label = QT_TRANSLATE_NOOP("netstudio", "Softmax")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Turns numbers into positive shares that add up to 1, like probabilities."
    )
    formula = "yᵢ = e^{xᵢ} / Σⱼ e^{xⱼ}"
    search = ("probabilities",)
    target = "nn.Softmax"
    gives_probabilities = True

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(self.target, dim=1 if x.axes == IMAGE else -1)
