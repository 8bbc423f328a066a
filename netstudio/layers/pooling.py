"""Pooling: fewer numbers from many, without weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Flag, Integer, Size2d, Size3d
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
    Window,
)
from netstudio.core.spec import IMAGE, SEQUENCE, VOLUME, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.windows import (
    LARGEST_KERNEL,
    Slide,
    does_not_fit,
    padding_too_large,
    places,
    sides,
    times,
    window_summary,
)

_KERNEL = QT_TRANSLATE_NOOP("netstudio", "Kernel size")
_KERNEL_HELP = QT_TRANSLATE_NOOP("netstudio", "The size of the window that becomes one number.")
_STRIDE = QT_TRANSLATE_NOOP("netstudio", "Stride")
_STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far the window moves; left out, it moves by its own size."
)
_TIME_STRIDE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far the window moves; auto stands for its own size."
)
_PADDING = QT_TRANSLATE_NOOP("netstudio", "Padding")
_PADDING_HELP = QT_TRANSLATE_NOOP("netstudio", "How many rows and columns are added at the edge.")
_TIME_PADDING_HELP = QT_TRANSLATE_NOOP("netstudio", "How many steps are added at each end.")
_DILATION = QT_TRANSLATE_NOOP("netstudio", "Dilation")
_DILATION_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Distance between the points of the window; 2 reaches twice as far."
)
_CEIL = QT_TRANSLATE_NOOP("netstudio", "Round up")
_CEIL_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether a last window that hangs over the edge counts too."
)
_COUNT = QT_TRANSLATE_NOOP("netstudio", "Count padding")
_COUNT_HELP = QT_TRANSLATE_NOOP("netstudio", "Whether the zeros at the edge count in the mean.")


class _Pool(LayerDef):
    """What windowed poolings share; the settings are those of pictures."""

    family = Family.POOLING
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    kernel_size: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL), default=(2, 2), label=_KERNEL, help=_KERNEL_HELP
    )
    stride: int | tuple[int, ...] | Auto | None = field(
        Size2d(1, LARGEST_KERNEL, optional=True), default=None, label=_STRIDE, help=_STRIDE_HELP
    )

    @property
    def _slide(self) -> Slide:
        kernel, stride = sides(self.kernel_size), self.stride
        if stride is None or isinstance(stride, str):
            stride = kernel
        return Slide.over(kernel, stride, (0,) * len(kernel), (1,) * len(kernel))

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from padding_too_large(self.label, self._slide)
        yield from does_not_fit(self.label, places(x), self._slide)

    def window(self, x: TensorSpec) -> Window:
        return self._slide.window()

    def summary(self) -> tuple[Message, ...]:
        return tuple(window_summary(self.kernel_size, self._slide.added))


class _PoolOverTime(_Pool):
    """The settings for sequences."""

    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))

    kernel_size: int = field(
        Integer(1, LARGEST_KERNEL), default=2, label=_KERNEL, help=_KERNEL_HELP
    )
    stride: int | Auto = field(
        Integer(1, LARGEST_KERNEL, auto=True), default=AUTO, label=_STRIDE, help=_TIME_STRIDE_HELP
    )

    def arguments(self) -> dict[str, Any]:
        stride = None if self.stride == AUTO else self.stride
        return {**super().arguments(), "stride": stride}

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        found = super().raised(call)
        if found is None or found.fields.get("stride") is not None:
            return found
        return Raised({**found.fields, "stride": AUTO}, found.slots)


class _PoolOverVolume(_Pool):
    """The settings for volumes."""

    accepts = (VOLUME,)
    example = TensorSpec(VOLUME, (2, 4, 5, 6))

    kernel_size: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL), default=(2, 2, 2), label=_KERNEL, help=_KERNEL_HELP
    )
    stride: tuple[int, int, int] | None = field(
        Size3d(1, LARGEST_KERNEL, optional=True), default=None, label=_STRIDE, help=_STRIDE_HELP
    )


class _PaddedPool(_Pool):
    """Poolings that may add something at the edge."""

    padding: int | tuple[int, ...] = field(
        Size2d(0, LARGEST_KERNEL), default=(0, 0), label=_PADDING, help=_PADDING_HELP
    )

    @property
    def _slide(self) -> Slide:
        return replace(super()._slide, padding=sides(self.padding))


class _MaxPool(_PaddedPool):
    """What max poolings share."""

    formula = "y[…, i] = max_u x[…, s·i + u]"
    source = "Riesenhuber and Poggio, Hierarchical models of object recognition in cortex, 1999"

    dilation: int | tuple[int, ...] = field(
        Size2d(1, LARGEST_KERNEL),
        default=(1, 1),
        label=_DILATION,
        help=_DILATION_HELP,
        advanced=True,
    )
    ceil_mode: bool = field(Flag(), default=False, label=_CEIL, help=_CEIL_HELP)

    @property
    def _slide(self) -> Slide:
        return replace(super()._slide, dilation=sides(self.dilation))


class _AvgPool(_PaddedPool):
    """What average poolings share."""

    formula = "y[…, i] = mean_u x[…, s·i + u]"
    source = "LeCun et al., Gradient-based learning applied to document recognition, 1998"

    ceil_mode: bool = field(Flag(), default=False, label=_CEIL, help=_CEIL_HELP)
    count_include_pad: bool = field(Flag(), default=True, label=_COUNT, help=_COUNT_HELP)


class _LPPool(_Pool):
    """What power-average poolings share."""

    formula = "y[…, i] = (Σ_u x[…, s·i + u]ᵖ)^{1/p}"
    source = (
        "Gulcehre et al., Learned-norm pooling for deep feedforward and recurrent neural networks, "
        "2013"
    )

    norm_type: int = field(
        Integer(1, 16),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Power"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The power p: 1 gives the sum, a large one nearly the largest value."
        ),
    )
    ceil_mode: bool = field(Flag(), default=False, label=_CEIL, help=_CEIL_HELP)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from super().objections(x, slots)
        if self.norm_type > 1 and self.norm_type % 2:
            text = message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has the power {power}, but negative numbers have no odd root here. "
                    "Use 1 or an even power.",
                ),
                layer=Message(self.label),
                power=self.norm_type,
            )
            yield Objection("odd-power", text, "norm_type", ("norm_type", self.norm_type + 1))


@LAYERS.register
class MaxPool1d(_PoolOverTime, _MaxPool):
    """Largest value of each window over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "MaxPool1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest value of each window, so that the sequence gets shorter."
    )
    search = ("MaxPooling1D", "max pooling", "downsample")
    target = "modules.MaxPool1d"

    padding: int = field(
        Integer(0, LARGEST_KERNEL), default=0, label=_PADDING, help=_TIME_PADDING_HELP
    )
    dilation: int = field(
        Integer(1, LARGEST_KERNEL),
        default=1,
        label=_DILATION,
        help=_DILATION_HELP,
        advanced=True,
    )


@LAYERS.register
class MaxPool2d(_MaxPool):
    """Largest value of each window."""

    label = QT_TRANSLATE_NOOP("netstudio", "MaxPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest value of each window, so that the picture shrinks."
    )
    formula = "y[c, i, j] = max_{u, v} x[c, s·i + u, s·j + v]"
    search = ("MaxPooling2D", "max pooling", "downsample")
    target = "nn.MaxPool2d"


@LAYERS.register
class MaxPool3d(_PoolOverVolume, _MaxPool):
    """Largest value of each window over a volume."""

    label = QT_TRANSLATE_NOOP("netstudio", "MaxPool3d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest value of each window, so that the volume shrinks."
    )
    search = ("MaxPooling3D", "max pooling", "downsample")
    target = "nn.MaxPool3d"

    padding: tuple[int, int, int] = field(
        Size3d(0, LARGEST_KERNEL), default=(0, 0, 0), label=_PADDING, help=_PADDING_HELP
    )
    dilation: tuple[int, int, int] = field(
        Size3d(1, LARGEST_KERNEL),
        default=(1, 1, 1),
        label=_DILATION,
        help=_DILATION_HELP,
        advanced=True,
    )


@LAYERS.register
class AvgPool1d(_PoolOverTime, _AvgPool):
    """Mean of each window over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "AvgPool1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each window by its mean, so that the sequence gets shorter."
    )
    search = ("AveragePooling1D", "average pooling", "downsample")
    target = "modules.AvgPool1d"

    padding: int = field(
        Integer(0, LARGEST_KERNEL), default=0, label=_PADDING, help=_TIME_PADDING_HELP
    )


@LAYERS.register
class AvgPool2d(_AvgPool):
    """Mean of each window."""

    label = QT_TRANSLATE_NOOP("netstudio", "AvgPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each window by its mean, so that the picture shrinks."
    )
    formula = "y[c, i, j] = mean_{u, v} x[c, s·i + u, s·j + v]"
    search = ("AveragePooling2D", "average pooling", "downsample")
    target = "nn.AvgPool2d"


@LAYERS.register
class AvgPool3d(_PoolOverVolume, _AvgPool):
    """Mean of each window over a volume."""

    label = QT_TRANSLATE_NOOP("netstudio", "AvgPool3d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each window by its mean, so that the volume shrinks."
    )
    search = ("AveragePooling3D", "average pooling", "downsample")
    target = "nn.AvgPool3d"

    padding: tuple[int, int, int] = field(
        Size3d(0, LARGEST_KERNEL), default=(0, 0, 0), label=_PADDING, help=_PADDING_HELP
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from padding_too_large(self.label, self._slide)
        # Unlike the others of torch it wants the kernel to fit into the input without its padding.
        fitting = tuple(min(pair) for pair in zip(self.kernel_size, places(x), strict=True))
        if fitting != self.kernel_size:
            yield Objection(
                "window-too-large",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} slides a window of {window} but receives only {size}, whatever "
                        "the padding. Make the kernel smaller, or shrink less in the layers before "
                        "it.",
                    ),
                    layer=Message(self.label),
                    window=times(self.kernel_size),
                    size=times(places(x)),
                ),
                "kernel_size",
                ("kernel_size", fitting),
            )


@LAYERS.register
class LPPool1d(_PoolOverTime, _LPPool):
    """Power average of each window over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "LPPool1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Joins each window of steps by a power sum, between sum and maximum."
    )
    search = ("power average", "norm pooling")
    target = "modules.LPPool1d"


@LAYERS.register
class LPPool2d(_LPPool):
    """Power average of each window."""

    label = QT_TRANSLATE_NOOP("netstudio", "LPPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Joins each window of a picture by a power sum, between sum and maximum."
    )
    search = ("power average", "norm pooling")
    target = "nn.LPPool2d"
