"""What goes wrong in the circle of a new user, or comes in another order than planned."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from netstudio import paths
from netstudio.core.document import Document
from netstudio.core.files import write_project
from netstudio.core.translate import Message
from netstudio.gui.engine_loader import EngineFault
from netstudio.gui.main_window import MainWindow
from netstudio.gui.memory import Memory
from netstudio.gui.run_controller import RunState
from netstudio.gui.stack.view import StackView
from netstudio.tasks.templates import project_from_template
from tests.gui.dialogs import answer, no_dialogs
from tests.gui.windows import LONG, Open, digits, part, trigger, wait_for_end

Button = QMessageBox.StandardButton


def edit(window: MainWindow) -> None:
    part(window, StackView, "stackView").insert_type("Dropout")


def status(window: MainWindow) -> str:
    """What the bottom line says."""
    labels = window.statusBar().findChildren(QLabel)
    return " ".join(label.text() for label in labels) + window.statusBar().currentMessage()


def train(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "train")
    qtbot.waitUntil(lambda: window.run_controller.state == RunState.RUNNING, timeout=LONG)


def error_boxes() -> list[QMessageBox]:
    found = (one for top in QApplication.topLevelWidgets() for one in top.findChildren(QMessageBox))
    return [box for box in found if box.objectName() == "errorBox" and box.isVisible()]


def test_a_close_that_was_called_off_does_not_close_after_the_next_run(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(epochs=100_000))
    edit(window)
    trigger(window, "undo")
    edit(window)
    train(window, qtbot)
    window.close()
    answer(qtbot, "Stop and close")
    wait_for_end(window, qtbot)
    answer(qtbot, Button.Cancel)  # the changes are to be saved first
    qtbot.waitUntil(no_dialogs)
    train(window, qtbot)
    trigger(window, "stop")
    wait_for_end(window, qtbot)
    assert no_dialogs()
    assert window.isVisible()


def test_the_first_run_waits_for_the_answer_about_unsaved_changes(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits())
    edit(window)
    trigger(window, "new")
    window.parts.start.first_run_chosen.emit("mnist-mlp")
    assert not window.run_controller.is_busy
    answer(qtbot, Button.Cancel)
    qtbot.waitUntil(no_dialogs)
    qtbot.wait(100)
    assert not window.run_controller.is_busy
    assert window.document.project.name == "digits"


def test_another_project_opened_while_training_keeps_curves_and_models_apart(
    open_window: Open, qtbot: QtBot, digits_model: Path
) -> None:
    window = open_window(digits(epochs=100_000))
    train(window, qtbot)
    qtbot.waitUntil(lambda: window.parts.design.plots._curves is not None, timeout=LONG)
    curves = window.parts.design.plots._curves
    window.open(digits_model)
    qtbot.waitUntil(lambda: window._backstage.model.path == digits_model, timeout=LONG)
    assert window.parts.design.plots._curves is curves  # they go on
    trigger(window, "stop")
    wait_for_end(window, qtbot)
    assert window._backstage.model.path == digits_model
    assert "list of runs" in window.statusBar().currentMessage()


def test_after_another_project_was_opened_nothing_speaks_of_the_run_before(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(digits(epochs=1))
    trigger(window, "train")
    wait_for_end(window, qtbot)
    assert "Finished" in status(window)
    write_project(project_from_template("digits-mlp", "other"), tmp_path / "other.netstudio")
    window.open(tmp_path / "other.netstudio")
    qtbot.waitUntil(lambda: window.document.project.name == "other")
    assert window._backstage.model.path is None
    edit(window)
    assert "Finished" not in status(window)
    assert "edited since" not in status(window)


def test_an_opened_model_tells_its_figure_in_the_bottom_line(
    open_window: Open, qtbot: QtBot, digits_model: Path
) -> None:
    window = open_window()
    window.open(digits_model)
    qtbot.waitUntil(lambda: window._backstage.model.model is not None, timeout=LONG)
    assert "% on test" in status(window)


def test_the_newest_file_that_is_opened_wins(
    open_window: Open, qtbot: QtBot, tmp_path: Path, digits_model: Path
) -> None:
    write_project(project_from_template("mnist-mlp", "newest"), tmp_path / "newest.netstudio")
    window = MainWindow()
    window.show()
    window.open(digits_model)  # waits for the engine
    window.open(tmp_path / "newest.netstudio")
    qtbot.waitUntil(lambda: window.document.project.name == "newest")
    qtbot.waitUntil(lambda: window._backstage.engine.is_ready, timeout=LONG)
    qtbot.wait(500)
    assert window.document.project.name == "newest"
    window.close()
    window.deleteLater()


def test_what_was_edited_while_a_file_was_read_is_not_lost(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    write_project(project_from_template("mnist-mlp", "other"), tmp_path / "other.netstudio")
    window = open_window(digits())
    window.open(tmp_path / "other.netstudio")
    edit(window)
    answer(qtbot, Button.Cancel)
    qtbot.waitUntil(no_dialogs)
    assert window.document.project.name == "digits"
    assert window.document.is_modified


def test_a_fault_that_comes_again_and_again_opens_one_box(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    for _ in range(5):
        window.tell_fault(Message("Planted."), "Traceback: planted")
    assert len(error_boxes()) == 1
    assert "Planted" in window.statusBar().currentMessage()
    answer(qtbot, Button.Ok)


def test_train_tells_why_where_the_engine_cannot_be_loaded(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    window._backstage.engine.failed.emit(EngineFault(Message("No engine: planted."), ""))
    answer(qtbot, Button.Ok)
    qtbot.waitUntil(no_dialogs)
    trigger(window, "train")
    assert "planted" in answer(qtbot, Button.Ok)
    assert not window.run_controller.is_busy


def test_a_run_resumed_in_another_window_shows_its_curves_from_the_start(
    open_window: Open, qtbot: QtBot
) -> None:
    first = open_window(digits(epochs=100_000))
    train(first, qtbot)
    qtbot.waitUntil(
        lambda: (
            first.parts.design.plots._curves is not None
            and len(first.parts.design.plots._curves.loss.validation) >= 2
        ),
        timeout=LONG,
    )
    trigger(first, "stop")
    wait_for_end(first, qtbot)
    (run,) = paths.user_runs().iterdir()
    second = open_window()
    second.parts.flow.resume(run)
    qtbot.waitUntil(lambda: second.run_controller.state == RunState.RUNNING, timeout=LONG)
    curves = second.parts.design.plots._curves
    assert curves is not None
    assert curves.loss.validation.x[0] == 1
    assert "edited since" in status(second)  # it trains another stack than the one that is shown
    trigger(second, "stop")
    wait_for_end(second, qtbot)


def test_resume_is_refused_aloud_while_a_run_goes_on(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(digits(epochs=100_000))
    train(window, qtbot)
    window.parts.flow.resume(tmp_path)
    assert "Stop it first" in window.statusBar().currentMessage()
    trigger(window, "stop")
    wait_for_end(window, qtbot)


@pytest.mark.parametrize(("button", "stays"), [(Button.Cancel, True), ("Throw it away", False)])
def test_unsaved_work_goes_only_where_the_user_says_so(
    button: QMessageBox.StandardButton | str, stays: bool, open_window: Open, qtbot: QtBot
) -> None:
    left = paths.user_state() / "unsaved" / "0123.netstudio"
    left.parent.mkdir(parents=True)
    write_project(project_from_template("mnist-mlp", "left"), left)
    left.with_suffix(".json").write_text('{"path": null}')
    window = open_window()
    window.offer_unsaved()
    answer(qtbot, button)
    qtbot.waitUntil(no_dialogs)
    assert left.exists() is stays


@pytest.mark.may_log
def test_a_folder_that_cannot_be_written_does_not_stop_editing(
    open_window: Open, qtbot: QtBot, document: Document
) -> None:
    paths.user_state().parent.mkdir(parents=True, exist_ok=True)
    paths.user_state().write_text("a file where a folder should be")
    window = open_window(digits())
    edit(window)
    window._backstage._autosave._write()
    qtbot.wait(200)
    assert no_dialogs()


def test_a_damaged_settings_file_does_not_keep_the_window_from_opening() -> None:
    memory = Memory()
    memory._settings.setValue("recent", '[{"path": 5, "about": "", "result": "", "when": ""}]')
    assert memory.recent_files == ()


def test_what_fails_before_the_window_is_there_reaches_the_terminal(
    tmp_path: Path,
) -> None:
    import subprocess

    code = (
        "from netstudio.gui import application\n"
        "class Broken:\n"
        "    def __init__(self): raise RuntimeError('planted')\n"
        "application.MainWindow = Broken\n"
        "application.run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "planted" in done.stderr


@pytest.mark.parametrize("page", ["start", "evaluate", "use"])
def test_a_layer_is_looked_for_where_the_network_is_seen(open_window: Open, page: str) -> None:
    window = open_window(digits())
    window.show_page(page)
    trigger(window, "findLayer")
    assert part(window, QWidget, "paletteSearch").isVisible()
    assert part(window, QWidget, "stackView").isVisible()


def test_what_the_window_says_is_seen_in_the_bottom_line(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    quiet = window.statusBar().grab().toImage()
    window.say("Saved to here.")
    qtbot.wait(50)
    assert window.statusBar().grab().toImage() != quiet
    window.statusBar().clearMessage()
    assert window.parts.status.isVisible()
