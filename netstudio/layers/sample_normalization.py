"""Normalisation within each sample, which does not depend on the rest of the batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Integer, Real
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
    Role,
    Window,
)
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Argument, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.divisors import nearest_divisor
from netstudio.layers.normalization import AFFINE, AFFINE_HELP, EPS, EPS_HELP

_SCALE = QT_TRANSLATE_NOOP("netstudio", "Learn scale")
_SCALE_HELP = QT_TRANSLATE_NOOP("netstudio", "Whether a learned scale follows the normalisation.")


def _normalized_shape(x: TensorSpec) -> tuple[int, ...]:
    """What is normalised together: the features of a step, else the whole sample."""
    return (x.size("features"),) if x.axes == SEQUENCE else x.sizes


def _channels(x: TensorSpec) -> int:
    return x.size("features") if "features" in x.axes else x.sizes[0]


def _nothing_to_compare(label: str, together: int) -> Iterator[Objection]:
    """An objection where each number is normalised alone, which leaves zeros."""
    if together == 1:
        yield Objection(
            "one-number-to-normalise",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has only one number to normalise at a time, which always gives 0. "
                    "Remove it, or shrink less in the layers before it.",
                ),
                layer=Message(label),
            ),
        )


class _SampleNorm(LayerDef):
    """What normalisations within a sample share."""

    family = Family.NORMALIZATION
    role = Role.PASSING


class _ShapedNorm(_SampleNorm):
    """Those that are told the shape of what they normalise together."""

    accepts = (FEATURES, SEQUENCE, IMAGE)
    example = TensorSpec(FEATURES, (12,))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        shape: Argument = _normalized_shape(x)
        return Call(self.target, (("normalized_shape", shape), *self.arguments().items()))

    def window(self, x: TensorSpec) -> Window | None:
        return Window((1,), (1,), (1,)) if x.axes == SEQUENCE else None


@LAYERS.register
class LayerNorm(_ShapedNorm):
    """Normalisation within each sample."""

    label = QT_TRANSLATE_NOOP("netstudio", "LayerNorm")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Shifts and scales each sample (each step, for sequences) to mean 0 and variance 1.",
    )
    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var within the sample"
    source = "Ba et al., Layer normalization, 2016"
    search = ("LayerNormalization",)
    target = "nn.LayerNorm"

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=EPS, help=EPS_HELP)
    elementwise_affine: bool = field(Flag(), default=True, label=AFFINE, help=AFFINE_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from _nothing_to_compare(self.label, prod(_normalized_shape(x)))


@LAYERS.register
class RMSNorm(_ShapedNorm):
    """Normalisation by the root of the mean square."""

    label = QT_TRANSLATE_NOOP("netstudio", "RMSNorm")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "A simpler LayerNorm, which scales each sample (each step) but shifts nothing."
    )
    formula = "y = γ x / √(mean(x²) + ε)"
    source = "Zhang and Sennrich, Root mean square layer normalization, 2019"
    search = ("RMSNormalization", "root mean square")
    target = "nn.RMSNorm"

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-6, label=EPS, help=EPS_HELP)
    elementwise_affine: bool = field(Flag(), default=True, label=_SCALE, help=_SCALE_HELP)

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        found = super().raised(call)
        if found is None or found.fields.get("eps") is not None:
            return found
        # torch's own default is the smallest step of the number type, which is about as small.
        return Raised({name: value for name, value in found.fields.items() if name != "eps"}, {})


@LAYERS.register
class GroupNorm(_SampleNorm):
    """Normalisation of groups of channels within each sample."""

    label = QT_TRANSLATE_NOOP("netstudio", "GroupNorm")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Shifts and scales groups of channels to mean 0 and variance 1; works with small batches.",
    )
    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var within a group of channels"
    source = "Wu and He, Group normalization, 2018"
    search = ("GroupNormalization",)
    target = "nn.GroupNorm"
    accepts = (IMAGE, SEQUENCE, FEATURES, VOLUME)
    example = TensorSpec(IMAGE, (4, 10, 12))

    num_groups: int = field(
        Integer(1, 65_536),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Groups"),
        help=QT_TRANSLATE_NOOP("netstudio", "Into how many groups the channels are dealt out."),
    )
    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=EPS, help=EPS_HELP)
    affine: bool = field(Flag(), default=True, label=AFFINE, help=AFFINE_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        channels = _channels(x)
        if channels % self.num_groups == 0:
            yield from _nothing_to_compare(self.label, prod(x.sizes) // self.num_groups)
            return
        yield Objection(
            "groups-do-not-divide",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has {count} input channels, which {groups} groups do not divide "
                    "evenly. Set groups to a divisor of {count}.",
                ),
                layer=Message(self.label),
                count=channels,
                groups=self.num_groups,
            ),
            "num_groups",
            ("num_groups", nearest_divisor(self.num_groups, channels)),
        )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        target = "modules.GroupNormOverTime" if x.axes == SEQUENCE else self.target
        groups, *others = self.arguments().items()
        return Call(target, (groups, ("num_channels", _channels(x)), *others))

    def summary(self) -> tuple[Message, ...]:
        if self.num_groups == 1:
            return (message(QT_TRANSLATE_NOOP("netstudio", "1 group")),)
        return (message(QT_TRANSLATE_NOOP("netstudio", "{count} groups"), count=self.num_groups),)


class _InstanceNorm(_SampleNorm):
    """What normalisations of each channel by itself share."""

    formula = "y = γ (x − mean) / √(var + ε) + β, mean and var within a channel"
    source = "Ulyanov et al., Instance normalization: the missing ingredient, 2016"
    search = ("InstanceNormalization", "style transfer")

    eps: float = field(Real(0.0, 1.0, above_minimum=True), default=1e-5, label=EPS, help=EPS_HELP)
    affine: bool = field(Flag(), default=False, label=AFFINE, help=AFFINE_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from _nothing_to_compare(self.label, prod(x.sizes) // _channels(x))


@LAYERS.register
class InstanceNorm1d(_InstanceNorm):
    """Normalisation of each feature over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "InstanceNorm1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts and scales each feature of a sequence to mean 0 and variance 1."
    )
    target = "modules.InstanceNorm1d"
    accepts = (SEQUENCE,)
    reads = {"num_features": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))


@LAYERS.register
class InstanceNorm2d(_InstanceNorm):
    """Normalisation of each channel of a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "InstanceNorm2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Shifts and scales each channel of a picture to mean 0 and variance 1."
    )
    target = "nn.InstanceNorm2d"
    accepts = (IMAGE,)
    reads = {"num_features": "channels"}
    example = TensorSpec(IMAGE, (3, 10, 12))


@LAYERS.register
class LocalResponseNorm(_SampleNorm):
    """Each number by what neighbouring channels have at its place."""

    label = QT_TRANSLATE_NOOP("netstudio", "LocalResponseNorm")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lowers numbers at whose place the neighbouring channels are large, too."
    )
    formula = "y[c] = x[c] / (k + α/n · Σ x[c′]²)^β, over n neighbouring channels c′"
    source = (
        "Krizhevsky et al., ImageNet classification with deep convolutional neural networks, 2012"
    )
    search = ("LRN", "AlexNet")
    target = "nn.LocalResponseNorm"
    accepts = (IMAGE, VOLUME)
    is_pointwise = True
    example = TensorSpec(IMAGE, (3, 10, 12))

    size: int = field(
        Integer(1, 1_024),
        default=5,
        label=QT_TRANSLATE_NOOP("netstudio", "Channels"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many neighbouring channels count."),
    )
    alpha: float = field(
        Real(0.0, 1_000.0),
        default=1e-4,
        label=QT_TRANSLATE_NOOP("netstudio", "Alpha"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much the neighbours count."),
    )
    beta: float = field(
        Real(0.0, 10.0),
        default=0.75,
        label=QT_TRANSLATE_NOOP("netstudio", "Beta"),
        help=QT_TRANSLATE_NOOP("netstudio", "The power of the divisor."),
    )
    k: float = field(
        Real(0.0, 1_000.0, above_minimum=True),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Constant"),
        help=QT_TRANSLATE_NOOP("netstudio", "What the divisor begins with."),
    )
