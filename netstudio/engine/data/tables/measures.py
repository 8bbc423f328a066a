"""What can be measured and counted in the columns of a table."""

from __future__ import annotations

from typing import cast

import numpy as np
import polars as pl

from netstudio.core.translate import verbatim
from netstudio.engine.data.measures import Counted, Measured, Measures
from netstudio.engine.data.records import Inputs
from netstudio.engine.data.tables.inputs import NUMBER, Rows


def measures(inputs: Inputs) -> Measures:
    """The values of every column that is learned from, with what is missing."""
    rows = cast("Rows", inputs)
    return tuple(_of_column(rows.frame[name], rows.roles[name]) for name in rows.used)


def _of_column(column: pl.Series, role: str) -> Measured | Counted:
    name = verbatim(column.name)
    if role == NUMBER:
        return Measured(name, column.cast(pl.Float64).fill_null(np.nan).to_numpy())
    if column.dtype == pl.Datetime:
        years = column.dt.year().cast(pl.Float64).fill_null(np.nan)
        return Measured(name, years.to_numpy())
    counts = column.drop_nulls().value_counts(sort=True, name="how often: " + column.name)
    found, times = counts.get_columns()
    words = dict(zip(found.cast(pl.String), times, strict=True))
    return Counted(name, words, column.null_count())
