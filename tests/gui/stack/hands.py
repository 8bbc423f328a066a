"""What a person's hands do to the stack: point, click, drag, drop, type."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netstudio.core.document import Document
from netstudio.core.tree import Location, Node, Stack, walk
from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.view import StackView
from netstudio.layers import LAYERS

_ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def types(document: Document) -> list[str]:
    """The types of all layers, containers before what they hold."""
    return [node.type for node in walk(document.project.network)]


def names(document: Document) -> list[str]:
    return [node.name for node in walk(document.project.network)]


def layer(uid: str, type_name: str, *held: Node, **fields: object) -> Node:
    definition = LAYERS[type_name]
    slots = tuple((slot, Stack(held)) for slot in definition.slots)
    name = f"{type_name.lower()}_{uid}"
    return Node(uid, type_name, name, definition.defaults().replace(**fields), slots)


def middle(view: StackView, rect: Rect) -> QPoint:
    return view.mapFromScene(QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2))


def gap(view: StackView, index: int, parent: str | None = None) -> QPoint:
    """The middle of a place between cards."""
    place = Location(parent, "" if parent is None else "body", index)
    return middle(view, view.stack_layout.gaps[place].rect)


def card(view: StackView, uid: str) -> QPoint:
    return middle(view, view.stack_layout.cards[uid].head)


def click(view: StackView, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(view.viewport(), _LEFT, modifiers, at)


def press(view: StackView, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(view, key, modifiers)


def drag_in(
    view: StackView, data: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN
) -> bool:
    """Drag something in and over a point; says whether it could be dropped there."""
    enter = QDragEnterEvent(at, _ACTIONS, data, _LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), enter)
    return enter.isAccepted() and drag_on(view, data, at, modifiers)


def drag_on(
    view: StackView, data: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN
) -> bool:
    move = QDragMoveEvent(at, _ACTIONS, data, _LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), move)
    return move.isAccepted()


def let_go(
    view: StackView, data: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN
) -> bool:
    event = QDropEvent(QPointF(at), _ACTIONS, data, _LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def drag_out(view: StackView) -> None:
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def drop(
    view: StackView, data: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN
) -> bool:
    """Drag something in and drop it; says whether it was taken."""
    return drag_in(view, data, at, modifiers) and let_go(view, data, at, modifiers)


def tree(document: Document) -> str:
    """The tree in brackets: ``a box(b c) d``."""
    return " ".join(
        node.uid + (f"({' '.join(inner.uid for inner in node.slot('body'))})" if node.slots else "")
        for node in document.project.network
    )
