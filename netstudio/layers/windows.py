"""What convolution and pooling share: windows that slide over time, pictures or volumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from netstudio.core.layer import Objection, Window
from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.layers.divisors import nearest_divisor

LARGEST_KERNEL = 1_024

Sides = int | tuple[int, ...]


def times(sizes: Iterable[int]) -> str:
    """Sizes as people write them, ``3×3``."""
    return "×".join(str(size) for size in sizes)


def sides(value: Sides) -> tuple[int, ...]:
    """A setting as one number for each axis."""
    return value if isinstance(value, tuple) else (value,)


def as_setting(sizes: tuple[int, ...]) -> Sides:
    """One number for each axis as a setting; the inverse of ``sides``."""
    return sizes[0] if len(sizes) == 1 else sizes


def places(x: TensorSpec) -> tuple[int, ...]:
    """The extent of what a window slides over: the steps of a sequence, the rows and columns."""
    return x.sizes[:1] if x.axes == SEQUENCE else x.sizes[1:]


@dataclass(frozen=True)
class Slide:
    """How a window slides, with one number for each axis.

    Attributes:
        kernel: Extent of the window.
        stride: How far it moves.
        padding: What is added on each side, or ``same`` for what keeps the size.
        dilation: Distance between the window's points.
    """

    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[int, ...] | str
    dilation: tuple[int, ...]

    @classmethod
    def over(cls, kernel: Sides, stride: Sides, padding: Sides | str, dilation: Sides) -> Slide:
        """From settings as they are written."""
        added: tuple[int, ...] | str
        if isinstance(padding, str):
            added = padding if padding == "same" else (0,) * len(sides(kernel))
        else:
            added = sides(padding)
        return cls(sides(kernel), sides(stride), added, sides(dilation))

    @property
    def reach(self) -> tuple[int, ...]:
        """From the window's first point to its last."""
        pairs = zip(self.kernel, self.dilation, strict=True)
        return tuple(step * (side - 1) + 1 for side, step in pairs)

    @property
    def added(self) -> tuple[int, ...]:
        """What is added on the side where more is added."""
        if isinstance(self.padding, tuple):
            return self.padding
        return tuple(side // 2 for side in self.reach)

    def window(self) -> Window:
        """What one output number sees."""
        return Window(self.kernel, self.stride, self.dilation)

    def enlarging_window(self) -> Window:
        """What one output number of the transposed window sees."""
        seen = tuple(-(-side // step) for side, step in zip(self.reach, self.stride, strict=True))
        strides = tuple(Fraction(1, step) for step in self.stride)
        return Window(seen, strides, (1,) * len(seen))


def window_summary(kernel: Sides, padding: Sides | str = 0) -> Iterator[Message]:
    """The kernel, and the padding where there is any, in a few words each."""
    yield verbatim(times(sides(kernel)))
    if isinstance(padding, str):
        yield verbatim(padding)
    elif any(sides(padding)):
        shown = times(sides(padding))
        yield message(QT_TRANSLATE_NOOP("netstudio", "padding {padding}"), padding=shown)


def does_not_fit(label: str, room: tuple[int, ...], slide: Slide) -> Iterator[Objection]:
    """An objection where the window is larger than what it slides over.

    Args:
        label: The layer's name.
        room: Extent of the input along each axis that the window slides over.
        slide: The window.
    """
    if slide.padding == "same":
        return
    padded = tuple(size + 2 * extra for size, extra in zip(room, slide.added, strict=True))
    if all(wanted <= there for wanted, there in zip(slide.reach, padded, strict=True)):
        return
    template = QT_TRANSLATE_NOOP(
        "netstudio",
        "{layer} slides a window of {window} but receives only {size}. Make the kernel smaller, "
        "add padding, or shrink less in the layers before it.",
    )
    if padded != room:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} slides a window of {window} but receives only {size}, with padding {padded}. "
            "Make the kernel smaller, add padding, or shrink less in the layers before it.",
        )
    yield Objection(
        "window-too-large",
        message(
            template,
            layer=Message(label),
            window=times(slide.reach),
            size=times(room),
            padded=times(padded),
        ),
        "kernel_size",
        ("kernel_size", as_setting(_largest_kernel(padded, slide))),
    )


def _largest_kernel(padded: tuple[int, ...], slide: Slide) -> tuple[int, ...]:
    """The largest kernel that still fits."""
    return tuple(
        min(side, (there - 1) // step + 1)
        for side, there, step in zip(slide.kernel, padded, slide.dilation, strict=True)
    )


def same_needs_stride_one(label: str, slide: Slide) -> Iterator[Objection]:
    """An objection where padding ``same`` meets a stride."""
    if slide.padding == "same" and any(step != 1 for step in slide.stride):
        half = tuple(side // 2 for side in slide.reach)
        yield Objection(
            "same-with-stride",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    '{layer} has padding "same" and stride {stride}, which do not go together. '
                    "Set the stride to 1 or give the padding as a number.",
                ),
                layer=Message(label),
                stride=times(slide.stride),
            ),
            "padding",
            ("padding", as_setting(half)),
        )


def edge_too_far(
    label: str, mode: str, room: tuple[int, ...], added: tuple[int, ...]
) -> Iterator[Objection]:
    """An objection where there is too little to fill the padding with.

    Args:
        label: The layer's name.
        mode: What fills the padding.
        room: Extent of the input along each axis.
        added: What is added along each axis, on the side where it is more.
    """
    spare = {"reflect": 1, "circular": 0}.get(mode)
    if spare is None:
        return
    if any(extra and extra > size - spare for size, extra in zip(room, added, strict=True)):
        yield Objection(
            "padding-too-far",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} pads {size} by {padding}, for which it does not hold enough. Pad "
                    "less, or fill with zeros.",
                ),
                layer=Message(label),
                size=times(room),
                padding=times(added),
            ),
            "padding",
        )


def groups_do_not_divide(label: str, groups: int, inputs: int, outputs: int) -> Iterator[Objection]:
    """An objection where the channels cannot be dealt out to the groups evenly."""
    if inputs % groups:
        yield Objection(
            "groups-do-not-divide",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has {count} input channels, which {groups} groups do not divide "
                    "evenly. Set groups to a divisor of {count}.",
                ),
                layer=Message(label),
                count=inputs,
                groups=groups,
            ),
            "groups",
            ("groups", nearest_divisor(groups, inputs, outputs)),
        )
    elif outputs % groups:
        yield Objection(
            "groups-do-not-divide",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has {count} filters, which {groups} groups do not divide evenly. Set "
                    "the filters to a multiple of {groups}.",
                ),
                layer=Message(label),
                count=outputs,
                groups=groups,
            ),
            "out_channels",
            ("out_channels", -(-outputs // groups) * groups),
        )


def padding_too_large(label: str, slide: Slide) -> Iterator[Objection]:
    """An objection where a pooling window could lie wholly in the padding."""
    half = tuple(side // 2 for side in slide.kernel)
    if any(extra > most for extra, most in zip(slide.added, half, strict=True)):
        least = tuple(min(pair) for pair in zip(slide.added, half, strict=True))
        yield Objection(
            "padding-too-large",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has padding {padding} around a kernel of {kernel}. "
                    "Use at most half the kernel as padding.",
                ),
                layer=Message(label),
                padding=times(slide.added),
                kernel=times(slide.kernel),
            ),
            "padding",
            ("padding", as_setting(least)),
        )
