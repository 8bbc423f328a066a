"""What can be done to the branches of a container, as commands."""

from __future__ import annotations

from collections.abc import Collection

from netstudio.core import edits
from netstudio.core.tree import Location, Node, Stack, find, locate, outermost
from netstudio.gui.layer_words import slot_text
from netstudio.gui.stack.commands import Command, subject
from netstudio.gui.stack.containers import takes_more
from netstudio.gui.texts import translate


def add(network: Stack, uid: str) -> Command:
    """Give a container one more branch."""
    label = translate("netstudio", "Add a branch to {layers}")
    return Command(
        label.format(layers=subject(network, (uid,))),
        lambda stack: edits.add_branch(stack, uid),
    )


def remove(uid: str, slot: str) -> Command:
    """Take a branch away, with all it holds."""
    label = translate("netstudio", "Remove {branch}").format(branch=slot_text(slot))
    return Command(label, lambda stack: edits.remove_branch(stack, uid, slot))


def made_for(command: Command, place: Location) -> Command:
    """The command, with the branch that it needs made first, where that is not there yet."""
    return Command(command.label, lambda stack: command.change(_with_branch(stack, place)))


def _with_branch(network: Stack, place: Location) -> Stack:
    parent = _parent(network, place)
    if parent is None or place.slot in dict(parent.slots) or not takes_more(parent):
        return network
    return edits.add_branch(network, parent.uid)


def place_beside(network: Stack, uids: Collection[str], step: int) -> Location | None:
    """Where layers go by one step to the branch on the left or the right.

    To the right of the last branch is a new one.
    """
    chosen = outermost(network, uids)
    place = locate(network, chosen[0].uid) if chosen else None
    parent = _parent(network, place) if place else None
    if place is None or parent is None:
        return None
    slots = [slot for slot, _ in parent.slots]
    at = slots.index(place.slot) + step
    if 0 <= at < len(slots):
        index = min(place.index, len(parent.slot(slots[at])))
        return Location(parent.uid, slots[at], index)
    if at == len(slots) and takes_more(parent):
        return Location(parent.uid, edits.next_branch(parent), 0)
    return None


def _parent(network: Stack, place: Location) -> Node | None:
    return find(network, place.parent) if place.parent is not None else None
