"""Fully connected layers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Flag, Integer
from netstudio.core.layer import LAYERS, Family, LayerDef, Role
from netstudio.core.spec import FEATURES, SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.reparametrization import Parametrized


class _Sums(LayerDef):
    """The settings of weighted sums."""

    out_features: int | Auto = field(
        Integer(1, 1_000_000, auto=True),
        default=64,
        label=QT_TRANSLATE_NOOP("netstudio", "Outputs"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many numbers it puts out; auto stands for what the task needs."
        ),
        fact="outputs",
    )
    bias: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Bias"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether a learned number is added to each output."),
    )


@LAYERS.register
class Linear(Parametrized, _Sums):
    """Fully connected layer."""

    label = QT_TRANSLATE_NOOP("netstudio", "Linear")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Every output is a weighted sum of all inputs, with weights that are learned."
    )
    formula = "y = x Wᵀ + b"
    source = "Rosenblatt, The perceptron, 1958"
    search = ("Dense", "fully connected", "affine", "TimeDistributed")
    family = Family.LINEAR
    role = Role.LINEAR
    is_pointwise = True
    target = "nn.Linear"
    accepts = (FEATURES, SEQUENCE)
    reads = {"in_features": "features"}
    example = TensorSpec(FEATURES, (12,))

    def summary(self) -> tuple[Message, ...]:
        if self.out_features == AUTO:
            return (message(QT_TRANSLATE_NOOP("netstudio", "outputs: number of classes")),)
        if self.out_features == 1:
            return (message(QT_TRANSLATE_NOOP("netstudio", "1 output")),)
        return (
            message(QT_TRANSLATE_NOOP("netstudio", "{count} outputs"), count=self.out_features),
        )
