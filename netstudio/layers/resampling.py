"""More or fewer places without weights: upsampling, and channels that become pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Size2d
from netstudio.core.layer import LAYERS, LoweredSlot, Objection, Raised, Window
from netstudio.core.spec import IMAGE, SEQUENCE, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.layers.reshaping import Rearranging
from netstudio.layers.windows import places, sides, times

_LARGEST_SIZE = 65_536
_MOST_TIMES = 64

_SCALE = QT_TRANSLATE_NOOP("netstudio", "Scale factor")
_SIZE = QT_TRANSLATE_NOOP("netstudio", "Size")
_MODE = QT_TRANSLATE_NOOP("netstudio", "Mode")
_MODE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether numbers are repeated, or run smoothly from one to the next."
)
_NEAREST = QT_TRANSLATE_NOOP("netstudio", "Nearest")
_CORNERS = QT_TRANSLATE_NOOP("netstudio", "Align corners")
_CORNERS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether the outermost numbers stay exactly at the edges."
)


class _Upsample(Rearranging):
    """What upsamplings share; the settings are those of pictures."""

    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 5, 6))

    scale_factor: int | tuple[int, ...] = field(
        Size2d(1, _MOST_TIMES),
        default=(2, 2),
        label=_SCALE,
        help=QT_TRANSLATE_NOOP("netstudio", "How many times larger height and width become."),
    )
    mode: str = field(
        Choice(
            ("nearest", "bilinear", "bicubic"),
            (
                _NEAREST,
                QT_TRANSLATE_NOOP("netstudio", "Bilinear"),
                QT_TRANSLATE_NOOP("netstudio", "Bicubic"),
            ),
        ),
        default="nearest",
        label=_MODE,
        help=_MODE_HELP,
    )
    align_corners: bool = field(
        Flag(), default=False, label=_CORNERS, help=_CORNERS_HELP, advanced=True
    )

    @property
    def _size(self) -> tuple[int, ...] | None:
        """The size it is set to, instead of a factor."""
        return None

    def arguments(self) -> dict[str, Any]:
        return {
            "size": self._size,
            "scale_factor": None if self._size else self.scale_factor,
            "mode": self.mode,
            "align_corners": self.align_corners or None,
        }

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        found = super().raised(call)
        if found is None:
            return None
        fields = {name: _whole(value) for name, value in found.fields.items() if value is not None}
        return Raised(fields, found.slots)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if self.align_corners and self.mode == "nearest":
            yield Objection(
                "corners-of-nearest",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} aligns corners, which repeated numbers cannot do. Choose another "
                        "mode, or leave the corners.",
                    ),
                    layer=Message(self.label),
                ),
                "align_corners",
            )

    def window(self, x: TensorSpec) -> Window:
        seen = {"nearest": 1, "bicubic": 4}.get(self.mode, 2)
        wanted = self._size or tuple(
            there * scale for there, scale in zip(places(x), sides(self.scale_factor), strict=True)
        )
        strides = tuple(
            Fraction(there, after) for there, after in zip(places(x), wanted, strict=True)
        )
        kernel = tuple(1 if stride == 1 else seen for stride in strides)
        return Window(kernel, strides, (1,) * len(kernel))

    def summary(self) -> tuple[Message, ...]:
        if self._size:
            wanted = message(QT_TRANSLATE_NOOP("netstudio", "to {size}"), size=times(self._size))
        else:
            factors = sides(self.scale_factor)
            shown = factors[:1] if len({*factors}) == 1 else factors
            wanted = verbatim(f"×{times(shown)}")
        return (wanted, verbatim(self.mode))


def _whole(value: Any) -> Any:
    """Factors may be written with a point: 2.0."""
    if isinstance(value, tuple):
        return tuple(_whole(each) for each in value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


@LAYERS.register
class Upsample(_Upsample):
    """A larger picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "Upsample")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Enlarges a picture by repeating its pixels or by running smoothly between."
    )
    search = ("UpSampling2D", "Resizing", "interpolate", "enlarge", "decoder")
    target = "nn.Upsample"

    size: tuple[int, int] | None = field(
        Size2d(1, _LARGEST_SIZE, optional=True),
        default=None,
        label=_SIZE,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Height and width of the result, instead of a scale factor."
        ),
    )

    @property
    def _size(self) -> tuple[int, ...] | None:
        return self.size


@LAYERS.register
class Upsample1d(_Upsample):
    """A longer sequence."""

    label = QT_TRANSLATE_NOOP("netstudio", "Upsample1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lengthens a sequence by repeating its steps or by running smoothly between."
    )
    search = ("UpSampling1D", "interpolate", "enlarge")
    target = "modules.UpsampleOverTime"
    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))

    scale_factor: int = field(
        Integer(1, _MOST_TIMES),
        default=2,
        label=_SCALE,
        help=QT_TRANSLATE_NOOP("netstudio", "How many times longer it becomes."),
    )
    mode: str = field(
        Choice(("nearest", "linear"), (_NEAREST, QT_TRANSLATE_NOOP("netstudio", "Straight lines"))),
        default="nearest",
        label=_MODE,
        help=_MODE_HELP,
    )


@LAYERS.register
class PixelShuffle(Rearranging):
    """Channels into pixels."""

    label = QT_TRANSLATE_NOOP("netstudio", "PixelShuffle")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Makes a picture larger by laying groups of its channels out as pixels."
    )
    formula = "C·r² × H × W → C × r·H × r·W"
    source = "Shi et al., Real-time single image and video super-resolution, 2016"
    search = ("super-resolution", "depth to space", "sub-pixel")
    target = "nn.PixelShuffle"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (8, 5, 6))

    upscale_factor: int = field(
        Integer(1, _MOST_TIMES),
        default=2,
        label=_SCALE,
        help=QT_TRANSLATE_NOOP("netstudio", "How many times larger height and width become."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        needed = self.upscale_factor**2
        if x.size("channels") % needed:
            yield Objection(
                "channels-not-divisible",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} makes one channel of {needed} but receives {count}. Let the layer "
                        "before it put out a multiple of {needed}.",
                    ),
                    layer=Message(self.label),
                    needed=needed,
                    count=x.size("channels"),
                ),
                "upscale_factor",
            )

    def window(self, x: TensorSpec) -> Window:
        stride = Fraction(1, self.upscale_factor)
        return Window((1, 1), (stride, stride), (1, 1))

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(f"×{self.upscale_factor}"),)


@LAYERS.register
class PixelUnshuffle(Rearranging):
    """Pixels into channels."""

    label = QT_TRANSLATE_NOOP("netstudio", "PixelUnshuffle")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Makes a picture smaller without losing a number: pixels become channels."
    )
    formula = "C × r·H × r·W → C·r² × H × W"
    source = "Shi et al., Real-time single image and video super-resolution, 2016"
    search = ("space to depth",)
    target = "nn.PixelUnshuffle"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    downscale_factor: int = field(
        Integer(1, _MOST_TIMES),
        default=2,
        label=_SCALE,
        help=QT_TRANSLATE_NOOP("netstudio", "How many times smaller height and width become."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if any(side % self.downscale_factor for side in places(x)):
            yield Objection(
                "size-not-divisible",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} receives {size}, which {factor} does not divide evenly. Choose a "
                        "factor that divides height and width.",
                    ),
                    layer=Message(self.label),
                    size=times(places(x)),
                    factor=self.downscale_factor,
                ),
                "downscale_factor",
            )

    def window(self, x: TensorSpec) -> Window:
        sides = (self.downscale_factor, self.downscale_factor)
        return Window(sides, sides, (1, 1))

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(f"÷{self.downscale_factor}"),)
