"""What can be done to the selected cards, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from netstudio.core.tree import Node, find
from netstudio.gui.layer_words import slot_text
from netstudio.gui.stack.actions import StackActions
from netstudio.gui.stack.containers import takes_more
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView


def card_menu(view: StackView) -> QMenu:
    """The menu for the layers that are selected in ``view``; it goes when it is closed."""
    menu = QMenu(view)
    menu.setObjectName("cardMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions, uids = view.layer_actions, view.selected
    _add_fixes(menu, view, uids)
    menu.addActions([actions.cut, actions.copy, actions.paste, actions.duplicate, actions.delete])
    menu.addSeparator()
    menu.addActions([actions.move_up, actions.move_down, actions.switch])
    menu.addActions([actions.freeze, actions.freeze_above])
    menu.addSeparator()
    if len(uids) == 1:
        menu.addActions([actions.rename, actions.annotate, actions.change_type])
    menu.addMenu(wrap_menu(menu, actions))
    _add_container_actions(menu, view, uids)
    menu.addAction(actions.save_block)
    return menu


def wrap_menu(parent: QMenu, actions: StackActions) -> QMenu:
    """The containers that the selected layers can be put into."""
    menu = QMenu(translate("netstudio", "Wrap in"), parent)
    menu.setIcon(icon("bounding-box"))
    for action in actions.wraps:
        # Not the action itself: its text would say again what the menu's says.
        _add(menu, action.iconText(), action.icon(), action.shortcut(), action.trigger)
    return menu


def _add_fixes(menu: QMenu, view: StackView, uids: tuple[str, ...]) -> None:
    for uid in uids:
        for number, problem in enumerate(view.problems_of(uid)):
            if problem.fix is not None:
                mend = partial(view.fix, uid, number)
                _add(menu, words(problem.fix.label), icon("wrench"), QKeySequence(), mend)
    if not menu.isEmpty():
        menu.addSeparator()


def _add_container_actions(menu: QMenu, view: StackView, uids: tuple[str, ...]) -> None:
    node = find(view.project.network, uids[0])
    if len(uids) > 1 or node is None or not node.slots:
        return
    menu.addAction(view.layer_actions.unwrap)
    if takes_more(node):
        _add_branch_actions(menu, view, node)
    toggle = partial(view.toggle_collapsed, node.uid)
    if node.uid in view.collapsed:
        text = translate("netstudio", "Expand")
        _add(menu, text, icon("caret-down"), QKeySequence("Right"), toggle)
    else:
        text = translate("netstudio", "Collapse")
        _add(menu, text, icon("caret-up"), QKeySequence("Left"), toggle)


def _add_branch_actions(menu: QMenu, view: StackView, node: Node) -> None:
    text = translate("netstudio", "Add a branch")
    _add(menu, text, icon("git-branch"), QKeySequence(), partial(view.add_branch, node.uid))
    for slot, _ in node.slots if len(node.slots) > 1 else ():
        text = translate("netstudio", "Remove {branch}").format(branch=slot_text(slot))
        remove = partial(view.remove_branch, node.uid, slot)
        _add(menu, text, icon("x"), QKeySequence(), remove)


def _add(
    menu: QMenu, text: str, glyph: QIcon, keys: QKeySequence, act: Callable[[], object]
) -> None:
    """An entry that tells keys which are heard elsewhere."""
    shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(glyph, f"{text}\t{shown}" if shown else text)
    action.triggered.connect(lambda _checked: act())
