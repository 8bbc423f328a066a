"""How the first weights of a network are drawn."""

from __future__ import annotations

from netstudio.core.declare import Declared, Registry
from netstudio.core.translate import QT_TRANSLATE_NOOP


class InitializationDef(Declared):
    """Base of every scheme.

    ``target`` names the engine's function that fills the weights of one layer; empty for none. In
    the formulas, n is the number of inputs and m that of outputs of a neuron's layer, a window of
    a convolution counted with all its places.
    """


INITIALIZATIONS: Registry[InitializationDef] = Registry(
    QT_TRANSLATE_NOOP("netstudio", "initialisation")
)


@INITIALIZATIONS.register
class Default(InitializationDef):
    """What each torch module does by itself."""

    type = "default"
    label = QT_TRANSLATE_NOOP("netstudio", "PyTorch's own")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Each layer draws its weights as PyTorch does: mostly evenly from a range that shrinks "
        "with the number of inputs.",
    )
    formula = "w ~ U(−1/√n, 1/√n)"
    source = "LeCun et al., Efficient backprop, 1998"


@INITIALIZATIONS.register
class XavierUniform(InitializationDef):
    """Glorot's range."""

    type = "xavier_uniform"
    label = QT_TRANSLATE_NOOP("netstudio", "Xavier, uniform")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Keeps signals and gradients of one size from layer to layer where activations are "
        "straight around zero, such as tanh and sigmoid. Biases start at zero.",
    )
    formula = "w ~ U(−a, a), a = √(6 / (n + m))"
    source = "Glorot and Bengio, Understanding the difficulty of training deep networks, 2010"
    search = ("Glorot uniform",)
    target = "initialization.xavier_uniform"


@INITIALIZATIONS.register
class XavierNormal(InitializationDef):
    """Glorot's variance."""

    type = "xavier_normal"
    label = QT_TRANSLATE_NOOP("netstudio", "Xavier, normal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "The same spread as Xavier, uniform, drawn from a bell curve. Biases start at zero.",
    )
    formula = "w ~ N(0, σ²), σ² = 2 / (n + m)"
    source = "Glorot and Bengio, Understanding the difficulty of training deep networks, 2010"
    search = ("Glorot normal",)
    target = "initialization.xavier_normal"


@INITIALIZATIONS.register
class KaimingUniform(InitializationDef):
    """He's range."""

    type = "kaiming_uniform"
    label = QT_TRANSLATE_NOOP("netstudio", "Kaiming, uniform")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Keeps signals of one size from layer to layer although ReLU cuts off half of them. Biases "
        "start at zero.",
    )
    formula = "w ~ U(−a, a), a = √(6 / n)"
    source = "He et al., Delving deep into rectifiers, 2015"
    search = ("He uniform",)
    target = "initialization.kaiming_uniform"


@INITIALIZATIONS.register
class KaimingNormal(InitializationDef):
    """He's variance."""

    type = "kaiming_normal"
    label = QT_TRANSLATE_NOOP("netstudio", "Kaiming, normal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "The same spread as Kaiming, uniform, drawn from a bell curve. Biases start at zero.",
    )
    formula = "w ~ N(0, σ²), σ² = 2 / n"
    source = "He et al., Delving deep into rectifiers, 2015"
    search = ("He normal",)
    target = "initialization.kaiming_normal"


@INITIALIZATIONS.register
class Orthogonal(InitializationDef):
    """Random rotations."""

    type = "orthogonal"
    label = QT_TRANSLATE_NOOP("netstudio", "Orthogonal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Each layer begins as a random rotation, which keeps lengths; good for recurrent and very "
        "deep networks. Biases start at zero.",
    )
    formula = "W Wᵀ = I"
    source = "Saxe et al., Exact solutions to the nonlinear dynamics of learning, 2013"
    target = "initialization.orthogonal"


@INITIALIZATIONS.register
class TruncatedNormal(InitializationDef):
    """What Transformers are started from."""

    type = "truncated_normal"
    label = QT_TRANSLATE_NOOP("netstudio", "Truncated normal")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Small numbers from a bell curve without its tails, the same for every layer, as "
        "Transformers use them. Biases start at zero.",
    )
    formula = "w ~ N(0, 0.02²), |w| ≤ 0.04"
    source = "Devlin et al., BERT, 2018"
    target = "initialization.truncated_normal"


@INITIALIZATIONS.register
class Zeros(InitializationDef):
    """Nothing at all."""

    type = "zeros"
    label = QT_TRANSLATE_NOOP("netstudio", "All zero")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Every weight starts at zero. A network of several layers then never learns, as all its "
        "neurons stay alike: to be seen once.",
    )
    formula = "w = 0"
    target = "initialization.zeros"
