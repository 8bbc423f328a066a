"""One long course of numbers, and what is put right about its times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from netstudio.engine.data.records import Indices

Values = NDArray[np.float32]
Times = NDArray[np.datetime64]

# Rows further apart than so many usual steps have a gap between them.
_GAP = 1.5
_SECONDS_A_DAY = 86_400
_DAYS_A_YEAR = 365.2425
# The first Monday after 1970-01-01, in days.
_MONDAY = 4


@dataclass(frozen=True)
class Column:
    """One of the numbers that each row of a course has.

    Attributes:
        name: What it is called.
        categories: The words that its numbers stand for, where it holds words.
    """

    name: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Course:
    """Rows that follow each other in time.

    Attributes:
        values: float32 (T, F); NaN where a value is missing.
        columns: What the F numbers are.
        times: When each row was, in ascending order; None where that is not known.
    """

    values: Values
    columns: tuple[Column, ...]
    times: Times | None = None

    def __len__(self) -> int:
        return len(self.values)

    def place(self, name: str) -> int:
        """The number of the column called ``name``.

        Raises:
            KeyError: There is none.
        """
        for at, column in enumerate(self.columns):
            if column.name == name:
                return at
        raise KeyError(name)

    def rows(self, index: Indices) -> Course:
        """The rows with these numbers."""
        times = None if self.times is None else self.times[index]
        return replace(self, values=self.values[index], times=times)

    def with_columns(self, names: Sequence[str]) -> Course:
        """Only these columns, in this order."""
        places = [self.place(name) for name in names]
        columns = tuple(self.columns[at] for at in places)
        return replace(self, values=self.values[:, places], columns=columns)


def usual_step(times: Times) -> float:
    """How far apart rows usually are, in seconds; 0 where that cannot be told."""
    steps = np.diff(times.astype("datetime64[s]").astype(np.int64))
    return float(np.median(steps)) if len(steps) else 0.0


def gaps(times: Times) -> Indices:
    """The numbers of the rows before which points in time are absent."""
    seconds = times.astype("datetime64[s]").astype(np.int64)
    step = usual_step(times)
    return np.flatnonzero(np.diff(seconds) > _GAP * step) + 1 if step else np.empty(0, np.int64)


def filled_up(course: Course) -> Course:
    """With rows without values where points in time are absent."""
    assert course.times is not None
    step = usual_step(course.times)
    behind = gaps(course.times)
    if not len(behind):
        return course
    seconds = course.times.astype("datetime64[s]").astype(np.int64)
    absent = np.rint((seconds[behind] - seconds[behind - 1]) / step).astype(np.int64) - 1
    places = np.repeat(behind, absent)
    within = np.concatenate([np.arange(1, count + 1) for count in absent])
    before = np.repeat(seconds[behind - 1], absent)
    width = np.repeat(seconds[behind] - seconds[behind - 1], absent)
    inserted = before + np.rint(width * within / (np.repeat(absent, absent) + 1)).astype(np.int64)
    return replace(
        course,
        values=np.insert(course.values, places, np.nan, axis=0),
        times=np.insert(seconds, places, inserted).astype("datetime64[s]"),
    )


def moment(time: np.datetime64) -> str:
    """A point in time in figures, without seconds or an hour that say nothing."""
    return str(time).replace("T", " ").removesuffix(":00").removesuffix(" 00:00")


def with_calendar(course: Course) -> Course:
    """With the season, the day of the week and the hour as points on a circle, where they vary."""
    if course.times is None or not len(course):
        return course
    days = course.times.astype("datetime64[s]").astype(np.int64) / _SECONDS_A_DAY
    step = usual_step(course.times) / _SECONDS_A_DAY
    columns, numbers = list(course.columns), [course.values]
    for name, period in CALENDAR.items():
        # What goes round faster than the rows follow each other tells nothing.
        if 2 * step > period:
            continue
        angle = 2 * np.pi * (days - _MONDAY) / period
        numbers.append(np.stack((np.sin(angle), np.cos(angle)), 1).astype(np.float32))
        columns += [Column(f"{name} (sin)"), Column(f"{name} (cos)")]
    return replace(course, values=np.concatenate(numbers, 1), columns=tuple(columns))


# How long each circle of the calendar takes, in days.
CALENDAR = {"season": _DAYS_A_YEAR, "weekday": 7.0, "hour": 1.0}
