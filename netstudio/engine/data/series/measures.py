"""What can be measured of courses of numbers: their values, and how long they are."""

from __future__ import annotations

from typing import cast

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, verbatim
from netstudio.engine.data.measures import Counted, Measured, Measures
from netstudio.engine.data.records import Inputs
from netstudio.engine.data.series.course import Column, Values
from netstudio.engine.data.series.inputs import Sequences, Windows


def of_windows(inputs: Inputs) -> Measures:
    """The values of every column in the rows that the windows look at."""
    windows = cast("Windows", inputs)
    course = windows.course.rows(windows.rows())
    return tuple(
        _of_column(column, course.values[:, at]) for at, column in enumerate(course.columns)
    )


def of_sequences(inputs: Inputs) -> Measures:
    """How many steps every sequence has, and the mean of each of its features."""
    sequences = cast("Sequences", inputs)
    lengths = np.array([len(course) for course in sequences.courses], dtype=np.float64)
    steps = Measured(message(QT_TRANSLATE_NOOP("netstudio", "Length in steps")), lengths)
    # A feature that is missing throughout has no mean.
    with np.errstate(invalid="ignore"):
        sums = np.array([np.nansum(course, axis=0) for course in sequences.courses])
        known = np.array([np.isfinite(course).sum(0) for course in sequences.courses])
        means = np.where(known > 0, sums / np.maximum(known, 1), np.nan).astype(np.float64)
    return (
        steps,
        *(
            Measured(
                message(QT_TRANSLATE_NOOP("netstudio", "Mean of {feature}"), feature=name),
                means[:, at],
            )
            for at, name in enumerate(sequences.features)
        ),
    )


def _of_column(column: Column, values: Values) -> Measured | Counted:
    if not column.categories:
        return Measured(verbatim(column.name), values.astype(np.float64))
    known = values[np.isfinite(values)].astype(np.int64)
    counts = np.bincount(known, minlength=len(column.categories))
    order = np.argsort(-counts, kind="stable")
    words = {column.categories[at]: int(counts[at]) for at in order if counts[at]}
    return Counted(verbatim(column.name), words, len(values) - len(known))
