"""What the plots' benchmarks run in a process of its own; each prints one JSON line.

python -m tests.benchmarks.plots_child million | day
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_STEPS = 1_000_000
_STEPS_AN_EPOCH = 10_000
# A tiny network's steps in a day, at 1,000 a second.
_STEPS_A_DAY = 86_400_000
_FRAMES = 60


def million() -> dict[str, float]:
    """How long a frame of a plot of a million steps takes, in seconds: drawing and painting."""
    from PySide6.QtWidgets import QApplication

    from netstudio.gui.plots.canvas import Canvas, DrawnRun
    from netstudio.gui.plots.figures import figure
    from netstudio.gui.plots.lines import Look

    application = QApplication([])
    canvas = Canvas(figure("loss"))
    canvas.resize(1200, 500)
    canvas.show()
    runs, look = [DrawnRun("run", _curves(_STEPS))], Look()
    application.processEvents()

    def frame(change: Callable[[int], object], number: int) -> float:
        began = time.process_time()
        change(number)
        canvas.viewport().repaint()
        return time.process_time() - began

    def frames(change: Callable[[int], object]) -> list[float]:
        return [frame(change, number) for number in range(_FRAMES)]

    canvas.draw(runs, look)
    view = canvas.getViewBox()
    found = {
        "draw": frames(lambda _: canvas.draw(runs, look)),
        "zoom": frames(lambda number: canvas.zoom(0.9 if number < _FRAMES // 2 else 1 / 0.9)),
    }
    canvas.zoom(0.05)
    found["pan"] = frames(lambda number: view.move(0.02 if number % 20 < 10 else -0.02, 0))
    result = {}
    for name, seconds in found.items():
        result[name] = statistics.median(seconds)
        result[f"{name}_p99"] = sorted(seconds)[int(0.99 * (_FRAMES - 1))]
    return result


def day() -> dict[str, float]:
    """What the curves of a day take, in MB, after a tenth of it and at its end."""
    first = _curves(_STEPS_A_DAY // 10)
    tenth, kept = _resident(), first.nbytes
    del first
    last = _curves(_STEPS_A_DAY)
    return {
        "tenth": tenth / 1e6,
        "whole": _resident() / 1e6,
        "tenth_kept": kept / 1e6,
        "whole_kept": last.nbytes / 1e6,
    }


def _curves(steps: int) -> Any:
    """The curves of a run of so many steps, reported as a run reports them."""
    import numpy as np

    from netstudio.gui.plots.curves import RunCurves

    curves = RunCurves(["accuracy"])
    epochs = steps // _STEPS_AN_EPOCH
    noise = np.random.default_rng(1).normal(0, 0.1, _STEPS_AN_EPOCH)
    for epoch in range(1, epochs + 1):
        losses = (2 / (1 + epoch) ** 0.3 + noise).tolist()
        train = {"loss": losses[-1], "accuracy": 0.9, "samples": 320_000}
        common = {"epoch": epoch, "epochs": epochs, "learning_rate": 0.001, "train": train}
        curves.take(
            {
                "event": "progress",
                "batch": _STEPS_AN_EPOCH,
                "batches": _STEPS_AN_EPOCH,
                "losses": losses,
                "samples_per_second": 32_000.0,
                "gradient_norm": 1.0,
                **common,
            }
        )
        val = {"loss": losses[-1], "accuracy": 0.9, "samples": 6_000}
        curves.take({"event": "epoch", "val": val, "seconds": 10.0, "is_best": True, **common})
    return curves


def _resident() -> int:
    """How many bytes of memory this process takes now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    wanted = {"million": million, "day": day}
    print(json.dumps(wanted[sys.argv[1]]()), flush=True)
