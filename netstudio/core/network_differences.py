"""What differs between two networks, layer by layer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netstudio.core.declare import Unreadable
from netstudio.core.differences import (
    NOTHING,
    TYPE,
    Difference,
    Section,
    Sort,
    changed,
    changed_fields,
    value_in_words,
    yes_or_no,
)
from netstudio.core.layer import LAYERS
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    listing,
    message,
    shorten,
    verbatim,
)
from netstudio.core.tree import Node, Stack

_NAME = QT_TRANSLATE_NOOP("netstudio", "Name")
_NOTE = QT_TRANSLATE_NOOP("netstudio", "Note")
_ENABLED = QT_TRANSLATE_NOOP("netstudio", "Switched on")
_FROZEN = QT_TRANSLATE_NOOP("netstudio", "Frozen")
_FACTOR = QT_TRANSLATE_NOOP("netstudio", "Learning-rate factor")
_BRANCHES = QT_TRANSLATE_NOOP("netstudio", "Branches")
_PLACE = QT_TRANSLATE_NOOP("netstudio", "Place")


def network_differences(before: Stack, after: Stack) -> Iterator[Difference]:
    """What differs between two networks.

    Layers are the same where their uids are; of the others, those with equal type and name.
    """
    old, new = _placed(before), _placed(after)
    partner = _partners(old, new)
    gone = old.keys() - set(partner.values())
    for uid, placed in old.items():
        if uid in gone and placed.parent not in gone:
            yield _whole(Sort.REMOVED, placed.node)
    moved = _moved(old, new, partner)
    for uid, placed in new.items():
        match partner.get(uid):
            case None:
                if placed.parent in partner or placed.parent is None:
                    yield _whole(Sort.ADDED, placed.node)
            case earlier:
                if uid in moved:
                    yield _move(old[earlier], placed)
                yield from _changes(old[earlier].node, placed.node)


@dataclass(frozen=True)
class _Placed:
    """A layer, the uid of the container around it, and its place in words."""

    node: Node
    parent: str | None
    slot: str
    index: int
    around: str


def _placed(stack: Stack) -> dict[str, _Placed]:
    return {each.node.uid: each for each in _walk(stack, None, "", "")}


def _walk(stack: Stack, parent: str | None, slot: str, around: str) -> Iterator[_Placed]:
    for index, node in enumerate(stack):
        yield _Placed(node, parent, slot, index, around)
        for name, body in node.slots:
            yield from _walk(body, node.uid, name, node.name)


def _partners(old: Mapping[str, _Placed], new: Mapping[str, _Placed]) -> dict[str, str]:
    """For each layer of the new network that the old one has, too: the uid that it has there."""
    partner = {uid: uid for uid in new if uid in old}
    left = {
        (placed.node.type, placed.node.name): uid
        for uid, placed in old.items()
        if uid not in partner
    }
    for uid, placed in new.items():
        key = (placed.node.type, placed.node.name)
        if uid not in partner and key in left:
            partner[uid] = left.pop(key)
    return partner


def _moved(
    old: Mapping[str, _Placed], new: Mapping[str, _Placed], partner: Mapping[str, str]
) -> set[str]:
    """The layers in another container, or no longer in the same order as their neighbours."""
    found: set[str] = set()
    stayed: dict[tuple[str | None, str], list[tuple[str, int]]] = {}
    for uid, placed in new.items():
        if uid not in partner:
            continue
        earlier = old[partner[uid]]
        parent = partner.get(placed.parent) if placed.parent is not None else None
        if (earlier.parent, earlier.slot) != (parent, placed.slot):
            found.add(uid)
        else:
            stayed.setdefault((placed.parent, placed.slot), []).append((uid, earlier.index))
    for neighbours in stayed.values():
        in_order = _longest_rising([index for _, index in neighbours])
        found.update(uid for at, (uid, _) in enumerate(neighbours) if at not in in_order)
    return found


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising subsequence of numbers that are all different."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int | None] = {}
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before[place] = places[length - 1] if length else None
        # Replaces what is there, or comes after the last.
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    chosen: set[int] = set()
    place_now = places[-1] if places else None
    while place_now is not None:
        chosen.add(place_now)
        place_now = before[place_now]
    return chosen


def _whole(sort: Sort, node: Node) -> Difference:
    """A layer that one of the networks lacks."""
    about = _in_words(node)
    return Difference(
        Section.NETWORK,
        sort,
        verbatim(shorten(node.name)),
        _type(node),
        about if sort is Sort.REMOVED else NOTHING,
        about if sort is Sort.ADDED else NOTHING,
        node.uid,
    )


def _move(before: _Placed, after: _Placed) -> Difference:
    return Difference(
        Section.NETWORK,
        Sort.MOVED,
        verbatim(shorten(after.node.name)),
        Message(_PLACE),
        _place(before),
        _place(after),
        after.node.uid,
    )


def _place(placed: _Placed) -> Message:
    if not placed.around:
        return message(QT_TRANSLATE_NOOP("netstudio", "place {number}"), number=placed.index + 1)
    return message(
        QT_TRANSLATE_NOOP("netstudio", "place {number} in {container}"),
        number=placed.index + 1,
        container=placed.around,
    )


def _changes(before: Node, after: Node) -> Iterator[Difference]:
    """What differs in a layer itself."""
    subject, uid = verbatim(shorten(after.name)), after.uid

    def differs(what: str, was: Message, is_now: Message) -> Difference:
        return changed(Section.NETWORK, subject, what, was, is_now, uid)

    if before.name != after.name:
        yield differs(_NAME, verbatim(shorten(before.name)), verbatim(shorten(after.name)))
    if before.type != after.type:
        yield differs(TYPE, _in_words(before), _in_words(after))
    else:
        definition = LAYERS.get(after.type)
        specs = definition.fields() if definition is not None else ()
        yield from changed_fields(Section.NETWORK, subject, specs, before.fields, after.fields, uid)
    if len(before.slots) != len(after.slots):
        yield differs(_BRANCHES, *(value_in_words(None, len(one.slots)) for one in (before, after)))
    for what, was, is_now in (
        (_ENABLED, before.enabled, after.enabled),
        (_FROZEN, before.frozen, after.frozen),
    ):
        if was != is_now:
            yield differs(what, yes_or_no(was), yes_or_no(is_now))
    for what, old, new in (
        (_FACTOR, before.learning_rate_factor, after.learning_rate_factor),
        (_NOTE, before.note, after.note),
    ):
        if old != new:
            yield differs(what, value_in_words(None, old), value_in_words(None, new))


def _type(node: Node) -> Message:
    definition = LAYERS.get(node.type)
    return Message(definition.label) if definition is not None else verbatim(shorten(node.type))


def _in_words(node: Node) -> Message:
    """A layer's type and what its card says of its settings."""
    definition = LAYERS.get(node.type)
    if definition is None:
        return verbatim(shorten(node.type))
    try:
        summary = definition.read(node.fields).summary()
    except Unreadable:
        summary = ()
    return listing((definition.label, *summary))
