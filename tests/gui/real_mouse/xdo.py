"""The mouse and the keyboard of the virtual screen, moved from outside as a person would."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget


def xdo(*words: object) -> None:
    """Run xdotool beside the event loop, which goes on."""
    process = subprocess.Popen(["xdotool", *map(str, words)])
    while process.poll() is None:
        QApplication.processEvents()
    assert process.returncode == 0
    settle(0.05)


def settle(seconds: float) -> None:
    """Let the window answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come to that"
        settle(0.02)


def point(widget: QWidget, at: QPoint | None = None) -> tuple[int, int]:
    """Where a point of a widget, or its middle, is on the screen, in its own pixels."""
    place = widget.mapToGlobal(at if at is not None else widget.rect().center())
    scale = widget.devicePixelRatioF()
    return round(place.x() * scale), round(place.y() * scale)


def click(widget: QWidget, at: QPoint | None = None, times: int = 1) -> None:
    xdo("mousemove", *point(widget, at))
    xdo("click", "--repeat", times, "--delay", 60, 1)


def drag(
    start: tuple[int, int],
    end: tuple[int, int],
    before: Sequence[object] = (),
    after: Sequence[object] = (),
) -> None:
    """Press, move in steps, let go: all from one process, since a drag has a loop of its own.

    Args:
        start: Where the button goes down.
        end: Where it goes up.
        before: What else is done before it goes up, in xdotool's words.
        after: What else is done afterwards.
    """
    steps = 12
    path: list[object] = []
    for step in range(1, steps + 1):
        x = round(start[0] + (end[0] - start[0]) * step / steps)
        y = round(start[1] + (end[1] - start[1]) * step / steps)
        path += ["mousemove", x, y, "sleep", 0.03]
    xdo(
        "mousemove", *start, "sleep", 0.1, "mousedown", 1, *path, "sleep", 0.3, *before,
        "mousemove", end[0] + 1, end[1], "sleep", 0.3, "mouseup", 1, "sleep", 0.2, *after,
    )  # fmt: skip


def keys(*names: str) -> None:
    xdo("key", "--delay", 30, *names)


def type_text(text: str) -> None:
    xdo("type", "--delay", 20, text)
