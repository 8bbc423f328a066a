"""A network in small, for a template's card: a bar for each layer, as its layers are nested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from netstudio.core.layer import Family, Role
from netstudio.core.tree import Node, Stack
from netstudio.layers import LAYERS

_INDENT = 0.09
_BETWEEN = 0.06
_NARROWING = 0.4
# More rows than this are thinner than can be told apart.
_MANY_ROWS = 14

_MINOR = (Role.ACTIVATION, Role.PASSING)


class Bar(NamedTuple):
    """One layer.

    Attributes:
        x: Where it begins, as a share of the drawing's width.
        width: How wide it is, as a share of the drawing's width.
        row: The row it stands in, from the top.
        family: The layer's family, whose colour it has.
    """

    x: float
    width: float
    row: int
    family: Family


class Bracket(NamedTuple):
    """The line beside the layers of a container.

    Attributes:
        x: Where it stands, as a share of the drawing's width.
        first: The first row beside it.
        last: The last row beside it.
    """

    x: float
    first: int
    last: int


class Drawing(NamedTuple):
    """Everything that is drawn of a network.

    Attributes:
        bars: Its layers.
        brackets: Its containers.
        rows: How many rows there are.
    """

    bars: tuple[Bar, ...]
    brackets: tuple[Bracket, ...]
    rows: int


def drawing_of(network: Stack) -> Drawing:
    """The drawing of a network; layers of unknown types and those switched off are left out.

    Of a deep network, the layers that only bend, rescale or drop numbers are left out, too.
    """
    marks, rows = _stack(network, 0.0, 1.0, 0)
    if rows > _MANY_ROWS:
        marks, rows = _stack(_main_layers(network), 0.0, 1.0, 0)
    bars = tuple(_narrowed(mark, rows) for mark in marks if isinstance(mark, Bar))
    return Drawing(bars, tuple(mark for mark in marks if isinstance(mark, Bracket)), rows)


def _main_layers(network: Stack) -> Stack:
    kept = []
    for node in network:
        definition = LAYERS.get(node.type)
        if definition is not None and definition.role in _MINOR and not definition.slots:
            continue
        slots = tuple((slot, _main_layers(body)) for slot, body in node.slots)
        kept.append(replace(node, slots=slots))
    return Stack(tuple(kept))


def _narrowed(bar: Bar, rows: int) -> Bar:
    """Networks make less of more: lower bars are shorter."""
    return bar._replace(width=bar.width * (1 - _NARROWING * bar.row / max(1, rows - 1)))


def _stack(stack: Stack, x: float, width: float, row: int) -> tuple[list[Bar | Bracket], int]:
    marks: list[Bar | Bracket] = []
    for node in stack:
        if node.enabled:
            added, row = _node(node, x, width, row)
            marks.extend(added)
    return marks, row


def _node(node: Node, x: float, width: float, row: int) -> tuple[list[Bar | Bracket], int]:
    definition = LAYERS.get(node.type)
    if definition is None:
        return [], row
    if not definition.slots:
        return [Bar(x, width, row, definition.family)], row + 1
    if definition.is_transparent:
        return _stack(node.slots[0][1] if node.slots else Stack(), x, width, row)
    branches = list(_columns(node, x + _INDENT, width - _INDENT, row))
    marks = [mark for drawn, _ in branches for mark in drawn]
    below = max((end for _, end in branches), default=row)
    if below == row:
        return [Bar(x, width, row, definition.family)], row + 1
    return [Bracket(x, row, below - 1), *marks], below


def _columns(
    node: Node, x: float, width: float, row: int
) -> Iterator[tuple[list[Bar | Bracket], int]]:
    """What a container holds, its slots side by side."""
    each = (width - _BETWEEN * (len(node.slots) - 1)) / max(1, len(node.slots))
    for number, (_, body) in enumerate(node.slots):
        yield _stack(body, x + number * (each + _BETWEEN), each, row)
