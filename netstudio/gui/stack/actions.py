"""The actions on the selected layers, for menus, keys and the command palette."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from netstudio.core.document import Document
from netstudio.core.tree import Node, walk
from netstudio.gui.layer_words import describe
from netstudio.gui.stack import commands
from netstudio.gui.stack.making_actions import make_action
from netstudio.gui.texts import translate
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_GROUP = "Group"


class StackActions(QObject):
    """What can be done to the layers that are selected in a stack.

    Their keys are heard wherever the actions are added to, while that has the focus.

    Attributes:
        wraps: An action for each type of container.
    """

    def __init__(self, view: StackView, document: Document) -> None:
        super().__init__(view)
        self._view = view
        make = partial(make_action, self)
        self.cut = make(
            "cut", translate("netstudio", "Cut"), "scissors", view.cut_selected, "Ctrl+X"
        )
        self.copy = make(
            "copy", translate("netstudio", "Copy"), "copy", view.copy_selected, "Ctrl+C"
        )
        self.paste = make(
            "paste", translate("netstudio", "Paste"), "clipboard", view.paste, "Ctrl+V"
        )
        self.duplicate = make(
            "duplicate",
            translate("netstudio", "Duplicate"),
            "copy-simple",
            view.duplicate_selected,
            "Ctrl+D",
        )
        self.delete = make(
            "delete",
            translate("netstudio", "Delete"),
            "trash",
            view.delete_selected,
            "Del",
            "Backspace",
        )
        self.select_all = make(
            "selectAll",
            translate("netstudio", "Select all"),
            "selection-all",
            view.select_all,
            "Ctrl+A",
        )
        self.move_up = make(
            "moveUp",
            translate("netstudio", "Move up"),
            "arrow-up",
            partial(view.move_selected, up=True),
            "Alt+Up",
        )
        self.move_down = make(
            "moveDown",
            translate("netstudio", "Move down"),
            "arrow-down",
            partial(view.move_selected, up=False),
            "Alt+Down",
        )
        self.rename = make(
            "rename", translate("netstudio", "Rename…"), "pencil-simple", view.ask_name, "F2"
        )
        self.annotate = make(
            "annotate", translate("netstudio", "Note…"), "note-pencil", view.ask_note, "Ctrl+M"
        )
        self.switch = make(
            "switch", translate("netstudio", "Switch off"), "power", view.switch_selected, "Ctrl+/"
        )
        self.freeze = make(
            "freeze",
            translate("netstudio", "Freeze"),
            "snowflake",
            view.freeze_selected,
            "Ctrl+Shift+L",
        )
        self.freeze_above = make(
            "freezeAbove",
            translate("netstudio", "Freeze all above"),
            "arrow-line-up",
            view.freeze_above,
        )
        self.change_type = make(
            "changeType",
            translate("netstudio", "Change type…"),
            "swap",
            view.ask_type,
            "Ctrl+R",
        )
        self.wraps = [self._wrap(name) for name in commands.containers()]
        self.save_block = make(
            "saveBlock",
            translate("netstudio", "Save as block…"),
            "package",
            view.ask_block,
            "Ctrl+B",
        )
        self.unwrap = make(
            "unwrap",
            translate("netstudio", "Unwrap"),
            "selection",
            view.unwrap_selected,
            "Ctrl+Shift+G",
        )
        view.addActions(self.all())
        view.selection_changed.connect(self._follow)
        self.destroyed.connect(document.connect(self._follow))
        self._follow()

    def all(self) -> list[QAction]:
        """Every action."""
        return self.findChildren(QAction)

    def enable(self, actions: Iterable[QAction], is_possible: bool) -> None:
        """Let these be chosen, or not."""
        for action in actions:
            action.setEnabled(is_possible)

    def _wrap(self, container: str) -> QAction:
        told = describe(container, LAYERS[container].defaults())
        action = make_action(
            self,
            f"wrapIn{container}",
            translate("netstudio", "Wrap in {container}").format(container=told.label),
            told.icon,
            partial(self._view.wrap_selected, container),
            *(["Ctrl+G"] if container == _GROUP else []),
        )
        action.setIconText(told.label)
        return action

    def _follow(self, _: object = None) -> None:
        """Offer what makes sense for the layers that are selected now."""
        uids = set(self._view.selected)
        nodes = [node for node in walk(self._view.project.network) if node.uid in uids]
        several = (
            *(self.cut, self.copy, self.duplicate, self.delete, self.move_up, self.move_down),
            *(self.switch, self.save_block, *self.wraps),
        )
        self.enable(several, bool(nodes))
        self.enable((self.rename, self.annotate, self.change_type), len(nodes) == 1)
        self.enable((self.unwrap,), len(nodes) == 1 and bool(nodes[0].slots))
        self._name_switch(nodes)
        self._follow_freezing()

    def _name_switch(self, nodes: Sequence[Node]) -> None:
        is_off = bool(nodes) and not any(node.enabled for node in nodes)
        on, off = translate("netstudio", "Switch on"), translate("netstudio", "Switch off")
        self.switch.setText(on if is_off else off)

    def _follow_freezing(self) -> None:
        nodes = self._view.freezable
        self.enable((self.freeze,), bool(nodes))
        self.enable((self.freeze_above,), bool(self._view.freezable_above))
        is_frozen = bool(nodes) and all(node.frozen for node in nodes)
        freeze, unfreeze = translate("netstudio", "Freeze"), translate("netstudio", "Unfreeze")
        self.freeze.setText(unfreeze if is_frozen else freeze)
