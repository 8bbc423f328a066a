"""Batch normalisation: numbers are brought to one scale by what a batch looks like."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.layer import LAYERS, Family, LayerContext, LayerDef, LoweredSlot, Role
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP

EPS = QT_TRANSLATE_NOOP("netstudio", "Epsilon")
EPS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "A tiny number added to the variance, so that nothing is divided by zero."
)
AFFINE = QT_TRANSLATE_NOOP("netstudio", "Learn scale and shift")
AFFINE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether a learned scale and shift follow the normalisation."
)


class _BatchNorm(LayerDef):
    """What the batch normalisations share."""

    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var over the batch"
    source = "Ioffe and Szegedy, Batch normalization: accelerating deep network training, 2015"
    search = ("BatchNormalization", "batch normalisation")
    family = Family.NORMALIZATION
    role = Role.PASSING
    is_pointwise = True
    mixes_batch = True

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=EPS, help=EPS_HELP)
    momentum: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How much each batch counts in the running mean that is used later."
        ),
    )
    affine: bool = field(Flag(), default=True, label=AFFINE, help=AFFINE_HELP)


@LAYERS.register
class BatchNorm1d(_BatchNorm):
    """Batch normalisation of features."""

    label = QT_TRANSLATE_NOOP("netstudio", "BatchNorm1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts and scales each feature to mean 0 and variance 1 over the batch."
    )
    target = "nn.BatchNorm1d"
    accepts = (FEATURES, SEQUENCE)
    reads = {"num_features": "features"}
    example = TensorSpec(FEATURES, (12,))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        plain = super().lower(x, context, slots)
        return plain if x.axes == FEATURES else Call("modules.BatchNormOverTime", plain.arguments)


@LAYERS.register
class BatchNorm2d(_BatchNorm):
    """Batch normalisation of channels."""

    label = QT_TRANSLATE_NOOP("netstudio", "BatchNorm2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts and scales each channel to mean 0 and variance 1 over the batch."
    )
    target = "nn.BatchNorm2d"
    accepts = (IMAGE,)
    reads = {"num_features": "channels"}
    example = TensorSpec(IMAGE, (3, 10, 12))


@LAYERS.register
class BatchNorm3d(_BatchNorm):
    """Batch normalisation of the channels of volumes."""

    label = QT_TRANSLATE_NOOP("netstudio", "BatchNorm3d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts and scales each channel of a volume to mean 0 and variance 1."
    )
    target = "nn.BatchNorm3d"
    accepts = (VOLUME,)
    reads = {"num_features": "channels"}
    example = TensorSpec(VOLUME, (2, 4, 5, 6))
