"""Transposed convolutions: learned filters that enlarge what they work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Integer, Size2d, Size3d
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
from netstudio.layers.convolution import (
    BIAS,
    BIAS_HELP,
    DILATION,
    FILTERS,
    FILTERS_HELP,
    GROUPS,
    GROUPS_HELP,
    KERNEL,
    MOST_FILTERS,
    PADDING,
    STRIDE,
    filters_in_words,
)
from netstudio.layers.reparametrization import Parametrized
from netstudio.layers.windows import (
    LARGEST_KERNEL,
    Slide,
    as_setting,
    groups_do_not_divide,
    places,
    sides,
    times,
    window_summary,
)

_STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far apart the inputs are laid; 2 doubles the output."
)
_PADDING_HELP = QT_TRANSLATE_NOOP("netstudio", "How much is cut off the output at each edge.")
_EXTRA = QT_TRANSLATE_NOOP("netstudio", "Output padding")
_EXTRA_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How much is added to the output at its end, to reach an exact size."
)
_KERNEL_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How much of the output one input number spreads over."
)
_DILATION_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Distance between the points a filter fills; 2 reaches twice as far."
)
_SOURCE = "Zeiler et al., Deconvolutional networks, 2010"


class _TransposedConvolution(LayerDef):
    """What transposed convolutions share; the settings are those of pictures."""

    family = Family.CONVOLUTION
    role = Role.LINEAR
    source = _SOURCE
    reads = {"in_channels": "channels"}

    out_channels: int = field(
        Integer(1, MOST_FILTERS), default=32, label=FILTERS, help=FILTERS_HELP
    )
    kernel_size: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(3, 3), label=KERNEL, help=_KERNEL_HELP
    )
    stride: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=STRIDE, help=_STRIDE_HELP
    )
    padding: int | tuple[int, ...] = field(
        Size2d(0, LARGEST_KERNEL), default=(0, 0), label=PADDING, help=_PADDING_HELP
    )
    output_padding: int | tuple[int, ...] = field(
        Size2d(0, LARGEST_KERNEL), default=(0, 0), label=_EXTRA, help=_EXTRA_HELP
    )
    groups: int = field(Integer(1, MOST_FILTERS), default=1, label=GROUPS, help=GROUPS_HELP)
    bias: bool = field(Flag(), default=True, label=BIAS, help=BIAS_HELP)
    dilation: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(1, 1), label=DILATION, help=_DILATION_HELP
    )

    @property
    def _slide(self) -> Slide:
        return Slide.over(self.kernel_size, self.stride, self.padding, self.dilation)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        inputs = x.size(self.reads["in_channels"])
        yield from groups_do_not_divide(self.label, self.groups, inputs, self.out_channels)
        yield from self._output_padding_too_large()
        yield from self._nothing_left(places(x))

    def _output_padding_too_large(self) -> Iterator[Objection]:
        slide, extra = self._slide, sides(self.output_padding)
        most = tuple(max(pair) - 1 for pair in zip(slide.stride, slide.dilation, strict=True))
        if any(more > there for more, there in zip(extra, most, strict=True)):
            fitting = tuple(min(pair) for pair in zip(extra, most, strict=True))
            yield Objection(
                "output-padding-too-large",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} has output padding {padding}, but it must be smaller than the "
                        "stride {stride} or the dilation {dilation}. Lower it to {fitting}.",
                    ),
                    layer=Message(self.label),
                    padding=times(extra),
                    stride=times(slide.stride),
                    dilation=times(slide.dilation),
                    fitting=times(fitting),
                ),
                "output_padding",
                ("output_padding", as_setting(fitting)),
            )

    def _nothing_left(self, room: tuple[int, ...]) -> Iterator[Objection]:
        slide, extra = self._slide, sides(self.output_padding)
        enlarged = tuple(
            (size - 1) * step + reach + more
            for size, step, reach, more in zip(room, slide.stride, slide.reach, extra, strict=True)
        )
        if any(size <= 2 * cut for size, cut in zip(enlarged, slide.added, strict=True)):
            yield Objection(
                "nothing-left",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} makes {size} and cuts off {padding} at each edge, so that "
                        "nothing is left. Lower the padding.",
                    ),
                    layer=Message(self.label),
                    size=times(enlarged),
                    padding=times(slide.added),
                ),
                "padding",
                ("padding", 0),
            )

    def window(self, x: TensorSpec) -> Window:
        return self._slide.enlarging_window()

    def summary(self) -> tuple[Message, ...]:
        filters = filters_in_words(self.out_channels)
        return (filters, *window_summary(self.kernel_size, self.padding))


@LAYERS.register
class ConvTranspose1d(Parametrized, _TransposedConvolution):
    """Transposed convolution over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "ConvTranspose1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Spreads each step over several with learned filters; a stride makes it longer.",
    )
    formula = "y[s·t + i, k] += w[c, k, i] · x[t, c]"
    search = ("Conv1DTranspose", "deconvolution", "upsampling")
    target = "modules.ConvTranspose1d"
    accepts = (SEQUENCE,)
    reads = {"in_channels": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    kernel_size: int = field(Integer(1, LARGEST_KERNEL), default=3, label=KERNEL, help=_KERNEL_HELP)
    stride: int = field(Integer(1, LARGEST_KERNEL), default=1, label=STRIDE, help=_STRIDE_HELP)
    padding: int = field(Integer(0, LARGEST_KERNEL), default=0, label=PADDING, help=_PADDING_HELP)
    output_padding: int = field(
        Integer(0, LARGEST_KERNEL), default=0, label=_EXTRA, help=_EXTRA_HELP
    )
    dilation: int = field(
        Integer(1, LARGEST_KERNEL), default=1, label=DILATION, help=_DILATION_HELP
    )


@LAYERS.register
class ConvTranspose2d(Parametrized, _TransposedConvolution):
    """Transposed convolution over a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "ConvTranspose2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Paints a small learned pattern for each pixel; a stride makes it larger."
    )
    formula = "y[k, s·i + u, s·j + v] += w[c, k, u, v] · x[c, i, j]"
    search = ("Conv2DTranspose", "deconvolution", "upsampling", "decoder")
    target = "nn.ConvTranspose2d"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))


@LAYERS.register
class ConvTranspose3d(Parametrized, _TransposedConvolution):
    """Transposed convolution over a volume."""

    label = QT_TRANSLATE_NOOP("netstudio", "ConvTranspose3d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Fills in a small learned block for each point; a stride makes it larger."
    )
    formula = "y[k, s·h + t, s·i + u, s·j + v] += w[c, k, t, u, v] · x[c, h, i, j]"
    search = ("Conv3DTranspose", "deconvolution", "upsampling")
    target = "nn.ConvTranspose3d"
    accepts = (VOLUME,)
    example = TensorSpec(VOLUME, (2, 4, 5, 6))

    kernel_size: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(3, 3, 3), label=KERNEL, help=_KERNEL_HELP
    )
    stride: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(1, 1, 1), label=STRIDE, help=_STRIDE_HELP
    )
    padding: tuple[int, int, int] = field(
        Size3d(0, LARGEST_KERNEL), default=(0, 0, 0), label=PADDING, help=_PADDING_HELP
    )
    output_padding: tuple[int, int, int] = field(
        Size3d(0, LARGEST_KERNEL), default=(0, 0, 0), label=_EXTRA, help=_EXTRA_HELP
    )
    dilation: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(1, 1, 1), label=DILATION, help=_DILATION_HELP
    )
