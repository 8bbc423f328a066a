"""The network as a value: a stack of nodes, some of which hold stacks."""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from netstudio.core.values import Fields

# Deeper than any sensible network, and shallow enough for everything that recurses.
DEEPEST_NESTING = 40


@dataclass(frozen=True)
class Node:
    """One layer of the network, as written: nothing here is checked against the registry.

    Attributes:
        uid: Identifies the node for as long as it lives, through edits and files.
        type: The registry's name of the layer type; it may be unknown.
        name: A Python identifier: the name of its module in the built network.
        fields: Its settings; they may be out of range.
        slots: The stacks it holds, by slot name.
        enabled: Whether it takes part; the input of a layer that is switched off is its output.
        note: What the user wrote beside it.
        frozen: Whether training leaves its weights, and those of all it holds, as they are.
        learning_rate_factor: How many times the learning rate its weights, and those of all it
            holds, learn with; it may be out of range.
    """

    uid: str
    type: str
    name: str
    fields: Fields = Fields()
    slots: tuple[tuple[str, Stack], ...] = ()
    enabled: bool = True
    note: str = ""
    frozen: bool = False
    learning_rate_factor: float = 1.0

    def slot(self, name: str) -> Stack:
        """The stack in slot ``name``; empty where there is none."""
        return dict(self.slots).get(name, Stack())

    def with_slot(self, name: str, stack: Stack) -> Node:
        """A copy with one slot replaced."""
        return replace(self, slots=tuple({**dict(self.slots), name: stack}.items()))


@dataclass(frozen=True)
class Stack:
    """Layers from top to bottom."""

    nodes: tuple[Node, ...] = ()

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)


@dataclass(frozen=True)
class Location:
    """A place in the tree where a node is or may go.

    Attributes:
        parent: The uid of the container, or None for the network itself.
        slot: The container's slot; empty for the network itself.
        index: The position among the nodes there.
    """

    parent: str | None
    slot: str
    index: int


def walk(stack: Stack) -> Iterator[Node]:
    """Every node, containers before what they hold."""
    for node in stack:
        yield node
        for _, body in node.slots:
            yield from walk(body)


def walk_paths(stack: Stack, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every node with its path: the names of containers and slots that lead to it."""
    for node in stack:
        yield path, node
        for slot, body in node.slots:
            yield from walk_paths(body, (*path, node.name, slot))


def find(stack: Stack, uid: str) -> Node | None:
    """The node with this uid, or None."""
    return next((node for node in walk(stack) if node.uid == uid), None)


def locate(stack: Stack, uid: str) -> Location | None:
    """Where the node with this uid is, or None."""
    return _locate(stack, uid, None, "")


def _locate(stack: Stack, uid: str, parent: str | None, slot: str) -> Location | None:
    for index, node in enumerate(stack):
        if node.uid == uid:
            return Location(parent, slot, index)
        for name, body in node.slots:
            if (found := _locate(body, uid, node.uid, name)) is not None:
                return found
    return None


def depth(stack: Stack) -> int:
    """How many containers lie around the innermost layers."""
    inner = (depth(body) + 1 for node in stack for _, body in node.slots if len(body))
    return max(inner, default=0)


def outermost(stack: Stack, uids: Collection[str]) -> tuple[Node, ...]:
    """The nodes with these uids that lie in no other of them, from top to bottom."""
    found: list[Node] = []
    for node in stack:
        if node.uid in uids:
            found.append(node)
        else:
            found.extend(inner for _, body in node.slots for inner in outermost(body, uids))
    return tuple(found)


def alike(left: Stack, right: Stack) -> bool:
    """Whether two stacks differ in nothing but uids."""
    return len(left) == len(right) and all(
        replace(a, uid="", slots=()) == replace(b, uid="", slots=())
        and [slot for slot, _ in a.slots] == [slot for slot, _ in b.slots]
        and all(alike(body, b.slot(slot)) for slot, body in a.slots)
        for a, b in zip(left, right, strict=True)
    )


def new_uid() -> str:
    """A uid that no other node has."""
    return os.urandom(6).hex()


def is_identifier(name: str) -> bool:
    """Whether ``name`` can name a module in Python code."""
    return name.isidentifier() and not keyword.iskeyword(name)


def free_name(type_name: str, taken: Collection[str]) -> str:
    """``conv2d_1`` or the next number that is not ``taken``."""
    stem = re.sub(r"\W+", "_", type_name).lower().strip("_") or "layer"
    if not is_identifier(stem):
        stem = f"layer_{stem}" if f"layer_{stem}".isidentifier() else "layer"
    number = 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
