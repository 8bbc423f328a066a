"""Activations without kinks."""

from __future__ import annotations

from math import inf

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Real
from netstudio.core.layer import LAYERS
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.layers.activation import Activation


@LAYERS.register
class GELU(Activation):
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
class SiLU(Activation):
    """Sigmoid linear unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "SiLU")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "A smooth ReLU, weighting each number by its own sigmoid; also called Swish."
    )
    formula = "y = x · σ(x)"
    source = "Ramachandran et al., Searching for activation functions, 2017"
    search = ("swish",)
    target = "nn.SiLU"


@LAYERS.register
class Mish(Activation):
    """Self-gated smooth activation."""

    label = QT_TRANSLATE_NOOP("netstudio", "Mish")
    help = QT_TRANSLATE_NOOP("netstudio", "A smooth ReLU that dips a little below zero.")
    formula = "y = x · tanh(ln(1 + eˣ))"
    source = "Misra, Mish: a self regularized non-monotonic activation function, 2019"
    target = "nn.Mish"


@LAYERS.register
class Softplus(Activation):
    """ReLU, smoothed."""

    label = QT_TRANSLATE_NOOP("netstudio", "Softplus")
    help = QT_TRANSLATE_NOOP("netstudio", "A smooth ReLU whose output is always above zero.")
    formula = "y = ln(1 + e^{βx}) / β"
    source = "Dugas et al., Incorporating second-order functional knowledge, 2000"
    target = "nn.Softplus"
    gives_range = (0.0, inf)

    beta: float = field(
        Real(0.001, 1_000.0),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Beta"),
        help=QT_TRANSLATE_NOOP("netstudio", "How sharp the bend is; a large one is nearly ReLU."),
    )


@LAYERS.register
class Softsign(Activation):
    """A slower tanh."""

    label = QT_TRANSLATE_NOOP("netstudio", "Softsign")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Squeezes every number between −1 and 1, more gently than Tanh."
    )
    formula = "y = x / (1 + |x|)"
    source = "Bergstra et al., Quadratic polynomials learn better image features, 2009"
    target = "nn.Softsign"
    gives_range = (-1.0, 1.0)


@LAYERS.register
class Tanh(Activation):
    """Hyperbolic tangent."""

    label = QT_TRANSLATE_NOOP("netstudio", "Tanh")
    help = QT_TRANSLATE_NOOP("netstudio", "Squeezes every number between −1 and 1.")
    formula = "y = tanh(x)"
    search = ("hyperbolic tangent",)
    target = "nn.Tanh"
    gives_range = (-1.0, 1.0)


@LAYERS.register
class Sigmoid(Activation):
    """Logistic function."""

    label = QT_TRANSLATE_NOOP("netstudio", "Sigmoid")
    help = QT_TRANSLATE_NOOP("netstudio", "Squeezes every number between 0 and 1.")
    formula = "y = 1 / (1 + e⁻ˣ)"
    search = ("logistic",)
    target = "nn.Sigmoid"
    gives_range = (0.0, 1.0)


@LAYERS.register
class LogSigmoid(Activation):
    """Logarithm of the logistic function."""

    label = QT_TRANSLATE_NOOP("netstudio", "LogSigmoid")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "The logarithm of Sigmoid: always below zero, and exact for large numbers."
    )
    formula = "y = −ln(1 + e⁻ˣ)"
    search = ("log_sigmoid",)
    target = "nn.LogSigmoid"
    gives_range = (-inf, 0.0)
