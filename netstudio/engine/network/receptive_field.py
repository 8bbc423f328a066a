"""How much of the network's input one number behind a layer depends on.

Araujo et al., Computing receptive fields of convolutional neural networks, 2019.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from netstudio.core.layer import LayerDef
from netstudio.core.spec import IMAGE, SEQUENCE, TOKENS, VOLUME, TensorSpec
from netstudio.layers.windows import times

# Along how many axes windows slide over an input.
_DIRECTIONS = {IMAGE: 2, VOLUME: 3, SEQUENCE: 1, TOKENS: 1}


@dataclass(frozen=True)
class ReceptiveField:
    """The part of the network's input that one number sees.

    Attributes:
        sizes: Its extent in pixels (height, width) or time steps; None for the whole input.
        jumps: How far apart in the input two neighbours lie; less than one pixel behind a layer
            that enlarges.
    """

    sizes: tuple[int, ...] | None
    jumps: tuple[int | Fraction, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole input."""
        return self.sizes is None

    @property
    def shape(self) -> str:
        """The extent as people write it, ``5×5``; empty for the whole input."""
        return times(self.sizes or ())


_WHOLE = ReceptiveField(None)


def field_of_input(x: TensorSpec) -> ReceptiveField | None:
    """What one number of the input sees of it; None where there are no places to speak of."""
    if (directions := _DIRECTIONS.get(x.axes)) is None:
        return None
    return ReceptiveField((1,) * directions, (1,) * directions)


def behind(before: ReceptiveField | None, layer: LayerDef, x: TensorSpec) -> ReceptiveField | None:
    """What one number behind a layer sees, whose inputs see ``before`` each."""
    if before is None or before.sizes is None:
        return before
    window = layer.window(x)
    if window is None:
        return _WHOLE
    if len(window.kernel) != len(before.sizes):
        # Over other axes than the network's input has; a single point is one all the same.
        return before if all(side == 1 for side in window.kernel) else None
    reach = [step * (side - 1) for step, side in zip(window.dilation, window.kernel, strict=True)]
    sizes = (
        size + ceil(jump * more)
        for size, jump, more in zip(before.sizes, before.jumps, reach, strict=True)
    )
    jumps = (jump * stride for jump, stride in zip(before.jumps, window.stride, strict=True))
    return ReceptiveField(tuple(sizes), tuple(jumps))


def largest(fields: Iterable[ReceptiveField | None]) -> ReceptiveField | None:
    """What a sum, or a concatenation, of several sees."""
    found: ReceptiveField | None = None
    for field in fields:
        if field is None or field.sizes is None:
            return field
        if found is None or found.sizes is None:
            found = field
            continue
        if len(found.sizes) != len(field.sizes):
            return None
        found = ReceptiveField(
            tuple(map(max, found.sizes, field.sizes)), tuple(map(max, found.jumps, field.jumps))
        )
    return found


def again(
    before: ReceptiveField | None, after: ReceptiveField | None, more: int
) -> ReceptiveField | None:
    """What is seen after ``more`` further passes through what led from ``before`` to ``after``."""
    if before is None or after is None or before.sizes is None or after.sizes is None:
        return after
    if len(before.sizes) != len(after.sizes):
        return after
    reach = [
        ceil(Fraction(end - start) / jump)
        for start, end, jump in zip(before.sizes, after.sizes, before.jumps, strict=True)
    ]
    strides = [Fraction(end) / start for start, end in zip(before.jumps, after.jumps, strict=True)]
    field = after
    for _ in range(more):
        assert field.sizes is not None
        sizes = (
            size + ceil(jump * grown)
            for size, jump, grown in zip(field.sizes, field.jumps, reach, strict=True)
        )
        jumps = (jump * stride for jump, stride in zip(field.jumps, strides, strict=True))
        field = replace(field, sizes=tuple(sizes), jumps=tuple(jumps))
    return field
