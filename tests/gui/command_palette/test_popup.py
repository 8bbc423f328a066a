"""The command palette in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QTreeWidget

from netstudio.core.tree import walk
from netstudio.gui.command_palette.popup import CommandPalette
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.view import StackView
from netstudio.layers import LAYERS
from tests.gui.windows import Open, digits, part, trigger

Key = Qt.Key


class Commands:
    """The palette that a window has opened."""

    def __init__(self, window: MainWindow) -> None:
        trigger(window, "commands")
        self.popup = window.findChildren(CommandPalette)[-1]
        self.line = self.popup.findChildren(QLineEdit, "commandLine")[-1]
        (self.list,) = self.popup.findChildren(QListView)

    def shown(self) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def type(self, text: str) -> None:
        self.line.clear()
        QTest.keyClicks(self.line, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.line, key)


def test_every_action_and_every_layer_is_offered(open_window: Open) -> None:
    window = open_window(digits())
    shown = Commands(window).shown()
    every = [
        action
        for action in window.findChildren(QAction)
        if action.objectName().endswith("Action") and action.objectName() != "commandsAction"
    ]
    assert len(every) > 40
    missing = [one.text() for one in every if one.text().rstrip("…") not in shown]
    assert missing == []
    assert {f"Add {cls.label}" for cls in LAYERS} <= set(shown)
    window.findChildren(CommandPalette)[-1].close()


def test_a_layer_is_added_by_a_few_letters_and_is_first_the_next_time(open_window: Open) -> None:
    window = open_window(digits())
    commands = Commands(window)
    commands.type("dense")
    assert commands.shown()[0] == "Add Linear"
    commands.press(Key.Key_Return)
    assert not commands.popup.isVisible()
    assert [node.type for node in walk(window.document.project.network)][-1] == "Linear"
    again = Commands(window)
    assert again.shown()[0] == "Add Linear"
    again.press(Key.Key_Escape)


def test_what_cannot_be_done_now_is_pale_and_enter_does_nothing(open_window: Open) -> None:
    window = open_window(digits())
    commands = Commands(window)
    commands.type("redo")
    assert commands.shown()[0] == "Redo"
    index = commands.list.model().index(0, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "This cannot be done now."
    commands.press(Key.Key_Return)
    assert commands.popup.isVisible()
    commands.press(Key.Key_Escape)
    assert not commands.popup.isVisible()


def test_actions_on_the_selection_work_from_the_palette(open_window: Open) -> None:
    window = open_window(digits())
    first = window.document.project.network.nodes[0]
    window.parts.design.stack.select((first.uid,))
    commands = Commands(window)
    commands.type("switch off")
    commands.press(Key.Key_Return)
    assert not window.document.project.network.nodes[0].enabled


def test_the_arrow_keys_walk_through_what_is_found(open_window: Open) -> None:
    window = open_window(digits())
    commands = Commands(window)
    commands.type("add relu")
    commands.press(Key.Key_Down)
    assert commands.list.currentIndex().row() == 1
    commands.type("qqqq")
    assert commands.shown() == []
    commands.press(Key.Key_Return)
    commands.press(Key.Key_Escape)


def test_what_cannot_be_done_now_is_not_done(open_window: Open) -> None:
    window = open_window(digits())
    commands = Commands(window)
    commands.type("redo")
    assert commands.shown()[0] == "Redo"
    commands.press(Key.Key_Return)
    assert commands.popup.isVisible()
    commands.press(Key.Key_Escape)


def test_no_key_means_two_things(open_window: Open) -> None:
    window = open_window(digits())
    stack = part(window, StackView, "stackView")
    keys = [
        keys.toString()
        for action in (*window.actions(), *stack.actions())
        for keys in action.shortcuts()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_the_keys_of_all_actions_are_listed(open_window: Open) -> None:
    window = open_window(digits())
    trigger(window, "keys")
    (table,) = part(window, QDialog, "keysDialog").findChildren(QTreeWidget)
    model = table.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [
        (model.index(row, 0, group).data(), model.index(row, 1, group).data())
        for group in groups
        for row in range(model.rowCount(group))
    ]
    assert ("Save", "Ctrl+S") in rows
    assert ("Delete", "Del, Backspace") in rows
    assert ("Double or halve a count", "Ctrl+Up, Ctrl+Down") in rows
    assert ("Move to the branch beside", "Alt+Left, Alt+Right") in rows
    told = {text for text, _ in rows}
    stack = part(window, StackView, "stackView")
    with_keys = [one.text() for one in (*window.actions(), *stack.actions()) if one.shortcuts()]
    assert [text for text in with_keys if text.rstrip("…") not in told] == []
    table.window().close()
