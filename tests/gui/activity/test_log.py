from __future__ import annotations

import logging
import threading
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.translate import message, verbatim
from netstudio.engine.devices import DeviceReport
from netstudio.engine.events import (
    CrossValidated,
    Failed,
    Figures,
    Finished,
    FoldEnded,
    Noticed,
    Stopped,
)
from netstudio.gui.activity.log import LogPanel, without_home
from netstudio.gui.run_controller import Run, RunController
from netstudio.gui.theme.appearance import Appearance
from tests.gui.plots.made_up import ended, progress, started


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


@pytest.fixture
def log(qtbot: QtBot, controller: RunController, dressed: Appearance) -> LogPanel:
    log = LogPanel(controller)
    qtbot.addWidget(log)
    log.show()
    return log


def button(log: LogPanel, text: str) -> QPushButton:
    return next(one for one in log.findChildren(QPushButton) if one.text() == text)


def test_a_run_leaves_its_milestones(
    log: LogPanel, controller: RunController, document: Document
) -> None:
    controller.started.emit(Run(document.project, datetime.now(), "auto"))
    controller.received.emit((started(), progress(), ended(1)))
    controller.received.emit((Finished("m.safetensors", "r", 1, Figures(0.1, {}, 5), 62.0),))
    lines = log.text.splitlines()
    assert len(lines) == 4
    assert "18\u2009816 parameters" in lines[1]
    assert "Epoch 1/10: loss 0.0610, accuracy 98.30\u2009%; validation: loss 0.0780" in lines[2]
    assert "Finished after 1:02, best epoch 1; test: loss 0.1000; m.safetensors" in lines[3]


def test_a_failure_brings_its_traceback(log: LogPanel, controller: RunController) -> None:
    controller.received.emit((Failed(message("It broke."), "Traceback:\n  here"),))
    assert "Failed: It broke." in log.text
    assert "  here" in log.text


def test_a_stop_says_how_to_go_on(log: LogPanel, controller: RunController) -> None:
    controller.received.emit((Stopped("/runs/one", None),))
    assert "it can be resumed from /runs/one" in log.text


def test_what_is_noticed_is_noted(log: LogPanel, controller: RunController) -> None:
    controller.received.emit((Noticed("over-fitting", message("By heart."), 8),))
    assert "Notice: By heart." in log.text


def test_what_is_logged_on_another_thread_is_shown(
    log: LogPanel, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("netstudio.somewhere")
    thread = threading.Thread(target=lambda: logger.warning("careful"))
    thread.start()
    qtbot.waitUntil(lambda: "WARNING netstudio.somewhere: careful" in log.text)
    thread.join()
    caplog.clear()


def test_a_log_that_is_gone_hears_nothing_more(controller: RunController, qtbot: QtBot) -> None:
    before = list(logging.getLogger("netstudio").handlers)
    one, other = LogPanel(controller), LogPanel(controller)
    one.stop_listening()
    one.deleteLater()
    other.deleteLater()
    qtbot.waitUntil(lambda: logging.getLogger("netstudio").handlers == before)


def test_diagnostics_tell_versions_and_devices_and_no_home_folder(
    log: LogPanel, home: Path
) -> None:
    log.set_devices((DeviceReport("cpu", verbatim("Some CPU"), usable=True),))
    log.say(f"saved to {home}/x.netstudio")
    QTest.mouseClick(button(log, "Copy diagnostics"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("netstudio ")
    assert "PySide6 " in copied
    assert "cpu: Some CPU" in copied
    assert "saved to ~/x.netstudio" in copied
    assert str(home) not in copied


def test_only_the_home_folder_itself_is_replaced(home: Path) -> None:
    assert without_home(f"{home}er/x {home}/y '{home}'") == f"{home}er/x ~/y '~'"


def test_clear_empties_the_log(log: LogPanel) -> None:
    log.say("something")
    QTest.mouseClick(button(log, "Clear"), Qt.MouseButton.LeftButton)
    assert log.text == ""


def test_the_log_is_bounded_and_read_only(log: LogPanel) -> None:
    for number in range(2_100):
        log.say(str(number))
    view = log.findChild(QPlainTextEdit, "logView")
    assert isinstance(view, QPlainTextEdit)
    assert view.isReadOnly()
    assert view.blockCount() == 2_000


def test_a_cross_validation_leaves_each_fold_and_what_came_of_all(
    log: LogPanel, controller: RunController, document: Document
) -> None:
    controller.started.emit(Run(document.project, datetime.now(), "auto"))
    test = Figures(0.4, {"accuracy": 0.81}, 90)
    controller.received.emit((FoldEnded(2, 5, test, 0.3, "m", 1.0),))
    means, deviations = {"loss": 0.4, "accuracy": 0.8}, {"loss": 0.1, "accuracy": 0.02}
    controller.received.emit((CrossValidated(5, means, deviations, 3),))
    controller.received.emit((Finished("m.safetensors", "r", 0, test, 62.0),))
    fold, folds, end = log.text.splitlines()[1:]
    assert "Fold 2 of 5 is done; test: loss 0.4000, accuracy 81.00\u2009%" in fold
    assert "of 5 folds: accuracy 80.00\u2009% ± 2.00\u2009%; best fold: 3" in folds
    assert "best epoch" not in end
