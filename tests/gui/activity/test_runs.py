from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.files import write_project
from netstudio.engine.events import Event, Figures, Finished, FoldEnded, Stopped
from netstudio.gui.activity import run_records
from netstudio.gui.activity.run_records import RunEnd, read_runs
from netstudio.gui.activity.runs import RunsPanel
from netstudio.gui.background import Lane
from netstudio.gui.theme.appearance import Appearance
from tests.gui.plots.made_up import ended, progress, started

FINISHED = Finished("m", "r", 2, Figures(0.1, {"accuracy": 0.982}, 100), 5.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    folder.mkdir()
    return folder


@pytest.fixture
def two_runs(folder: Path, document: Document) -> Path:
    """One that has finished, and a newer one that was stopped."""
    epochs = (ended(1, val_accuracy=0.5, epochs=2), ended(2, epochs=2))
    write_run(folder, "old", document, started(2), progress(), *epochs, FINISHED, time=1_000)
    events = (started(10), progress(), ended(1), Stopped("r", "m"))
    write_run(folder, "new", document, *events, time=2_000)
    return folder


def write_run(folder: Path, name: str, document: Document, *events: Event, time: int) -> Path:
    path = folder / name
    path.mkdir()
    write_project(document.project, path / "project.netstudio")
    history = path / "history.jsonl"
    history.write_text("".join(json.dumps(event.as_json()) + "\n" for event in events))
    os.utime(history, (time, time))
    (path / "best.safetensors").touch()
    (path / "last.ckpt").touch()
    return path


@pytest.fixture
def panel(two_runs: Path, lane: Lane, qtbot: QtBot, dressed: Appearance) -> RunsPanel:
    panel = RunsPanel(two_runs, lane)
    qtbot.addWidget(panel)
    panel.resize(480, 200)
    panel.show()
    settle(panel, qtbot)
    return panel


def settle(panel: RunsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel._task is None)


def view(panel: RunsPanel) -> QTreeWidget:
    found = panel.findChild(QTreeWidget, "runsView")
    assert isinstance(found, QTreeWidget)
    return found


def select(panel: RunsPanel, row: int) -> None:
    item = view(panel).topLevelItem(row)
    assert item is not None
    view(panel).setCurrentItem(item)


def action(panel: RunsPanel, text: str) -> QAction:
    return next(one for one in panel.findChildren(QAction) if one.text() == text)


def press(panel: RunsPanel, text: str) -> None:
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_record_tells_epochs_figures_and_end(two_runs: Path) -> None:
    new, old = (record for _, record in read_runs(two_runs, {}).values())
    assert (old.end, old.epochs, old.planned) == (RunEnd.FINISHED, 2, 2)
    assert (old.metric, old.validation, old.test) == ("accuracy", 0.979, 0.982)
    assert not old.can_resume
    assert (new.end, new.epochs, new.planned, new.test) == (RunEnd.STOPPED, 1, 10, None)
    assert new.can_resume


def test_a_killed_run_is_open_and_its_torn_line_is_left_out(
    folder: Path, document: Document
) -> None:
    path = write_run(folder, "killed", document, started(10), ended(1), time=1)
    with (path / "history.jsonl").open("a") as file:
        file.write('{"event": "epoch", "ep')
    ((_, record),) = read_runs(folder, {}).values()
    assert (record.end, record.epochs) == (RunEnd.OPEN, 1)


def test_what_is_no_run_is_left_out(folder: Path, document: Document) -> None:
    (folder / "notes").mkdir()
    (folder / "file.txt").touch()
    path = write_run(folder, "broken", document, started(), time=1)
    (path / "project.netstudio").write_text("no project")
    assert read_runs(folder, {}) == {}
    assert read_runs(folder / "missing", {}) == {}


def test_a_run_that_has_not_changed_is_not_read_again(
    two_runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = read_runs(two_runs, {})
    read: list[Path] = []
    monkeypatch.setattr(run_records, "_read", lambda path: read.append(path))
    assert read_runs(two_runs, known) == known
    assert not read


def test_runs_are_listed_newest_first_with_their_figures(panel: RunsPanel) -> None:
    items = [view(panel).topLevelItem(row) for row in range(2)]
    texts = [[item.text(column) for column in (2, 3, 4)] for item in items if item is not None]
    assert texts == [["1 / 10", "97.9\u2009%", "–"], ["2 / 2", "97.9\u2009%", "98.2\u2009%"]]


def test_without_runs_it_says_where_they_come_from(
    folder: Path, lane: Lane, qtbot: QtBot, dressed: Appearance
) -> None:
    panel = RunsPanel(folder, lane)
    qtbot.addWidget(panel)
    panel.show()
    settle(panel, qtbot)
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert labels == ["Runs are kept here when you train"]


def test_nothing_can_be_done_before_a_run_is_selected(panel: RunsPanel) -> None:
    assert not any(one.isEnabled() for one in panel._actions)


def test_a_run_can_be_used_resumed_and_opened(
    panel: RunsPanel, two_runs: Path, qtbot: QtBot
) -> None:
    select(panel, 0)
    with qtbot.waitSignal(panel.open_model) as caught:
        press(panel, "Use this model")
    assert caught.args == [two_runs / "new" / "best.safetensors"]
    with qtbot.waitSignal(panel.resume) as caught:
        press(panel, "Resume")
    assert caught.args == [two_runs / "new"]
    with qtbot.waitSignal(panel.open_project) as caught:
        action(panel, "Open its project").trigger()
    assert caught.args == [two_runs / "new" / "project.netstudio"]


def test_enter_uses_the_model_of_the_selected_run(
    panel: RunsPanel, two_runs: Path, qtbot: QtBot
) -> None:
    select(panel, 1)
    with qtbot.waitSignal(panel.open_model) as caught:
        QTest.keyClick(view(panel), Qt.Key.Key_Return)
    assert caught.args == [two_runs / "old" / "best.safetensors"]


def test_a_finished_run_cannot_be_resumed(panel: RunsPanel) -> None:
    select(panel, 1)
    assert not action(panel, "Resume").isEnabled()
    assert action(panel, "Use this model").isEnabled()


def test_the_run_that_goes_on_can_be_neither_resumed_nor_deleted(
    panel: RunsPanel, two_runs: Path, qtbot: QtBot
) -> None:
    select(panel, 0)
    panel.set_active(two_runs / "new")
    settle(panel, qtbot)
    assert panel.selected is not None
    assert not action(panel, "Resume").isEnabled()
    assert not action(panel, "Delete…").isEnabled()


def test_a_new_run_appears_when_asked_to_look_again(
    panel: RunsPanel, two_runs: Path, document: Document, qtbot: QtBot
) -> None:
    write_run(two_runs, "third", document, started(), time=3_000)
    with qtbot.waitSignal(panel.count_changed) as caught:
        panel.refresh()
    assert caught.args == [3]


@pytest.mark.parametrize(("answer", "left"), [("Delete", ["old"]), ("Cancel", ["new", "old"])])
def test_deleting_asks_first(
    panel: RunsPanel, two_runs: Path, qtbot: QtBot, answer: str, left: list[str]
) -> None:
    select(panel, 0)
    action(panel, "Delete…").trigger()
    box = panel.findChild(QMessageBox, "deleteRunBox")
    assert isinstance(box, QMessageBox)
    button = next(one for one in box.buttons() if one.text().replace("&", "") == answer)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sorted(path.name for path in two_runs.iterdir()) == left)
    qtbot.waitUntil(lambda: len(panel.records) == len(left))
    settle(panel, qtbot)


def test_a_cross_validation_is_told_by_its_folds(folder: Path, document: Document) -> None:
    project = document.project
    options = project.training.options.replace(folds=3)
    document.edit(
        "Folds", lambda _: replace(project, training=replace(project.training, options=options))
    )
    tests = [Figures(0.1, {"accuracy": accuracy}, 100) for accuracy in (0.8, 0.9)]
    ends = [FoldEnded(at + 1, 3, test, 0.2, "m", 1.0) for at, test in enumerate(tests)]
    path = write_run(folder, "folds", document, *ends, Stopped("r", "m"), time=1_000)
    (_, record) = read_runs(folder, {})[path]
    assert (record.epochs, record.planned, record.has_folds) == (2, 3, True)
    assert record.metric == "accuracy"
    assert record.test == pytest.approx(0.85)
    assert record.end is RunEnd.STOPPED
    assert record.can_resume
