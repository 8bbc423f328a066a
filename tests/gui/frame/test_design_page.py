from __future__ import annotations

from PySide6.QtWidgets import QDockWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.main_window import MainWindow
from netstudio.tasks.templates import project_from_template


def test_in_a_low_window_the_stack_gets_more_room_than_the_curves(qtbot: QtBot) -> None:
    window = MainWindow(project_from_template("digits-mlp", "digits"))
    window.resize(1280, 720)
    window.show()
    curves = window.findChild(QDockWidget, "plotsDock")
    assert curves is not None
    qtbot.waitUntil(lambda: 190 <= curves.height() <= 210)
    assert window.parts.design.stack.height() > 1.5 * curves.height()
    window.close()
    window.deleteLater()
