"""Steering a run: another rate, another place, an end after the epoch, and more epochs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.engine.events import EpochEnded, Event, Failed, Finished, Moved, Progress, Stopped
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from netstudio.gui.background import Lane
from netstudio.gui.run_controller import RunController, RunState
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.training.place_question import PlaceQuestion
from netstudio.gui.training.rate_button import RateButton
from netstudio.gui.training.torn_off import TornOffRun
from tests.gui.conftest import grab
from tests.gui.dialogs import answer, no_dialogs, wait_for_dialog
from tests.gui.windows import LONG, digits


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[RunController]:
    controller = RunController()
    yield controller
    controller.close()


@pytest.fixture
def window(qtbot: QtBot, dressed: Appearance) -> QWidget:
    window = QWidget()
    window.resize(640, 400)
    qtbot.addWidget(window)
    window.show()
    return window


def heard(controller: RunController) -> list[Event]:
    events: list[Event] = []
    controller.received.connect(events.extend)
    return events


def seen(kind: type[Event], events: list[Event]) -> Callable[[], bool]:
    return lambda: any(isinstance(event, kind) for event in events)


def test_a_run_stops_after_the_epoch_that_goes_on(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events, states = heard(controller), list[RunState]()
    controller.state_changed.connect(states.append)
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(seen(Progress, events), timeout=LONG)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.stop_after_epoch()
    assert isinstance(ended.args[0], Stopped)
    assert states[-2:] == [RunState.ENDING, RunState.IDLE]
    assert isinstance([e for e in events if isinstance(e, EpochEnded | Progress)][-1], EpochEnded)


def test_the_learning_rate_is_changed_from_the_menu_and_by_hand(
    controller: RunController, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    button, events = RateButton(controller, window), heard(controller)
    assert not button.is_wanted
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(lambda: button.is_wanted, timeout=LONG)
    assert button.text() == "Rate 0.001"
    button.show()

    menu = button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Ten times: 0.01", "Twice: 0.002", "Half: 0.0005", "A tenth: 0.0001", "Another rate…",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: button.text() == "Rate 0.0005", timeout=LONG)

    menu.actions()[-1].trigger()
    type_and_accept(qtbot, "0,02")
    qtbot.waitUntil(lambda: button.text() == "Rate 0.02", timeout=LONG)

    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    type_and_accept(qtbot, "-1")
    assert "“-1” is no learning rate" in answer(qtbot, QMessageBox.StandardButton.Ok)
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.stop()
    assert not button.is_wanted
    rates = {event.learning_rate for event in events if isinstance(event, Progress)}
    assert {0.001, 0.0005, 0.02} <= rates


def type_and_accept(qtbot: QtBot, text: str) -> None:
    dialog = wait_for_dialog(qtbot, QInputDialog)
    edit, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert isinstance(edit, QLineEdit)
    assert isinstance(buttons, QDialogButtonBox)
    edit.setText(text)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)


def vanish(controller: RunController, qtbot: QtBot, events: list[Event], out: Path) -> Path:
    """Begin a run whose folder is taken away while it goes on; gives the folder."""
    controller.start(digits(100_000), "cpu", out)
    qtbot.waitUntil(seen(EpochEnded, events), timeout=LONG)
    assert controller.run is not None
    assert controller.run.folder is not None
    folder = controller.run.folder
    while folder.exists():  # it is written meanwhile
        shutil.rmtree(folder, ignore_errors=True)
    return folder


def test_a_run_whose_folder_vanishes_goes_on_where_the_user_says(
    controller: RunController, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    PlaceQuestion(controller, window)
    vanish(controller, qtbot, events, tmp_path / "first")

    box = wait_for_dialog(qtbot, QMessageBox)
    assert state_of(controller) is RunState.WAITING
    assert "could not be written" in box.text()
    grab(box, "place wanted")
    answer(qtbot, "Save the run elsewhere…")
    (tmp_path / "second").mkdir()
    choose_folder(qtbot, tmp_path / "second")

    qtbot.waitUntil(seen(Moved, events), timeout=LONG)
    assert state_of(controller) is RunState.RUNNING
    assert controller.run is not None
    assert controller.run.folder is not None
    assert controller.run.folder.parent == tmp_path / "second"
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.stop()
    last = ended.args[0]
    assert isinstance(last, Stopped)
    assert Path(str(last.model)).is_file()


def test_a_run_whose_folder_cannot_even_be_made_begins_where_the_user_says(
    controller: RunController, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "second").mkdir()
    PlaceQuestion(controller, window)
    controller.start(digits(2), "cpu", tmp_path / "file")
    assert "No run folder can be made" in answer(qtbot, "Save the run elsewhere…")
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        choose_folder(qtbot, tmp_path / "second")
    last = ended.args[0]
    assert isinstance(last, Finished)
    assert Path(last.run).parent == tmp_path / "second"


def state_of(controller: RunController) -> RunState:
    return controller.state


def choose_folder(qtbot: QtBot, path: Path) -> None:
    dialog = wait_for_dialog(qtbot, QFileDialog)
    dialog.setDirectory(str(path))
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()


def test_a_choice_that_is_left_is_offered_again(
    controller: RunController, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    PlaceQuestion(controller, window)
    vanish(controller, qtbot, events, tmp_path / "first")

    answer(qtbot, "Save the run elsewhere…")
    wait_for_dialog(qtbot, QFileDialog).reject()
    answer(qtbot, "Try again")

    qtbot.waitUntil(seen(Moved, events), timeout=LONG)  # its folder is made anew
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.stop()


def test_a_run_that_waits_for_a_place_can_be_stopped(
    controller: RunController, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    PlaceQuestion(controller, window)
    vanish(controller, qtbot, events, tmp_path / "first")

    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        answer(qtbot, "Stop the training")
    assert isinstance(ended.args[0], Failed)
    qtbot.waitUntil(no_dialogs)


def test_closing_ends_a_run_that_waits_for_a_place(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    vanish(controller, qtbot, events, tmp_path / "first")
    qtbot.waitUntil(lambda: controller.state is RunState.WAITING, timeout=LONG)
    controller.close()
    assert not controller.is_busy or controller.state is RunState.STOPPING


def torn(out: Path, epochs: int = 2) -> RunFolder:
    """A run that was killed after so many of its epochs."""
    stream = Trainer(digits(9), "cpu", out=out).run(RunControl())
    ended = 0
    for event in stream:
        ended += isinstance(event, EpochEnded)
        if ended == epochs and event.event == "checkpoint":
            break
    stream.close()
    (path,) = out.iterdir()
    return RunFolder(path)


@pytest.fixture
def resumed() -> list[Path]:
    return []


@pytest.fixture
def offer(
    controller: RunController, lane: Lane, window: QWidget, tmp_path: Path, resumed: list[Path]
) -> TornOffRun:
    return TornOffRun(tmp_path / "runs", lane, controller, resumed.append, window)


def test_a_run_that_was_torn_off_is_offered_and_resumed(
    offer: TornOffRun, resumed: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = torn(tmp_path / "runs")
    offer.offer()
    box = wait_for_dialog(qtbot, QMessageBox)
    assert "2 of 9 epochs were done" in box.informativeText()
    grab(box, "torn off")
    assert answer(qtbot, "Go on") == "The training of “digits” was cut off. Go on with it?"
    assert resumed == [folder.path]


def test_a_torn_off_run_that_is_left_is_not_offered_again(
    offer: TornOffRun, resumed: list[Path], qtbot: QtBot, lane: Lane, tmp_path: Path
) -> None:
    folder = torn(tmp_path / "runs")
    offer.offer()
    answer(qtbot, "Leave it")
    qtbot.waitUntil(lambda: [*folder.history()][-1]["event"] == "stopped")
    offer.offer()
    wait_for_lane(qtbot, lane)
    assert no_dialogs()
    assert resumed == []


def test_runs_that_ended_or_go_on_elsewhere_are_not_offered(
    offer: TornOffRun, qtbot: QtBot, lane: Lane, tmp_path: Path
) -> None:
    *_, last = Trainer(digits(1), "cpu", out=tmp_path / "runs").run(RunControl())
    assert isinstance(last, Finished)
    going_on = Trainer(digits(9), "cpu", out=tmp_path / "runs").run(RunControl())
    for event in going_on:
        if event.event == "checkpoint":
            break
    offer.offer()
    wait_for_lane(qtbot, lane)
    assert no_dialogs()
    going_on.close()
    offer.offer()
    assert answer(qtbot, "Go on")


def wait_for_lane(qtbot: QtBot, lane: Lane) -> None:
    with qtbot.waitSignal(lane.start(lambda: None).ended, timeout=LONG):
        pass


def test_how_many_more_epochs_is_asked_and_answered_in_all(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    from netstudio.engine.runs.reading import read_run
    from netstudio.gui.training.longer import ask_for_epochs

    folder = torn(tmp_path / "runs")
    heard: list[int] = []
    dialog = ask_for_epochs(window, read_run(folder.path), heard.append)
    assert dialog.labelText() == "“digits” has had 2 epochs. How many more?"
    assert dialog.intValue() == 7
    grab(dialog, "train longer")
    spin = dialog.findChild(QSpinBox)
    assert spin is not None
    spin.setValue(5)
    dialog.accept()
    assert heard == [7]
