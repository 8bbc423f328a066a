"""What can be done with runs: used, resumed, trained longer, restored, deleted, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from netstudio.gui.runs.panel import RunsPanel
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.theme.appearance import Appearance
from tests.gui.dialogs import answer, choose_file, no_dialogs, wait_for_dialog
from tests.gui.runs.found import action, press, select, settle

NEW, CV, OLD = "2026-01-03_10-00-00-new", "2026-01-02_10-00-00-cv", "2026-01-01_10-00-00-old"


@pytest.fixture
def panel(three_runs: Path, store: RunsStore, qtbot: QtBot, dressed: Appearance) -> RunsPanel:
    panel = RunsPanel(store)
    qtbot.addWidget(panel)
    panel.resize(480, 200)
    panel.show()
    return panel


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_runs_it_says_where_they_come_from(
    store: RunsStore, qtbot: QtBot, dressed: Appearance
) -> None:
    panel = RunsPanel(store)
    qtbot.addWidget(panel)
    panel.show()
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert labels == ["Runs are kept here when you train"]


def test_nothing_can_be_done_before_a_run_is_selected(panel: RunsPanel) -> None:
    enabled = [one.text() for one in panel._menu.actions() if one.isEnabled() and one.text()]
    assert enabled == ["Export the table as CSV…"]


def test_a_run_can_be_used_resumed_and_restored(
    panel: RunsPanel, three_runs: Path, qtbot: QtBot
) -> None:
    actions = panel.actions_of_runs
    select(panel.view, 0)
    with qtbot.waitSignal(actions.model_chosen) as caught:
        press(panel, "Use this model")
    assert caught.args == [three_runs / NEW / "best.safetensors"]
    with qtbot.waitSignal(actions.resume_chosen) as caught:
        press(panel, "Resume")
    assert caught.args == [three_runs / NEW]
    with qtbot.waitSignal(actions.restore_chosen) as caught:
        action(panel, "Restore its project").trigger()
    assert caught.args is not None
    assert caught.args[0].path == three_runs / NEW


def test_a_run_that_came_to_its_end_can_be_trained_longer_and_not_resumed(
    panel: RunsPanel, three_runs: Path, qtbot: QtBot
) -> None:
    select(panel.view, 2)
    assert not action(panel, "Resume").isEnabled()
    with qtbot.waitSignal(panel.actions_of_runs.extend_chosen) as caught:
        action(panel, "Train longer…").trigger()
    assert caught.args == [three_runs / OLD]


def test_enter_uses_the_model_of_the_selected_run(
    panel: RunsPanel, three_runs: Path, qtbot: QtBot
) -> None:
    select(panel.view, 2)
    with qtbot.waitSignal(panel.actions_of_runs.model_chosen) as caught:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert caught.args == [three_runs / OLD / "best.safetensors"]


def test_several_runs_can_be_drawn_or_deleted_and_nothing_else(panel: RunsPanel) -> None:
    select(panel.view, 0, 2)
    enabled = [one.text() for one in panel._menu.actions() if one.isEnabled() and one.text()]
    assert enabled == [
        "Draw beside the present curves",
        "Delete…",
        "Export the table as CSV…",
    ]


def test_the_run_that_goes_on_can_be_neither_resumed_nor_deleted(
    panel: RunsPanel, store: RunsStore, three_runs: Path, qtbot: QtBot
) -> None:
    select(panel.view, 0)
    with qtbot.waitSignal(store.changed):
        store.set_active(three_runs / NEW)
    assert not action(panel, "Resume").isEnabled()
    assert not action(panel, "Delete…").isEnabled()


def test_deleted_runs_go_to_the_wastebasket_once_that_is_confirmed(
    panel: RunsPanel, store: RunsStore, three_runs: Path, home: Path, qtbot: QtBot
) -> None:
    (home / "data").mkdir()  # where the wastebasket is
    select(panel.view, 0, 2)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    question = answer(qtbot, "Delete")
    assert question == "Delete 2 runs with their trained models?"
    qtbot.waitUntil(lambda: names(three_runs) == [CV])
    qtbot.waitUntil(lambda: [record.path.name for record in store.records] == [CV])
    assert len(list(home.rglob("best.safetensors"))) == 2, "they are in the wastebasket"


def test_deleting_can_be_called_off(panel: RunsPanel, three_runs: Path, qtbot: QtBot) -> None:
    select(panel.view, 2)
    action(panel, "Delete…").trigger()
    box = wait_for_dialog(qtbot, QMessageBox)
    assert box.text() == "Delete the run “digits” of 2026-01-01 10:00 with its trained model?"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialogs)
    assert len(names(three_runs)) == 3


def test_what_the_wastebasket_does_not_take_is_deleted_for_good_only_when_asked(
    panel: RunsPanel,
    store: RunsStore,
    three_runs: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", lambda _: False)
    select(panel.view, 0)
    action(panel, "Delete…").trigger()
    answer(qtbot, "Delete")
    qtbot.waitUntil(lambda: panel.findChild(QMessageBox, "deleteForGoodBox") is not None)
    assert len(names(three_runs)) == 3
    answer(qtbot, "Delete for good")
    qtbot.waitUntil(lambda: names(three_runs) == [OLD, CV])
    settle(store, qtbot)


def test_the_table_is_exported(panel: RunsPanel, tmp_path: Path, qtbot: QtBot) -> None:
    action(panel, "Export the table as CSV…").trigger()
    choose_file(qtbot, tmp_path / "runs.csv")
    qtbot.waitUntil((tmp_path / "runs.csv").exists)
    assert len((tmp_path / "runs.csv").read_text().splitlines()) == 4


def test_a_run_is_renamed_from_the_menu(panel: RunsPanel) -> None:
    select(panel.view, 2)
    action(panel, "Rename").trigger()
    assert panel.view.state() is panel.view.State.EditingState
