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
from netstudio.core.spec import FEATURES, IMAGE, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, listing, message, verbatim
from netstudio.layers.shortcuts import PADDED, channel_axis, ids_cannot_be_merged, matching_shortcut

BODY = "body"

_MERGES = {
    "concat": QT_TRANSLATE_NOOP("netstudio", "Join channels"),
    "add": QT_TRANSLATE_NOOP("netstudio", "Add"),
    "mean": QT_TRANSLATE_NOOP("netstudio", "Mean"),
    "multiply": QT_TRANSLATE_NOOP("netstudio", "Multiply"),
    "max": QT_TRANSLATE_NOOP("netstudio", "Maximum"),
}

_SHAPES_DIFFER = QT_TRANSLATE_NOOP(
    "netstudio",
    "{layer} adds its input of {input} to {output}, which no shortcut can match. Make its layers "
    "give {input}, for example with padding same.",
)
_PADDING_ONLY_ADDS = QT_TRANSLATE_NOOP(
    "netstudio",
    "{layer} adds its input of {input} to {output}, but a padded shortcut cannot take channels "
    "away. Choose a learned projection.",
)


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
        "Adds its input to what its layers make of it; where shapes differ, a shortcut brings the "
        "input to the same shape.",
    )
    formula = "y = f(x) + x"
    source = "He et al., Deep residual learning for image recognition, 2015"
    search = ("ResNet", "skip connection", "shortcut", "Add")
    family = Family.CONTAINER
    target = "modules.Residual"
    slots = (BODY,)
    example = TensorSpec(IMAGE, (3, 10, 12))

    shortcut: str = field(
        Choice(
            ("projection", "padded"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Learned projection"),
                QT_TRANSLATE_NOOP("netstudio", "Padded with zeros"),
            ),
        ),
        default="projection",
        label=QT_TRANSLATE_NOOP("netstudio", "Shortcut"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How the input gets the shape of the output where they differ: by a 1×1 convolution "
            "or Linear, or without weights by leaving out places and adding channels of zeros.",
        ),
        argument=None,
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        output = slots[BODY].output
        if x.is_ids:
            yield ids_cannot_be_merged(self.label)
        elif x != output and matching_shortcut(self.shortcut, x, output) is None:
            yield Objection(
                "residual-shapes-differ",
                message(
                    _PADDING_ONLY_ADDS if self._loses_channels(x, output) else _SHAPES_DIFFER,
                    layer=Message(self.label),
                    input=x.shape,
                    output=output.shape,
                ),
                "shortcut" if self._loses_channels(x, output) else None,
            )

    def _loses_channels(self, x: TensorSpec, output: TensorSpec) -> bool:
        """Whether a projection could do what padding cannot."""
        return self.shortcut == "padded" and matching_shortcut("projection", x, output) is not None

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        body = slots[BODY]
        matching = None if x == body.output else matching_shortcut(self.shortcut, x, body.output)
        return call(self.target, body=body.call, shortcut=matching)

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        arguments = dict(call.arguments)
        body, matching = arguments.get(BODY), arguments.get("shortcut")
        is_padded = isinstance(matching, Call) and matching.target == PADDED
        fields = {"shortcut": "padded"} if is_padded else {}
        return Raised(fields, {BODY: body}) if isinstance(body, Call) else None


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
    search = (
        "Inception",
        "branches",
        "Concatenate",
        "Add",
        "Average",
        "Multiply",
        "DenseNet",
        "U-Net",
    )
    family = Family.CONTAINER
    target = "modules.Parallel"
    slots = ("branch_1", "branch_2")
    open_slots = True
    example = TensorSpec(IMAGE, (3, 10, 12))

    merge: str = field(
        Choice(tuple(_MERGES), tuple(_MERGES.values())),
        default="concat",
        label=QT_TRANSLATE_NOOP("netstudio", "Merge"),
        help=QT_TRANSLATE_NOOP("netstudio", "How the outputs of the branches become one."),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        outputs = [body.output for body in slots.values()]
        if any(output.is_ids for output in (outputs or [x])):
            yield ids_cannot_be_merged(self.label)
        elif len({self._must_agree(output) for output in outputs}) > 1:
            yield Objection(
                "branches-do-not-merge",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The branches of {layer} put out {outputs}, which do not fit together for "
                        "“{merge}”. Make them agree, for example with padding same.",
                    ),
                    layer=Message(self.label),
                    outputs=listing(verbatim(output.shape) for output in outputs),
                    merge=Message(_MERGES[self.merge]),
                ),
                "merge",
            )

    def _must_agree(self, output: TensorSpec) -> tuple[object, ...]:
        """What of an output must be the same in all branches."""
        if self.merge != "concat":
            return (output.axes, output.sizes, output.dtype)
        joined = channel_axis(output)
        return (output.axes, output.sizes[:joined], output.sizes[joined + 1 :], output.dtype)

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        output = next((body.output for body in slots.values()), x)
        branches = {name: body.call for name, body in slots.items()}
        return call(self.target, merge=self.merge, dim=channel_axis(output) + 1, **branches)

    def summary(self) -> tuple[Message, ...]:
        return (Message(_MERGES[self.merge]),)


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
