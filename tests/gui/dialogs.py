"""Answers the dialogs that the window opens, as a user would."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

D = TypeVar("D", bound=QDialog)


def wait_for_dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog of this kind that is open, or opens soon."""
    found: list[D] = []

    def look() -> None:
        found[:] = [one for one in _visible() if isinstance(one, kind)]
        assert found, f"there is no {kind.__name__}"

    qtbot.waitUntil(look)
    return found[0]


def choose_file(qtbot: QtBot, path: Path) -> None:
    """Type a path into the file dialog and accept it."""
    dialog = wait_for_dialog(qtbot, QFileDialog)
    dialog.setDirectory(str(path.parent))
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    accept = QFileDialog.AcceptMode.AcceptSave
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    kind = (
        QDialogButtonBox.StandardButton.Save
        if dialog.acceptMode() is accept
        else QDialogButtonBox.StandardButton.Open
    )
    QTest.mouseClick(buttons.button(kind), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog not in _visible())


def answer(qtbot: QtBot, button: QMessageBox.StandardButton | str) -> str:
    """Press a button of the message box, named by what it is or by its text; gives the question."""
    box = wait_for_dialog(qtbot, QMessageBox)
    text = box.text()
    pressed = (
        next(one for one in box.buttons() if one.text().replace("&", "") == button)
        if isinstance(button, str)
        else box.button(button)
    )
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    return text


def no_dialogs() -> bool:
    """Whether no dialog is open."""
    return not [one for one in _visible() if isinstance(one, QDialog)]


def _visible() -> list[QWidget]:
    return [
        widget
        for top in QApplication.topLevelWidgets()
        for widget in (top, *top.findChildren(QDialog))
        if widget.isVisible()
    ]
