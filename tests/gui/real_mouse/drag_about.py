"""Runs on a virtual screen only; see ``tests/gui/test_under_xvfb.py``.

Pictures of it are saved where NETSTUDIO_PICTURES says.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from netstudio.core.tree import Location, Node, walk
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import ThemeChoice
from tests.gui.real_mouse.rooms import button, drag_layer, in_view, spot, types_in, view_of
from tests.gui.real_mouse.xdo import click, drag, keys, settle, wait_until
from tests.gui.stack.hands import card

# By then the pointer rests where the button will go up.
_AT_THE_END_MS = 900


def photograph(name: str) -> None:
    """Save a picture of the whole screen, if anybody wants one."""
    if folder := os.environ.get("NETSTUDIO_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        screen = QGuiApplication.primaryScreen()
        scale = round(screen.devicePixelRatio())
        screen.grabWindow(0).save(str(Path(folder) / f"{name}-{100 * scale}.png"))


def photograph_later(name: str) -> None:
    """The same, while a drag goes on."""
    QTimer.singleShot(_AT_THE_END_MS, lambda: photograph(name))


def node(window: MainWindow, type_name: str) -> Node:
    """The first layer of a type."""
    return next(one for one in walk(window.document.project.network) if one.type == type_name)


def take(
    window: MainWindow, view: StackView, type_name: str, place: Location, *before: object
) -> None:
    """Drag the first layer of a type to a place."""
    uid = node(window, type_name).uid
    after = ("keyup", "ctrl") if before else ()
    drag(in_view(view, card(view, uid)), in_view(view, spot(view, place)), before, after)
    settle(0.3)


def fit(view: StackView) -> None:
    """Show the whole stack, by its keys."""
    view.setFocus()
    keys("ctrl+9")
    settle(0.3)


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_layers_go_from_the_palette_into_containers_and_out(
    window: MainWindow, theme: ThemeChoice
) -> None:
    window._appearance.choose(theme)
    click(button(window, "startEmpty"))
    view = view_of(window)
    wait_until(view.isVisible)
    for label in ("Conv2d", "ReLU", "Residual", "Parallel"):
        drag_layer(window, label)
        fit(view)
    assert types_in(window) == ["Conv2d", "ReLU", "Residual", "Parallel"]

    # Reordered, and back.
    take(window, view, "ReLU", Location(None, "", 0))
    assert types_in(window) == ["ReLU", "Conv2d", "Residual", "Parallel"]
    keys("ctrl+z")
    wait_until(lambda: types_in(window)[0] == "Conv2d", 10)

    # From the palette into Residual.
    residual = node(window, "Residual").uid
    photograph_later(f"into-residual-{theme.value}")
    drag_layer(window, "BatchNorm2d", Location(residual, "body", 0))
    assert [one.type for one in node(window, "Residual").slot("body")] == ["BatchNorm2d"]
    fit(view)

    # On into a branch, into a branch that is made for it, and out again.
    parallel = node(window, "Parallel").uid
    photograph_later(f"into-branch-{theme.value}")
    take(window, view, "BatchNorm2d", Location(parallel, "branch_2", 0))
    assert [one.type for one in node(window, "Parallel").slot("branch_2")] == ["BatchNorm2d"]
    photograph(f"in-branch-{theme.value}")
    take(window, view, "BatchNorm2d", Location(parallel, "branch_3", 0))
    assert [one.type for one in node(window, "Parallel").slot("branch_3")] == ["BatchNorm2d"]
    fit(view)
    take(window, view, "BatchNorm2d", Location(None, "", 1))
    assert types_in(window) == ["Conv2d", "BatchNorm2d", "ReLU", "Residual", "Parallel"]

    # Ctrl copies, Escape leaves everything as it was.
    fit(view)
    photograph_later(f"copied-{theme.value}")
    take(window, view, "Conv2d", Location(residual, "body", 0), "keydown", "ctrl")
    assert [one.type for one in node(window, "Residual").slot("body")] == ["Conv2d"]
    assert types_in(window)[0] == "Conv2d"
    before = window.document.project
    uid = node(window, "ReLU").uid
    end = in_view(view, spot(view, Location(None, "", 0)))
    drag(in_view(view, card(view, uid)), end, ("key", "Escape", "sleep", 0.2))
    assert window.document.project == before
    photograph(f"done-{theme.value}")
    window.document.mark_saved()
