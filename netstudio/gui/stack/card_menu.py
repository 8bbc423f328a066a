"""What can be done to the selected cards, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from netstudio.core.tree import find
from netstudio.gui.stack import commands
from netstudio.gui.stack.describe import describe
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView


def card_menu(view: StackView) -> QMenu:
    """The menu for the layers that are selected in ``view``; it goes when it is closed."""
    menu = QMenu(view)
    menu.setObjectName("cardMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    uids = view.selected
    _add_fixes(menu, view, uids)
    _add(menu, translate("netstudio", "Cut"), "scissors", "Ctrl+X", view.cut_selected)
    _add(menu, translate("netstudio", "Copy"), "copy", "Ctrl+C", view.copy_selected)
    _add(menu, translate("netstudio", "Paste"), "clipboard", "Ctrl+V", view.paste)
    _add(
        menu, translate("netstudio", "Duplicate"), "copy-simple", "Ctrl+D", view.duplicate_selected
    )
    _add(menu, translate("netstudio", "Delete"), "trash", "Del", view.delete_selected)
    menu.addSeparator()
    for text, name, keys, up in (
        (translate("netstudio", "Move up"), "arrow-up", "Alt+Up", True),
        (translate("netstudio", "Move down"), "arrow-down", "Alt+Down", False),
    ):
        _add(menu, text, name, keys, partial(view.move_selected, up=up))
    menu.addSeparator()
    if len(uids) == 1:
        _add(
            menu,
            translate("netstudio", "Rename…"),
            "pencil-simple",
            "",
            lambda: view.ask_name(uids[0]),
        )
    _add_containers(menu, view, uids)
    return menu


def _add_fixes(menu: QMenu, view: StackView, uids: tuple[str, ...]) -> None:
    for uid in uids:
        for number, problem in enumerate(view.problems_of(uid)):
            if problem.fix is not None:
                label = words(problem.fix.label)
                _add(menu, label, "wrench", "", partial(view.fix, uid, number))
    if not menu.isEmpty():
        menu.addSeparator()


def _add_containers(menu: QMenu, view: StackView, uids: tuple[str, ...]) -> None:
    wrap = menu.addMenu(icon("bounding-box"), translate("netstudio", "Wrap in"))
    for name in commands.containers():
        told = describe(name, LAYERS[name].defaults())
        _add(wrap, told.label, told.icon, "", partial(view.wrap_selected, name))
    node = find(view.project.network, uids[0])
    if len(uids) > 1 or node is None or not node.slots:
        return
    _add(menu, translate("netstudio", "Unwrap"), "", "", lambda: view.unwrap(uids[0]))
    is_open = node.uid not in view.collapsed
    text = translate("netstudio", "Collapse") if is_open else translate("netstudio", "Expand")
    name = "caret-up" if is_open else "caret-down"
    keys = "Left" if is_open else "Right"
    _add(menu, text, name, keys, lambda: view.toggle_collapsed(uids[0]))


def _add(menu: QMenu, text: str, name: str, keys: str, act: Callable[[], None]) -> None:
    if keys:
        # The stack hears the keys itself: here they are only told.
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        text = f"{text}\t{shown}"
    action = menu.addAction(icon(name), text) if name else menu.addAction(text)
    action.triggered.connect(lambda _checked: act())
