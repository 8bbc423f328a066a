"""Work of foreign libraries that reports no progress, as a job that can be left."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from netstudio.engine.data.job import Job
from netstudio.engine.events import Preparing

T = TypeVar("T")

# How long, in seconds, a wish to stop may wait.
_PULSE = 0.1


def in_thread(stage: str, work: Callable[[], T]) -> Job[T]:
    """The result of ``work``, which runs in a thread of its own.

    Whoever leaves the job does not wait: the thread ends by itself, and nobody sees its result.
    """
    results: list[T] = []
    failures: list[BaseException] = []

    def attempt() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 (raised where it is waited for)
            failures.append(error)

    thread = threading.Thread(target=attempt, name=stage, daemon=True)
    yield Preparing(stage, 0, 1)
    thread.start()
    while thread.is_alive():
        thread.join(_PULSE)
        yield Preparing(stage, 0, 1)
    if failures:
        raise failures[0]
    yield Preparing(stage, 1, 1)
    return results[0]
