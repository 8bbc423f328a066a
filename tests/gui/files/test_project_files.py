from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.files import read_project, write_project
from netstudio.gui.background import Lane
from netstudio.gui.files.project_files import OpenedModel, ProjectFiles
from netstudio.gui.memory import Memory
from netstudio.tasks.templates import project_from_template
from tests.gui.dialogs import answer, choose_file, no_dialogs

Button = QMessageBox.StandardButton


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def files(document: Document, lane: Lane, window: QWidget, tmp_path: Path) -> ProjectFiles:
    memory = Memory()
    memory.folder = str(tmp_path)
    return ProjectFiles(document, lane, lane, memory, window)


def change(document: Document) -> None:
    document.edit("Rename", lambda project: replace(project, name="changed"))


def test_saving_without_a_file_asks_for_one_and_names_the_project_after_it(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    change(document)
    with qtbot.waitSignal(files.saved):
        files.save()
        choose_file(qtbot, tmp_path / "数字 7b")
    saved = tmp_path / "数字 7b.netstudio"
    assert read_project(saved).name == "数字 7b"
    assert document.project.name == "数字 7b"
    assert not document.is_modified
    assert files.path == saved


def test_saving_again_writes_the_same_file_without_asking(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "p.netstudio"
    files.recover(document.project, path)
    change(document)
    with qtbot.waitSignal(files.saved):
        files.save()
    assert read_project(path).name == "changed"
    assert not document.is_modified


def test_an_edit_while_it_is_saved_stays_unsaved(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    files.recover(document.project, tmp_path / "p.netstudio")
    with qtbot.waitSignal(files.saved):
        files.save()
        change(document)
    assert document.is_modified


def test_a_folder_that_cannot_be_written_is_told_and_the_project_stays_unsaved(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    files.recover(document.project, tmp_path / "gone" / "p.netstudio")
    files.save()
    text = answer(qtbot, Button.Ok)
    assert "p.netstudio" in text
    assert document.is_modified


@pytest.mark.parametrize(("button", "is_kept"), [(Button.Save, True), (Button.Discard, False)])
def test_unsaved_changes_are_asked_about_before_another_project_comes(
    files: ProjectFiles,
    document: Document,
    qtbot: QtBot,
    tmp_path: Path,
    button: QMessageBox.StandardButton,
    is_kept: bool,
) -> None:
    path = tmp_path / "p.netstudio"
    write_project(document.project, path)
    files.recover(document.project, path)
    change(document)
    with qtbot.waitSignal(files.opened):
        files.make_from_template("digits-mlp")
        assert "changed" in answer(qtbot, button)
    assert document.project.data.source.type == "digits"
    assert (read_project(path).name == "changed") is is_kept


def test_cancelling_keeps_everything_as_it_was(
    files: ProjectFiles, document: Document, qtbot: QtBot
) -> None:
    change(document)
    files.make_empty()
    answer(qtbot, Button.Cancel)
    qtbot.wait(50)
    assert document.project.name == "changed"
    assert len(document.project.network) > 0


def test_nothing_is_asked_where_nothing_would_be_lost(
    files: ProjectFiles, document: Document, qtbot: QtBot
) -> None:
    files.make_empty()
    assert no_dialogs()
    assert len(document.project.network) == 0


def test_opening_a_project_puts_it_in_and_remembers_it(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "other.netstudio"
    write_project(project_from_template("mnist-cnn", "other"), path)
    files.chosen.connect(files.open)
    with qtbot.waitSignal(files.opened):
        files.ask_to_open((".netstudio",))
        choose_file(qtbot, path)
    assert document.project.name == "other"
    assert not document.is_modified
    assert files.path == path
    assert [file.path for file in Memory().recent_files] == [str(path)]


@pytest.mark.parametrize("name", ["torn.netstudio", "torn.safetensors", "none.netstudio"])
def test_a_file_that_cannot_be_opened_is_told_and_changes_nothing(
    files: ProjectFiles, document: Document, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    before = document.project
    if name.startswith("torn"):
        (tmp_path / name).write_text("{", encoding="utf-8")
    files.open(tmp_path / name)
    assert name in answer(qtbot, Button.Ok)
    assert document.project is before


def test_a_trained_model_brings_its_project_along(
    files: ProjectFiles, document: Document, qtbot: QtBot, digits_model: Path
) -> None:
    opened: list[OpenedModel] = []
    files.model_opened.connect(opened.append)
    with qtbot.waitSignal(files.model_opened):
        files.open(digits_model)
    assert document.project.data.source.type == "digits"
    assert opened[0].path == digits_model
    assert files.path is None  # saving must not overwrite the model


def test_a_trained_model_is_copied_to_where_the_user_wants_it(
    files: ProjectFiles, qtbot: QtBot, tmp_path: Path, digits_model: Path
) -> None:
    with qtbot.waitSignal(files.saved):
        files.save_model(digits_model)
        choose_file(qtbot, tmp_path / "mine")
    assert (tmp_path / "mine.safetensors").read_bytes() == digits_model.read_bytes()
