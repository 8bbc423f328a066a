from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.translate import Message, UserError
from netstudio.core.tree import Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane


def test_a_result_arrives_on_the_windows_thread(lane: Lane, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    task = lane.start(threading.current_thread)
    task.succeeded.connect(threads.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert threads[0] is not threading.current_thread()
    assert task.is_over


def test_a_job_reports_and_gives_its_result(lane: Lane, qtbot: QtBot) -> None:
    def job() -> Generator[str, None, str]:
        yield "halfway"
        return "the end"

    heard: list[object] = []
    task = lane.start(job)
    task.progressed.connect(heard.append)
    task.succeeded.connect(heard.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert heard == ["halfway", "the end"]


def test_a_cancelled_job_ends_between_its_steps(lane: Lane, qtbot: QtBot) -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    task = lane.start(endless)
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert closed.is_set()


def test_a_users_error_arrives_as_its_sentence_without_details(lane: Lane, qtbot: QtBot) -> None:
    def fail() -> None:
        raise UserError("No such thing: {name}.", name="x")

    task = lane.start(fail)
    with qtbot.waitSignal(task.failed) as caught:
        pass
    text, detail = caught.args
    assert isinstance(text, Message)
    assert str(text) == "No such thing: x."
    assert detail == ""


@pytest.mark.may_log
def test_a_fault_of_the_program_arrives_with_its_traceback(lane: Lane, qtbot: QtBot) -> None:
    task = lane.start(lambda: 1 // 0)
    with qtbot.waitSignal(task.failed) as caught:
        pass
    text, detail = caught.args
    assert "ZeroDivisionError" in str(text)
    assert "Traceback" in detail


def test_stale_analyses_are_dropped(document: Document, lane: Lane, qtbot: QtBot) -> None:
    analyser = Analyser(document, lane, lane)
    seen: list[int] = []
    analyser.analysed.connect(lambda analysis: seen.append(len(analysis.layers)))
    for count in (3, 2, 1):
        document.edit("shorten", partial(_first, count))
    assert analyser.current is None
    qtbot.waitUntil(lambda: analyser.current is not None, timeout=30_000)
    assert seen == [1]
    analyser.close()


def _first(count: int, project: Project) -> Project:
    return project.with_network(Stack(project.network.nodes[:count]))


def test_what_waits_when_a_lane_is_closed_is_told_that_it_is_cancelled(
    lane: Lane, qtbot: QtBot
) -> None:
    may_end = threading.Event()
    lane.start(may_end.wait)
    waiting = lane.start(lambda: "never")
    threading.Timer(0.1, may_end.set).start()
    with qtbot.waitSignals([waiting.cancelled, waiting.ended]):
        lane.close()


def test_a_closed_lane_cancels_what_it_is_asked(lane: Lane, qtbot: QtBot) -> None:
    lane.close()
    task = lane.start(lambda: "never")
    with qtbot.waitSignals([task.cancelled, task.ended]):
        pass
