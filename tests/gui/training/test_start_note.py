"""What the window tells of the file that a network starts from, before it is trained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.main_window import MainWindow
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.training.start_note import StartNote
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab
from tests.gui.forms import show, texts


@pytest.fixture
def document() -> Document:
    return Document(project_from_template("digits-mlp", "digits"))


@pytest.fixture
def note(
    qtbot: QtBot, document: Document, analyser: Analyser, lane: Lane, dressed: Appearance
) -> StartNote:
    note = StartNote(document, analyser, lane)
    note.resize(272, 200)
    qtbot.addWidget(note)
    return note


def weights_of(project: Project, path: Path) -> Path:
    call = analyse(project).call
    assert call is not None
    torch.save(build(call).state_dict(), path)
    return path


def start_from(document: Document, path: Path | str) -> None:
    def change(project: Project) -> Project:
        options = project.training.options.replace(start_from=str(path))
        return replace(project, training=replace(project.training, options=options))

    document.edit("start", change)


def told(qtbot: QtBot, note: StartNote, text: str) -> list[str]:
    """What it says as soon as it says ``text``."""
    show(qtbot, note)
    qtbot.waitUntil(lambda: any(text in line for line in lines(note)), timeout=20_000)
    return lines(note)


def lines(note: StartNote) -> list[str]:
    return [text.replace("\u200b", "") for text in texts(note)]


def test_nothing_is_told_while_no_file_is_chosen(note: StartNote) -> None:
    assert note.isHidden()


def test_what_fits_is_told_as_soon_as_a_file_is_chosen(
    qtbot: QtBot, document: Document, note: StartNote, tmp_path: Path
) -> None:
    start_from(document, weights_of(document.project, tmp_path / "w.pt"))
    assert not note.isHidden()
    assert told(qtbot, note, "4 of the network's 4") == [
        "4 of the network's 4 weight tensors start from w.pt."
    ]
    start_from(document, "")
    assert note.isHidden()


def test_another_network_is_matched_anew_and_what_does_not_fit_is_named(
    qtbot: QtBot, document: Document, note: StartNote, tmp_path: Path
) -> None:
    start_from(document, weights_of(document.project, tmp_path / "w.pt"))
    told(qtbot, note, "4 of the network's 4")
    linear = next(node for node in document.project.network if node.name == "linear_1")
    document.edit(
        "wider",
        lambda project: project.with_network(
            edits.set_fields(project.network, linear.uid, out_features=20)
        ),
    )
    assert told(qtbot, note, "1 of the network's 4")[1:] == [
        "Of another shape, so they start anew: linear_1.weight (20×64 here, 64×64 there), "
        "linear_1.bias (20 here, 64 there), linear_2.weight (10×20 here, 10×64 there)."
    ]
    grab(note, "start-note")


def test_a_file_that_cannot_be_used_is_told_with_the_reason(
    qtbot: QtBot, document: Document, note: StartNote, tmp_path: Path
) -> None:
    start_from(document, tmp_path / "nowhere.pt")
    (line,) = told(qtbot, note, "There is no file")
    assert line.endswith("Choose another, or none.")
    (tmp_path / "text.pt").write_text("weights")
    start_from(document, tmp_path / "text.pt")
    told(qtbot, note, "it is damaged or no file of weights")


def test_the_window_tells_it_above_the_rarely_used_options(
    open_window: Callable[[Project], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(
        start_from=str(weights_of(project, tmp_path / "w.pt"))
    )
    window = open_window(replace(project, training=replace(project.training, options=options)))
    (note,) = window.findChildren(StartNote)
    qtbot.waitUntil(lambda: "4 of the network's 4" in " ".join(texts_of(note)), timeout=20_000)
    assert note.isVisible()  # though the path itself is behind "More"


def texts_of(note: StartNote) -> list[str]:
    """What it says, wherever it is."""
    return [label.text().replace("\u200b", "") for label in note.findChildren(QLabel)]


def test_one_click_freezes_what_is_taken_over_and_leaves_the_rest_to_learn(
    qtbot: QtBot, document: Document, note: StartNote, tmp_path: Path
) -> None:
    path = weights_of(document.project, tmp_path / "w.pt")
    state = torch.load(path, weights_only=True)
    state["linear_2.bias"] = torch.zeros(100)
    torch.save(state, path)
    start_from(document, path)
    told(qtbot, note, "3 of the network's 4")
    button = note.findChild(QPushButton, "freezeTaken")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    frozen = [node.name for node in document.project.network if node.frozen]
    assert frozen == ["linear_1"]
    assert document.history.past[-1].label == "Freeze what is taken over"
    told(qtbot, note, "3 of the network's 4")
    assert not button.isVisible()


def test_where_everything_is_taken_over_freezing_is_not_offered(
    qtbot: QtBot, document: Document, note: StartNote, tmp_path: Path
) -> None:
    start_from(document, weights_of(document.project, tmp_path / "w.pt"))
    told(qtbot, note, "4 of the network's 4")
    button = note.findChild(QPushButton, "freezeTaken")
    assert button is not None
    assert not button.isVisible()
