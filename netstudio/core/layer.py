"""What a layer type declares about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import inf
from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.spec import Argument, Axes, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message
from netstudio.core.values import Value


class Family(StrEnum):
    """The palette's groups, in its order."""

    LINEAR = "linear"
    CONVOLUTION = "convolution"
    POOLING = "pooling"
    ACTIVATION = "activation"
    NORMALIZATION = "normalization"
    REGULARIZATION = "regularization"
    RECURRENT = "recurrent"
    ATTENTION = "attention"
    RESHAPING = "reshaping"
    CONTAINER = "container"

    @property
    def label(self) -> str:
        """What people call it (marked text)."""
        return _FAMILY_LABELS[self]


_FAMILY_LABELS = {
    Family.LINEAR: QT_TRANSLATE_NOOP("netstudio", "Linear layers"),
    Family.CONVOLUTION: QT_TRANSLATE_NOOP("netstudio", "Convolution"),
    Family.POOLING: QT_TRANSLATE_NOOP("netstudio", "Pooling"),
    Family.ACTIVATION: QT_TRANSLATE_NOOP("netstudio", "Activation"),
    Family.NORMALIZATION: QT_TRANSLATE_NOOP("netstudio", "Normalisation"),
    Family.REGULARIZATION: QT_TRANSLATE_NOOP("netstudio", "Regularisation"),
    Family.RECURRENT: QT_TRANSLATE_NOOP("netstudio", "Recurrent"),
    Family.ATTENTION: QT_TRANSLATE_NOOP("netstudio", "Attention and embedding"),
    Family.RESHAPING: QT_TRANSLATE_NOOP("netstudio", "Reshaping"),
    Family.CONTAINER: QT_TRANSLATE_NOOP("netstudio", "Containers"),
}


class Role(StrEnum):
    """What a layer does to the numbers, as far as advice on a whole network needs to know."""

    LINEAR = "linear"
    """Learned weighted sums: two in a row could be one."""
    ACTIVATION = "activation"
    """Bends each number by itself."""
    PASSING = "passing"
    """Rearranges, rescales or drops numbers and bends none."""
    OTHER = "other"


@dataclass(frozen=True)
class Window:
    """The part of its input that one output number of a layer sees.

    Attributes:
        kernel: Points along each axis that the window slides over.
        stride: How far it moves between two outputs; a fraction where outputs lie closer together
            than inputs.
        dilation: Distance between its points.
    """

    kernel: tuple[int, ...]
    stride: tuple[int | Fraction, ...]
    dilation: tuple[int, ...]


# The slots of layers that hold any number of them.
_BRANCH = re.compile(r"branch_[1-9]\d{0,3}")


@dataclass(frozen=True)
class LayerContext:
    """Facts of the task that AUTO values stand for.

    Attributes:
        outputs: How many numbers the network's last layer should give (the number of classes).
    """

    outputs: int | None = None


@dataclass(frozen=True)
class LoweredSlot:
    """The body of a container, ready to be built.

    Attributes:
        call: The ``nn.Sequential`` of its layers; of several copies, where the container has them.
        output: What comes out of it.
    """

    call: Call
    output: TensorSpec


@dataclass(frozen=True)
class Raised:
    """What a constructor call that was read from code says of a layer.

    Attributes:
        fields: Settings, unchecked; absent ones have their default.
        slots: The bodies of a container.
    """

    fields: Mapping[str, Argument]
    slots: Mapping[str, Call]


@dataclass(frozen=True)
class Objection:
    """Why a layer, as it is set, cannot work on its input.

    Attributes:
        code: Stable identifier of this kind of fault.
        text: What is wrong, the value, and the remedy.
        field: The field to blame, where there is one.
        fix: Another value of one field that would do, where the layer knows one: ("groups", 4).
    """

    code: str
    text: Message
    field: str | None = None
    fix: tuple[str, Value] | None = None


class LayerDef(Declared):
    """Base of every layer type.

    The defaults here turn the declaration into a constructor call; a layer overrides ``lower`` only
    where its arguments are not its fields and the sizes of its input.

    Attributes:
        family: Its group in the palette.
        accepts: The axes it works on, one tuple for each possibility; empty for any.
        gives: The axes it puts out; None where they are those of its input.
        reads: Constructor arguments taken from the input: argument -> axis.
        slots: The names of the stacks that a new one holds, for containers.
        open_slots: Whether it may hold any number of stacks, called ``branch_1`` and so on.
        is_transparent: Whether it is nothing but its one slot, like Group.
        example: A sample it works on, for tests and help.
        takes_ids: Whether it works on token ids, and on nothing else (what a container holds
            decides for it).
        role: What it does to the numbers.
        is_pointwise: Whether each output number depends on the input at its own place only.
        keeps_channels_apart: Whether no output mixes channels, like that of depthwise convolution.
        adapts: Whether putting it before a layer is a good way to make an input fit.
        gives_probabilities: Whether what it puts out sums to one, like Softmax.
        gives_range: The smallest and the largest number it can put out, whatever its settings.
        learns_below_zero: Whether its weights matter for negative inputs only, like PReLU's.
        mixes_batch: Whether training takes statistics over the batch: one sample is too few.
    """

    family: ClassVar[Family]
    accepts: ClassVar[tuple[Axes, ...]] = ()
    gives: ClassVar[Axes | None] = None
    reads: ClassVar[Mapping[str, str]] = {}
    slots: ClassVar[tuple[str, ...]] = ()
    open_slots: ClassVar[bool] = False
    is_transparent: ClassVar[bool] = False
    takes_ids: ClassVar[bool] = False
    role: ClassVar[Role] = Role.OTHER
    is_pointwise: ClassVar[bool] = False
    keeps_channels_apart: ClassVar[bool] = False
    example: ClassVar[TensorSpec]
    adapts: ClassVar[bool] = False
    gives_probabilities: ClassVar[bool] = False
    gives_range: ClassVar[tuple[float, float]] = (-inf, inf)
    learns_below_zero: ClassVar[bool] = False
    mixes_batch: ClassVar[bool] = False

    @classmethod
    def takes_slot(cls, name: str) -> bool:
        """Whether it can hold a stack called ``name``."""
        return name in cls.slots or (cls.open_slots and _BRANCH.fullmatch(name) is not None)

    def copies(self) -> int:
        """How many copies, one after the other, its bodies are built as."""
        return 1

    def runs(self) -> int:
        """How often a sample passes through each of those copies."""
        return 1

    def output_axes(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Axes:
        """The axes it puts out for input ``x``."""
        if self.gives is not None:
            return self.gives
        return next((body.output.axes for body in slots.values()), x.axes)

    def window(self, x: TensorSpec) -> Window | None:
        """What one output number sees of the axes behind the first; None for all of it."""
        if not self.is_pointwise:
            return None
        points = (1,) * (len(x.axes) - 1)
        return Window(points, points, points)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterable[Objection]:
        """Reasons why it cannot work on ``x`` though each field alone is fine."""
        return ()

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        """The constructor call of its module for input ``x``; AUTO fields are already resolved."""
        read: dict[str, Argument] = {name: x.size(axis) for name, axis in self.reads.items()}
        return Call(self.target, tuple({**read, **self.arguments()}.items()))

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        """The inverse of ``lower``: the settings and bodies from which it makes ``call``.

        A layer overrides it where its settings are not arguments of its constructor.

        Args:
            call: A call of a constructor that ``lower`` names, with the constructor's defaults for
                the settings that it leaves out.

        Returns:
            None where the layer makes no such call.
        """
        arguments = dict(call.arguments)
        fields = {
            spec.name: arguments[spec.argument]
            for spec in cls.fields()
            if spec.argument in arguments
        }
        slots = {
            name: body
            for name, body in arguments.items()
            if isinstance(body, Call) and cls.takes_slot(name)
        }
        return Raised(fields, slots)

    def summary(self) -> tuple[Message, ...]:
        """Its key settings in a few words each, as a card shows them: 32 filters, 3×3."""
        return ()


LAYERS: Registry[LayerDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "layer"))
