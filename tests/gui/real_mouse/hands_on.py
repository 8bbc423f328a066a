"""Runs on a virtual screen only; see ``tests/gui/test_under_xvfb.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.gui.main_window import MainWindow
from netstudio.gui.run_controller import RunState
from netstudio.gui.stack.view import StackView
from tests.gui.real_mouse.xdo import click, drag, keys, point, settle, type_text, wait_until
from tests.gui.stack.hands import card, gap


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


def view_of(window: MainWindow) -> StackView:
    view = window.findChild(StackView, "stackView")
    assert view is not None
    return view


def in_view(view: StackView, at: QPoint) -> tuple[int, int]:
    return point(view.viewport(), at)


def row_of(palette: QAbstractItemView, label: str) -> QPoint:
    """The middle of a layer's row in the palette, scrolled to."""
    model = palette.model()
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, label, -1, flags)
    index: QModelIndex = next(one for one in found if one.parent().isValid())
    palette.scrollTo(index)
    settle(0.1)
    return palette.visualRect(index).center()


def drag_layer(window: MainWindow, label: str) -> None:
    """Drag a layer from the palette to the end of the stack."""
    palette = window.findChild(QAbstractItemView, "paletteView")
    assert palette is not None
    view = view_of(window)
    start = point(palette.viewport(), row_of(palette, label))
    count = len(window.document.project.network)
    drag(start, in_view(view, gap(view, count)))
    wait_until(lambda: len(window.document.project.network) == count + 1, 10)


def types_in(window: MainWindow) -> list[str]:
    return [node.type for node in window.document.project.network]


def button(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def action_button(window: MainWindow, name: str) -> QToolButton:
    action = window.findChild(QAction, f"{name}Action")
    return next(
        found for found in window.findChildren(QToolButton) if found.defaultAction() is action
    )


def test_a_network_is_built_trained_and_asked_with_mouse_and_keyboard(window: MainWindow) -> None:
    click(button(window, "startEmpty"))
    view = view_of(window)
    wait_until(view.isVisible)

    # Layers are dragged in; the last is typed.
    for label in ("Flatten", "Linear", "ReLU"):
        drag_layer(window, label)
    assert types_in(window) == ["Flatten", "Linear", "ReLU"]
    search = window.findChild(QWidget, "paletteSearch")
    assert search is not None
    click(search)
    type_text("dropout")
    keys("Return")
    wait_until(lambda: len(types_in(window)) == 4, 10)

    # It is dragged up to another place, and taken back with the keyboard.
    uids = [node.uid for node in window.document.project.network]
    drag(in_view(view, card(view, uids[3])), in_view(view, gap(view, 1)))
    wait_until(lambda: types_in(window) == ["Flatten", "Dropout", "Linear", "ReLU"], 10)
    keys("ctrl+z")
    wait_until(lambda: types_in(window) == ["Flatten", "Linear", "ReLU", "Dropout"], 10)
    click(view.viewport(), card(view, uids[3]))
    keys("Delete")
    wait_until(lambda: types_in(window) == ["Flatten", "Linear", "ReLU"], 10)

    # The network gives no ten classes yet: the problem's own button mends it.
    wait_until(lambda: window._backstage.analyser.current is not None)
    (problem,) = window._backstage.analyser.current.errors  # type: ignore[union-attr]
    assert problem.fix is not None
    label = str(problem.fix.label)
    list_ = window.findChild(QWidget, "problemsView")
    assert list_ is not None
    shown = [one for one in list_.findChildren(QPushButton) if one.isVisible()]
    click(next(one for one in shown if one.text() == label))
    wait_until(lambda: window._backstage.analyser.current is not None)
    wait_until(lambda: not window._backstage.analyser.current.errors)  # type: ignore[union-attr]

    # It trains, is paused, goes on and is stopped.
    click(button(window, "trainButton"))
    wait_until(lambda: window.run_controller.state == RunState.RUNNING)
    click(action_button(window, "pause"))
    wait_until(lambda: window.run_controller.state == RunState.PAUSED)
    keys("F6")
    wait_until(lambda: window.run_controller.state == RunState.RUNNING)
    settle(2.0)
    click(action_button(window, "stop"))
    wait_until(lambda: not window.run_controller.is_busy)
    assert window._backstage.model.path is not None
    assert Path(window._backstage.model.path).is_file()

    # A digit is drawn, and read.
    click(button(window, "useSegment"))
    wait_until(lambda: window._backstage.model.model is not None)
    pad = window.findChild(QWidget, "drawingPad")
    assert pad is not None
    wait_until(pad.isVisible)
    settle(0.3)
    x, y = point(pad)
    drag((x, y - 90), (x, y + 90))
    bars = window.findChild(QWidget, "probabilityBars")
    assert bars is not None
    wait_until(lambda: "1" in bars.accessibleDescription() + bars.accessibleName())
