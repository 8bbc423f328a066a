"""All keys, as the actions have them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.texts import translate

_SIZE = (460, 560)


def show_keys(parent: QWidget, window: Iterable[QAction], stack: Iterable[QAction]) -> QDialog:
    """Show the keys of these actions, and those that the stack hears by itself.

    Args:
        parent: The window.
        window: Actions whose keys are heard everywhere.
        stack: Actions whose keys are heard in the stack.
    """
    dialog = QDialog(parent)
    dialog.setObjectName("keysDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("netstudio", "Keyboard shortcuts"))
    dialog.resize(*_SIZE)
    table = QTreeWidget(dialog)
    table.setAccessibleName(dialog.windowTitle())
    table.setHeaderHidden(True)
    table.setColumnCount(2)
    table.setRootIsDecorated(False)
    table.setItemsExpandable(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    _add(table, translate("netstudio", "Everywhere"), _told(window))
    _add(table, translate("netstudio", "In the stack"), [*_told(stack), *_stack_keys()])
    _add(table, translate("netstudio", "In number fields"), _field_keys())
    table.expandAll()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(table)
    column.addWidget(buttons)
    dialog.open()
    return dialog


def _told(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """What each action does, and all its keys; those without keys are left out."""
    return [
        (action.text().rstrip("…"), ", ".join(_native(keys) for keys in action.shortcuts()))
        for action in actions
        if action.shortcuts()
    ]


def _stack_keys() -> list[tuple[str, str]]:
    return [
        (translate("netstudio", "Walk from layer to layer"), _native("Up", "Down")),
        (translate("netstudio", "Select more layers"), _native("Shift+Up", "Shift+Down")),
        (translate("netstudio", "Open or close a container"), _native("Right", "Left")),
        (translate("netstudio", "Move to the branch beside"), _native("Alt+Left", "Alt+Right")),
        (translate("netstudio", "Add a layer here"), _native("Ins", "+")),
        (translate("netstudio", "What can be done to the layer"), _native("Shift+F10")),
    ]


def _field_keys() -> list[tuple[str, str]]:
    return [
        (translate("netstudio", "One step up or down"), _native("Up", "Down")),
        (translate("netstudio", "Double or halve a count"), _native("Ctrl+Up", "Ctrl+Down")),
        (translate("netstudio", "Give up what does not fit"), _native("Esc")),
    ]


def _native(*keys: QKeySequence | str) -> str:
    """Keys as this system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)


def _add(table: QTreeWidget, title: str, keys: Iterable[tuple[str, str]]) -> None:
    group = QTreeWidgetItem(table, [title])
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    for text, pressed in keys:
        QTreeWidgetItem(group, [text, pressed])
