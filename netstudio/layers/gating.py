"""Gates: layers that weigh channels and places by what the whole picture shows."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Integer
from netstudio.core.layer import LAYERS, Family, LayerDef
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message


class _Gate(LayerDef):
    """What the gates share."""

    family = Family.ATTENTION
    accepts = (IMAGE,)
    reads = {"channels": "channels"}
    example = TensorSpec(IMAGE, (32, 9, 10))

    reduction: int = field(
        Integer(1, 4_096),
        default=16,
        label=QT_TRANSLATE_NOOP("netstudio", "Reduction"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many channels become one number before the gates are computed; larger is cheaper.",
        ),
    )

    def summary(self) -> tuple[Message, ...]:
        template = QT_TRANSLATE_NOOP("netstudio", "reduction {reduction}")
        return (message(template, reduction=self.reduction),)


@LAYERS.register
class SqueezeExcitation(_Gate):
    """A gate for each channel."""

    label = QT_TRANSLATE_NOOP("netstudio", "SqueezeExcitation")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Looks at the mean of every channel and learns which channels to turn up or down.",
    )
    formula = "y[c] = x[c] · σ(W₂ · ReLU(W₁ · mean x))[c]"
    source = "Hu et al., Squeeze-and-excitation networks, 2017"
    search = ("SE block", "SENet", "channel attention", "gate")
    target = "modules.SqueezeExcitation"


@LAYERS.register
class CBAM(_Gate):
    """Gates for channels and places."""

    label = QT_TRANSLATE_NOOP("netstudio", "CBAM")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Learns which channels matter, and then which places of the picture."
    )
    formula = "x′ = x · σ(MLP(mean x) + MLP(max x)),  y = x′ · σ(conv([mean_c x′, max_c x′]))"
    source = "Woo et al., CBAM: convolutional block attention module, 2018"
    search = ("spatial attention", "channel attention", "gate")
    target = "modules.CBAM"

    kernel_size: int = field(
        Integer(1, 63),
        default=7,
        label=QT_TRANSLATE_NOOP("netstudio", "Kernel size"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How far around a place it looks to decide how much the place matters."
        ),
    )
