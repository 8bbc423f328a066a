"""Runs on a virtual screen only; see ``tests/gui/test_under_xvfb.py``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from netstudio.gui.main_window import MainWindow
from netstudio.gui.run_controller import RunState
from tests.gui.real_mouse.rooms import button, drag_layer, in_view, types_in, view_of
from tests.gui.real_mouse.xdo import click, drag, keys, point, settle, type_text, wait_until
from tests.gui.stack.hands import card, gap


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
