"""What can be done to the stack: each is a labelled pure edit, ready for ``document.edit``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from netstudio import paths
from netstudio.core import edits
from netstudio.core.blocks import blocks_in
from netstudio.core.layer import LayerDef
from netstudio.core.project import Project
from netstudio.core.tree import Location, Node, Stack, find, is_identifier, locate, outermost, walk
from netstudio.gui.layer_words import describe
from netstudio.gui.stack.mime import BLOCK
from netstudio.gui.texts import layers_text, translate, words
from netstudio.layers import LAYERS


@dataclass(frozen=True)
class Command:
    """One step of editing.

    Attributes:
        label: What undo calls it.
        change: The edit of the network; raises EditError where it makes no sense.
    """

    label: str
    change: Callable[[Stack], Stack]

    def apply(self, project: Project) -> Project:
        """The project with the edited network."""
        return project.with_network(self.change(project.network))


def new_layer(type_name: str) -> Node | None:
    """A layer that is in no stack yet: with its defaults, or one of the user's own blocks.

    None for an unknown type.

    Raises:
        UserError: The block cannot be read.
    """
    if type_name.startswith(BLOCK):
        name = type_name.removeprefix(BLOCK)
        found = (block for block in blocks_in(paths.user_blocks()) if block.name == name)
        return next((block.node() for block in found), None)
    definition = LAYERS.get(type_name)
    if definition is None:
        return None
    return edits.new_node(type_name, definition.defaults(), definition.slots)


def add(node: Node, place: Location) -> Command:
    """Put a new layer at ``place``."""
    label = translate("netstudio", "Add {layers}")
    return Command(
        label.format(layers=subject(Stack((node,)), (node.uid,))),
        lambda network: edits.insert(network, place, [node]),
    )


def delete(network: Stack, uids: Sequence[str]) -> Command:
    """Take these layers out."""
    label = translate("netstudio", "Delete {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.remove(stack, uids))


def duplicate(network: Stack, uids: Sequence[str]) -> Command:
    """Put a copy of these layers after them."""
    label = translate("netstudio", "Duplicate {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.duplicate(stack, uids))


def move(network: Stack, uids: Sequence[str], place: Location) -> Command:
    """Take these layers to ``place``."""
    label = translate("netstudio", "Move {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.move(stack, uids, place))


def copy(network: Stack, uids: Sequence[str], place: Location) -> Command:
    """Put copies of these layers at ``place``."""
    nodes = outermost(network, uids)
    label = translate("netstudio", "Copy {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.insert(stack, place, nodes))


def cut(network: Stack, uids: Sequence[str]) -> Command:
    """Take these layers out, to be pasted elsewhere."""
    label = translate("netstudio", "Cut {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.remove(stack, uids))


def paste(nodes: Sequence[Node], place: Location) -> Command:
    """Put copied layers at ``place``."""
    what = subject(Stack(tuple(nodes)), [node.uid for node in nodes])
    label = translate("netstudio", "Paste {layers}").format(layers=what)
    return Command(label, lambda stack: edits.insert(stack, place, nodes))


def wrap(network: Stack, uids: Sequence[str], container: str) -> Command:
    """Put these layers into a new container of this type."""
    definition = LAYERS[container]
    node = edits.new_node(container, definition.defaults(), definition.slots)
    label = translate("netstudio", "Wrap {layers}").format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.wrap(stack, uids, node, definition.slots[0]))


def unwrap(network: Stack, uid: str) -> Command:
    """Replace a container by what it holds."""
    label = translate("netstudio", "Unwrap {layers}").format(layers=subject(network, (uid,)))
    return Command(label, lambda stack: edits.unwrap(stack, uid))


def rename(uid: str, name: str) -> Command:
    """Give a layer another name."""
    label = translate("netstudio", "Rename to {name}").format(name=name)
    return Command(label, lambda stack: edits.rename(stack, uid, name))


def annotate(network: Stack, uid: str, note: str) -> Command:
    """Write a remark beside a layer; an empty one takes it away."""
    template = translate("netstudio", "Write a note on {layers}")
    if not note:
        template = translate("netstudio", "Remove the note on {layers}")
    label = template.format(layers=subject(network, (uid,)))
    return Command(label, lambda stack: edits.annotate(stack, uid, note))


def switch(network: Stack, uids: Collection[str], on: bool) -> Command:
    """Let these layers take part in the network, or leave them out."""
    template = translate("netstudio", "Switch off {layers}")
    if on:
        template = translate("netstudio", "Switch on {layers}")
    label = template.format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.set_enabled(stack, uids, on))


def change_type(network: Stack, uid: str, type_name: str) -> Command:
    """Make a layer another type; what fits of its settings stays."""
    label = translate("netstudio", "Change {layers} to {layer}").format(
        layers=subject(network, (uid,)), layer=words(LAYERS[type_name].label)
    )
    return Command(label, lambda stack: edits.change_type(stack, uid, LAYERS[type_name]))


def types_instead_of(node: Node) -> list[type[LayerDef]]:
    """The types that a layer can become; one that holds layers stays a container."""
    holds = any(len(body) for _, body in node.slots)
    return [cls for cls in LAYERS if cls.type != node.type and (cls.slots or not holds)]


def as_block(network: Stack, uids: Collection[str], name: str) -> Node:
    """The one layer that a block of these is: they themselves, or a Group around them.

    Raises:
        EditError: They are not neighbours.
    """
    chosen = outermost(network, uids)
    if len(chosen) == 1:
        return chosen[0]
    group = new_layer("Group")
    assert group is not None, "Group is one of the catalogue"
    stem = re.sub(r"\W+", "_", name).strip("_").lower()
    if is_identifier(stem):
        group = replace(group, name=stem)
    wrapped = edits.wrap(network, uids, group, "body")
    parents = (node for node in walk(wrapped) if chosen[0] in node.slot("body").nodes)
    return next(parents)


def containers() -> list[str]:
    """The types of layers that hold others."""
    return [definition.type for definition in LAYERS if definition.slots]


def subject(network: Stack, uids: Collection[str]) -> str:
    """What an edit of these layers is about: ``Conv2d``, or ``3 layers``."""
    nodes = outermost(network, uids)
    if len(nodes) == 1:
        return describe(nodes[0].type, nodes[0].fields).label
    return layers_text(len(nodes))


def place_after(network: Stack, uids: Collection[str]) -> Location:
    """Where a layer goes that is added while these are selected.

    That is after the last of them; into a container that is empty; at the end where none is
    selected.
    """
    chosen = outermost(network, uids)
    if not chosen:
        return Location(None, "", len(network))
    last = chosen[-1]
    if last.slots and not any(len(body) for _, body in last.slots):
        return Location(last.uid, last.slots[0][0], 0)
    place = _place_of(network, last.uid)
    return Location(place.parent, place.slot, place.index + 1)


def place_above(network: Stack, uids: Collection[str], closed: Collection[str]) -> Location | None:
    """Where these layers go by one step up, into and out of containers that are not closed."""
    chosen = outermost(network, uids)
    if not chosen:
        return None
    place = _place_of(network, chosen[0].uid)
    if place.index == 0:
        return _before_slot(network, place)
    sibling = _nodes_at(network, place)[place.index - 1]
    if sibling.slots and sibling.uid not in closed:
        slot, body = sibling.slots[-1]
        return Location(sibling.uid, slot, len(body))
    return Location(place.parent, place.slot, place.index - 1)


def place_below(network: Stack, uids: Collection[str], closed: Collection[str]) -> Location | None:
    """Where these layers go by one step down, into and out of containers that are not closed."""
    chosen = outermost(network, uids)
    if not chosen:
        return None
    place = _place_of(network, chosen[-1].uid)
    siblings = _nodes_at(network, place)
    if place.index + 1 == len(siblings):
        return _after_slot(network, place)
    sibling = siblings[place.index + 1]
    if sibling.slots and sibling.uid not in closed:
        return Location(sibling.uid, sibling.slots[0][0], 0)
    return Location(place.parent, place.slot, place.index + 2)


def _before_slot(network: Stack, place: Location) -> Location | None:
    parent = _parent(network, place)
    if parent is None:
        return None
    names = [name for name, _ in parent.slots]
    if (at := names.index(place.slot)) > 0:
        return Location(parent.uid, names[at - 1], len(parent.slot(names[at - 1])))
    return locate(network, parent.uid)


def _after_slot(network: Stack, place: Location) -> Location | None:
    parent = _parent(network, place)
    if parent is None:
        return None
    names = [name for name, _ in parent.slots]
    if (at := names.index(place.slot)) + 1 < len(names):
        return Location(parent.uid, names[at + 1], 0)
    outer = _place_of(network, parent.uid)
    return Location(outer.parent, outer.slot, outer.index + 1)


def _parent(network: Stack, place: Location) -> Node | None:
    return find(network, place.parent) if place.parent is not None else None


def _nodes_at(network: Stack, place: Location) -> Sequence[Node]:
    parent = _parent(network, place)
    return (parent.slot(place.slot) if parent else network).nodes


def _place_of(network: Stack, uid: str) -> Location:
    place = locate(network, uid)
    assert place is not None, "it was found in this network"
    return place


def added(before: Stack, after: Stack) -> tuple[str, ...]:
    """The uids of layers that an edit has brought, without those inside others of them."""
    known = {node.uid for node in walk(before)}
    fresh = {node.uid for node in walk(after)} - known
    return tuple(node.uid for node in outermost(after, fresh))
