"""Convolutions that look at each channel by itself, as in MobileNet and Xception."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Integer, Padding2d, Size2d
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerDef,
    LoweredSlot,
    Objection,
    Role,
    Window,
)
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.convolution import (
    BIAS,
    BIAS_HELP,
    DILATION,
    DILATION_HELP,
    FILTERS,
    FILTERS_HELP,
    KERNEL,
    KERNEL_HELP,
    MOST_FILTERS,
    PADDING,
    PADDING_HELP,
    STRIDE,
    STRIDE_HELP,
    filters_in_words,
)
from netstudio.layers.windows import (
    LARGEST_KERNEL,
    Slide,
    does_not_fit,
    places,
    same_needs_stride_one,
    window_summary,
)

_MULTIPLIER = QT_TRANSLATE_NOOP("netstudio", "Filters per channel")
_MULTIPLIER_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How many patterns it looks for in each input channel."
)


class _Filters(LayerDef):
    """The number of filters, which comes before what the bases before it declare."""

    out_channels: int = field(
        Integer(1, MOST_FILTERS), default=32, label=FILTERS, help=FILTERS_HELP
    )


class _DepthwiseSliding(LayerDef):
    """What convolutions share that slide over each channel by itself."""

    family = Family.CONVOLUTION
    role = Role.LINEAR
    accepts = (IMAGE,)
    reads = {"in_channels": "channels"}
    example = TensorSpec(IMAGE, (3, 10, 12))

    kernel_size: tuple[int, int] = field(
        Size2d(1, LARGEST_KERNEL), default=(3, 3), label=KERNEL, help=KERNEL_HELP
    )
    stride: tuple[int, int] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=STRIDE, help=STRIDE_HELP
    )
    padding: tuple[int, int] | str = field(
        Padding2d(LARGEST_KERNEL), default="valid", label=PADDING, help=PADDING_HELP
    )
    dilation: tuple[int, int] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=DILATION, help=DILATION_HELP
    )
    depth_multiplier: int = field(
        Integer(1, 1_024), default=1, label=_MULTIPLIER, help=_MULTIPLIER_HELP
    )
    bias: bool = field(Flag(), default=True, label=BIAS, help=BIAS_HELP)

    @property
    def _slide(self) -> Slide:
        return Slide.over(self.kernel_size, self.stride, self.padding, self.dilation)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from same_needs_stride_one(self.label, self._slide)
        yield from does_not_fit(self.label, places(x), self._slide)

    def window(self, x: TensorSpec) -> Window:
        return self._slide.window()


@LAYERS.register
class DepthwiseConv2d(_DepthwiseSliding):
    """Filters for each channel by itself."""

    label = QT_TRANSLATE_NOOP("netstudio", "DepthwiseConv2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides filters over each channel by itself, which takes very few weights."
    )
    formula = "y[c, i, j] = b[c] + Σ_{u, v} w[c, u, v] · x[c, i + u, j + v]"
    source = "Howard et al., MobileNets: efficient convolutional neural networks, 2017"
    search = ("DepthwiseConv2D", "MobileNet", "groups")
    target = "modules.DepthwiseConv2d"
    keeps_channels_apart = True

    def summary(self) -> tuple[Message, ...]:
        words = window_summary(self.kernel_size, self.padding)
        if self.depth_multiplier == 1:
            return tuple(words)
        template = QT_TRANSLATE_NOOP("netstudio", "{count} filters per channel")
        return (message(template, count=self.depth_multiplier), *words)


@LAYERS.register
class SeparableConv2d(_DepthwiseSliding, _Filters):
    """Filters for each channel, then a mixture of the channels."""

    label = QT_TRANSLATE_NOOP("netstudio", "SeparableConv2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Slides filters over each channel by itself and then mixes the channels: nearly a Conv2d "
        "with far fewer weights.",
    )
    formula = "y[k, i, j] = b[k] + Σ_c p[k, c] · Σ_{u, v} w[c, u, v] · x[c, i + u, j + v]"
    source = "Chollet, Xception: deep learning with depthwise separable convolutions, 2016"
    search = ("SeparableConv2D", "SeparableConvolution2D", "MobileNet", "pointwise", "depthwise")
    target = "modules.SeparableConv2d"

    def summary(self) -> tuple[Message, ...]:
        filters = filters_in_words(self.out_channels)
        return (filters, *window_summary(self.kernel_size, self.padding))
