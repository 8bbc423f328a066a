"""Every point of every curve as comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from netstudio.gui.plots.canvas import DrawnRun
from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.series import Floats, Series

_COLUMNS = ("run", "figure", "part", "epoch", "step", "seconds", "value")


@dataclass(frozen=True)
class Table:
    """The points of one curve.

    Attributes:
        run: What the run is called.
        figure: The figure's name.
        part: ``train`` or ``validation``.
        epochs: Where the points lie.
        steps: The same in steps; None where that is unknown.
        seconds: The same in seconds; None where that is unknown.
        values: What was measured.
    """

    run: str
    figure: str
    part: str
    epochs: Floats
    steps: Floats | None
    seconds: Floats | None
    values: Floats


def tables_of(runs: Sequence[DrawnRun]) -> list[Table]:
    """Copies of all points of these runs."""
    return [table for run in runs for table in _tables(run.name, run.curves)]


def table_text(tables: Iterable[Table]) -> str:
    """The points as text, one a line; of a long run this takes seconds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for table in tables:
        names = (table.run, table.figure, table.part)
        unknown = [""] * len(table.values)
        rows = zip(
            [f"{epoch:.8g}" for epoch in table.epochs.tolist()],
            unknown if table.steps is None else np.rint(table.steps).astype(int).tolist(),
            unknown if table.seconds is None else np.round(table.seconds, 3).tolist(),
            table.values.tolist(),
            strict=True,
        )
        writer.writerows((*names, *row) for row in rows)
    return text.getvalue()


def _tables(name: str, run: RunCurves) -> Iterator[Table]:
    for figure, curves in run.figures.items():
        for part, series in (
            ("train", curves.train),
            ("train", curves.raw),
            ("validation", curves.validation),
        ):
            if len(series):
                yield _table(name, figure, part, series, run)


def _table(name: str, figure: str, part: str, series: Series, run: RunCurves) -> Table:
    def places(unit: Unit) -> Floats | None:
        return run.clock.places(series.x, unit).copy() if run.clock.knows(unit) else None

    steps, seconds = places(Unit.STEPS), places(Unit.SECONDS)
    return Table(name, figure, part, series.x.copy(), steps, seconds, series.y.copy())
