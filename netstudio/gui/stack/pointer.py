"""What mouse clicks, moves and drags do in the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from netstudio.gui.stack.geometry import INPUT, OUTPUT
from netstudio.gui.stack.rubber_band import RubberBand
from netstudio.gui.stack.selection import Selection, extended, only, toggled
from netstudio.gui.stack.targets import Target

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_CTRL = Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Remembers what was pressed, so that a release is a click and a move is a drag."""

    def __init__(self, view: StackView) -> None:
        self._view = view
        self._pressed: Target | None = None
        self._pressed_at = QPoint()
        self._selects_on_release = False
        self._band = RubberBand(view)

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        target = self._view.target_at(event.position().toPoint())
        self._pressed, self._pressed_at = target, event.position().toPoint()
        # A press on one of several selected cards may begin to drag them all.
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._selects_on_release = is_plain and target.card in self._view.selected
        if target == Target():
            keeps = event.modifiers() & (_CTRL | Qt.KeyboardModifier.ShiftModifier)
            kept = self._view.selection.uids if keeps else frozenset[str]()
            self._band.begin(self._pressed_at, kept)
        if not target.is_button and not self._selects_on_release:
            self._select(target.card, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves: light up what it is over, or begin to drag."""
        position = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go_unseen()
            self._view.point_at(self._view.target_at(position))
            return
        if self._band.is_drawn:
            self._band.move(position)
            return
        far = (position - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and self._pressed is not None and self._pressed.card in self._view.selected:
            self._pressed = None
            self._view.drag_selected()

    def release(self, event: QMouseEvent) -> None:
        """A button goes up: a click, where it went down on the same thing."""
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self._band.is_drawn:
            self._band.end()
            return
        if pressed != self._view.target_at(event.position().toPoint()):
            return
        if pressed.place is not None:
            self._view.choose_layer_at(pressed.place)
        elif pressed.fix is not None:
            self._view.fix(*pressed.fix)
        elif pressed.branch is not None:
            self._view.remove_branch(*pressed.branch)
        elif pressed.fork is not None and pressed.fork.parent is not None:
            self._view.add_branch(pressed.fork.parent)
        elif pressed.chevron is not None:
            self._view.toggle_collapsed(pressed.chevron)
        elif pressed.card == INPUT:
            self._view.input_activated.emit()
        elif self._selects_on_release:
            self._select(pressed.card, Qt.KeyboardModifier.NoModifier)

    def give_up(self) -> bool:
        """Leave the rubber band as it was not; says whether there was one."""
        was_drawn = self._band.is_drawn
        if was_drawn:
            self._band.give_up()
            self._pressed = None
        return was_drawn

    def _let_go_unseen(self) -> None:
        """A menu may have taken the release: then nothing is drawn any more."""
        if self._band.is_drawn:
            self._band.end()
            self._pressed = None

    def double_click(self, event: QMouseEvent) -> None:
        """Somebody wants to see more of a layer, or presses a button twice."""
        target = self._view.target_at(event.position().toPoint())
        if target.card is not None and target.card not in (INPUT, OUTPUT):
            self._view.activate(target.card)
        elif target.is_button:
            self.press(event)

    def _select(self, uid: str | None, modifiers: Qt.KeyboardModifier) -> None:
        selection = self._view.selection
        if uid is None or uid == OUTPUT:
            if modifiers == Qt.KeyboardModifier.NoModifier:
                self._view.put_selection(Selection())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and uid != INPUT:
            self._view.put_selection(extended(selection, self._view.order, uid))
        elif modifiers & Qt.KeyboardModifier.ControlModifier and uid != INPUT:
            self._view.put_selection(toggled(selection, uid))
        else:
            self._view.put_selection(only(uid))
