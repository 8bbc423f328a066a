"""How much of the horizontal axis the whole of a plot is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.ticks import nice_step, time_step

# Room for the whole mark of the last epoch.
_BEYOND_THE_LAST = 1.01
# A run with more epochs than this is shown in full only when it has come so far.
_FEW_EPOCHS = 20
_STEPS = 5


def whole_span(runs: Sequence[RunCurves], unit: Unit) -> float:
    """Where the axis ends for these runs; it grows in steps as they go on."""
    ends = [_end(run, unit) for run in runs]
    return max(ends, default=1.0) * _BEYOND_THE_LAST


def _end(run: RunCurves, unit: Unit) -> float:
    if unit is Unit.SECONDS and not run.has_ended:
        passed = run.clock.place(run.now, unit)
        step = time_step(max(passed, 1.0), _STEPS)
        return math.ceil(passed / step + 1e-9) * step
    return run.clock.place(_epochs(run), unit)


def _epochs(run: RunCurves) -> float:
    """All epochs of a short run; of a long one, those it has done and a few more."""
    if run.has_ended and run.now > 0:
        return run.now
    if run.epochs <= _FEW_EPOCHS:
        return float(run.epochs)
    wanted = max(1.25 * run.now, float(_FEW_EPOCHS))
    step = nice_step(wanted, _STEPS)
    return min(float(run.epochs), math.ceil(wanted / step - 1e-9) * step)
