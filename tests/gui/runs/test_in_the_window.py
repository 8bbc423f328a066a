"""Runs in the real window: listed while they go on, used, compared and restored."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.runs.page import RunsPage
from tests.gui.runs.found import action
from tests.gui.windows import LONG, Open, analysis_of, digits, part, trigger, wait_for_end


def test_a_run_is_listed_used_restored_and_trained_longer(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(epochs=40))
    analysis_of(window, qtbot)
    store = window._backstage.runs
    trigger(window, "train")
    qtbot.waitUntil(lambda: store.active is not None, timeout=LONG)
    qtbot.waitUntil(lambda: len(store.records) == 1, timeout=LONG)
    wait_for_end(window, qtbot)
    qtbot.waitUntil(lambda: store.active is None and store.records[0].can_extend, timeout=LONG)
    segments = [button.text() for button in window.findChildren(QPushButton)]
    assert "Runs 1" in segments

    trigger(window, "runsPage")
    page = part(window, RunsPage, "runsPage")
    assert page.isVisible()
    page.view.select([store.records[0].path])
    qtbot.waitUntil(lambda: page.pane.is_settled, timeout=LONG)
    assert page.pane.table.lines

    action(page, "Draw beside the present curves").trigger()
    qtbot.waitUntil(lambda: len(window.parts.design.plots.compared) == 1, timeout=LONG)
    assert window.parts.page == "design"

    trained = window.document.project
    window.document.edit("name", lambda project: replace(project, name="other"))
    with qtbot.waitSignal(window.parts.restorer.restored, timeout=LONG):
        action(page, "Restore its project").trigger()
    assert window.document.project.network == trained.network
    assert window.document.project.name == trained.name
    assert window.parts.page == "design"
    assert "undo takes it back" in window.statusBar().currentMessage()


def test_all_runs_are_one_press_away_from_the_panel(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    button = part(window, QPushButton, "allRuns")
    button.click()
    assert window.parts.page == "runs"
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.parts.page == "design")
