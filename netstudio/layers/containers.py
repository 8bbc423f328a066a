"""Layers that hold stacks of layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
)
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

BODY = "body"


@LAYERS.register
class Group(LayerDef):
    """A named block."""

    label = QT_TRANSLATE_NOOP("netstudio", "Group")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Holds layers that belong together under one name; it computes nothing itself."
    )
    search = ("block", "Sequential", "nested")
    family = Family.CONTAINER
    slots = (BODY,)
    is_transparent = True
    example = TensorSpec(FEATURES, (12,))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return slots[BODY].call


@LAYERS.register
class Residual(LayerDef):
    """A shortcut around its body."""

    label = QT_TRANSLATE_NOOP("netstudio", "Residual")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Adds its input to what its layers make of it; where shapes differ, a learned 1×1 "
        "projection brings the input to the same shape.",
    )
    formula = "y = f(x) + x"
    source = "He et al., Deep residual learning for image recognition, 2015"
    search = ("ResNet", "skip connection", "shortcut", "Add")
    family = Family.CONTAINER
    target = "modules.Residual"
    slots = (BODY,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        output = slots[BODY].output
        if x != output and _projection(x, output) is None:
            yield Objection(
                "residual-shapes-differ",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} adds its input of {input} to {output}, which no projection can "
                        "match. Make its layers give {input}, for example with padding same.",
                    ),
                    layer=Message(self.label),
                    input=x.shape,
                    output=output.shape,
                ),
            )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        body = slots[BODY]
        projection = None if x == body.output else _projection(x, body.output)
        return call(self.target, body=body.call, projection=projection)


def _projection(x: TensorSpec, y: TensorSpec) -> Call | None:
    """The smallest learned map from ``x`` to the shape of ``y``: a 1×1 convolution or a Linear."""
    if x.axes != y.axes:
        return None
    if x.axes in (FEATURES, SEQUENCE) and x.sizes[:-1] == y.sizes[:-1]:
        return call("nn.Linear", in_features=x.sizes[-1], out_features=y.sizes[-1], bias=False)
    if x.axes == IMAGE:
        strides = tuple(
            _stride(before, after) for before, after in zip(x.sizes[1:], y.sizes[1:], strict=True)
        )
        if None not in strides:
            return call(
                "nn.Conv2d",
                in_channels=x.sizes[0],
                out_channels=y.sizes[0],
                kernel_size=(1, 1),
                stride=strides,
                bias=False,
            )
    return None


def _stride(before: int, after: int) -> int | None:
    """The stride with which a 1×1 window takes ``before`` steps to ``after``, if there is one."""
    if after > before:
        return None
    stride = -(-before // after)
    return stride if (before - 1) // stride + 1 == after else None
