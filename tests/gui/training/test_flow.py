"""Training from the window: again, longer, and what has changed since."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from netstudio.core.project import Project
from netstudio.engine.events import EpochEnded, Event, Finished, Started
from netstudio.gui.main_window import MainWindow
from netstudio.gui.run_controller import RunState
from tests.gui.conftest import grab
from tests.gui.dialogs import answer, wait_for_dialog
from tests.gui.windows import LONG, Open, analysis_of, digits, part, trigger, wait_for_end

pytestmark = pytest.mark.usefixtures("dressed")


def rate(project: Project, learning_rate: float) -> Project:
    optimizer = project.training.optimizer
    changed = replace(optimizer, fields=optimizer.fields.replace(lr=learning_rate))
    return replace(project, training=replace(project.training, optimizer=changed))


def edit_rate(window: MainWindow, learning_rate: float) -> None:
    window.document.edit("Learning rate", lambda project: rate(project, learning_rate))


def train_button(window: MainWindow) -> QPushButton:
    return part(window, QPushButton, "trainButton")


def heard(window: MainWindow) -> list[Event]:
    events: list[Event] = []
    window.run_controller.received.connect(events.extend)
    return events


def test_train_becomes_train_again_and_says_what_has_changed(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(2))
    analysis_of(window, qtbot)
    assert train_button(window).text() == "Train"
    trigger(window, "train")
    wait_for_end(window, qtbot)
    assert train_button(window).text() == "Train again"
    assert "Changed" not in train_button(window).toolTip()

    edit_rate(window, 0.5)

    tip = train_button(window).toolTip
    qtbot.waitUntil(lambda: "Changed since the last run:\n" in tip())
    assert "Learning rate 0.001 → 0.5" in tip()
    grab(window, "train again")
    window.document.undo()
    qtbot.waitUntil(lambda: "Changed" not in tip())


def test_a_run_that_goes_on_is_replaced_by_one_of_the_edited_project(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(digits(100_000))
    controller, events = window.run_controller, heard(window)
    analysis_of(window, qtbot)
    trigger(window, "train")
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    assert not train_button(window).isEnabled()

    edit_rate(window, 0.5)
    assert train_button(window).isEnabled()
    assert train_button(window).text() == "Train again"
    grab(window, "edited while it trains")
    analysis_of(window, qtbot)
    trigger(window, "train")
    box = wait_for_dialog(qtbot, QMessageBox)
    assert "0.001 → 0.5" in box.informativeText()
    grab(box, "train again box")
    answer(qtbot, "Train again")

    qtbot.waitUntil(lambda: len([e for e in events if isinstance(e, Started)]) == 2, timeout=LONG)
    assert controller.run is not None
    assert controller.run.project.training.optimizer.fields["lr"] == 0.5
    trigger(window, "stop")
    wait_for_end(window, qtbot)


def test_the_stop_button_offers_to_stop_after_the_epoch(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(100_000))
    events = heard(window)
    after_epoch = part(window, QAction, "stopAfterEpochAction")
    assert not after_epoch.isEnabled()
    analysis_of(window, qtbot)
    trigger(window, "train")
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    stop = part(window, QAction, "stopAction")
    menus = [button.menu() for button in window.findChildren(QToolButton) if button.menu()]
    assert any(menu.actions() == [stop, after_epoch] for menu in menus)
    after_epoch.trigger()
    wait_for_end(window, qtbot)
    assert window.run_controller.state is RunState.IDLE


def test_a_run_that_is_done_is_trained_longer(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits(2))
    events = heard(window)
    longer = part(window, QAction, "trainLongerAction")
    assert not longer.isEnabled()
    analysis_of(window, qtbot)
    trigger(window, "train")
    wait_for_end(window, qtbot)
    assert window.run_controller.run is not None
    folder = window.run_controller.run.folder

    longer.trigger()
    dialog = wait_for_dialog(qtbot, QInputDialog)
    assert dialog.intValue() == 2
    dialog.setIntValue(3)
    dialog.accept()

    qtbot.waitUntil(lambda: len([e for e in events if isinstance(e, Finished)]) == 2, timeout=LONG)
    wait_for_end(window, qtbot)
    assert [e.epoch for e in events if isinstance(e, EpochEnded)] == [1, 2, 3, 4, 5]
    assert window.run_controller.run.folder == folder
    told = [label.text() for label in window.findChildren(QLabel)]
    assert any("trained the stack as of" in text for text in told)
    assert not any("edited since" in text for text in told), "more epochs are no edit"
