from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from netstudio.gui.main_window import MainWindow
from tests.gui.real_mouse.xdo import settle, wait_until


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, shown on the virtual screen and fully loaded."""
    assert QGuiApplication.platformName() == "xcb"
    window = MainWindow()
    window.resize(1440, 900)
    window.move(0, 0)
    window.show()
    wait_until(lambda: window._backstage.engine.is_ready)
    window.activateWindow()
    settle(0.3)
    yield window
    window._shut_down()
    window.close()
    window.deleteLater()
