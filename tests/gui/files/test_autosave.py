from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netstudio import paths
from netstudio.core.document import Document
from netstudio.core.files import read_project
from netstudio.gui.background import Lane
from netstudio.gui.files.autosave import Autosave, find_unsaved
from netstudio.gui.files.project_files import ProjectFiles
from netstudio.gui.memory import Memory


@pytest.fixture
def files(document: Document, lane: Lane, qtbot: QtBot) -> ProjectFiles:
    window = QWidget()
    qtbot.addWidget(window)
    return ProjectFiles(document, lane, lane, Memory(), window)


@pytest.fixture
def autosave(
    document: Document,
    files: ProjectFiles,
    lane: Lane,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Autosave]:
    monkeypatch.setattr("netstudio.gui.files.autosave._DELAY", 20)
    autosave = Autosave(document, files, lane, files)
    yield autosave
    autosave.close()


def rename(document: Document, name: str) -> None:
    document.edit("Rename", lambda project: replace(project, name=name))


def kept() -> list[Path]:
    return sorted((paths.user_state() / "unsaved").glob("*.netstudio"))


def test_a_change_is_on_the_disk_a_moment_later(
    autosave: Autosave, document: Document, qtbot: QtBot
) -> None:
    rename(document, "unsaved")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    assert read_project(kept()[0]).name == "unsaved"


def test_a_saved_project_needs_no_copy(
    autosave: Autosave, document: Document, files: ProjectFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(document, "unsaved")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    files.recover(document.project, tmp_path / "p.netstudio")
    with qtbot.waitSignal(files.saved):
        files.save()
    qtbot.waitUntil(lambda: not kept())
    assert read_project(tmp_path / "p.netstudio").name == "unsaved"


def test_closing_well_leaves_nothing_to_offer(
    autosave: Autosave, document: Document, qtbot: QtBot
) -> None:
    rename(document, "unsaved")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    autosave.close()
    assert find_unsaved() is None
    assert not kept()


def test_a_living_windows_work_is_not_offered(
    autosave: Autosave, document: Document, qtbot: QtBot
) -> None:
    rename(document, "unsaved")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    assert find_unsaved() is None


def test_a_crashed_windows_work_is_offered_until_it_is_forgotten(
    document: Document,
    files: ProjectFiles,
    lane: Lane,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("netstudio.gui.files.autosave._DELAY", 20)
    crashed = Autosave(document, files, lane, files)
    files.recover(document.project, Path("/somewhere/digits.netstudio"))
    rename(document, "unsaved")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    _die(crashed)
    unsaved = find_unsaved()
    assert unsaved is not None
    assert unsaved.project.name == "unsaved"
    assert unsaved.path == Path("/somewhere/digits.netstudio")
    unsaved.forget()
    assert find_unsaved() is None
    assert not kept()


@pytest.mark.may_log
def test_work_that_cannot_be_read_is_not_offered(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    folder = paths.user_state() / "unsaved"
    folder.mkdir(parents=True)
    (folder / "torn.netstudio").write_text('{"format": 1, "na', encoding="utf-8")
    assert find_unsaved() is None
    assert "could not be read" in caplog.text


def _die(crashed: Autosave) -> None:
    """Let go of the lock without tidying up, as the system does for a process that has died."""
    crashed._disconnect()
    lock = crashed._lock
    assert isinstance(lock, QLockFile)
    lock.unlock()
