"""Activations made of straight pieces and exponentials: ReLU and its relatives."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
    Role,
)
from netstudio.core.spec import FEATURES, SEQUENCE, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

_ALPHA = QT_TRANSLATE_NOOP("netstudio", "Alpha")
_ALPHA_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far below zero it goes: large negative numbers become minus this."
)


class Activation(LayerDef):
    """What all activations share."""

    family = Family.ACTIVATION
    role = Role.ACTIVATION
    is_pointwise = True
    example = TensorSpec(FEATURES, (12,))


@LAYERS.register
class ReLU(Activation):
    """Rectified linear unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReLU")
    help = QT_TRANSLATE_NOOP("netstudio", "Keeps positive numbers and sets negative ones to zero.")
    formula = "y = max(0, x)"
    source = "Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010"
    search = ("rectifier",)
    target = "nn.ReLU"
    gives_range = (0.0, inf)


@LAYERS.register
class ReLU6(Activation):
    """ReLU with a ceiling."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReLU6")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "ReLU that stops at 6, which suits small and low-precision networks."
    )
    formula = "y = min(max(0, x), 6)"
    source = "Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010"
    search = ("MobileNet", "clipped ReLU")
    target = "nn.ReLU6"
    gives_range = (0.0, 6.0)


@LAYERS.register
class LeakyReLU(Activation):
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
class PReLU(Activation):
    """ReLU whose slope below zero is learned."""

    label = QT_TRANSLATE_NOOP("netstudio", "PReLU")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "LeakyReLU that learns by itself how much of a negative number comes through."
    )
    formula = "y = x for x ≥ 0, a·x otherwise, a learned"
    source = "He et al., Delving deep into rectifiers, 2015"
    search = ("parametric ReLU", "learned slope")
    target = "nn.PReLU"
    learns_below_zero = True

    per_channel: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "One slope per channel"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether each channel or feature learns a slope of its own."
        ),
        argument=None,
    )
    init: float = field(
        Real(0.0, 1.0),
        default=0.25,
        label=QT_TRANSLATE_NOOP("netstudio", "First slope"),
        help=QT_TRANSLATE_NOOP("netstudio", "The slope before anything is learned."),
        advanced=True,
    )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        arguments = (("num_parameters", self._slopes(x)), ("init", self.init))
        over_time = self.per_channel and x.axes == SEQUENCE
        return Call("modules.PReLUOverTime" if over_time else self.target, arguments)

    def _slopes(self, x: TensorSpec) -> int:
        if not self.per_channel:
            return 1
        return x.size("features") if "features" in x.axes else x.sizes[0]

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        arguments = dict(call.arguments)
        per_channel = arguments.get("num_parameters", 1) != 1
        return Raised({"per_channel": per_channel, "init": arguments.get("init", 0.25)}, {})


@LAYERS.register
class ELU(Activation):
    """Exponential linear unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "ELU")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Like ReLU, but bends smoothly towards a negative value below zero."
    )
    formula = "y = x for x > 0, α (eˣ − 1) otherwise"
    source = "Clevert et al., Fast and accurate deep network learning by ELUs, 2015"
    search = ("exponential linear unit",)
    target = "nn.ELU"

    alpha: float = field(Real(0.001, 100.0), default=1.0, label=_ALPHA, help=_ALPHA_HELP)


@LAYERS.register
class SELU(Activation):
    """ELU that keeps mean and variance."""

    label = QT_TRANSLATE_NOOP("netstudio", "SELU")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "An ELU scaled so that numbers keep mean 0 and variance 1 from layer to layer.",
    )
    formula = "y = λx for x > 0, λα (eˣ − 1) otherwise, λ ≈ 1.0507, α ≈ 1.6733"
    source = "Klambauer et al., Self-normalizing neural networks, 2017"
    search = ("self-normalizing", "scaled ELU")
    target = "nn.SELU"


@LAYERS.register
class CELU(Activation):
    """ELU without a kink."""

    label = QT_TRANSLATE_NOOP("netstudio", "CELU")
    help = QT_TRANSLATE_NOOP("netstudio", "An ELU without a kink at zero, whatever its alpha.")
    formula = "y = max(0, x) + min(0, α (e^{x/α} − 1))"
    source = "Barron, Continuously differentiable exponential linear units, 2017"
    search = ("continuous ELU",)
    target = "nn.CELU"

    alpha: float = field(Real(0.001, 100.0), default=1.0, label=_ALPHA, help=_ALPHA_HELP)


@LAYERS.register
class Hardtanh(Activation):
    """Numbers cut off at two ends."""

    label = QT_TRANSLATE_NOOP("netstudio", "Hardtanh")
    help = QT_TRANSLATE_NOOP("netstudio", "Cuts numbers off below one bound and above another.")
    formula = "y = min(max(x, low), high)"
    source = "Collobert, Large scale machine learning, 2004"
    search = ("clip", "clamp", "hard tanh")
    target = "nn.Hardtanh"

    min_val: float = field(
        Real(-1_000.0, 1_000.0),
        default=-1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Lowest"),
        help=QT_TRANSLATE_NOOP("netstudio", "What smaller numbers become."),
    )
    max_val: float = field(
        Real(-1_000.0, 1_000.0),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Highest"),
        help=QT_TRANSLATE_NOOP("netstudio", "What larger numbers become."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> tuple[Objection, ...]:
        if self.min_val < self.max_val:
            return ()
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} cuts off below {low} and above {high}, which leaves nothing. Make the "
                "highest larger than the lowest.",
            ),
            layer=Message(self.label),
            low=self.min_val,
            high=self.max_val,
        )
        return (Objection("empty-range", text, "max_val"),)

    def summary(self) -> tuple[Message, ...]:
        template = QT_TRANSLATE_NOOP("netstudio", "{low} to {high}")
        return (message(template, low=self.min_val, high=self.max_val),)


@LAYERS.register
class Hardsigmoid(Activation):
    """A sigmoid of straight lines."""

    label = QT_TRANSLATE_NOOP("netstudio", "Hardsigmoid")
    help = QT_TRANSLATE_NOOP("netstudio", "A sigmoid made of three straight lines, which is fast.")
    formula = "y = min(max(0, x/6 + 1/2), 1)"
    source = "Howard et al., Searching for MobileNetV3, 2019"
    search = ("hard sigmoid", "HardSigmoid")
    target = "nn.Hardsigmoid"
    gives_range = (0.0, 1.0)


@LAYERS.register
class Hardswish(Activation):
    """SiLU made of straight lines and a parabola."""

    label = QT_TRANSLATE_NOOP("netstudio", "Hardswish")
    help = QT_TRANSLATE_NOOP("netstudio", "A fast SiLU for small devices.")
    formula = "y = x · min(max(0, x/6 + 1/2), 1)"
    source = "Howard et al., Searching for MobileNetV3, 2019"
    search = ("hard swish", "HardSwish", "HardSiLU", "MobileNet")
    target = "nn.Hardswish"
