"""What all tests of the window share: a quiet Qt, a home of its own, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.main_window import MainWindow
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.tasks.templates import project_from_template

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

T = TypeVar("T", bound=QObject)

# Of the platform that has no screen, whatever the program does.
_PLATFORM_SAYS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no settings, runs or files are shared."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name, place in (
        ("HOME", ""),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_DOCUMENTS_DIR", "documents"),
    ):
        monkeypatch.setenv(name, str(folder / place))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # the window speaks the system's language
    monkeypatch.delenv("LANGUAGE", raising=False)
    return folder


@pytest.fixture(autouse=True)
def quiet(
    qapp: QApplication,
    only_what_is_new: None,
    caplog: pytest.LogCaptureFixture,
    request: pytest.FixtureRequest,
) -> Iterator[list[str]]:
    """Fails a test that leaves a thread, a timer or a window, or makes Qt or our log speak.

    Yields:
        What Qt has said so far; a test that expects a message takes it out.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and text not in _PLATFORM_SAYS:
            said.append(text)

    before = qInstallMessageHandler(hear)
    threads = set(threading.enumerate())
    with caplog.at_level(logging.WARNING):
        yield said
        tidy_up(qapp)
    qInstallMessageHandler(before)
    assert not said, f"Qt said: {said}"
    logged = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.name.startswith("netstudio") and record.levelno >= logging.WARNING
    ]
    may_log = request.node.get_closest_marker("may_log") is not None
    assert may_log or not logged, f"the log says: {logged}"
    # What Python calls a dummy is Qt's own thread, looked at below.
    ours = [one for one in threading.enumerate() if "Dummy" not in one.name]
    left = [one for one in ours if one not in threads and not _ends_soon(one)]
    assert not left, f"threads are left: {left}"
    assert not [one for one in alive(QThread) if one.isRunning()], "a QThread is left running"
    ticking = [timer for timer in alive(QTimer) if timer.isActive()]
    assert not ticking, f"timers are left: {[(t.objectName(), t.parent()) for t in ticking]}"
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not shown, f"windows are left: {shown}"


@pytest.fixture(autouse=True)
def only_what_is_new() -> Iterator[None]:
    """Keeps the collector, and the search for what is left, to the objects of this test."""
    gc.freeze()
    yield
    gc.unfreeze()


def tidy_up(qapp: QApplication) -> None:
    """Let Qt delete what waits to be deleted."""
    for _ in range(3):
        qapp.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def alive(kind: type[T]) -> list[T]:
    """All Qt objects of this kind that Python knows and Qt has not deleted."""
    return [
        one for one in gc.get_objects() if issubclass(type(one), kind) and shiboken6.isValid(one)
    ]


def _ends_soon(thread: threading.Thread) -> bool:
    """Whether a thread was only about to end."""
    thread.join(2)
    return not thread.is_alive()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Appearance]:
    """The application in its light theme."""
    appearance = Appearance(qapp, ThemeChoice.LIGHT, qapp)
    yield appearance
    appearance.deleteLater()


@pytest.fixture
def document() -> Document:
    """A document with the classic MLP."""
    return Document(project_from_template("mnist-mlp", "digits"))


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    """A background thread that ends with the test."""
    owner = QObject()
    lane = Lane("test lane", owner)
    yield lane
    lane.close()


@pytest.fixture
def analyser(document: Document, lane: Lane, qtbot: QtBot) -> Iterator[Analyser]:
    """An analyser that has analysed the document."""
    analyser = Analyser(document, lane, lane)
    with qtbot.waitSignal(analyser.analysed, timeout=120_000):
        pass  # the first one in a process imports torch
    yield analyser
    analyser.close()


def grab(widget: QWidget, name: str) -> None:
    """Save a picture of ``widget`` where NETSTUDIO_PICTURES says, if it says anything."""
    if folder := os.environ.get("NETSTUDIO_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(Path(folder) / f"{name}.png"))


@pytest.fixture(scope="session")
def digits_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a model that reads the small digits, trained for a few epochs."""
    from netstudio.engine.events import Finished
    from netstudio.engine.training.control import RunControl
    from netstudio.engine.training.trainer import Trainer

    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(epochs=8)
    project = replace(project, training=replace(project.training, options=options))
    *_, last = Trainer(project, "cpu", out=tmp_path_factory.mktemp("runs")).run(RunControl())
    assert isinstance(last, Finished)
    return Path(last.model)


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window and waits until everything is loaded."""
    windows: list[MainWindow] = []

    def open_window(project: Project | None = None) -> MainWindow:
        window = MainWindow(project)
        windows.append(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitUntil(lambda: window._backstage.engine.is_ready, timeout=60_000)
        qtbot.waitUntil(lambda: window._backstage.analyser.current is not None, timeout=60_000)
        return window

    yield open_window
    for window in windows:
        window._shut_down()
        window.close()
        window.deleteLater()
