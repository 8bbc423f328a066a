"""Pooling to a size that does not depend on the size that comes in."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Integer, Size2d
from netstudio.core.layer import LAYERS, Family, LayerContext, LayerDef, LoweredSlot
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.layers.windows import times

_LARGEST = 4_096

_SIZE = QT_TRANSLATE_NOOP("netstudio", "Output size")
_SIZE_HELP = QT_TRANSLATE_NOOP("netstudio", "Height and width of what it puts out.")
_STEPS_HELP = QT_TRANSLATE_NOOP("netstudio", "How many steps it puts out.")
_SOURCE = "He et al., Spatial pyramid pooling in deep convolutional networks, 2014"


class _AdaptivePool2d(LayerDef):
    """What poolings of pictures to a fixed size share."""

    source = _SOURCE
    family = Family.POOLING
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    output_size: tuple[int, int] = field(
        Size2d(1, _LARGEST), default=(1, 1), label=_SIZE, help=_SIZE_HELP
    )

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(times(self.output_size)),)


class _AdaptivePool1d(LayerDef):
    """What poolings of sequences to a fixed length share."""

    source = _SOURCE
    family = Family.POOLING
    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))

    output_size: int = field(Integer(1, _LARGEST), default=1, label=_SIZE, help=_STEPS_HELP)

    def summary(self) -> tuple[Message, ...]:
        if self.output_size == 1:
            return (message(QT_TRANSLATE_NOOP("netstudio", "1 step")),)
        return (message(QT_TRANSLATE_NOOP("netstudio", "{count} steps"), count=self.output_size),)


@LAYERS.register
class AdaptiveAvgPool1d(_AdaptivePool1d):
    """Mean over a fixed number of parts."""

    label = QT_TRANSLATE_NOOP("netstudio", "AdaptiveAvgPool1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Averages the sequence down to the length you ask for, whatever comes in."
    )
    search = ("adaptive pooling", "AdaptiveAveragePooling1D")
    target = "modules.AdaptiveAvgPool1d"


@LAYERS.register
class AdaptiveAvgPool2d(_AdaptivePool2d):
    """Mean over a grid of fixed size."""

    label = QT_TRANSLATE_NOOP("netstudio", "AdaptiveAvgPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Averages the picture down to the size you ask for, whatever size comes in."
    )
    search = ("adaptive pooling", "AdaptiveAveragePooling2D")
    target = "nn.AdaptiveAvgPool2d"


@LAYERS.register
class AdaptiveMaxPool1d(_AdaptivePool1d):
    """Largest value of a fixed number of parts."""

    label = QT_TRANSLATE_NOOP("netstudio", "AdaptiveMaxPool1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest values, as many steps as you ask for, whatever comes in."
    )
    search = ("adaptive pooling", "AdaptiveMaxPooling1D")
    target = "modules.AdaptiveMaxPool1d"


@LAYERS.register
class AdaptiveMaxPool2d(_AdaptivePool2d):
    """Largest value over a grid of fixed size."""

    label = QT_TRANSLATE_NOOP("netstudio", "AdaptiveMaxPool2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Keeps the largest values, on a grid of the size you ask for."
    )
    search = ("adaptive pooling", "AdaptiveMaxPooling2D")
    target = "nn.AdaptiveMaxPool2d"


class _GlobalPool(LayerDef):
    """What poolings over all places share."""

    family = Family.POOLING
    accepts = (IMAGE, SEQUENCE, VOLUME)
    gives = FEATURES
    example = TensorSpec(IMAGE, (3, 10, 12))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        over = (1,) if x.axes == SEQUENCE else (2, 3, 4)[: len(x.axes) - 1]
        return call(self.target, dim=over)


@LAYERS.register
class GlobalAvgPool(_GlobalPool):
    """One mean for each channel."""

    label = QT_TRANSLATE_NOOP("netstudio", "GlobalAvgPool")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each channel by its mean and leaves a flat vector."
    )
    formula = "y[c] = mean_{i, j} x[c, i, j]"
    source = "Lin et al., Network in network, 2013"
    search = ("GlobalAveragePooling2D", "GlobalAveragePooling1D", "global pooling")
    target = "modules.GlobalAvgPool"


@LAYERS.register
class GlobalMaxPool(_GlobalPool):
    """The largest value of each channel."""

    label = QT_TRANSLATE_NOOP("netstudio", "GlobalMaxPool")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Replaces each channel by its largest value and leaves a flat vector."
    )
    formula = "y[c] = max_{i, j} x[c, i, j]"
    source = "Oquab et al., Is object localization for free?, 2015"
    search = ("GlobalMaxPooling2D", "GlobalMaxPooling1D", "global pooling")
    target = "modules.GlobalMaxPool"
