"""Runs for the tests of their table and their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.values import Fields
from netstudio.engine.events import Figures, FoldEnded, Stopped
from netstudio.gui.background import Lane
from netstudio.gui.run_controller import RunController
from netstudio.gui.runs.store import RunsStore
from tests.engine.runs.made import PROJECT, ended, finished, started, write_run
from tests.gui.runs.found import settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    folder.mkdir()
    return folder


@pytest.fixture
def three_runs(folder: Path) -> Path:
    """One that has finished, a newer one that was stopped, and between them one with folds."""
    events = (started(), ended(1, 0.5), ended(2, 0.979), finished(0.982))
    write_run(folder / "2026-01-01_10-00-00-old", *events)
    options = Fields(epochs=10, batch_size=64)
    wider = replace(PROJECT, training=replace(PROJECT.training, options=options), name="wide")
    events_so_far = (started(10), ended(1, 0.7, epochs=10), Stopped("r", "m"))
    write_run(folder / "2026-01-03_10-00-00-new", *events_so_far, project=wider)
    options = PROJECT.training.options.replace(folds=3)
    folded = replace(PROJECT, training=replace(PROJECT.training, options=options), name="folds")
    fold = FoldEnded(1, 3, Figures(0.1, {"accuracy": 0.8}, 100), 0.2, "m", 1.0)
    path = write_run(
        folder / "2026-01-02_10-00-00-cv", fold, Stopped("r", "m"), project=folded, files=()
    )
    write_run(path / "fold-1", started(), ended(1), ended(2), finished(0.8))
    return folder


@pytest.fixture
def controller(lane: Lane) -> RunController:
    return RunController(lane)


@pytest.fixture
def store(folder: Path, lane: Lane, controller: RunController, qtbot: QtBot) -> Iterator[RunsStore]:
    store = RunsStore(folder, lane, controller, lane)
    store.refresh()
    settle(store, qtbot)
    yield store
    store.close()


@pytest.fixture
def edited() -> Document:
    return Document(PROJECT)
