"""What keys do in the stack besides those of its actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from netstudio.core.tree import Location, find, locate
from netstudio.gui.stack import commands
from netstudio.gui.stack.geometry import INPUT
from netstudio.gui.stack.selection import Selection, extended, neighbour, only

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_Home: -100_000, _Key.Key_End: 100_000}


def press_key(view: StackView, event: QKeyEvent) -> bool:
    """Do what a key means; says whether it means anything."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    if key == _Key.Key_Plus:
        modifiers &= ~_Modifier.ShiftModifier  # on many keyboards it takes Shift to type it
    if modifiers == _Modifier.AltModifier and key in (_Key.Key_Left, _Key.Key_Right):
        view.move_beside(1 if key == _Key.Key_Right else -1)
    elif modifiers == _Modifier.ShiftModifier and key == _Key.Key_F10:
        view.show_menu()
    elif key in _STEPS and modifiers in (_Modifier.NoModifier, _Modifier.ShiftModifier):
        _walk(view, _STEPS[key], extend=modifiers == _Modifier.ShiftModifier)
    elif modifiers == _Modifier.NoModifier and key in _PLAIN:
        _PLAIN[key](view)
    else:
        return False
    return True


def _walk(view: StackView, step: int, extend: bool) -> None:
    selection = view.selection
    if extend and selection.uids:
        target = neighbour(view.order, selection.current, step)
        if target is not None:
            view.put_selection(extended(selection, view.order, target), reveal=True)
        return
    # The input can be walked to, but it is never one of the selected layers.
    target = neighbour([INPUT, *view.order], selection.current, step)
    if selection.current is None and view.order:
        target = view.order[0]
    view.put_selection(only(target), reveal=True)


def _leftwards(view: StackView) -> None:
    """Close the container, or go to the branch on the left, or to the container around the card."""
    uid = view.selection.current
    node = find(view.project.network, uid) if uid else None
    if node is None:
        return
    if node.slots and node.uid not in view.collapsed:
        view.toggle_collapsed(node.uid)
        return
    place = locate(view.project.network, node.uid)
    if place is not None and place.parent is not None:
        beside = _in_branch_beside(view, node.uid, place, -1)
        view.put_selection(only(beside or place.parent), reveal=True)


def _rightwards(view: StackView) -> None:
    """Open the container, or go to the first layer in it, or to the branch on the right."""
    uid = view.selection.current
    node = find(view.project.network, uid) if uid else None
    if node is None:
        return
    if node.slots and node.uid in view.collapsed:
        view.toggle_collapsed(node.uid)
        return
    place = locate(view.project.network, node.uid)
    held = [inner.uid for _, body in node.slots for inner in body]
    target = held[0] if held else None
    if target is None and place is not None:
        target = _in_branch_beside(view, node.uid, place, 1)
    if target is not None:
        view.put_selection(only(target), reveal=True)


def _in_branch_beside(view: StackView, uid: str, place: Location, step: int) -> str | None:
    """The card at about the same height in the next branch that holds any."""
    parent = find(view.project.network, place.parent) if place.parent is not None else None
    if parent is None:
        return None
    slots = [slot for slot, _ in parent.slots]
    at = slots.index(place.slot)
    ahead = parent.slots[at + 1 :] if step > 0 else parent.slots[:at][::-1]
    cards = view.stack_layout.cards
    for _, body in ahead:
        if len(body):
            return min(
                (node.uid for node in body),
                key=lambda other: abs(cards[other].head.y - cards[uid].head.y),
            )
    return None


def _enter(view: StackView) -> None:
    current = view.selection.current
    if current == INPUT:
        view.input_activated.emit()
    elif current is not None:
        view.activate(current)


def _choose(view: StackView) -> None:
    view.choose_layer_at(commands.place_after(view.project.network, view.selected))


_PLAIN: dict[Qt.Key, Callable[[StackView], None]] = {
    _Key.Key_Left: _leftwards,
    _Key.Key_Right: _rightwards,
    _Key.Key_Return: _enter,
    _Key.Key_Enter: _enter,
    _Key.Key_Insert: _choose,
    _Key.Key_Plus: _choose,
    _Key.Key_Escape: lambda view: view.put_selection(Selection()),
}
