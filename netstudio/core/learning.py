"""How the layers of a network learn: which are frozen, and which at a rate of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netstudio.core.declare import BadField, Declared, Unreadable, field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Fields


class LayerLearning(Declared):
    """What a layer says of how it, and all it holds, learns; ``Node`` has the same fields."""

    type = "Learning"
    label = QT_TRANSLATE_NOOP("netstudio", "Learning")
    help = QT_TRANSLATE_NOOP("netstudio", "How the weights of this layer learn.")

    frozen: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Frozen"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Training leaves the weights of this layer, and of all it holds, as they are. "
            "Normalisation in it uses the mean and the spread that it has stored, and keeps them.",
        ),
    )
    learning_rate_factor: float = field(
        Real(0.0, 1000.0, above_minimum=True),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Learning rate factor"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many times the learning rate this layer, and all it holds, learns with: 0.1 for "
            "layers that have learned already, more than 1 for new ones. Factors of containers "
            "multiply.",
        ),
    )


def learning_of(node: Node) -> Fields:
    """What a layer says of its learning, as it would be written."""
    return Fields(frozen=node.frozen, learning_rate_factor=node.learning_rate_factor)


def faults_of_learning(node: Node) -> tuple[BadField, ...]:
    """What a layer says of its learning that cannot be."""
    try:
        LayerLearning.read(learning_of(node))
    except Unreadable as error:
        return error.faults
    return ()


def inherited(stack: Stack, frozen: bool = False, factor: float = 1.0) -> Stack:
    """The stack in which every layer says itself what the containers around it say for it.

    Args:
        stack: The layers.
        frozen: Whether all of them are frozen.
        factor: How many times the learning rate all of them learn with.
    """
    return Stack(tuple(_inheriting(node, frozen, factor) for node in stack))


def _inheriting(node: Node, frozen: bool, factor: float) -> Node:
    frozen, factor = frozen or node.frozen, factor * node.learning_rate_factor
    slots = tuple((name, inherited(body, frozen, factor)) for name, body in node.slots)
    return replace(node, frozen=frozen, learning_rate_factor=factor, slots=slots)


def frozen_uids(stack: Stack) -> frozenset[str]:
    """The layers that do not learn because they, or a container around them, are frozen."""
    return frozenset(_frozen(stack, is_inside=False))


def _frozen(stack: Stack, is_inside: bool) -> Iterator[str]:
    for node in stack:
        is_frozen = is_inside or node.frozen
        if is_frozen:
            yield node.uid
        for _, body in node.slots:
            yield from _frozen(body, is_frozen)
