from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.translate import message
from netstudio.engine.events import CrossValidated, Failed, Figures, Finished, Preparing, Stopped
from netstudio.gui.run_controller import Run, RunController, RunState
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.training.status import RunStatus
from tests.gui.plots.made_up import ended, progress, started


class Controller(RunController):
    """Tells of a run that never was."""

    def begin(self, document: Document) -> None:
        self._run = Run(document.project, datetime(2026, 11, 21, 14, 2), "auto")
        self._set_state(RunState.PREPARING)
        self.started.emit(self._run)

    def go(self, state: RunState) -> None:
        self._set_state(state)

    def tell(self, *events: object) -> None:
        self.received.emit(events)


@pytest.fixture
def controller(qtbot: QtBot) -> Controller:
    return Controller()


@pytest.fixture
def status(qtbot: QtBot, controller: Controller, dressed: Appearance) -> RunStatus:
    status = RunStatus(controller)
    qtbot.addWidget(status)
    status.resize(1440, 34)
    status.show()
    return status


@pytest.fixture
def running(status: RunStatus, controller: Controller, document: Document) -> RunStatus:
    """At epoch 7 of 10."""
    controller.begin(document)
    controller.go(RunState.RUNNING)
    controller.tell(started(), progress(7, 100), ended(7))
    return status


def told(status: RunStatus) -> str:
    """All that can be read, from left to right, without its markup."""
    labels = [label for label in status.findChildren(QLabel) if label.isVisible()]
    labels.sort(key=lambda label: label.x())
    text = " | ".join(label.text() for label in labels)
    return text.replace('<span style="font-weight: 600">', "").replace("</span>", "")


def bar(status: RunStatus) -> QProgressBar:
    found = status.findChild(QProgressBar, "epochProgress")
    assert isinstance(found, QProgressBar)
    return found


def test_before_the_first_run_it_is_ready(status: RunStatus) -> None:
    assert told(status) == "Ready"
    assert not bar(status).isVisible()


def test_reading_data_shows_how_far_it_is(
    status: RunStatus, controller: Controller, document: Document
) -> None:
    controller.begin(document)
    controller.tell(Preparing("read train", 1_200, 5_000))
    assert told(status).startswith("Reading the training part 1\u2009200 / 5\u2009000")
    assert (bar(status).value(), bar(status).maximum()) == (1_200, 5_000)


def test_a_run_shows_epoch_speed_time_device_source_and_record(running: RunStatus) -> None:
    assert told(running) == (
        "Epoch 7 of 10 | 31\u2009900 images/s | 0:06 left | CPU · 2 threads | "
        "training the stack as of 14:02 | best epoch 7: validation accuracy 97.9\u2009%"
    )


def test_the_bar_is_that_of_the_whole_run_and_says_so(running: RunStatus) -> None:
    assert bar(running).value() / bar(running).maximum() == pytest.approx(0.7)
    assert bar(running).accessibleName() == "Progress of the whole run: 70\u2009%"


def test_the_words_of_the_preparation_leave_no_gap(
    status: RunStatus, controller: Controller, document: Document, qtbot: QtBot
) -> None:
    controller.begin(document)
    controller.tell(Preparing("read train", 1_200, 5_000))
    qtbot.wait(20)
    before = bar(status).x()
    controller.go(RunState.RUNNING)
    controller.tell(started())
    qtbot.waitUntil(lambda: bar(status).x() < before - 50)
    assert told(status).startswith("Epoch 1 of 10")


def test_an_epoch_that_is_not_the_best_leaves_the_record(
    running: RunStatus, controller: Controller
) -> None:
    controller.tell(ended(8, val_accuracy=0.5, is_best=False))
    assert told(running).endswith("best epoch 7: validation accuracy 97.9\u2009%")


def test_an_edit_since_is_told_until_the_next_run(
    running: RunStatus, controller: Controller, document: Document
) -> None:
    running.set_edited_since(True)
    assert "as of 14:02 · edited since" in told(running)
    controller.go(RunState.IDLE)
    controller.begin(document)
    assert "edited since" not in told(running)


def test_pausing_going_on_and_stopping_are_told(running: RunStatus, controller: Controller) -> None:
    controller.go(RunState.PAUSED)
    assert told(running).startswith("Paused in epoch 7 of 10")
    controller.go(RunState.RUNNING)
    assert told(running).startswith("Epoch 7 of 10")
    controller.go(RunState.STOPPING)
    controller.tell(progress(8, 1))
    assert told(running).startswith("Stopping…")


def test_a_finished_run_tells_its_test_figure(running: RunStatus, controller: Controller) -> None:
    figures = Figures(0.07, {"accuracy": 0.982}, 10_000)
    controller.tell(Finished("m", "r", 7, figures, 38.2))
    controller.go(RunState.IDLE)
    assert told(running).startswith("Finished: 98.2\u2009% on test after 0:38 | trained the stack")
    assert not bar(running).isVisible()


def test_a_run_without_a_test_part_tells_its_time(
    running: RunStatus, controller: Controller
) -> None:
    controller.tell(Finished("m", "r", 7, None, 38.2))
    assert told(running).startswith("Finished after 0:38")


def test_a_stopped_run_says_where_it_stopped(running: RunStatus, controller: Controller) -> None:
    controller.tell(Stopped("r", "m"))
    assert told(running).startswith("Stopped in epoch 7 of 10")


def test_a_failure_is_said_in_its_own_words_and_cut_where_there_is_no_room(
    running: RunStatus, controller: Controller
) -> None:
    controller.tell(Failed(message("The memory is full. Use a smaller batch size.")))
    controller.go(RunState.IDLE)
    assert told(running).startswith("The memory is full. Use a smaller batch size.")
    running.resize(200, 34)
    text = told(running)
    assert text.endswith("…")
    label = next(label for label in running.findChildren(QLabel) if label.isVisible())
    assert label.property("role") == "error"
    assert "smaller batch size" in label.toolTip()


def test_the_next_run_wears_no_error(
    running: RunStatus, controller: Controller, document: Document
) -> None:
    controller.tell(Failed(message("The memory is full.")))
    controller.go(RunState.IDLE)
    controller.begin(document)
    assert told(running).startswith("Preparing…")
    assert "error" not in [label.property("role") for label in running.findChildren(QLabel)]


def test_a_long_measurement_is_told_and_a_short_one_is_not(
    running: RunStatus, controller: Controller
) -> None:
    controller.tell(Preparing("evaluate", 10, 6_000), progress(8, 1))
    assert "Measuring" not in told(running)
    controller.tell(Preparing("evaluate", 1_200, 6_000))
    assert "Measuring 1\u2009200 / 6\u2009000" in told(running)


def test_narrow_windows_keep_what_matters_most(running: RunStatus, qtbot: QtBot) -> None:
    running.resize(640, 34)
    assert told(running) == "Epoch 7 of 10 | 31\u2009900 images/s | 0:06 left"
    running.resize(1280, 34)
    assert "validation accuracy" in told(running)


def test_nothing_moves_as_figures_change(
    running: RunStatus, controller: Controller, qtbot: QtBot
) -> None:
    qtbot.wait(20)
    places = [label.x() for label in running.findChildren(QLabel)]
    for rate in (11_111.0, 9_876.0, 34_567.0):
        controller.tell(progress(7, 50, rate=rate))
        qtbot.wait(20)
        assert [label.x() for label in running.findChildren(QLabel)] == places


def test_a_cross_validation_says_which_fold_goes_on_and_how_far_all_are(
    status: RunStatus, controller: Controller, document: Document
) -> None:
    controller.begin(document)
    controller.go(RunState.RUNNING)
    controller.tell(started(fold=1, folds=5), progress(10, 100), ended(10))
    assert bar(status).value() == 200
    controller.tell(started(run="/runs/two", fold=2, folds=5))
    assert told(status).startswith("Fold 2 of 5, epoch 1 of 10")
    assert "best epoch" not in told(status)
    controller.tell(progress(5, 100))
    assert told(status).startswith("Fold 2 of 5, epoch 5 of 10")
    assert bar(status).value() == 300
    # Half a fold in 6.2 s, and three whole ones.
    assert "0:43 left" in told(status)


def test_the_end_of_a_cross_validation_is_mean_and_deviation(
    status: RunStatus, controller: Controller, document: Document
) -> None:
    controller.begin(document)
    controller.go(RunState.RUNNING)
    controller.tell(started(fold=1, folds=5), progress(10, 100))
    test = Figures(0.4, {"accuracy": 0.809}, 891)
    controller.tell(
        CrossValidated(5, {"loss": 0.4, "accuracy": 0.809}, {"loss": 0.1, "accuracy": 0.021}, 2),
        Finished("/runs/best.safetensors", "/runs", 0, test, 61.0),
    )
    controller.go(RunState.IDLE)
    assert "accuracy 80.9\u2009% ± 2.1\u2009% over 5 folds" in told(status)


def test_a_run_that_stops_after_the_epoch_or_waits_for_a_place_says_so(
    running: RunStatus, controller: Controller
) -> None:
    controller.go(RunState.ENDING)
    assert told(running).startswith("Stops after epoch 7")
    controller.go(RunState.WAITING)
    assert told(running).startswith("Waiting for a place to write to")
    controller.go(RunState.RUNNING)
    assert told(running).startswith("Epoch 7 of 10")


def test_a_run_that_ended_early_says_why(running: RunStatus, controller: Controller) -> None:
    figures = Figures(0.1, {"accuracy": 0.978}, 100)
    reason = message("{figure} has not improved for {count} epochs.", figure="Loss", count=3)
    controller.tell(Finished("m", "r", 4, figures, 38.2, reason))
    assert told(running).startswith(
        "Ended early: 97.8\u2009% on test after 0:38. Loss has not improved for 3 epochs."
    )


def test_an_edit_since_is_told_even_where_there_is_little_room(
    running: RunStatus, controller: Controller
) -> None:
    running.resize(1010, 34)
    assert "best epoch" in told(running)
    running.set_edited_since(True)
    assert "edited since" in told(running)
    assert "best epoch" not in told(running)


def test_the_rate_can_be_changed_while_it_learns_alone(
    running: RunStatus, controller: Controller
) -> None:
    button = running.findChild(QToolButton, "rateButton")
    assert button is not None
    assert button.isVisible()
    assert button.text() == "Rate 0.001"
    controller.go(RunState.STOPPING)
    assert not button.isVisible()
