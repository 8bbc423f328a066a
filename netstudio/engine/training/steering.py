"""Letting a run be stopped and paused between the steps of its work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from typing import TypeVar

from netstudio.engine.data.job import Job
from netstudio.engine.training.control import RunControl

T = TypeVar("T")

# How often a front end hears of progress, in seconds.
REPORT_EVERY = 0.1


class StopRequested(Exception):
    """The user wants the run to stop now."""


class Stopwatch:
    """Seconds since it was made, pauses left out.

    Args:
        seconds: Where it starts.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self._start = time.perf_counter() - seconds

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return time.perf_counter() - self._start

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Let no time pass."""
        before = time.perf_counter()
        try:
            yield
        finally:
            self._start += time.perf_counter() - before


def steered(job: Job[T], control: RunControl, stopwatch: Stopwatch | None = None) -> Job[T]:
    """Pass on a job's progress a few times a second until it ends or the control says stop.

    Args:
        job: What is done.
        control: Read between its steps.
        stopwatch: Leaves out the pauses.

    Raises:
        StopRequested: The control says stop.
    """
    next_report = 0.0
    with closing(job):
        while True:
            if control.stop_now:
                raise StopRequested
            with stopwatch.stopped() if stopwatch else nullcontext():
                control.wait_while_paused()
            try:
                event = next(job)
            except StopIteration as end:
                result: T = end.value
                return result
            if time.perf_counter() >= next_report:
                yield event
                next_report = time.perf_counter() + REPORT_EVERY
