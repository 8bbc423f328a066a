"""Where the keyboard is can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.theme.appearance import Appearance
from tests.gui.forms import show


def test_a_button_that_is_on_looks_otherwise_with_the_keyboard(
    qtbot: QtBot, dressed: Appearance
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [QPushButton("auto"), QPushButton("auto")]
    for button in buttons:
        button.setProperty("role", "small")
        button.setCheckable(True)
        button.setChecked(True)
        column.addWidget(button)
    show(qtbot, page)
    buttons[0].setFocus()
    assert buttons[0].hasFocus()
    first, second = (button.grab().toImage() for button in buttons)
    assert first != second
