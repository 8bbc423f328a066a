"""How the input of a Residual gets the shape of what it is added to."""

from __future__ import annotations

from netstudio.core.layer import Objection
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

PADDED = "modules.PaddedShortcut"

# What slides a window of one point over each sort of input.
_CONVOLUTIONS = {SEQUENCE: "modules.Conv1d", IMAGE: "nn.Conv2d", VOLUME: "nn.Conv3d"}


def matching_shortcut(kind: str, x: TensorSpec, y: TensorSpec) -> Call | None:
    """The smallest map from ``x`` to the shape of ``y``; None where there is none.

    Args:
        kind: ``projection`` (option B of He et al., 2015) or ``padded`` (option A, no weights).
        x: What comes in.
        y: What it is to be added to.
    """
    if x.axes != y.axes or (x.axes != FEATURES and x.axes not in _CONVOLUTIONS):
        return None
    channels = channel_axis(x)
    strides = tuple(
        1 if axis == channels else _stride(before, after)
        for axis, (before, after) in enumerate(zip(x.sizes, y.sizes, strict=True))
    )
    if 0 in strides:
        return None
    if kind == "padded":
        return _padding(strides, x.sizes[channels], y.sizes[channels], channels)
    over = strides[:channels] + strides[channels + 1 :]
    return _projection(x, x.sizes[channels], y.sizes[channels], over)


def channel_axis(x: TensorSpec) -> int:
    """Which axis holds the channels, which sequences and vectors call features."""
    return x.axes.index("features") if "features" in x.axes else 0


def ids_cannot_be_merged(label: str) -> Objection:
    """Why a container that calculates cannot work on token ids."""
    return Objection(
        "ids-cannot-be-merged",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} receives token ids, with which it cannot calculate. Put an Embedding "
                "before it.",
            ),
            layer=Message(label),
        ),
    )


def _projection(x: TensorSpec, before: int, after: int, strides: tuple[int, ...]) -> Call:
    """A 1×1 convolution, or a Linear where nothing is left out."""
    if x.axes in (FEATURES, SEQUENCE) and set(strides) <= {1}:
        return call("nn.Linear", in_features=before, out_features=after, bias=False)
    return call(
        _CONVOLUTIONS[x.axes],
        in_channels=before,
        out_channels=after,
        kernel_size=(1,) * len(strides) if len(strides) > 1 else 1,
        stride=strides if len(strides) > 1 else strides[0],
        bias=False,
    )


def _padding(strides: tuple[int, ...], before: int, after: int, channels: int) -> Call | None:
    added = after - before
    if added < 0:
        return None
    padding = (added // 2, added - added // 2)
    return call(PADDED, strides=strides, padding=padding, dim=channels + 1)


def _stride(before: int, after: int) -> int:
    """The stride with which a window of one point takes ``before`` steps to ``after``, or 0."""
    if after > before:
        return 0
    stride = -(-before // after)
    return stride if (before - 1) // stride + 1 == after else 0
