"""Layers that only rearrange numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod

from netstudio.core.declare import field
from netstudio.core.kinds import Choice
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Role,
)
from netstudio.core.shapes import LEFT_OVER, Order, Shape
from netstudio.core.spec import (
    FEATURES,
    IMAGE,
    SEQUENCE,
    VOLUME,
    Axes,
    Call,
    TensorSpec,
    call,
)
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.layers.windows import times

_LARGEST_SIZE = 2**24

# What a sample with so many axes is taken for.
_AXES_BY_COUNT: dict[int, Axes] = {len(axes): axes for axes in (FEATURES, SEQUENCE, IMAGE, VOLUME)}


class Rearranging(LayerDef):
    """What layers share that compute nothing."""

    family = Family.RESHAPING
    role = Role.PASSING


@LAYERS.register
class Flatten(Rearranging):
    """All axes into one."""

    label = QT_TRANSLATE_NOOP("netstudio", "Flatten")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lines up all numbers of a sample in one flat vector, as Linear needs it."
    )
    formula = "y = (x₁, x₂, …, xₙ)"
    search = ("reshape", "vector")
    target = "nn.Flatten"
    gives = FEATURES
    example = TensorSpec(IMAGE, (3, 4, 5))
    adapts = True


@LAYERS.register
class ToSequence(Rearranging):
    """A picture, read as a sequence."""

    label = QT_TRANSLATE_NOOP("netstudio", "ToSequence")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Reads a picture step by step, so that layers for sequences can work on it."
    )
    formula = "y[t] = x[:, t, :] row by row, x[:, :, t] column by column"
    search = ("rows", "row by row", "image to sequence", "pixels")
    target = "modules.ToSequence"
    accepts = (IMAGE,)
    gives = SEQUENCE
    example = TensorSpec(IMAGE, (3, 4, 5))
    adapts = True

    steps: str = field(
        Choice(
            ("rows", "columns", "pixels"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Row by row"),
                QT_TRANSLATE_NOOP("netstudio", "Column by column"),
                QT_TRANSLATE_NOOP("netstudio", "Pixel by pixel"),
            ),
        ),
        default="rows",
        label=QT_TRANSLATE_NOOP("netstudio", "Steps"),
        help=QT_TRANSLATE_NOOP("netstudio", "What of the picture is one step of the sequence."),
    )

    def summary(self) -> tuple[Message, ...]:
        words = {
            "rows": QT_TRANSLATE_NOOP("netstudio", "row by row"),
            "columns": QT_TRANSLATE_NOOP("netstudio", "column by column"),
            "pixels": QT_TRANSLATE_NOOP("netstudio", "pixel by pixel"),
        }
        return (Message(words[self.steps]),)


class _ToShape(Rearranging):
    """What layers share that give the same numbers another shape."""

    def output_axes(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Axes:
        return _AXES_BY_COUNT[len(self._wanted)]

    @property
    def _wanted(self) -> tuple[int, ...]:
        raise NotImplementedError

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        known = prod(size for size in self._wanted if size != LEFT_OVER)
        there = prod(x.sizes)
        fits = there % known == 0 if LEFT_OVER in self._wanted else there == known
        if fits:
            return
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} makes {wanted}, which is {known} numbers, but receives {size}, which is "
            "{there}. Give a shape of {there} numbers.",
        )
        if LEFT_OVER in self._wanted:
            template = QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} makes {wanted}, but the {there} numbers of {size} cannot be divided by "
                "{known}. Give a shape of {there} numbers.",
            )
        yield Objection(
            "shape-does-not-hold",
            message(
                template,
                layer=Message(self.label),
                wanted=times(self._wanted),
                known=known,
                size=x.shape,
                there=there,
            ),
            self._blamed,
        )

    @property
    def _blamed(self) -> str:
        (spec,) = self.fields()
        return spec.name

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(times(self._wanted)),)


@LAYERS.register
class Reshape(_ToShape):
    """Any other shape."""

    label = QT_TRANSLATE_NOOP("netstudio", "Reshape")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Puts the same numbers, in their order, into another shape: one size makes a vector, two "
        "a sequence, three a picture, four a volume.",
    )
    search = ("view", "shape")
    target = "modules.Reshape"
    example = TensorSpec(IMAGE, (3, 4, 5))

    shape: tuple[int, ...] = field(
        Shape(_LARGEST_SIZE),
        default=(1, -1),
        label=QT_TRANSLATE_NOOP("netstudio", "Shape"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The new sizes without the batch; -1 stands for what is left over."
        ),
    )

    @property
    def _wanted(self) -> tuple[int, ...]:
        return self.shape


@LAYERS.register
class Unflatten(_ToShape):
    """A vector into several axes."""

    label = QT_TRANSLATE_NOOP("netstudio", "Unflatten")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Turns a flat vector into a sequence, a picture or a volume: undoes Flatten."
    )
    search = ("reshape", "decoder")
    target = "nn.Unflatten"
    accepts = (FEATURES,)
    example = TensorSpec(FEATURES, (12,))

    unflattened_size: tuple[int, ...] = field(
        Shape(_LARGEST_SIZE, fewest=2),
        default=(1, 1, -1),
        label=QT_TRANSLATE_NOOP("netstudio", "Sizes"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Two sizes for a sequence, three for a picture, four for a volume; -1 stands for what "
            "is left over.",
        ),
    )

    @property
    def _wanted(self) -> tuple[int, ...]:
        return self.unflattened_size

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(self.target, dim=1, unflattened_size=self.unflattened_size)


@LAYERS.register
class Permute(Rearranging):
    """Another order of the axes."""

    label = QT_TRANSLATE_NOOP("netstudio", "Permute")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Puts the axes in another order: 2, 1 swaps time and features of a sequence."
    )
    formula = "y[i, j] = x[j, i]"
    search = ("transpose", "swap axes")
    target = "modules.Permute"
    accepts = (SEQUENCE, IMAGE, VOLUME)
    example = TensorSpec(SEQUENCE, (10, 6))

    dims: tuple[int, ...] = field(
        Order(),
        default=(2, 1),
        label=QT_TRANSLATE_NOOP("netstudio", "Order"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Which axis comes first, second and so on, counted from 1."
        ),
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if len(self.dims) != len(x.axes):
            yield Objection(
                "wrong-number-of-axes",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} orders {wanted} axes but receives {size}, which has {count}. Give "
                        "an order of the numbers 1 to {count}.",
                    ),
                    layer=Message(self.label),
                    wanted=len(self.dims),
                    size=x.shape,
                    count=len(x.axes),
                ),
                "dims",
            )

    def summary(self) -> tuple[Message, ...]:
        return (verbatim(", ".join(map(str, self.dims))),)
