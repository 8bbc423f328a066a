"""Finds its way about in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from netstudio.core.project import Project
from netstudio.engine.network.analyse import Analysis
from netstudio.gui.main_window import MainWindow
from netstudio.tasks.templates import project_from_template

LONG = 60_000
W = TypeVar("W", bound=QObject)
Open = Callable[..., MainWindow]


def digits(epochs: int = 3) -> Project:
    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(epochs=epochs)
    return replace(project, training=replace(project.training, options=options))


def part(window: MainWindow, kind: type[W], name: str) -> W:
    found = window.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def trigger(window: MainWindow, name: str) -> None:
    part(window, QAction, f"{name}Action").trigger()


def analysis_of(window: MainWindow, qtbot: QtBot) -> Analysis:
    """The analysis of the project as it is now."""
    qtbot.waitUntil(lambda: window._backstage.analyser.current is not None, timeout=LONG)
    assert window._backstage.analyser.current is not None
    return window._backstage.analyser.current


def wait_for_end(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.run_controller.is_busy, timeout=LONG)
