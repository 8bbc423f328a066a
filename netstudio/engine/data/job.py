"""Work that reports its progress while it goes on and gives a result in the end."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from netstudio.engine.events import Preparing

T = TypeVar("T")

Job = Generator[Preparing, None, T]


def finish(job: Job[T], report: Callable[[Preparing], object] = lambda _: None) -> T:
    """Run a job to its end, reporting its progress."""
    while True:
        try:
            report(next(job))
        except StopIteration as end:
            result: T = end.value
            return result
