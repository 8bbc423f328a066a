"""Convolutions: small learned filters that slide over time, a picture or a volume."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import (
    Choice,
    Flag,
    Integer,
    Padding1d,
    Padding2d,
    Padding3d,
    Size2d,
    Size3d,
)
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerDef,
    LoweredSlot,
    Objection,
    Role,
    Window,
)
from netstudio.core.spec import IMAGE, SEQUENCE, VOLUME, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.reparametrization import Parametrized
from netstudio.layers.windows import (
    LARGEST_KERNEL,
    Slide,
    does_not_fit,
    edge_too_far,
    groups_do_not_divide,
    places,
    same_needs_stride_one,
    window_summary,
)

MOST_FILTERS = 65_536

FILTERS = QT_TRANSLATE_NOOP("netstudio", "Filters")
FILTERS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How many different patterns it looks for; each makes one output channel."
)
KERNEL = QT_TRANSLATE_NOOP("netstudio", "Kernel size")
KERNEL_HELP = QT_TRANSLATE_NOOP("netstudio", "How much of the input one filter sees at once.")
STRIDE = QT_TRANSLATE_NOOP("netstudio", "Stride")
STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far the filter moves between two looks; 2 halves the output."
)
PADDING = QT_TRANSLATE_NOOP("netstudio", "Padding")
PADDING_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "What is added at the edges: valid for none, same to keep the size, or a number."
)
DILATION = QT_TRANSLATE_NOOP("netstudio", "Dilation")
DILATION_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Distance between the points a filter looks at; 2 sees twice as far."
)
GROUPS = QT_TRANSLATE_NOOP("netstudio", "Groups")
GROUPS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Divides the channels into groups that do not see each other."
)
BIAS = QT_TRANSLATE_NOOP("netstudio", "Bias")
BIAS_HELP = QT_TRANSLATE_NOOP("netstudio", "Whether a learned number is added to each filter.")


def filters_in_words(count: int) -> Message:
    """How many filters there are, as a card says it."""
    if count == 1:
        return message(QT_TRANSLATE_NOOP("netstudio", "1 filter"))
    return message(QT_TRANSLATE_NOOP("netstudio", "{count} filters"), count=count)


class _Convolution(LayerDef):
    """What convolutions share; the settings are those of pictures."""

    family = Family.CONVOLUTION
    role = Role.LINEAR
    reads = {"in_channels": "channels"}

    out_channels: int = field(
        Integer(1, MOST_FILTERS), default=32, label=FILTERS, help=FILTERS_HELP
    )
    kernel_size: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(3, 3), label=KERNEL, help=KERNEL_HELP
    )
    stride: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=STRIDE, help=STRIDE_HELP
    )
    padding: int | tuple[int, ...] | str = field(
        Padding2d(LARGEST_KERNEL), default="valid", label=PADDING, help=PADDING_HELP
    )
    dilation: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=DILATION, help=DILATION_HELP
    )
    groups: int = field(Integer(1, MOST_FILTERS), default=1, label=GROUPS, help=GROUPS_HELP)
    bias: bool = field(Flag(), default=True, label=BIAS, help=BIAS_HELP)
    padding_mode: str = field(
        Choice(
            ("zeros", "reflect", "replicate", "circular"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Zeros"),
                QT_TRANSLATE_NOOP("netstudio", "Mirrored"),
                QT_TRANSLATE_NOOP("netstudio", "Edge repeated"),
                QT_TRANSLATE_NOOP("netstudio", "Wrapped around"),
            ),
        ),
        default="zeros",
        label=QT_TRANSLATE_NOOP("netstudio", "Padding mode"),
        help=QT_TRANSLATE_NOOP("netstudio", "What the padding is filled with."),
        advanced=True,
    )

    @property
    def _slide(self) -> Slide:
        return Slide.over(self.kernel_size, self.stride, self.padding, self.dilation)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from same_needs_stride_one(self.label, self._slide)
        inputs = x.size(self.reads["in_channels"])
        yield from groups_do_not_divide(self.label, self.groups, inputs, self.out_channels)
        yield from does_not_fit(self.label, places(x), self._slide)
        yield from edge_too_far(self.label, self.padding_mode, places(x), self._slide.added)

    def window(self, x: TensorSpec) -> Window:
        return self._slide.window()

    def summary(self) -> tuple[Message, ...]:
        filters = filters_in_words(self.out_channels)
        return (filters, *window_summary(self.kernel_size, self.padding))


@LAYERS.register
class Conv1d(Parametrized, _Convolution):
    """Convolution over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "Conv1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides small learned filters along time and finds the same pattern anywhere."
    )
    formula = "y[t, k] = b[k] + Σ_{i, c} w[k, c, i] · x[t + i, c]"
    source = "Waibel et al., Phoneme recognition using time-delay neural networks, 1989"
    search = ("Convolution1D", "temporal convolution")
    target = "modules.Conv1d"
    accepts = (SEQUENCE,)
    reads = {"in_channels": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    kernel_size: int = field(Integer(1, LARGEST_KERNEL), default=3, label=KERNEL, help=KERNEL_HELP)
    stride: int = field(Integer(1, LARGEST_KERNEL), default=1, label=STRIDE, help=STRIDE_HELP)
    padding: int | str = field(
        Padding1d(LARGEST_KERNEL), default="valid", label=PADDING, help=PADDING_HELP
    )
    dilation: int = field(Integer(1, LARGEST_KERNEL), default=1, label=DILATION, help=DILATION_HELP)


@LAYERS.register
class Conv2d(Parametrized, _Convolution):
    """Convolution over a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "Conv2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides small learned filters over the image; each makes one output channel."
    )
    formula = "y[k, i, j] = b[k] + Σ_{c, u, v} w[k, c, u, v] · x[c, i + u, j + v]"
    source = "LeCun et al., Gradient-based learning applied to document recognition, 1998"
    search = ("Convolution2D", "Conv2D", "CNN", "filter")
    target = "nn.Conv2d"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))


@LAYERS.register
class Conv3d(Parametrized, _Convolution):
    """Convolution over a volume."""

    label = QT_TRANSLATE_NOOP("netstudio", "Conv3d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Slides small learned filters over a volume, such as a scan or a short film."
    )
    formula = "y[k, h, i, j] = b[k] + Σ_{c, t, u, v} w[k, c, t, u, v] · x[c, h + t, i + u, j + v]"
    source = "Ji et al., 3D convolutional neural networks for human action recognition, 2013"
    search = ("Convolution3D", "Conv3D", "video", "volumetric")
    target = "nn.Conv3d"
    accepts = (VOLUME,)
    example = TensorSpec(VOLUME, (2, 5, 6, 7))

    kernel_size: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(3, 3, 3), label=KERNEL, help=KERNEL_HELP
    )
    stride: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(1, 1, 1), label=STRIDE, help=STRIDE_HELP
    )
    padding: tuple[int, int, int] | str = field(
        Padding3d(LARGEST_KERNEL), default="valid", label=PADDING, help=PADDING_HELP
    )
    dilation: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(1, 1, 1), label=DILATION, help=DILATION_HELP
    )
