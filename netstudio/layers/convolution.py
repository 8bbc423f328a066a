"""Convolutions: small learned filters that slide over time or over a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Integer, Padding1d, Padding2d, Size2d
from netstudio.core.layer import LAYERS, Family, LayerDef, LoweredSlot, Objection
from netstudio.core.spec import IMAGE, SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.windows import (
    does_not_fit,
    groups_do_not_divide,
    same_needs_stride_one,
    window_summary,
)

_FILTERS = QT_TRANSLATE_NOOP("netstudio", "Filters")
_FILTERS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How many different patterns it looks for; each makes one output channel."
)
_KERNEL = QT_TRANSLATE_NOOP("netstudio", "Kernel size")
_KERNEL_HELP = QT_TRANSLATE_NOOP("netstudio", "How much of the input one filter sees at once.")
_STRIDE = QT_TRANSLATE_NOOP("netstudio", "Stride")
_STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far the filter moves between two looks; 2 halves the output."
)
_PADDING = QT_TRANSLATE_NOOP("netstudio", "Padding")
_PADDING_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Zeros added around the edge: valid for none, same to keep the size, or a number."
)
_DILATION = QT_TRANSLATE_NOOP("netstudio", "Dilation")
_DILATION_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Distance between the points a filter looks at; 2 sees twice as far."
)
_GROUPS = QT_TRANSLATE_NOOP("netstudio", "Groups")
_GROUPS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Divides the channels into groups that do not see each other."
)
_BIAS = QT_TRANSLATE_NOOP("netstudio", "Bias")
_BIAS_HELP = QT_TRANSLATE_NOOP("netstudio", "Whether a learned number is added to each filter.")
_FILTER_COUNT = QT_TRANSLATE_NOOP("netstudio", "{count} filters")

_MOST_FILTERS = 65_536
_LARGEST_KERNEL = 1_024


@LAYERS.register
class Conv1d(LayerDef):
    """Convolution over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "Conv1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides small learned filters along time and finds the same pattern anywhere."
    )
    formula = "y[t, k] = b[k] + Σ_{i, c} w[k, c, i] · x[t + i, c]"
    source = "Waibel et al., Phoneme recognition using time-delay neural networks, 1989"
    search = ("Convolution1D", "temporal convolution")
    family = Family.CONVOLUTION
    target = "modules.Conv1d"
    accepts = (SEQUENCE,)
    reads = {"in_channels": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    out_channels: int = field(
        Integer(1, _MOST_FILTERS), default=32, label=_FILTERS, help=_FILTERS_HELP
    )
    kernel_size: int = field(
        Integer(1, _LARGEST_KERNEL), default=3, label=_KERNEL, help=_KERNEL_HELP
    )
    stride: int = field(Integer(1, _LARGEST_KERNEL), default=1, label=_STRIDE, help=_STRIDE_HELP)
    padding: int | str = field(
        Padding1d(_LARGEST_KERNEL), default="valid", label=_PADDING, help=_PADDING_HELP
    )
    dilation: int = field(
        Integer(1, _LARGEST_KERNEL), default=1, label=_DILATION, help=_DILATION_HELP
    )
    groups: int = field(Integer(1, _MOST_FILTERS), default=1, label=_GROUPS, help=_GROUPS_HELP)
    bias: bool = field(Flag(), default=True, label=_BIAS, help=_BIAS_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        padding = self.padding if isinstance(self.padding, str) else (self.padding,)
        yield from same_needs_stride_one(self.label, padding, (self.stride,))
        yield from groups_do_not_divide(
            self.label, self.groups, x.size("features"), self.out_channels
        )
        yield from does_not_fit(
            self.label, (x.size("time"),), (self.kernel_size,), padding, (self.dilation,)
        )

    def summary(self) -> tuple[Message, ...]:
        filters = message(_FILTER_COUNT, count=self.out_channels)
        return (filters, *window_summary((self.kernel_size,), self.padding))


@LAYERS.register
class Conv2d(LayerDef):
    """Convolution over a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "Conv2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides small learned filters over the image; each makes one output channel."
    )
    formula = "y[k, i, j] = b[k] + Σ_{c, u, v} w[k, c, u, v] · x[c, i + u, j + v]"
    source = "LeCun et al., Gradient-based learning applied to document recognition, 1998"
    search = ("Convolution2D", "Conv2D", "CNN", "filter")
    family = Family.CONVOLUTION
    target = "nn.Conv2d"
    accepts = (IMAGE,)
    reads = {"in_channels": "channels"}
    example = TensorSpec(IMAGE, (3, 10, 12))

    out_channels: int = field(
        Integer(1, _MOST_FILTERS), default=32, label=_FILTERS, help=_FILTERS_HELP
    )
    kernel_size: tuple[int, int] = field(
        Size2d(1, _LARGEST_KERNEL), default=(3, 3), label=_KERNEL, help=_KERNEL_HELP
    )
    stride: tuple[int, int] = field(
        Size2d(1, _LARGEST_KERNEL), default=(1, 1), label=_STRIDE, help=_STRIDE_HELP
    )
    padding: tuple[int, int] | str = field(
        Padding2d(_LARGEST_KERNEL), default="valid", label=_PADDING, help=_PADDING_HELP
    )
    dilation: tuple[int, int] = field(
        Size2d(1, _LARGEST_KERNEL), default=(1, 1), label=_DILATION, help=_DILATION_HELP
    )
    groups: int = field(Integer(1, _MOST_FILTERS), default=1, label=_GROUPS, help=_GROUPS_HELP)
    bias: bool = field(Flag(), default=True, label=_BIAS, help=_BIAS_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from same_needs_stride_one(self.label, self.padding, self.stride)
        yield from groups_do_not_divide(
            self.label, self.groups, x.size("channels"), self.out_channels
        )
        yield from does_not_fit(
            self.label, x.sizes[1:], self.kernel_size, self.padding, self.dilation
        )

    def summary(self) -> tuple[Message, ...]:
        filters = message(_FILTER_COUNT, count=self.out_channels)
        return (filters, *window_summary(self.kernel_size, self.padding))
