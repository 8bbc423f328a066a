from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from netstudio.core.translate import UserError
from netstudio.gui.guard import Guard

pytestmark = pytest.mark.may_log


@pytest.fixture
def guard() -> Iterator[Guard]:
    guard = Guard()
    uninstall = guard.install()
    yield guard
    uninstall()


def raised(error: Exception) -> None:
    """Hand an exception to the hook, as Python does when nobody has caught it."""
    try:
        raise error
    except Exception:
        sys.excepthook(*sys.exc_info())


def test_an_exception_that_nobody_caught_is_told_and_logged(
    guard: Guard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(guard.caught) as caught:
        raised(ZeroDivisionError("planted"))
    text, detail = caught.args
    assert "planted" in str(text)
    assert "Traceback" in detail
    assert "planted" in caplog.text


def test_a_users_error_that_nobody_caught_keeps_its_sentence(guard: Guard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.caught) as caught:
        raised(UserError("No such thing: {name}.", name="x"))
    assert str(caught.args[0]) == "No such thing: x."


def test_an_exception_in_a_thread_is_told_too(guard: Guard, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    with qtbot.waitSignal(guard.caught) as caught:
        thread.start()
        thread.join()
    assert "ZeroDivisionError" in str(caught.args[0])


def test_what_qt_complains_of_goes_to_the_log(
    guard: Guard, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning("planted")
    assert "Qt: planted" in caplog.text


def test_uninstalling_gives_the_hooks_back() -> None:
    before = sys.excepthook, threading.excepthook
    Guard().install()()
    assert (sys.excepthook, threading.excepthook) == before
