"""From a table with a row for each point in time to a course of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message
from netstudio.engine.data.records import Finding
from netstudio.engine.data.series.course import Column, Course, Times, Values
from netstudio.engine.data.tables.cells import as_text
from netstudio.engine.data.tables.inputs import CATEGORY, NUMBER
from netstudio.engine.data.tables.roles import guess_role
from netstudio.engine.data.tables.sheet import some

# What the parts of a date are called when each has a column of its own, the largest first.
_DATE_PARTS = (
    ("year", "yr", "年"),
    ("month", "mon", "月"),
    ("day", "日"),
    ("hour", "hr", "时"),
    ("minute", "min", "分"),
)
_SMALLEST_DATE = 3


@dataclass(frozen=True)
class Found:
    """A course and what was found in its table."""

    course: Course
    findings: tuple[Finding, ...]


def course_of(frame: pl.DataFrame, time_column: str, wanted: Sequence[str]) -> Found:
    """The columns of numbers and categories, in the order of time.

    Args:
        frame: A table with typed columns.
        time_column: The column with the date; "" finds it.
        wanted: Columns that are needed, whatever they look like.

    Raises:
        UserError: A column is not there, or holds what cannot be used.
    """
    _require_columns(frame, [name for name in (*wanted, time_column) if name])
    times, used_for_time = _times(frame, time_column, wanted)
    columns: list[Column] = []
    numbers: list[Values] = []
    unused: list[str] = []
    candidates = [series for series in frame if series.name not in used_for_time]
    roles = _roles(candidates, wanted)
    for series in candidates:
        role = roles[series.name]
        if role == NUMBER:
            columns.append(Column(series.name))
            numbers.append(series.cast(pl.Float32).fill_null(float("nan")).to_numpy())
        elif role == CATEGORY:
            column, codes = _coded(series)
            columns.append(column)
            numbers.append(codes)
        else:
            unused.append(series.name)
    if not numbers:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The table has no column of numbers that could be forecast (columns: {names}). "
                "Choose another table.",
            ),
            names=some(frame.columns),
        )
    values = np.stack(numbers, 1).astype(np.float32)
    findings = [*_time_findings(used_for_time, times), *_unused(unused)]
    course, more = _ordered(Course(values, tuple(columns), times))
    return Found(course, (*findings, *more))


def _roles(columns: Sequence[pl.Series], wanted: Sequence[str]) -> dict[str, str]:
    """What each column is; what is wanted is used, and where nothing else is a number, all are."""
    roles = {series.name: guess_role(series).role for series in columns}
    lacks_numbers = NUMBER not in roles.values()
    for series in columns:
        if series.dtype.is_numeric() and (series.name in wanted or lacks_numbers):
            roles[series.name] = NUMBER
        elif series.name in wanted and roles[series.name] != NUMBER:
            roles[series.name] = CATEGORY
    return roles


def _require_columns(frame: pl.DataFrame, names: Sequence[str]) -> None:
    for name in names:
        if name not in frame.columns:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The table has no column called {name}. Choose one of: {known}.",
                ),
                name=name,
                known=some(frame.columns),
            )


def _coded(series: pl.Series) -> tuple[Column, Values]:
    """Words as the numbers of their places among all words."""
    words = as_text(series)
    categories = tuple(words.drop_nulls().unique().sort().to_list())
    places = {word: float(at) for at, word in enumerate(categories)}
    codes = [places.get(word, np.nan) for word in words.to_list()]
    return Column(series.name, categories), np.array(codes, np.float32)


def _times(
    frame: pl.DataFrame, time_column: str, wanted: Sequence[str]
) -> tuple[Times | None, tuple[str, ...]]:
    """When each row was, and the columns that say so."""
    if time_column:
        if frame[time_column].dtype != pl.Datetime:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The column {name} holds no dates. Choose another time column, or leave it "
                    "empty.",
                ),
                name=time_column,
            )
        return _as_times(frame[time_column]), (time_column,)
    for series in frame:
        if series.dtype == pl.Datetime and series.name not in wanted:
            return _as_times(series), (series.name,)
    parts = _date_parts(frame, wanted)
    if len(parts) < _SMALLEST_DATE:
        return None, ()
    return _joined([frame[name] for name in parts]), parts


def _as_times(series: pl.Series) -> Times | None:
    times: NDArray[np.datetime64] = series.to_numpy().astype("datetime64[s]")
    return None if np.isnat(times).all() else times


def _date_parts(frame: pl.DataFrame, wanted: Sequence[str]) -> tuple[str, ...]:
    """Columns called year, month, day, … without one missing in between."""
    by_name = {name.lower(): name for name in frame.columns if name not in wanted}
    found: list[str] = []
    for names in _DATE_PARTS:
        name = next((by_name[name] for name in names if name in by_name), None)
        if name is None or not frame[name].dtype.is_integer() or frame[name].null_count():
            break
        found.append(name)
    return tuple(found)


def _joined(parts: Sequence[pl.Series]) -> Times | None:
    numbers = [part.to_numpy().astype(np.int64) for part in parts]
    year, month, day = numbers[:3]
    in_range = (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    if not in_range.all():
        return None
    months = (year - 1970) * 12 + month - 1
    times = months.astype("datetime64[M]").astype("datetime64[s]") + (day - 1) * np.timedelta64(
        86_400, "s"
    )
    for part, seconds in zip(numbers[3:], (3_600, 60), strict=False):
        times = times + part * np.timedelta64(seconds, "s")
    return times.astype("datetime64[s]")


def _ordered(course: Course) -> tuple[Course, list[Finding]]:
    """Rows in the order of their times, without those whose time is missing or repeated."""
    if course.times is None:
        return course, []
    findings: list[Finding] = []
    is_known = ~np.isnat(course.times)
    if not is_known.all():
        text = QT_TRANSLATE_NOOP("netstudio", "Rows without a time are left out: {count}.")
        findings.append(_counted("no-time", text, int((~is_known).sum())))
    course = course.rows(np.flatnonzero(is_known))
    assert course.times is not None
    if (np.diff(course.times) < np.timedelta64(0, "s")).any():
        text = QT_TRANSLATE_NOOP(
            "netstudio", "The rows do not follow each other in time; they were sorted."
        )
        findings.append(Finding("unsorted", message(text), is_harmless=True))
    _, first = np.unique(course.times, return_index=True)
    if len(first) < len(course):
        text = QT_TRANSLATE_NOOP(
            "netstudio", "Rows with the same time as one before are left out: {count}."
        )
        findings.append(_counted("equal-times", text, len(course) - len(first)))
    return course.rows(first), findings


def _time_findings(names: Sequence[str], times: Times | None) -> list[Finding]:
    if times is None:
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "No column holds dates, so the rows are taken as equally far apart in time.",
        )
        return [Finding("no-dates", message(text), "source.time_column", is_harmless=True)]
    if len(names) < _SMALLEST_DATE:
        return []
    text = QT_TRANSLATE_NOOP("netstudio", "The columns {names} together say when each row was.")
    joined = message(text, names=", ".join(names))
    return [Finding("joined-date", joined, "source.time_column", is_harmless=True)]


def _unused(names: Sequence[str]) -> list[Finding]:
    if not names:
        return []
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Columns that only number the rows, never change or hold text are left out: {names}.",
        ),
        names=some(names),
    )
    return [Finding("unused-columns", text, "source.input_columns", is_harmless=True)]


def _counted(code: str, template: str, count: int) -> Finding:
    text: Message = message(template, count=count)
    return Finding(code, text)
