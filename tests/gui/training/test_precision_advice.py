"""The training panel says where a precision brings nothing on the chosen device."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.problems import Problem
from netstudio.core.project import Project
from netstudio.gui.background import Lane
from netstudio.gui.main_window import MainWindow
from netstudio.gui.training.panel import TrainingPanel
from netstudio.gui.training.precision_advice import PrecisionAdvice
from netstudio.tasks.templates import project_from_template


@pytest.fixture
def document() -> Document:
    return Document(project_from_template("digits-mlp", "digits"))


class Listener(QObject):
    """Remembers what it was told last."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Problem | None] = []

    def hear(self, problem: Problem | None) -> None:
        self.heard.append(problem)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def advice(document: Document, lane: Lane, listener: Listener, qtbot: QtBot) -> PrecisionAdvice:
    made = PrecisionAdvice(document, lane, lambda: "cpu", listener)
    made.told.connect(listener.hear)
    return made


def set_precision(document: Document, precision: str) -> None:
    options = document.project.training.options.replace(precision=precision)
    document.edit(
        "precision",
        lambda project: replace(project, training=replace(project.training, options=options)),
    )


def test_float16_on_a_cpu_is_advised_against_with_a_way_out(
    qtbot: QtBot, document: Document, advice: PrecisionAdvice, listener: Listener
) -> None:
    set_precision(document, "float16")
    qtbot.waitUntil(lambda: bool(listener.heard), timeout=30_000)
    (problem,) = listener.heard
    assert problem is not None
    assert "A CPU computes with float16 more slowly" in str(problem.text)
    assert problem.field == "precision"
    assert problem.fix is not None
    document.edit("fix", problem.fix.apply)
    assert document.project.training.options["precision"] == "float32"
    assert listener.heard[-1] is None


def test_another_device_is_asked_anew(
    qtbot: QtBot, document: Document, advice: PrecisionAdvice, listener: Listener
) -> None:
    set_precision(document, "float16")
    qtbot.waitUntil(lambda: len(listener.heard) == 1, timeout=30_000)
    advice.ask()
    qtbot.waitUntil(lambda: len(listener.heard) == 2, timeout=30_000)


def test_an_answer_that_comes_too_late_is_dropped(
    qtbot: QtBot, document: Document, advice: PrecisionAdvice, listener: Listener
) -> None:
    set_precision(document, "float16")
    set_precision(document, "float32")
    qtbot.wait(300)
    assert listener.heard == [None]


def test_in_the_window_the_advice_stands_at_the_setting_and_one_click_follows_it(
    open_window: Callable[[Project], MainWindow], qtbot: QtBot
) -> None:
    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(precision="float16")
    window = open_window(replace(project, training=replace(project.training, options=options)))
    (panel,) = window.findChildren(TrainingPanel)

    def buttons() -> list[QPushButton]:
        return [each for each in panel.findChildren(QPushButton) if each.text() == "Use float32"]

    qtbot.waitUntil(lambda: bool(buttons()), timeout=30_000)
    (button,) = buttons()
    assert button.isVisible()  # though the setting itself is behind "More"
    button.click()
    assert window.document.project.training.options["precision"] == "float32"
    qtbot.waitUntil(lambda: not buttons(), timeout=30_000)
