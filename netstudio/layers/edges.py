"""More or less at the edges: padding and cropping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Size2d
from netstudio.core.layer import LAYERS, LoweredSlot, Objection
from netstudio.core.shapes import Margins1d, Margins2d
from netstudio.core.spec import IMAGE, SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.layers.reshaping import Rearranging
from netstudio.layers.windows import edge_too_far, places, times

_LARGEST = 1_024

_PADDING = QT_TRANSLATE_NOOP("netstudio", "Padding")
_PADDING_1D_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Steps added at the start and at the end; one number stands for both."
)
_PADDING_2D_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "What is added left, right, above and below; one number stands for all."
)
_CROPPING = QT_TRANSLATE_NOOP("netstudio", "Cropping")
_CROPPING_1D_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Steps cut off at the start and at the end; one number stands for both."
)
_CROPPING_2D_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "What is cut off left, right, above and below; one number stands for all."
)


def _in_words(margins: tuple[int, ...]) -> Message:
    """``2``, or ``1, 2, 1, 2`` where the sides differ."""
    return verbatim(str(margins[0]) if len({*margins}) == 1 else ", ".join(map(str, margins)))


def _widest(margins: tuple[int, ...]) -> tuple[int, ...]:
    """The larger margin of each axis in the order of the axes: margins have the columns first."""
    pairs = zip(margins[::2], margins[1::2], strict=True)
    return tuple(max(pair) for pair in pairs)[::-1]


class _AtEdges(Rearranging):
    """What padding and cropping share: what stays is what it was."""

    is_pointwise = True


class _Pad(_AtEdges):
    """What paddings share; the settings are those of pictures."""

    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    padding: tuple[int, ...] = field(
        Margins2d(_LARGEST), default=(1, 1, 1, 1), label=_PADDING, help=_PADDING_2D_HELP
    )

    def summary(self) -> tuple[Message, ...]:
        return (_in_words(self.padding),)


class _PadOverTime(_Pad):
    """The settings for sequences."""

    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))

    padding: tuple[int, int] = field(
        Margins1d(_LARGEST), default=(1, 1), label=_PADDING, help=_PADDING_1D_HELP
    )


class _Reflection(_Pad):
    """Paddings that mirror what is there."""

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from edge_too_far(self.label, "reflect", places(x), _widest(self.padding))


@LAYERS.register
class ZeroPad1d(_PadOverTime):
    """Zeros at both ends."""

    label = QT_TRANSLATE_NOOP("netstudio", "ZeroPad1d")
    help = QT_TRANSLATE_NOOP("netstudio", "Adds zeros before and after a sequence.")
    search = ("ZeroPadding1D", "pad")
    target = "modules.ZeroPad1d"


@LAYERS.register
class ZeroPad2d(_Pad):
    """Zeros around the picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "ZeroPad2d")
    help = QT_TRANSLATE_NOOP("netstudio", "Adds zeros around a picture.")
    search = ("ZeroPadding2D", "pad", "border")
    target = "nn.ZeroPad2d"


@LAYERS.register
class ReflectionPad1d(_PadOverTime, _Reflection):
    """Both ends mirrored."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReflectionPad1d")
    help = QT_TRANSLATE_NOOP("netstudio", "Lengthens a sequence by mirroring both its ends.")
    search = ("pad", "mirror", "reflect")
    target = "modules.ReflectionPad1d"


@LAYERS.register
class ReflectionPad2d(_Reflection):
    """The edges mirrored."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReflectionPad2d")
    help = QT_TRANSLATE_NOOP("netstudio", "Enlarges a picture by mirroring its edges.")
    search = ("pad", "mirror", "reflect", "border")
    target = "nn.ReflectionPad2d"


@LAYERS.register
class ReplicationPad1d(_PadOverTime):
    """The first and the last step repeated."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReplicationPad1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lengthens a sequence by repeating its first and its last step."
    )
    search = ("pad", "repeat", "replicate")
    target = "modules.ReplicationPad1d"


@LAYERS.register
class ReplicationPad2d(_Pad):
    """The edges repeated."""

    label = QT_TRANSLATE_NOOP("netstudio", "ReplicationPad2d")
    help = QT_TRANSLATE_NOOP("netstudio", "Enlarges a picture by repeating its edges.")
    search = ("pad", "repeat", "replicate", "border")
    target = "nn.ReplicationPad2d"


def _nothing_left(label: str, field: str, size: str, cut: str) -> Objection:
    template = QT_TRANSLATE_NOOP(
        "netstudio", "{layer} cuts {cut} off {size}, so that nothing is left. Cut off less."
    )
    return Objection(
        "nothing-left", message(template, layer=Message(label), cut=cut, size=size), field
    )


@LAYERS.register
class Crop1d(_AtEdges):
    """Without the ends of a sequence."""

    label = QT_TRANSLATE_NOOP("netstudio", "Crop1d")
    help = QT_TRANSLATE_NOOP("netstudio", "Cuts steps off the start and the end of a sequence.")
    search = ("Cropping1D", "trim", "slice")
    target = "modules.Crop1d"
    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))

    cropping: tuple[int, int] = field(
        Margins1d(_LARGEST), default=(1, 1), label=_CROPPING, help=_CROPPING_1D_HELP
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if sum(self.cropping) >= x.size("time"):
            cut = " + ".join(map(str, self.cropping))
            yield _nothing_left(self.label, "cropping", str(x.size("time")), cut)

    def summary(self) -> tuple[Message, ...]:
        return (_in_words(self.cropping),)


@LAYERS.register
class Crop2d(_AtEdges):
    """Without the edges of a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "Crop2d")
    help = QT_TRANSLATE_NOOP("netstudio", "Cuts columns and rows off the edges of a picture.")
    search = ("Cropping2D", "trim", "slice")
    target = "modules.Crop2d"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    cropping: tuple[int, int, int, int] = field(
        Margins2d(_LARGEST), default=(1, 1, 1, 1), label=_CROPPING, help=_CROPPING_2D_HELP
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        left, right, top, bottom = self.cropping
        height, width = places(x)
        if top + bottom >= height or left + right >= width:
            cut = times((top + bottom, left + right))
            yield _nothing_left(self.label, "cropping", times((height, width)), cut)

    def summary(self) -> tuple[Message, ...]:
        return (_in_words(self.cropping),)


@LAYERS.register
class CenterCrop(_AtEdges):
    """The middle of a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "CenterCrop")
    help = QT_TRANSLATE_NOOP("netstudio", "Keeps the middle of a picture and cuts off the rest.")
    search = ("crop", "middle")
    target = "modules.CenterCrop"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    size: tuple[int, int] = field(
        Size2d(1, 65_536),
        default=(8, 8),
        label=QT_TRANSLATE_NOOP("netstudio", "Size"),
        help=QT_TRANSLATE_NOOP("netstudio", "Height and width of what is kept."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if any(wanted > there for wanted, there in zip(self.size, places(x), strict=True)):
            yield Objection(
                "crop-too-large",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} keeps {wanted} but receives only {size}. Lower the size.",
                    ),
                    layer=Message(self.label),
                    wanted=times(self.size),
                    size=times(places(x)),
                ),
                "size",
            )

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(times(self.size)),)
