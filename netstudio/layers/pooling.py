"""Pooling: fewer numbers from many, without weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Size2d
from netstudio.core.layer import LAYERS, Family, LayerContext, LayerDef, LoweredSlot, Objection
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, verbatim
from netstudio.layers.windows import does_not_fit, padding_too_large, times, window_summary

_KERNEL = QT_TRANSLATE_NOOP("netstudio", "Kernel size")
_KERNEL_HELP = QT_TRANSLATE_NOOP("netstudio", "The size of the window that becomes one number.")
_STRIDE = QT_TRANSLATE_NOOP("netstudio", "Stride")
_STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far the window moves; left out, it moves by its own size."
)
_PADDING = QT_TRANSLATE_NOOP("netstudio", "Padding")
_PADDING_HELP = QT_TRANSLATE_NOOP("netstudio", "How many rows and columns are added at the edge.")
_CEIL = QT_TRANSLATE_NOOP("netstudio", "Round up")
_CEIL_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether a last window that hangs over the edge counts too."
)

_LARGEST_KERNEL = 1_024


class _Pool2d(LayerDef):
    """What the windowed poolings share."""

    family = Family.POOLING
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    kernel_size: tuple[int, int] = field(
        Size2d(1, _LARGEST_KERNEL), default=(2, 2), label=_KERNEL, help=_KERNEL_HELP
    )
    stride: tuple[int, int] | None = field(
        Size2d(1, _LARGEST_KERNEL, optional=True), default=None, label=_STRIDE, help=_STRIDE_HELP
    )
    padding: tuple[int, int] = field(
        Size2d(0, _LARGEST_KERNEL), default=(0, 0), label=_PADDING, help=_PADDING_HELP
    )
    ceil_mode: bool = field(Flag(), default=False, label=_CEIL, help=_CEIL_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from padding_too_large(self.label, self.kernel_size, self.padding)
        yield from does_not_fit(self.label, x.sizes[1:], self.kernel_size, self.padding)

    def summary(self) -> tuple[Message, ...]:
        return tuple(window_summary(self.kernel_size, self.padding))


@LAYERS.register
class MaxPool2d(_Pool2d):
    """Largest value of each window."""

    label = QT_TRANSLATE_NOOP("netstudio", "MaxPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest value of each window, so that the picture shrinks."
    )
    formula = "y[c, i, j] = max_{u, v} x[c, s·i + u, s·j + v]"
    search = ("MaxPooling2D", "max pooling", "downsample")
    target = "nn.MaxPool2d"


@LAYERS.register
class AvgPool2d(_Pool2d):
    """Mean of each window."""

    label = QT_TRANSLATE_NOOP("netstudio", "AvgPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each window by its mean, so that the picture shrinks."
    )
    formula = "y[c, i, j] = mean_{u, v} x[c, s·i + u, s·j + v]"
    search = ("AveragePooling2D", "average pooling", "downsample")
    target = "nn.AvgPool2d"

    count_include_pad: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Count padding"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether the zeros at the edge count in the mean."),
    )


@LAYERS.register
class AdaptiveAvgPool2d(LayerDef):
    """Mean over a grid of fixed size."""

    label = QT_TRANSLATE_NOOP("netstudio", "AdaptiveAvgPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Averages the picture down to the size you ask for, whatever size comes in."
    )
    search = ("adaptive pooling",)
    family = Family.POOLING
    target = "nn.AdaptiveAvgPool2d"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    output_size: tuple[int, int] = field(
        Size2d(1, 4_096),
        default=(1, 1),
        label=QT_TRANSLATE_NOOP("netstudio", "Output size"),
        help=QT_TRANSLATE_NOOP("netstudio", "Height and width of what it puts out."),
    )

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(times(self.output_size)),)


@LAYERS.register
class GlobalAvgPool(LayerDef):
    """One mean for each channel."""

    label = QT_TRANSLATE_NOOP("netstudio", "GlobalAvgPool")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each channel by its mean and leaves a flat vector."
    )
    formula = "y[c] = mean_{i, j} x[c, i, j]"
    source = "Lin et al., Network in network, 2013"
    search = ("GlobalAveragePooling2D", "GlobalAveragePooling1D", "global pooling")
    family = Family.POOLING
    target = "modules.GlobalAvgPool"
    accepts = (IMAGE, SEQUENCE)
    gives = FEATURES
    example = TensorSpec(IMAGE, (3, 10, 12))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(self.target, dim=(2, 3) if x.axes == IMAGE else (1,))
