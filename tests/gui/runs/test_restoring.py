"""A run's project comes back into the editor, and nothing is lost by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.files import read_project
from netstudio.gui.background import Lane
from netstudio.gui.files.project_files import ProjectFiles
from netstudio.gui.memory import Memory
from netstudio.gui.runs.restoring import ProjectRestorer
from netstudio.gui.runs.store import RunsStore
from tests.gui.dialogs import answer


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def files(edited: Document, lane: Lane, window: QWidget) -> ProjectFiles:
    return ProjectFiles(edited, lane, lane, Memory(), window)


@pytest.fixture
def restorer(edited: Document, files: ProjectFiles, lane: Lane, window: QWidget) -> ProjectRestorer:
    return ProjectRestorer(edited, files, lane, window)


def test_a_restored_project_is_one_step_that_undo_takes_back(
    three_runs: Path,
    store: RunsStore,
    edited: Document,
    restorer: ProjectRestorer,
    qtbot: QtBot,
) -> None:
    edited.edit("name", lambda project: replace(project, name="mine"))
    mine = edited.project
    with qtbot.waitSignal(restorer.restored) as caught:
        restorer.restore(store.records[0])
    assert caught.args == ["The project of “wide” is restored; undo takes it back."]
    assert edited.project == read_project(store.records[0].project_file)
    assert edited.undo()
    assert edited.project == mine


def test_opened_as_a_new_one_it_belongs_to_no_file(
    three_runs: Path,
    store: RunsStore,
    edited: Document,
    files: ProjectFiles,
    restorer: ProjectRestorer,
    qtbot: QtBot,
) -> None:
    edited.edit("name", lambda project: replace(project, name="mine"))
    restorer.open_as_new(store.records[0])
    with qtbot.waitSignal(files.opened):
        assert "mine" in answer(qtbot, QMessageBox.StandardButton.Discard)
    assert edited.project.name == "wide"
    assert files.path is None
    assert edited.is_modified


def test_a_project_that_has_gone_is_told(
    three_runs: Path,
    store: RunsStore,
    edited: Document,
    restorer: ProjectRestorer,
    qtbot: QtBot,
) -> None:
    before = edited.project
    store.records[0].project_file.unlink()
    restorer.restore(store.records[0])
    assert "project.netstudio could not be read" in answer(qtbot, QMessageBox.StandardButton.Ok)
    assert edited.project is before
