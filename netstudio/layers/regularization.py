"""Layers that make over-fitting harder."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.layer import LAYERS, Family, LayerDef
from netstudio.core.spec import FEATURES, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message


@LAYERS.register
class Dropout(LayerDef):
    """Random zeros while training."""

    label = QT_TRANSLATE_NOOP("netstudio", "Dropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Sets a random part of its input to zero while training, so that no unit is relied on.",
    )
    formula = "y = x · m / (1 − p),  m ~ Bernoulli(1 − p);  y = x when not training"
    source = (
        "Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014"
    )
    search = ("regularisation", "noise")
    family = Family.REGULARIZATION
    target = "nn.Dropout"
    example = TensorSpec(FEATURES, (12,))

    p: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.5,
        label=QT_TRANSLATE_NOOP("netstudio", "Probability"),
        help=QT_TRANSLATE_NOOP("netstudio", "The share of the numbers that is set to zero."),
    )

    def summary(self) -> tuple[Message, ...]:
        return (message(QT_TRANSLATE_NOOP("netstudio", "p = {p}"), p=self.p),)
