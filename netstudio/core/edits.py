"""Pure edits of a stack: each takes a value and gives the edited one.

Nodes are addressed by uid, places by ``Location``. Uids and names stay unique whatever is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Unfit
from netstudio.core.layer import LayerDef
from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.core.tree import (
    DEEPEST_NESTING,
    Location,
    Node,
    Stack,
    depth,
    find,
    free_name,
    is_identifier,
    locate,
    new_uid,
    outermost,
    walk,
)
from netstudio.core.values import Fields, Value

_NO_LAYER = QT_TRANSLATE_NOOP("netstudio", "There is no layer {uid} to edit.")


class EditError(ValueError):
    """An edit that makes no sense, such as moving a container into itself."""

    def __init__(self, template: str, **values: object) -> None:
        self.message = message(template, **values)
        super().__init__(str(self.message))


def new_node(type_name: str, fields: Fields, slots: Sequence[str] = ()) -> Node:
    """A node that is not in any stack yet; ``insert`` gives it its final name."""
    return Node(
        uid=new_uid(),
        type=type_name,
        name=free_name(type_name, ()),
        fields=fields,
        slots=tuple((slot, Stack()) for slot in slots),
    )


def insert(stack: Stack, place: Location, nodes: Sequence[Node]) -> Stack:
    """Put ``nodes`` at ``place``; uids and names that are taken are made anew."""
    uids = {node.uid for node in walk(stack)}
    names = {node.name for node in walk(stack)}
    fresh = tuple(_made_unique(node, uids, names) for node in nodes)
    return _at(stack, place, lambda there, at: (*there[:at], *fresh, *there[at:]))


def remove(stack: Stack, uids: Collection[str]) -> Stack:
    """Take out the nodes with these uids and all they hold."""
    _require(stack, uids)
    return _rewrite(stack, lambda node: () if node.uid in uids else (node,))


def move(stack: Stack, uids: Collection[str], place: Location) -> Stack:
    """Take the nodes with these uids, in their order, to ``place``.

    ``place`` is meant as the stack is before the move: a drop between two cards lands between them.
    """
    _require(stack, uids)
    moving = outermost(stack, uids)
    if any(place.parent in {inner.uid for inner in walk(Stack((node,)))} for node in moving):
        raise EditError(QT_TRANSLATE_NOOP("netstudio", "A container cannot be moved into itself."))
    before = _nodes_at(stack, place)[: place.index]
    leaving = {node.uid for node in moving}
    index = sum(node.uid not in leaving for node in before)
    return _put_back(remove(stack, leaving), replace(place, index=index), moving)


def duplicate(stack: Stack, uids: Collection[str]) -> Stack:
    """Put a copy of the nodes with these uids after the last of them."""
    _require(stack, uids)
    copied = outermost(stack, uids)
    last = locate(stack, copied[-1].uid)
    assert last is not None
    return insert(stack, replace(last, index=last.index + 1), copied)


def set_fields(stack: Stack, uid: str, **values: object) -> Stack:
    """Change settings of one node."""
    return set_fields_of_all(stack, (uid,), **values)


def set_fields_of_all(stack: Stack, uids: Collection[str], **values: object) -> Stack:
    """Change the same settings of several nodes."""
    return _update_all(
        stack, uids, lambda node: replace(node, fields=node.fields.replace(**values))
    )


def set_enabled(stack: Stack, uids: Collection[str], enabled: bool) -> Stack:
    """Switch nodes on or off; one that is switched off passes its input on."""
    return _update_all(stack, uids, lambda node: replace(node, enabled=enabled))


def set_frozen(stack: Stack, uids: Collection[str], frozen: bool) -> Stack:
    """Keep the weights of nodes, and of all they hold, as they are, or let them learn."""
    return _update_all(stack, uids, lambda node: replace(node, frozen=frozen))


def set_learning_rate_factor(stack: Stack, uids: Collection[str], factor: float) -> Stack:
    """Let nodes, and all they hold, learn with ``factor`` times the learning rate."""
    return _update_all(stack, uids, lambda node: replace(node, learning_rate_factor=factor))


def annotate(stack: Stack, uid: str, note: str) -> Stack:
    """Write a remark beside one node; an empty one takes it away."""
    return update(stack, uid, lambda node: replace(node, note=note))


def add_branch(stack: Stack, uid: str) -> Stack:
    """Give a container that holds any number of branches one more, which is empty."""
    return update(stack, uid, lambda node: node.with_slot(next_branch(node), Stack()))


def next_branch(node: Node) -> str:
    """What the branch is called that ``add_branch`` adds."""
    numbers = [int(slot.rpartition("_")[2]) for slot, _ in node.slots if slot[-1:].isdecimal()]
    return f"branch_{max(numbers, default=0) + 1}"


def remove_branch(stack: Stack, uid: str, slot: str) -> Stack:
    """Take one of a container's branches away, with all it holds."""

    def without(node: Node) -> Node:
        return replace(node, slots=tuple(pair for pair in node.slots if pair[0] != slot))

    return update(stack, uid, without)


def change_type(stack: Stack, uid: str, definition: type[LayerDef]) -> Stack:
    """Make a node another type of layer; settings that both have, and that fit, are kept.

    A name that was given by hand is kept. What a container holds is kept where the new type holds
    layers too: slots of the same name stay, the rest goes into the first.

    Raises:
        EditError: The node holds layers and the new type cannot.
    """
    taken = {node.name for node in walk(stack) if node.uid != uid}
    return update(stack, uid, lambda node: _retyped(node, definition, taken))


def rename(stack: Stack, uid: str, name: str) -> Stack:
    """Give a node another name.

    Raises:
        EditError: ``name`` is not an identifier or another node has it.
    """
    if not is_identifier(name):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{name} cannot name a layer. Use letters, digits and underscores, not beginning "
                "with a digit.",
            ),
            name=shorten(repr(name)),
        )
    if any(node.name == name and node.uid != uid for node in walk(stack)):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "netstudio", "Another layer is called {name}. Choose a name that none has."
            ),
            name=shorten(name),
        )
    return update(stack, uid, lambda node: replace(node, name=name))


def wrap(stack: Stack, uids: Collection[str], container: Node, slot: str) -> Stack:
    """Put neighbouring nodes into ``slot`` of a new container that takes their place."""
    _require(stack, uids)
    inner = outermost(stack, uids)
    places = [place for node in inner if (place := locate(stack, node.uid)) is not None]
    together = {(place.parent, place.slot) for place in places}
    if len(together) != 1 or places[-1].index - places[0].index != len(inner) - 1:
        raise EditError(QT_TRANSLATE_NOOP("netstudio", "Only neighbouring layers can be wrapped."))
    # Put in while they are still there, so that its name is none of theirs.
    with_container = insert(stack, places[0], [container])
    placed = _nodes_at(with_container, places[0])[places[0].index]
    return move(with_container, {node.uid for node in inner}, Location(placed.uid, slot, 0))


def unwrap(stack: Stack, uid: str) -> Stack:
    """Replace a container by what it holds."""
    node = find(stack, uid)
    if node is None:
        raise EditError(_NO_LAYER, uid=uid)
    held = tuple(inner for _, body in node.slots for inner in body)
    return _rewrite(stack, lambda other: held if other.uid == uid else (other,))


def update(stack: Stack, uid: str, change: Callable[[Node], Node]) -> Stack:
    """Replace one node by ``change(node)``."""
    return _update_all(stack, (uid,), change)


def _update_all(stack: Stack, uids: Collection[str], change: Callable[[Node], Node]) -> Stack:
    _require(stack, uids)
    return _rewrite(stack, lambda node: (change(node),) if node.uid in uids else (node,))


def _retyped(node: Node, definition: type[LayerDef], taken: Collection[str]) -> Node:
    kept = {
        spec.name: node.fields[spec.name]
        for spec in definition.fields()
        if spec.name in node.fields and _fits(spec, node.fields[spec.name])
    }
    stem = free_name(node.type, ()).removesuffix("1")
    is_automatic = node.name.startswith(stem) and node.name.removeprefix(stem).isdecimal()
    return replace(
        node,
        type=definition.type,
        name=free_name(definition.type, taken) if is_automatic else node.name,
        fields=definition.defaults().replace(**kept),
        slots=_moved_slots(node, definition),
    )


def _fits(spec: FieldSpec, value: Value) -> bool:
    try:
        spec.kind.parse(value)
    except Unfit:
        return False
    return True


def _moved_slots(node: Node, definition: type[LayerDef]) -> tuple[tuple[str, Stack], ...]:
    held = {slot: body for slot, body in node.slots if len(body)}
    if held and not definition.slots:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{type} cannot hold layers. Unwrap the container before changing it."
            ),
            type=definition.type,
        )
    moved = {slot: Stack() for slot in definition.slots}
    for slot, body in held.items():
        target = slot if definition.takes_slot(slot) else definition.slots[0]
        moved[target] = Stack((*moved.get(target, Stack()), *body))
    return tuple(moved.items())


def _require(stack: Stack, uids: Collection[str]) -> None:
    missing = set(uids) - {node.uid for node in walk(stack)}
    if missing or not uids:
        raise EditError(_NO_LAYER, uid=", ".join(sorted(missing)) or "—")


def _rewrite(stack: Stack, change: Callable[[Node], tuple[Node, ...]]) -> Stack:
    """Apply ``change`` to every node, inner ones first; untouched stacks stay the same object."""
    nodes: list[Node] = []
    for node in stack:
        slots = tuple((name, _rewrite(body, change)) for name, body in node.slots)
        same = all(new is old for (_, new), (_, old) in zip(slots, node.slots, strict=True))
        nodes.extend(change(node if same else replace(node, slots=slots)))
    if len(nodes) == len(stack) and all(a is b for a, b in zip(nodes, stack, strict=True)):
        return stack
    return Stack(tuple(nodes))


def _nodes_at(stack: Stack, place: Location) -> tuple[Node, ...]:
    if place.parent is None:
        nodes = stack.nodes
    else:
        parent = find(stack, place.parent)
        if parent is None or place.slot not in dict(parent.slots):
            raise EditError(
                QT_TRANSLATE_NOOP("netstudio", "There is no slot {slot} in a layer {uid}."),
                slot=place.slot,
                uid=place.parent,
            )
        nodes = parent.slot(place.slot).nodes
    if not 0 <= place.index <= len(nodes):
        raise EditError(
            QT_TRANSLATE_NOOP("netstudio", "There is no position {index} among {count} layers."),
            index=place.index,
            count=len(nodes),
        )
    return nodes


def _at(
    stack: Stack,
    place: Location,
    change: Callable[[tuple[Node, ...], int], tuple[Node, ...]],
) -> Stack:
    there = Stack(change(_nodes_at(stack, place), place.index))
    changed = there
    if place.parent is not None:
        changed = update(stack, place.parent, lambda node: node.with_slot(place.slot, there))
    if depth(changed) > max(DEEPEST_NESTING, depth(stack)):
        raise EditError(
            QT_TRANSLATE_NOOP("netstudio", "Layers can be nested {depth} deep at most."),
            depth=DEEPEST_NESTING,
        )
    return changed


def _put_back(stack: Stack, place: Location, nodes: Sequence[Node]) -> Stack:
    return _at(stack, place, lambda there, at: (*there[:at], *nodes, *there[at:]))


def _made_unique(node: Node, uids: set[str], names: set[str]) -> Node:
    uid = new_uid() if node.uid in uids else node.uid
    uids.add(uid)
    name = free_name(node.type, names) if node.name in names else node.name
    names.add(name)
    slots = tuple(
        (slot, Stack(tuple(_made_unique(inner, uids, names) for inner in body)))
        for slot, body in node.slots
    )
    return replace(node, uid=uid, name=name, slots=slots)
