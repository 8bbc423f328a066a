"""What is odd about the columns of a table, and what is done about it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import polars as pl

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding
from netstudio.engine.data.tables.inputs import CATEGORY, IGNORE, NUMBER, Rows
from netstudio.engine.data.tables.roles import Guess
from netstudio.engine.data.tables.sheet import some
from netstudio.engine.events import Preparing

_COLUMNS = "source.columns"
# Fences as Tukey's for what is far out: so many times the width of the middle half.
FENCE = 3.0
# A category with fewer rows than this can hardly be learned.
_RARE = 10

_UNUSED = {
    "empty": QT_TRANSLATE_NOOP("netstudio", "Columns without any value are not used: {names}."),
    "constant": QT_TRANSLATE_NOOP(
        "netstudio", "Columns with the same value in every row are not used: {names}."
    ),
    "numbering": QT_TRANSLATE_NOOP(
        "netstudio", "Columns that only number the rows are not used: {names}."
    ),
    "unique": QT_TRANSLATE_NOOP(
        "netstudio", "Columns with a different text in every row are not used: {names}."
    ),
    "text": QT_TRANSLATE_NOOP(
        "netstudio", "Columns of text with too many different values are not used: {names}."
    ),
    "mixed": QT_TRANSLATE_NOOP(
        "netstudio", "Columns that mix numbers and text are not used: {names}."
    ),
}


def unused_columns(guesses: Mapping[str, Guess], chosen: Container[str]) -> list[Finding]:
    """A finding for each reason why columns are not learned from.

    Args:
        guesses: The role that each column seems to have.
        chosen: The columns whose role the user has chosen, which need no remark.
    """
    findings = []
    for reason, text in _UNUSED.items():
        names = [name for name, guess in guesses.items() if guess.reason == reason]
        names = [name for name in names if name not in chosen]
        if names:
            findings.append(
                Finding(f"column-{reason}", message(text, names=some(names)), setting=_COLUMNS)
            )
    return findings


def oddities(rows: Rows) -> Job[list[Finding]]:
    """Missing values, outliers and rare categories of the columns that are learned from."""
    missing: list[str] = []
    outliers: list[str] = []
    rare: list[str] = []
    for at, name in enumerate(rows.frame.columns):
        if at % 100 == 0:
            yield Preparing("inspect columns", at, rows.frame.width)
        column, role = rows.frame[name], rows.roles[name]
        if column.null_count() and role != IGNORE:
            missing.append(f"{shorten(name, 40)} {column.null_count()}")
        if role == NUMBER and (far := far_out(column)):
            outliers.append(f"{shorten(name, 40)} {far}")
        if role == CATEGORY:
            rare.extend(_rare(column))
    yield Preparing("inspect columns", rows.frame.width, rows.frame.width)
    return list(_found(missing, outliers, rare))


def far_out(column: pl.Series) -> int:
    """How many numbers lie beyond the fences."""
    fences = fences_of(column)
    if fences is None:
        return 0
    low, high = fences
    return int(((column < low) | (column > high)).sum())


def fences_of(column: pl.Series) -> tuple[float, float] | None:
    """How far numbers may lie from the middle half; None where half of all are equal."""
    low, high = column.quantile(0.25, "linear"), column.quantile(0.75, "linear")
    if low is None or high is None or low == high:
        return None
    return low - FENCE * (high - low), high + FENCE * (high - low)


def _rare(column: pl.Series) -> Iterator[str]:
    for name, count in column.drop_nulls().value_counts(sort=True).iter_rows():
        if count < _RARE:
            yield f"{shorten(column.name, 40)} = {shorten(name, 40)} ({count})"


def _found(
    missing: Sequence[str], outliers: Sequence[str], rare: Sequence[str]
) -> Iterator[Finding]:
    if missing:
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "Values are missing (column and how many): {names}; they are filled in as the "
            "preparation says.",
        )
        found = message(text, names=some(missing))
        yield Finding("missing-values", found, setting="preparation.missing_numbers")
    if outliers:
        text = QT_TRANSLATE_NOOP(
            "netstudio", "Some numbers lie far from all others (column and how many): {names}."
        )
        found = message(text, names=some(outliers))
        yield Finding("outliers", found, setting="preparation.outliers", is_harmless=True)
    if rare:
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "Some categories have so few rows that hardly anything can be learned of them: "
            "{names}.",
        )
        found = message(text, names=some(rare))
        yield Finding("rare-categories", found, setting="preparation.rare_categories")
