from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.problems import TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.translate import message
from netstudio.core.tree import Stack
from netstudio.gui.activity.problems import ProblemsPanel
from netstudio.gui.analysis import Analyser
from netstudio.gui.theme.appearance import Appearance
from tests.gui.forms import show
from tests.projects import on_network


@dataclass
class Found:
    """An analysis, as far as its problems go."""

    problems: tuple[Problem, ...]


class Analyst(QObject):
    """Says what the test wants."""

    analysed = Signal(object)
    current: Found | None = None


@pytest.fixture
def analyst(qtbot: QtBot) -> Analyst:
    return Analyst()


@pytest.fixture
def panel(document: Document, analyst: Analyst, qtbot: QtBot, dressed: Appearance) -> ProblemsPanel:
    panel = ProblemsPanel(document, analyst)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.resize(470, 160)
    panel.show()
    return panel


@pytest.fixture
def linear(document: Document) -> Problem:
    """An error of the first layer, which can be mended by removing all."""

    def clear(stack: Stack) -> Stack:
        return Stack()

    return Problem(
        "missing-flatten",
        Severity.ERROR,
        document.project.network.nodes[0].uid,
        message("It expects a <flat> vector but receives {shape}.", shape="32×26×26"),
        fix=Fix(message("Insert Flatten"), on_network(clear)),
    )


WARNING = Problem("lr", Severity.WARNING, TRAINING, message("The learning rate may be high."))


def view(panel: ProblemsPanel) -> QListWidget:
    found = panel.findChild(QListWidget, "problemsView")
    assert isinstance(found, QListWidget)
    return found


def test_without_problems_it_says_so(panel: ProblemsPanel, analyst: Analyst) -> None:
    analyst.analysed.emit(Found(()))
    assert [label.text() for label in panel.findChildren(QLabel) if label.isVisible()] == [
        "No problems"
    ]


def test_errors_come_first_and_name_their_layer(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.count_changed) as caught:
        analyst.analysed.emit(Found((WARNING, linear)))
    assert caught.args == [2]
    name = document.project.network.nodes[0].name
    texts = [view(panel).item(row).text() for row in range(view(panel).count())]
    assert texts == [
        f"{name}: It expects a <flat> vector but receives 32×26×26.",
        "Training: The learning rate may be high.",
    ]


def test_markup_in_a_problem_is_shown_as_text(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem
) -> None:
    analyst.analysed.emit(Found((linear,)))
    assert any("&lt;flat&gt;" in label.text() for label in panel.findChildren(QLabel))


def test_a_click_and_enter_ask_for_its_place(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, qtbot: QtBot
) -> None:
    analyst.analysed.emit(Found((linear, WARNING)))
    list_ = view(panel)
    with qtbot.waitSignal(panel.activated) as caught:
        place = list_.visualItemRect(list_.item(1)).center()
        QTest.mouseClick(
            list_.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert caught.args == [WARNING]
    list_.setFocus()
    QTest.keyClick(list_, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.activated) as caught:
        QTest.keyClick(list_, Qt.Key.Key_Return)
    assert caught.args == [linear]


def test_the_fix_is_one_step_that_undo_takes_back(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, document: Document
) -> None:
    analyst.analysed.emit(Found((linear,)))
    fix = next(one for one in panel.findChildren(QPushButton) if one.text() == "Insert Flatten")
    before = document.project
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert not document.project.network.nodes
    document.undo()
    assert document.project == before


def test_the_keyboard_stays_with_the_problems_when_a_fix_was_pressed(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, qtbot: QtBot
) -> None:
    page = QWidget()
    field = QLineEdit(page)
    panel.setParent(page)
    show(qtbot, page)
    panel.show()
    for left in ((WARNING,), ()):
        analyst.analysed.emit(Found((linear, WARNING)))
        panel.findChildren(QPushButton)[-1].setFocus()
        analyst.analysed.emit(Found(left))
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)
        assert not field.hasFocus()
    panel.setParent(None)  # it is taken care of by itself


def test_a_fix_whose_layer_is_gone_does_nothing(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, document: Document
) -> None:
    analyst.analysed.emit(Found((linear,)))
    fix = next(one for one in panel.findChildren(QPushButton) if one.text() == "Insert Flatten")
    rest = Stack(document.project.network.nodes[1:])
    document.edit("remove", lambda project: project.with_network(rest))
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert document.project.network == rest


def test_equal_problems_leave_the_list_and_its_selection(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem
) -> None:
    analyst.analysed.emit(Found((linear, WARNING)))
    view(panel).setCurrentRow(1)
    analyst.analysed.emit(Found((linear, WARNING)))
    assert view(panel).currentRow() == 1


@pytest.mark.parametrize("width", [470, 260])
def test_every_word_of_a_problem_can_be_read(
    panel: ProblemsPanel, analyst: Analyst, linear: Problem, width: int, qtbot: QtBot
) -> None:
    panel.resize(width, 300)
    analyst.analysed.emit(Found((linear, WARNING)))
    qtbot.wait(20)
    texts = [label for label in view(panel).findChildren(QLabel) if "font-weight" in label.text()]
    assert len(texts) == 2
    for label in texts:
        assert label.height() >= label.heightForWidth(label.width())


def test_a_real_analysis_is_listed(
    document: Document, analyser: Analyser, qtbot: QtBot, dressed: Appearance
) -> None:
    panel = ProblemsPanel(document, analyser)
    qtbot.addWidget(panel)
    assert panel.problems == ()

    def empty(project: Project) -> Project:
        return project.with_network(Stack())

    with qtbot.waitSignal(panel.count_changed, timeout=30_000):
        document.edit("clear", empty)
    assert panel.problems
