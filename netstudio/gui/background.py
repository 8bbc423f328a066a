"""Work that may take longer than a blink, done beside the window's thread."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message

_log = logging.getLogger(__name__)

# How often progress is told.
_REPORT_EVERY = 0.1

# A plain function, or one that gives a job: a generator of progress that returns the result.
Work = Callable[[], Any]


class Cancelled(Exception):
    """The task was cancelled."""


class Task(QObject):
    """One piece of work under way; its signals arrive on the window's thread.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted, then ``ended``.

    Signals:
        progressed: A ``Preparing`` event, a few times a second.
        succeeded: The result.
        failed: The sentence for the user (``Message``), and the traceback where it is not the
            user's doing, or "".
        cancelled: It was cancelled before it had a result.
        ended: It is over, whatever the end.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object, str)
    cancelled = Signal()
    ended = Signal()
    # The thread's news come home first, so that whoever connects after the start misses none.
    _advanced = Signal(object)
    _over = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelling = threading.Event()
        self._is_over = False
        self._advanced.connect(self.progressed)
        self._over.connect(self._deliver)

    @property
    def is_over(self) -> bool:
        """Whether one of its endings was emitted."""
        return self._is_over

    def cancel(self) -> None:
        """Stop it soon; its result, should it still come, is dropped."""
        self._cancelling.set()

    def call_off(self) -> None:
        """End it as cancelled before it was begun."""
        self._deliver(Cancelled())

    def run(self, work: Work) -> None:
        """Do the work; called on the background thread."""
        outcome: object
        try:
            outcome = _Result(self._do(work))
        except Cancelled:
            outcome = Cancelled()
        except UserError as error:
            outcome = _Failure(error.message, "")
        except Exception as error:  # noqa: BLE001 (whatever happens, the window tells it)
            _log.exception("work in the background failed")
            outcome = _Failure(unexpected(error), traceback.format_exc())
        self._over.emit(outcome)

    def _do(self, work: Work) -> object:
        if self._cancelling.is_set():
            raise Cancelled
        done = work()
        return self._finish(done) if isinstance(done, Generator) else done

    def _finish(self, job: Generator[Any, None, Any]) -> object:
        next_report = 0.0
        with closing(job):
            while True:
                if self._cancelling.is_set():
                    raise Cancelled
                try:
                    event = next(job)
                except StopIteration as end:
                    return end.value
                if time.monotonic() >= next_report:
                    self._advanced.emit(event)
                    next_report = time.monotonic() + _REPORT_EVERY

    def _deliver(self, outcome: object) -> None:
        self._is_over = True
        match outcome:
            case _ if self._cancelling.is_set() or isinstance(outcome, Cancelled):
                self.cancelled.emit()
            case _Failure():
                self.failed.emit(outcome.text, outcome.detail)
            case _Result():
                self.succeeded.emit(outcome.value)
        self.ended.emit()
        self.deleteLater()


class _Result:
    def __init__(self, value: object) -> None:
        self.value = value


class _Failure:
    def __init__(self, text: Message, detail: str) -> None:
        self.text = text
        self.detail = detail


class Lane(QObject):
    """One background thread that does its tasks one after the other.

    Args:
        name: The thread's name.
        parent: Who closes it.
        after: What must have ended before the first task begins.
    """

    def __init__(self, name: str, parent: QObject, after: Future[None] | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._after = after
        self._tasks: set[Task] = set()
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more tasks."""
        return self._is_closed

    def start(self, work: Work) -> Task:
        """Do ``work`` when what was asked before is done; a closed lane cancels it.

        Args:
            work: A function of nothing; what it returns is the result, unless that is a generator:
                that is run to its end, its steps are progress, and it can be cancelled between
                them.
        """
        task = Task(self)
        self._tasks.add(task)
        task.ended.connect(self._forget)
        if self._is_closed:
            # Later, like every other ending: whoever asked has not connected yet.
            QTimer.singleShot(0, task, task.call_off)
        else:
            self._executor.submit(self._run, task, work)
        return task

    def cancel(self) -> None:
        """Stop everything soon; nothing that waits is begun."""
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """Cancel everything and wait until the thread has ended."""
        self._is_closed = True
        self.cancel()
        # What still waits is begun, finds itself cancelled, and says so.
        self._executor.shutdown(wait=True)

    def _run(self, task: Task, work: Work) -> None:
        if self._after is not None:
            self._after.exception()  # waits; what went wrong there is told by its owner
        task.run(work)

    def _forget(self) -> None:
        self._tasks = {task for task in self._tasks if not task.is_over}


def unexpected(error: BaseException) -> Message:
    """The sentence for a fault of the program itself."""
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Something went wrong that should not have ({type}: {error}). Please report it with "
            "the details.",
        ),
        type=type(error).__name__,
        error=str(error).splitlines()[0] if str(error) else "",
    )
