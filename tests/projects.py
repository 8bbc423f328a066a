"""Small projects for tests, written in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netstudio.core import edits
from netstudio.core.project import (
    DataChoice,
    DataFacts,
    PartSizes,
    Project,
    Selected,
    TrainingChoice,
)
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, TensorSpec
from netstudio.core.tree import Location, Node, Stack
from netstudio.core.values import Fields
from netstudio.layers import LAYERS

VECTOR = TensorSpec(FEATURES, (12,))
SERIES = TensorSpec(SEQUENCE, (10, 6))
PICTURE = TensorSpec(IMAGE, (3, 10, 12))

END_OF_NOTHING = Location(None, "", 0)


def node(type_name: str, *body: Node, **fields: object) -> Node:
    """A layer that holds ``body``, where it holds anything."""
    definition = LAYERS.get(type_name)
    made = edits.new_node(type_name, Fields(fields), definition.slots if definition else ())
    return made.with_slot("body", Stack(body)) if body else made


def network(*nodes: Node) -> Stack:
    """A stack of these layers, with unique names."""
    return edits.insert(Stack(), END_OF_NOTHING, nodes)


def project(
    *nodes: Node,
    sample: TensorSpec | None = VECTOR,
    classes: int = 10,
    loss: str = "cross_entropy",
    **training: object,
) -> Project:
    """A project with this network, whose data look like ``sample``."""
    facts = None
    if sample is not None:
        names = tuple(f"class {number}" for number in range(classes))
        facts = DataFacts(sample, names, PartSizes(80, 10, 10))
    return Project(
        name="test",
        task=Selected("image_classification"),
        data=DataChoice(Selected("digits"), facts=facts),
        training=TrainingChoice(Selected(loss), Selected("adam"), Fields(training)),
        network=network(*nodes),
    )


def renamed(made: Node, name: str) -> Node:
    """The same layer under another name, which need not be a good one."""
    return replace(made, name=name)


def on_network(change: Callable[[Stack], Stack]) -> Callable[[Project], Project]:
    """An edit of a project that changes only its network."""
    return lambda project: project.with_network(change(project.network))
