"""Which cards are selected: a value, and how clicks, keys and edits change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netstudio.core.tree import Location, Stack, find, locate, walk
from netstudio.gui.stack.commands import added
from netstudio.gui.stack.geometry import INPUT, OUTPUT


@dataclass(frozen=True)
class Selection:
    """The selected cards.

    Attributes:
        uids: The selected nodes.
        current: The card that keys act from; INPUT is possible, though it is never selected.
        anchor: Where a range begins.
    """

    uids: frozenset[str] = frozenset()
    current: str | None = None
    anchor: str | None = None


def only(uid: str | None) -> Selection:
    """One card, or none."""
    chosen = frozenset() if uid in (None, INPUT, OUTPUT) else frozenset((uid,))
    return Selection(frozenset(one for one in chosen if one is not None), uid, uid)


def several(uids: Sequence[str]) -> Selection:
    """These cards; keys go on from the last."""
    return Selection(frozenset(uids), uids[-1], uids[0]) if uids else Selection()


def toggled(selection: Selection, uid: str) -> Selection:
    """With one card more, or less, as Ctrl-click does."""
    return Selection(selection.uids ^ {uid}, uid, uid)


def extended(selection: Selection, order: Sequence[str], uid: str) -> Selection:
    """Everything from the anchor to a card, as Shift-click does."""
    if selection.anchor not in order or uid not in order:
        return only(uid)
    start, end = sorted((order.index(selection.anchor), order.index(uid)))
    return replace(selection, uids=frozenset(order[start : end + 1]), current=uid)


def neighbour(order: Sequence[str], current: str | None, step: int) -> str | None:
    """The card ``step`` cards further, or at the end; without a current one, the first."""
    if not order:
        return None
    if current not in order:
        return order[0]
    return order[min(max(order.index(current) + step, 0), len(order) - 1)]


def after_change(selection: Selection, before: Stack, after: Stack) -> Selection:
    """What is selected once the network has changed.

    Layers that the change has brought are selected; in place of those it has taken, what stands
    there now.
    """
    if fresh := added(before, after):
        return several(fresh)
    there = {node.uid for node in walk(after)}
    kept = selection.uids & there
    if kept or not selection.uids:
        current = selection.current if selection.current in {*kept, INPUT} else None
        return Selection(kept, current or _first(after, kept), _first(after, kept))
    place = locate(before, _first(before, selection.uids) or "")
    return only(_standing_at(after, place) if place is not None else None)


def _first(network: Stack, uids: frozenset[str]) -> str | None:
    return next((node.uid for node in walk(network) if node.uid in uids), None)


def _standing_at(network: Stack, place: Location) -> str | None:
    """The node at a place, or the last one before it, or the container around it."""
    parent = find(network, place.parent) if place.parent is not None else None
    if place.parent is not None and parent is None:
        return None
    nodes = (parent.slot(place.slot) if parent else network).nodes
    if nodes:
        return nodes[min(place.index, len(nodes) - 1)].uid
    return place.parent
