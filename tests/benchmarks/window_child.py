"""What the window's benchmarks run in a process of its own; each prints one JSON line.

python -m tests.benchmarks.window_child paint | stall | delay | train-window | train-headless
"""

from __future__ import annotations

import json
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from netstudio.core.project import Project
    from netstudio.gui.main_window import MainWindow

# How often the event loop is asked for a sign of life.
TICK_MS = 5
# How long its delay is measured while it trains.
_BUSY_SECONDS = 60.0

# Python must not forget the application while a window is there.
_kept: list[object] = []


def paint() -> dict[str, float]:
    """When the window was painted first, on the clock that all processes share."""
    from netstudio.gui.quick_start import hurry

    hurry()  # as the program does before it imports anything else
    from netstudio.gui import application
    from netstudio.gui.main_window import MainWindow

    painted: dict[str, float] = {}

    class Watched(MainWindow):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            from PySide6.QtCore import QTimer

            if not painted:
                # The children are painted after their window, within the same event.
                QTimer.singleShot(0, self, self._note)

        def _note(self) -> None:
            painted["painted"] = time.monotonic()
            print(json.dumps(painted), flush=True)
            os._exit(0)  # what loads in the background is no part of this

    vars(application)["MainWindow"] = Watched
    application.run()
    return painted


def stall() -> dict[str, float]:
    """The longest pause of the event loop while torch is loaded, in seconds."""
    with _home():
        window = _window()
        ticks = _Ticks()
        window.show()
        _wait_until(lambda: window._backstage.engine.is_ready)
        _spin(0.5)
        result = {"longest": max(ticks.stop())}
        window.close()
        return result


def delay() -> dict[str, float]:
    """The event loop's delay, idle and while the MLP trains with the stack scrolling."""
    with _home():
        window = _ready_window()
        window.show_page("design")
        window.resize(1280, 640)  # too low for the whole stack, which is scrolled
        _spin(0.5)
        assert window.parts.design.stack.verticalScrollBar().maximum() > 0
        ticks = _Ticks()
        _scroll(window, 10.0)
        idle = ticks.stop()
        _start(window)
        ticks = _Ticks()
        _scroll(window, _BUSY_SECONDS)
        busy = ticks.stop()
        _stop(window)
        window.close()
        return {"idle_p99": _p99(idle), "busy_p99": _p99(busy), "busy_max": max(busy)}


def train_window() -> dict[str, float]:
    """Samples per second with the window open and plotting."""
    with _home():
        window = _ready_window()
        window.show_page("design")
        rates: list[float] = []
        window.run_controller.received.connect(lambda events: _note_rates(events, rates))
        _start(window)
        _wait_until(lambda: not window.run_controller.is_busy)
        window.close()
        return {"rate": _median(rates)}


def train_headless() -> dict[str, float]:
    """Samples per second of the same run without Qt."""
    from netstudio.engine.training.control import RunControl
    from netstudio.engine.training.trainer import Trainer

    rates: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        events = Trainer(_project(), "cpu", out=Path(folder)).run(RunControl())
        _note_rates(events, rates)
    return {"rate": _median(rates)}


def _project(epochs: int = 6) -> Project:
    from netstudio.tasks.templates import project_from_template

    project = project_from_template("mnist-mlp", "benchmark")
    options = project.training.options.replace(epochs=epochs)
    return replace(project, training=replace(project.training, options=options))


class _home:
    """A home folder of its own, so that nobody's settings and runs are touched."""

    def __enter__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            os.environ[name] = self._folder.name

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def _window() -> MainWindow:
    from PySide6.QtWidgets import QApplication

    from netstudio.gui.main_window import MainWindow

    _kept.append(QApplication.instance() or QApplication([]))
    window = MainWindow(_project(epochs=100_000 if sys.argv[1] == "delay" else 6))
    window.resize(1440, 900)
    return window


def _ready_window() -> MainWindow:
    window = _window()
    window.show()
    _wait_until(
        lambda: window._backstage.engine.is_ready and window._backstage.analyser.current is not None
    )
    _wait_until(lambda: window._backstage.data.dataset is not None)
    _spin(1.0)
    return window


def _start(window: MainWindow) -> None:
    window.parts.actions.train.trigger()
    rates: list[float] = []
    window.run_controller.received.connect(lambda events: rates.append(0))
    _wait_until(lambda: window.run_controller.state == "running" and len(rates) > 3)


def _stop(window: MainWindow) -> None:
    window.run_controller.stop()
    _wait_until(lambda: not window.run_controller.is_busy)


def _scroll(window: MainWindow, seconds: float) -> None:
    """Scroll the stack up and down all the while."""
    from PySide6.QtCore import QTimer

    bar = window.parts.design.stack.verticalScrollBar()
    began = time.monotonic()

    def move() -> None:
        phase = 0.5 + 0.5 * math.sin(3 * (time.monotonic() - began))
        bar.setValue(round(bar.maximum() * phase))

    timer = QTimer()
    timer.timeout.connect(move)
    timer.start(16)
    _spin(seconds)
    timer.stop()


class _Ticks:
    """Measures how late the event loop answers a timer, in seconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, now - self._last - TICK_MS / 1000))
        self._last = now

    def stop(self) -> list[float]:
        """How late each tick was."""
        self._timer.stop()
        return self._late


def _spin(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        _spin(0.05)


def _note_rates(events: Any, rates: list[float]) -> None:
    from netstudio.engine.events import EpochEnded

    rates.extend(e.samples_per_second for e in events if isinstance(e, EpochEnded))


def _median(rates: list[float]) -> float:
    warm = sorted(rates[1:])  # the first epoch warms up
    return warm[len(warm) // 2]


def _p99(values: list[float]) -> float:
    return sorted(values)[int(0.99 * (len(values) - 1))]


if __name__ == "__main__":
    wanted = {
        "paint": paint,
        "stall": stall,
        "delay": delay,
        "train-window": train_window,
        "train-headless": train_headless,
    }
    print(json.dumps(wanted[sys.argv[1]]()), flush=True)
