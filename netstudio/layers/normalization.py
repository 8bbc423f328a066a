"""Layers that keep numbers in a range in which learning goes well."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.layer import LAYERS, Family, LayerContext, LayerDef, LoweredSlot
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP

_EPS = QT_TRANSLATE_NOOP("netstudio", "Epsilon")
_EPS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "A tiny number added to the variance, so that nothing is divided by zero."
)
_AFFINE = QT_TRANSLATE_NOOP("netstudio", "Learn scale and shift")
_AFFINE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether a learned scale and shift follow the normalisation."
)
_BATCH_NORM_SOURCE = (
    "Ioffe and Szegedy, Batch normalization: accelerating deep network training, 2015"
)


class _BatchNorm(LayerDef):
    """What the batch normalisations share."""

    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var over the batch"
    source = _BATCH_NORM_SOURCE
    search = ("BatchNormalization", "batch normalisation")
    family = Family.NORMALIZATION
    mixes_batch = True

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=_EPS, help=_EPS_HELP)
    momentum: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How much each batch counts in the running mean that is used later."
        ),
    )
    affine: bool = field(Flag(), default=True, label=_AFFINE, help=_AFFINE_HELP)


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
class LayerNorm(LayerDef):
    """Normalisation within each sample."""

    label = QT_TRANSLATE_NOOP("netstudio", "LayerNorm")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Shifts and scales each sample (each step, for sequences) to mean 0 and variance 1.",
    )
    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var within the sample"
    source = "Ba et al., Layer normalization, 2016"
    search = ("LayerNormalization",)
    family = Family.NORMALIZATION
    target = "nn.LayerNorm"
    accepts = (FEATURES, SEQUENCE, IMAGE)
    example = TensorSpec(FEATURES, (12,))

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=_EPS, help=_EPS_HELP)
    elementwise_affine: bool = field(Flag(), default=True, label=_AFFINE, help=_AFFINE_HELP)

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        normalized = (x.size("features"),) if x.axes == SEQUENCE else x.sizes
        shape = ("normalized_shape", normalized)
        return Call(self.target, (shape, *self.arguments().items()))
