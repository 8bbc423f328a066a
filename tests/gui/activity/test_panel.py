from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.tree import Stack
from netstudio.gui.activity.panel import ActivityPanel
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.run_controller import RunController
from netstudio.gui.theme.appearance import Appearance


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


@pytest.fixture
def runs() -> QWidget:
    """What lists the runs."""
    return QWidget()


@pytest.fixture
def panel(
    document: Document,
    analyser: Analyser,
    controller: RunController,
    lane: Lane,
    runs: QWidget,
    qtbot: QtBot,
    dressed: Appearance,
) -> ActivityPanel:
    board = NoticeBoard(document, controller, controller)
    panel = ActivityPanel(document, analyser, board, controller, runs, lane)
    qtbot.addWidget(panel)
    panel.resize(470, 190)
    panel.show()
    qtbot.waitUntil(lambda: "cpu" in panel.log.diagnostics(), timeout=30_000)
    return panel


def segment(panel: ActivityPanel, name: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text().startswith(name))


def test_one_click_shows_problems_log_or_runs(panel: ActivityPanel, runs: QWidget) -> None:
    for name, page in (("Log", panel.log), ("Runs", runs), ("Problems", panel.problems)):
        QTest.mouseClick(segment(panel, name), Qt.MouseButton.LeftButton)
        assert page.isVisible()
        assert segment(panel, name).isChecked()


def test_the_header_counts_the_problems_and_brings_them_to_the_front(
    panel: ActivityPanel, document: Document, qtbot: QtBot
) -> None:
    assert segment(panel, "Problems").text() == "Problems"

    def empty(project: Project) -> Project:
        return project.with_network(Stack())

    QTest.mouseClick(segment(panel, "Log"), Qt.MouseButton.LeftButton)
    document.edit("clear", empty)
    qtbot.waitUntil(lambda: bool(panel.problems.problems))
    assert segment(panel, "Problems").text() == f"Problems {len(panel.problems.problems)}"
    panel.show_problems()
    assert panel.problems.isVisible()
    problem = panel.problems.problems[0]
    with qtbot.waitSignal(panel.problem_activated) as caught:
        panel.problems.activated.emit(problem)
    assert caught.args == [problem.target]


def test_the_header_counts_the_runs(panel: ActivityPanel) -> None:
    assert segment(panel, "Runs").text() == "Runs"
    panel.show_run_count(3)
    assert segment(panel, "Runs").text() == "Runs 3"


def test_the_panels_need_neither_numpy_nor_pyqtgraph_nor_torch_to_be_there() -> None:
    check = (
        "import sys, netstudio.gui.activity.panel, netstudio.gui.training.status, "
        "netstudio.gui.runs.panel, netstudio.gui.plots.training_plots as _\n"
        "print([name for name in ('numpy', 'pyqtgraph', 'torch') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
