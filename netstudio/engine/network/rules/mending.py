"""The edits that fixes are made of; each leaves a project alone in which its layer is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netstudio.core import edits
from netstudio.core.layer import Family, LayerDef
from netstudio.core.problems import Fix
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.tree import Location, Node, Stack, find, locate
from netstudio.layers import LAYERS

# The activation that is put in where one is missing.
USUAL_ACTIVATION = next(cls for cls in LAYERS if cls.family is Family.ACTIVATION)

Edit = Callable[[Project], Project]


def new_layer(cls: type[LayerDef]) -> Node:
    """A layer with its defaults."""
    return edits.new_node(cls.type, cls.defaults(), cls.slots)


def inserting(cls: type[LayerDef], *, before: str = "", after: str = "") -> Fix:
    """Insert a layer before or after the one with this uid."""
    label = QT_TRANSLATE_NOOP("netstudio", "Insert {layer}")
    return Fix(
        message(label, layer=Message(cls.label)),
        insertion(cls, before=before, after=after),
    )


def insertion(cls: type[LayerDef], *, before: str = "", after: str = "") -> Edit:
    """The edit of ``inserting``."""

    def apply(project: Project) -> Project:
        if (place := locate(project.network, before or after)) is None:
            return project
        if after:
            place = replace(place, index=place.index + 1)
        return project.with_network(edits.insert(project.network, place, [new_layer(cls)]))

    return apply


def removing(node: Node, label: str) -> Fix:
    """Take one layer out.

    Args:
        node: The layer.
        label: What people call its type (marked text).
    """
    template = QT_TRANSLATE_NOOP("netstudio", "Remove {layer}")
    return Fix(
        message(template, layer=Message(label)),
        on_node(node.uid, lambda network: edits.remove(network, {node.uid})),
    )


def moving_behind(uid: str, other: str, label: Message) -> Fix:
    """Move a layer to the place right behind another one."""

    def move(network: Stack) -> Stack:
        place = locate(network, other)
        if place is None:
            return network
        target = Location(place.parent, place.slot, place.index + 1)
        return edits.move(network, {uid}, target)

    return Fix(label, on_node(uid, move))


def setting(uid: str, label: Message, **fields: object) -> Fix:
    """Change settings of one layer."""
    return Fix(label, on_node(uid, lambda network: edits.set_fields(network, uid, **fields)))


def replacing(node: Node, label: Message) -> Fix:
    """Put another version of a layer, with its inner layers, in its place."""
    return Fix(
        label, on_node(node.uid, lambda network: edits.update(network, node.uid, lambda _: node))
    )


def becoming(uid: str, cls: type[LayerDef]) -> Fix:
    """Make a layer another type, keeping what fits."""
    label = QT_TRANSLATE_NOOP("netstudio", "Make it {layer}")
    return Fix(
        message(label, layer=Message(cls.label)),
        on_node(uid, lambda network: edits.change_type(network, uid, cls)),
    )


def on_node(uid: str, change: Callable[[Stack], Stack]) -> Edit:
    """An edit of the network that needs one of its nodes."""

    def apply(project: Project) -> Project:
        if find(project.network, uid) is None:
            return project
        return project.with_network(change(project.network))

    return apply
