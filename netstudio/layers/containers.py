"""Layers that hold stacks of layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
)
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Axes, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, listing, message, verbatim

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


@LAYERS.register
class Parallel(LayerDef):
    """Branches side by side."""

    label = QT_TRANSLATE_NOOP("netstudio", "Parallel")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Gives its input to several branches and merges what they put out; an empty branch passes "
        "the input on.",
    )
    formula = "y = merge(f₁(x), …, fₙ(x))"
    source = "Szegedy et al., Going deeper with convolutions, 2014"
    search = ("Inception", "branches", "Concatenate", "Add", "Multiply", "DenseNet", "U-Net")
    family = Family.CONTAINER
    target = "modules.Parallel"
    slots = ("branch_1", "branch_2")
    open_slots = True
    example = TensorSpec(IMAGE, (3, 10, 12))

    merge: str = field(
        Choice(
            ("concat", "add", "mean", "multiply", "max"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Join channels"),
                QT_TRANSLATE_NOOP("netstudio", "Add"),
                QT_TRANSLATE_NOOP("netstudio", "Mean"),
                QT_TRANSLATE_NOOP("netstudio", "Multiply"),
                QT_TRANSLATE_NOOP("netstudio", "Maximum"),
            ),
        ),
        default="concat",
        label=QT_TRANSLATE_NOOP("netstudio", "Merge"),
        help=QT_TRANSLATE_NOOP("netstudio", "How the outputs of the branches become one."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        outputs = [body.output for body in slots.values()]
        if len({self._must_agree(output) for output in outputs}) > 1:
            yield Objection(
                "branches-do-not-merge",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The branches of {layer} put out {outputs}, which cannot be merged by "
                        "{merge}. Make them agree, for example with padding same.",
                    ),
                    layer=Message(self.label),
                    outputs=listing(verbatim(output.shape) for output in outputs),
                    merge=self.merge,
                ),
                "merge",
            )

    def _must_agree(self, output: TensorSpec) -> tuple[object, ...]:
        """What of an output must be the same in all branches."""
        if self.merge != "concat":
            return (output.axes, output.sizes, output.dtype)
        joined = _joined_axis(output.axes)
        return (output.axes, output.sizes[:joined], output.sizes[joined + 1 :], output.dtype)

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        axes = self.output_axes(x, slots)
        branches = {name: body.call for name, body in slots.items()}
        return call(self.target, merge=self.merge, dim=_joined_axis(axes) + 1, **branches)

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(self.merge),)


def _joined_axis(axes: Axes) -> int:
    """The axis along which outputs are joined: the channels of pictures, else the features."""
    return axes.index("features") if "features" in axes else 0


@LAYERS.register
class Repeat(LayerDef):
    """Its body several times."""

    label = QT_TRANSLATE_NOOP("netstudio", "Repeat")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Passes its input through its layers several times, one copy after the other."
    )
    formula = "y = fₙ(… f₂(f₁(x)))"
    search = ("loop", "copies", "times", "shared weights")
    family = Family.CONTAINER
    target = "modules.Repeat"
    slots = (BODY,)
    example = TensorSpec(FEATURES, (12,))

    times: int = field(
        Integer(1, 1_000),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Times"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many times the layers run."),
        argument=None,
    )
    shared: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Share weights"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether all copies use the same weights, or each learns its own."
        ),
        argument=None,
    )

    def copies(self) -> int:
        return 1 if self.shared else self.times

    def runs(self) -> int:
        return self.times if self.shared else 1

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        output = slots[BODY].output
        if self.shared and x != output:
            yield Objection(
                "repeat-changes-shape",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} with shared weights receives {input} but its layers put out "
                        "{output}. Make them keep the shape, or let each copy learn its own "
                        "weights.",
                    ),
                    layer=Message(self.label),
                    input=x.shape,
                    output=output.shape,
                ),
                "shared",
            )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        body = slots[BODY].call
        if self.shared:
            return call(self.target, body=body, times=self.times)
        # A single copy is numbered too, so that it keeps its weights when others join it.
        return body if self.times > 1 else Call("nn.Sequential", children=(("0", body),))

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        if call.target == cls.target:
            arguments = dict(call.arguments)
            body, times = arguments.get(BODY), arguments.get("times")
            return Raised({"times": times}, {BODY: body}) if isinstance(body, Call) else None
        return Raised({"times": len(call.children)}, {BODY: call.children[0][1]})

    def summary(self) -> tuple[Message, ...]:
        if self.shared:
            template = QT_TRANSLATE_NOOP("netstudio", "{times} times, shared weights")
        else:
            template = QT_TRANSLATE_NOOP("netstudio", "{times} times")
        return (message(template, times=self.times),)


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
