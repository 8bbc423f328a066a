"""What each column of a table is for, as far as its values tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netstudio.engine.data.job import Job
from netstudio.engine.data.tables.cells import as_dates, as_numbers, as_text, as_values
from netstudio.engine.data.tables.inputs import CATEGORY, DATE, IGNORE, NUMBER, TEXT
from netstudio.engine.events import Preparing

# A column of words with more different ones than this is text, unless they repeat often.
_MOST_CATEGORIES = 30
# Words that stand for at least this many rows each are categories, up to a number of them.
_ROWS_PER_CATEGORY = 20
_MOST_FREQUENT_CATEGORIES = 1_000
# Few rows can tell nothing about whether values are unique by chance.
_FEW_ROWS = 20
_NUMBERS_ROWS = re.compile(r"(^|[^a-z])(id|no|nr|index|idx|key|uuid|guid|rownames)$", re.IGNORECASE)


@dataclass(frozen=True)
class Guess:
    """The role that a column seems to have.

    Attributes:
        role: One of the roles of ``inputs``.
        reason: Why it is not learned from: "empty", "constant", "numbering", "unique", "text" or
            "mixed"; "" where it is.
    """

    role: str
    reason: str = ""


def guess_roles(frame: pl.DataFrame) -> Job[dict[str, Guess]]:
    """The role of every column, by its values."""
    roles: dict[str, Guess] = {}
    for at, column in enumerate(frame):
        if at % 100 == 0:
            yield Preparing("inspect columns", at, frame.width)
        roles[column.name] = guess_role(column)
    return roles


def guess_role(column: pl.Series) -> Guess:
    """The role of one column, by its values."""
    present = column.drop_nulls()
    different = present.n_unique()
    if not different:
        return Guess(IGNORE, "empty")
    if different == 1 and not column.null_count():
        return Guess(IGNORE, "constant")
    if column.dtype == pl.Datetime:
        return Guess(DATE)
    if column.dtype.is_numeric():
        return Guess(IGNORE, "numbering") if _numbers_rows(column, different) else Guess(NUMBER)
    return _role_of_words(present, different, len(column))


def in_role(column: pl.Series, role: str) -> pl.Series:
    """The column in the type of its role; what does not fit becomes missing."""
    if role == CATEGORY:
        return as_text(column)
    if role == NUMBER and not column.dtype.is_numeric():
        if column.dtype == pl.Datetime:
            return column.dt.epoch("s").cast(pl.Float64)
        return as_numbers(column)
    if role == DATE and column.dtype != pl.Datetime:
        return _as_dates(as_text(column))
    return column


def in_roles(frame: pl.DataFrame, roles: Mapping[str, str]) -> pl.DataFrame:
    """Every column in the type of its role."""
    return pl.DataFrame([in_role(column, roles[column.name]) for column in frame])


def _role_of_words(present: pl.Series, different: int, rows: int) -> Guess:
    repeated = len(present) / different
    if different <= _MOST_CATEGORIES and (repeated >= 2 or rows < _FEW_ROWS):
        return Guess(CATEGORY)
    if repeated >= _ROWS_PER_CATEGORY and different <= _MOST_FREQUENT_CATEGORIES:
        return Guess(CATEGORY)
    if different == len(present):
        return Guess(IGNORE, "unique")
    numbers = as_numbers(present).null_count()
    return Guess(TEXT, "mixed" if 0 < numbers < 0.9 * len(present) else "text")


def _numbers_rows(column: pl.Series, different: int) -> bool:
    """Whether a column only says which row it is: 1, 2, 3, …"""
    if not column.dtype.is_integer() or different < len(column) or len(column) < _FEW_ROWS:
        return False
    differences = column.diff().drop_nulls()
    counts_up = bool((differences == 1).all())
    return counts_up or _NUMBERS_ROWS.search(column.name) is not None


def _as_dates(cells: pl.Series) -> pl.Series:
    values = as_values(cells)
    return values if values.dtype == pl.Datetime else as_dates(cells, "%Y-%m-%d")
