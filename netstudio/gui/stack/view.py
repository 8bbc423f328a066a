"""The stack editor: the network as cards that can be dragged, added, moved and removed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from netstudio import paths
from netstudio.core import edits
from netstudio.core.blocks import objection, save_block
from netstudio.core.document import Document
from netstudio.core.edits import EditError
from netstudio.core.translate import Message, UserError
from netstudio.core.tree import Location, Node, find, outermost, walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack import branches, commands, freezing
from netstudio.gui.stack.actions import StackActions
from netstudio.gui.stack.card_menu import card_menu
from netstudio.gui.stack.cards_view import CardsView
from netstudio.gui.stack.commands import Command
from netstudio.gui.stack.dropping import Dropping, drag_cards
from netstudio.gui.stack.find_bar import FindBar
from netstudio.gui.stack.geometry import INPUT, OUTPUT
from netstudio.gui.stack.keys import press_key
from netstudio.gui.stack.layer_chooser import LayerChooser
from netstudio.gui.stack.mime import layers_as_text, layers_in_text, looks_like_code
from netstudio.gui.stack.pointer import Pointer
from netstudio.gui.stack.selection import only, several
from netstudio.gui.stack.text_popups import NamePopup, NotePopup
from netstudio.gui.stack.tiles import Cost
from netstudio.gui.stack.view_actions import ViewActions
from netstudio.gui.texts import translate, words


class StackView(CardsView):
    """Edits the document's network; every change is one step that can be undone.

    Signals:
        activated: Somebody wants to see more of the layer with this uid (Enter, double click).
        input_activated: Somebody wants to see more of the data (the input's card was clicked).
        choose_layer: The ``Location`` where a layer type is being chosen.
        block_saved: The name of a block that the user has kept.
        code_pasted: The text of a network that somebody wants to paste.
        message: A short sentence on why something cannot be done.
    """

    activated = Signal(str)
    input_activated = Signal()
    choose_layer = Signal(object)
    block_saved = Signal(str)
    code_pasted = Signal(str)
    message = Signal(str)

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, analyser, parent)
        self.setObjectName("stackView")
        self.layer_actions = StackActions(self, document)
        self.view_actions = ViewActions(self)
        self._pointer = Pointer(self)
        self._dropping = Dropping(self, self._scene, analyser)
        self.find_bar = FindBar(self, document)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def set_cost(self, cost: Cost) -> None:
        super().set_cost(cost)
        self.view_actions.show_cost(cost)

    def perform(self, command: Command) -> None:
        """Do one step of editing, or say why that makes no sense."""
        try:
            self._document.edit(command.label, command.apply)
        except EditError as error:
            self.message.emit(words(error.message))

    def insert_type(self, type_name: str) -> None:
        """Add a layer after the last selected card, into an empty container, or at the end."""
        self.insert_at(type_name, commands.place_after(self.project.network, self.selected))

    def insert_at(self, type_name: str, place: Location) -> None:
        """Add a layer at a place."""
        if (node := self.new_layer(type_name)) is not None:
            self.perform(branches.made_for(commands.add(node, place), place))

    def new_layer(self, type_name: str) -> Node | None:
        """A layer of a type, or one of the user's blocks; says why there is none."""
        try:
            return commands.new_layer(type_name)
        except UserError as error:
            self.message.emit(words(error.message))
            return None

    def delete_selected(self) -> None:
        """Take out the selected layers and all they hold."""
        if self.selected:
            self.perform(commands.delete(self.project.network, self.selected))

    def duplicate_selected(self) -> None:
        """Put a copy of the selected layers after them."""
        if self.selected:
            self.perform(commands.duplicate(self.project.network, self.selected))

    def copy_selected(self) -> None:
        """Put the selected layers on the clipboard."""
        if nodes := outermost(self.project.network, self.selected):
            QGuiApplication.clipboard().setText(layers_as_text(self.project, nodes))

    def cut_selected(self) -> None:
        """Take out the selected layers and put them on the clipboard."""
        if self.selected:
            self.copy_selected()
            self.perform(commands.cut(self.project.network, self.selected))

    def paste(self) -> None:
        """Add the layers on the clipboard where a new layer would go."""
        text = QGuiApplication.clipboard().text()
        if nodes := layers_in_text(text):
            place = commands.place_after(self.project.network, self.selected)
            self.perform(commands.paste(nodes, place))
        elif looks_like_code(text):
            self.code_pasted.emit(text)
        else:
            self.message.emit(translate("netstudio", "The clipboard holds no layers."))

    def move_selected(self, up: bool) -> None:
        """Move the selected layers by one step, into and out of containers at their edges."""
        step = commands.place_above if up else commands.place_below
        network = self.project.network
        place = step(network, self.selected, self.collapsed)
        if place is not None:
            self.perform(commands.move(network, self.selected, place))
            if self.selection.current is not None:
                self._scroll_to(self.selection.current)

    def move_beside(self, step: int) -> None:
        """Move the selected layers to the branch on the left or the right."""
        network = self.project.network
        place = branches.place_beside(network, self.selected, step)
        if place is not None:
            move = commands.move(network, self.selected, place)
            self.perform(branches.made_for(move, place))

    def add_branch(self, uid: str) -> None:
        """Give a container one more branch."""
        self.perform(branches.add(self.project.network, uid))

    def remove_branch(self, uid: str, slot: str) -> None:
        """Take a branch away, with all it holds."""
        self.perform(branches.remove(uid, slot))

    def wrap_selected(self, container: str) -> None:
        """Put the selected layers into a new container."""
        self.perform(commands.wrap(self.project.network, self.selected, container))

    def unwrap_selected(self) -> None:
        """Replace the selected container by what it holds."""
        for uid in self.selected:
            self.perform(commands.unwrap(self.project.network, uid))

    def switch_selected(self) -> None:
        """Switch the selected layers off; on again, where all of them are off."""
        nodes = [node for node in walk(self.project.network) if node.uid in self.selected]
        if nodes:
            is_off = not any(node.enabled for node in nodes)
            self.perform(commands.switch(self.project.network, self.selected, on=is_off))

    @property
    def freezable(self) -> tuple[Node, ...]:
        """The selected layers that can be frozen."""
        return freezing.freezable(self.project.network, self.selected, self._analysis)

    @property
    def freezable_above(self) -> tuple[Node, ...]:
        """The layers above the selected ones that can be frozen and are not."""
        network = self.project.network
        uids = freezing.above(network, self.selected)
        nodes = freezing.freezable(network, uids, self._analysis)
        return tuple(node for node in nodes if not node.frozen)

    def freeze_selected(self) -> None:
        """Freeze the selected layers; let them learn again, where all of them are frozen."""
        if nodes := self.freezable:
            frozen = not all(node.frozen for node in nodes)
            self.perform(freezing.freeze(self.project.network, nodes, frozen))

    def freeze_above(self) -> None:
        """Freeze every layer with weights above the selected ones."""
        if nodes := self.freezable_above:
            self.perform(freezing.freeze_above(self.project.network, self.selected, nodes))

    def fix(self, uid: str, number: int) -> None:
        """Mend a problem under a card; not while it may have been mended already."""
        problems = self._problems.get(uid, ())
        if self._analyser.current is None or number >= len(problems):
            return
        if (fix := problems[number].fix) is not None:
            self._document.edit(words(fix.label), fix.apply)

    def drag_selected(self) -> None:
        """Begin to drag the selected cards."""
        drag_cards(self, self._scene)

    def activate(self, uid: str) -> None:
        """Ask for more of a layer to be shown."""
        self.activated.emit(uid)

    def choose_layer_at(self, place: Location) -> None:
        """Let the user choose the type of a layer, and add it at ``place``."""
        self.choose_layer.emit(place)
        chooser = LayerChooser(self)
        chooser.chosen.connect(lambda type_name: self.insert_at(type_name, place))
        gap = self._layout.gaps.get(place)
        spot = self.mapFromScene(gap.plus.right, gap.plus.bottom) if gap else QPoint(0, 0)
        chooser.open_at(self.viewport().mapToGlobal(spot))

    def ask_name(self) -> None:
        """Let the user give the selected layer another name."""
        if (node := self._selected_node) is None:
            return

        def objection(name: str) -> Message | None:
            try:
                edits.rename(self.project.network, node.uid, name)
            except EditError as error:
                return error.message
            return None

        popup = NamePopup(self, node.name, objection)
        popup.taken.connect(lambda name: self.perform(commands.rename(node.uid, name)))
        popup.open_beside(self._card_on_screen(node.uid))

    def ask_note(self) -> None:
        """Let the user write a remark on the selected layer."""
        if (node := self._selected_node) is None:
            return
        popup = NotePopup(self, node.note)
        popup.taken.connect(
            lambda note: self.perform(commands.annotate(self.project.network, node.uid, note))
        )
        popup.open_beside(self._card_on_screen(node.uid))

    def ask_type(self) -> None:
        """Let the user choose what type the selected layer becomes."""
        if (node := self._selected_node) is None:
            return
        chooser = LayerChooser(self, commands.types_instead_of(node))
        chooser.chosen.connect(
            lambda name: self.perform(commands.change_type(self.project.network, node.uid, name))
        )
        chooser.open_at(self._card_on_screen(node.uid).bottomLeft())

    def ask_block(self) -> None:
        """Let the user keep the selected layers as a block of their own."""
        uids, folder = self.selected, paths.user_blocks()
        if not uids:
            return

        def save(name: str) -> None:
            try:
                save_block(folder, name, commands.as_block(self.project.network, uids, name))
            except (EditError, UserError) as error:
                self.message.emit(words(error.message))
            else:
                self.block_saved.emit(name)

        title = translate("netstudio", "Name of the block")
        popup = NamePopup(self, "", lambda name: objection(folder, name), title)
        popup.taken.connect(save)
        popup.open_beside(self._card_on_screen(uids[0]))
        self.put_selection(several(uids))

    @property
    def _selected_node(self) -> Node | None:
        """The layer that is selected, where it is only one."""
        uids = self.selected
        return find(self.project.network, uids[0]) if len(uids) == 1 else None

    def _card_on_screen(self, uid: str) -> QRect:
        """Where a card is on the screen; it is scrolled to, and the containers around it open."""
        self.reveal(uid)
        rect = self.card_rect(uid).toRect()
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def show_menu(self, position: QPoint | None = None) -> None:
        """Show what can be done to the selected layers, at a point of the viewport."""
        if not self.selected:
            return
        if position is None:
            card = self.card_rect(self.selection.current or self.selected[0])
            position = card.center().toPoint()
        card_menu(self).popup(self.viewport().mapToGlobal(position))

    def _tool_tip(self, position: QPoint) -> str:
        target = self.target_at(position)
        if target.place is not None:
            return translate("netstudio", "Add a layer here")
        if target.fork is not None:
            return translate("netstudio", "Add a branch")
        if target.branch is not None:
            return translate("netstudio", "Remove this branch and its layers")
        if target.chevron is not None:
            return translate("netstudio", "Show or hide what it holds")
        return self.card_text(target.card)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tool_tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.give_up():
            return
        if not press_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.show_menu()
            return
        card = self.target_at(event.pos()).card
        if card is not None and card not in self.selected:
            self.put_selection(only(card))
        if card is not None and card not in (INPUT, OUTPUT):
            self.show_menu(event.pos())
        elif card is None:
            self.view_actions.show_menu(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)
