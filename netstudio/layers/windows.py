"""What convolution and pooling share: windows that slide over time or over a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netstudio.core.layer import Objection
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim


def times(sizes: Iterable[int]) -> str:
    """Sizes as people write them, ``3×3``."""
    return "×".join(str(size) for size in sizes)


def window_summary(kernel: Iterable[int], padding: object = 0) -> Iterator[Message]:
    """The kernel, and the padding where there is any, in a few words each."""
    yield verbatim(times(kernel))
    if isinstance(padding, str):
        yield verbatim(padding)
    elif padding not in (0, (0, 0)):
        shown = times(padding) if isinstance(padding, tuple) else padding
        yield message(QT_TRANSLATE_NOOP("netstudio", "padding {padding}"), padding=shown)


def does_not_fit(
    label: str,
    sizes: tuple[int, ...],
    kernel: tuple[int, ...],
    padding: tuple[int, ...] | str = "valid",
    dilation: tuple[int, ...] | None = None,
) -> Iterator[Objection]:
    """An objection where the window is larger than what it slides over.

    Args:
        label: The layer's name.
        sizes: Extent of the input along each axis that the window slides over.
        kernel: Extent of the window.
        padding: What is added on each side, or ``valid`` or ``same``.
        dilation: Distance between the window's points.
    """
    if padding == "same":
        return
    added = padding if isinstance(padding, tuple) else (0,) * len(sizes)
    spread = dilation or (1,) * len(sizes)
    reach = tuple(step * (side - 1) + 1 for side, step in zip(kernel, spread, strict=True))
    room = tuple(size + 2 * extra for size, extra in zip(sizes, added, strict=True))
    if any(wanted > there for wanted, there in zip(reach, room, strict=True)):
        yield Objection(
            "window-too-large",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} slides a window of {window} but receives only {size}. Make the kernel "
                    "smaller, add padding, or shrink less in the layers before it.",
                ),
                layer=Message(label),
                window=times(reach),
                size=times(sizes),
            ),
            "kernel_size",
        )


def same_needs_stride_one(
    label: str, padding: object, stride: tuple[int, ...]
) -> Iterator[Objection]:
    """An objection where padding ``same`` meets a stride."""
    if padding == "same" and any(step != 1 for step in stride):
        yield Objection(
            "same-with-stride",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    '{layer} has padding "same" and stride {stride}, which do not go together. '
                    "Set the stride to 1 or give the padding as a number.",
                ),
                layer=Message(label),
                stride=times(stride),
            ),
            "padding",
        )


def groups_do_not_divide(label: str, groups: int, inputs: int, outputs: int) -> Iterator[Objection]:
    """An objection where the channels cannot be dealt out to the groups evenly."""
    for count, field_name, what in (
        (inputs, "groups", QT_TRANSLATE_NOOP("netstudio", "input channels")),
        (outputs, "out_channels", QT_TRANSLATE_NOOP("netstudio", "filters")),
    ):
        if count % groups:
            yield Objection(
                "groups-do-not-divide",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} has {count} {what}, which {groups} groups do not divide evenly. "
                        "Set groups to a divisor of {count}.",
                    ),
                    layer=Message(label),
                    count=count,
                    what=Message(what),
                    groups=groups,
                ),
                field_name,
            )
            return


def padding_too_large(
    label: str, kernel: tuple[int, ...], padding: tuple[int, ...]
) -> Iterator[Objection]:
    """An objection where a pooling window could lie wholly in the padding."""
    if any(2 * extra > side for side, extra in zip(kernel, padding, strict=True)):
        yield Objection(
            "padding-too-large",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} has padding {padding} around a kernel of {kernel}. "
                    "Use at most half the kernel as padding.",
                ),
                layer=Message(label),
                padding=times(padding),
                kernel=times(kernel),
            ),
            "padding",
        )
