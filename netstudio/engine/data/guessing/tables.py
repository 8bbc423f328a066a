"""What a table holds: texts with classes, a series, sequences, or plain rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import polars as pl

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.guessing.guess import Guess, guessed, nothing
from netstudio.engine.data.guessing.heads import read_head
from netstudio.engine.data.series.table import course_of
from netstudio.engine.data.tables.targets import choose_targets, is_usual_name, require_column
from netstudio.tasks.content import Aim

_MOST_ROWS = 1_000

# Texts are longer than names, in characters; Chinese ones need fewer.
_TEXT_LENGTH = 20
_CHINESE_TEXT_LENGTH = 8
_CHINESE = r"[\u4e00-\u9fff]"
# Wider tables hold a text beside many other things.
_MOST_TEXT_COLUMNS = 6
_MOST_CLASSES = 50

# Neighbouring rows of a series are equally far apart, but for so many gaps.
_SERIES_ROWS = 20
_REGULAR = 0.8

# A course has at least so many values, and neighbours among them are alike.
_COURSE_VALUES = 20
_ALIKE = 0.5


def guesses(file: Path) -> list[Guess]:
    """What the table could be, the likeliest first.

    Raises:
        UserError: It cannot be read, or there is nothing in it to learn from.
    """
    frame = read_head(file)
    # Rows that follow each other stand at the beginning, classes may come one after the other.
    spread = frame.gather_every(max(1, len(frame) // _MOST_ROWS))
    found = [
        *_texts(file, spread),
        *_series(file, frame.head(_MOST_ROWS)),
        *_sequences(file, spread),
        *_rows(file, spread),
    ]
    if not found:
        raise nothing(file)
    return found


def guess_with_target(file: Path, names: Sequence[str]) -> Guess:
    """What a table is of which these columns are to be predicted.

    Raises:
        UserError: It cannot be read, or lacks a column.
    """
    frame = read_head(file)
    for name in names:
        require_column(frame, name)
    are_classes = len(names) == 1 and _could_be_classes(frame[names[0]])
    _, task, template = _AIMS[0 if are_classes else 1]
    why = message(template, target=shorten(", ".join(names), 80))
    return guessed("table_file", task, why, file=str(file), target_columns=tuple(names))


def _texts(file: Path, frame: pl.DataFrame) -> Iterator[Guess]:
    if not 2 <= frame.width <= _MOST_TEXT_COLUMNS:
        return
    texts = [column.name for column in frame if _is_text(column)]
    labels = [
        column.name for column in frame if column.name not in texts and _could_be_classes(column)
    ]
    if not texts or not labels:
        return
    usual = [name for name in labels if is_usual_name(name)]
    label = (usual or labels)[-1]
    longest = max(texts, key=lambda name: frame[name].str.len_chars().mean() or 0)
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "A table with a text ({text}) and a class ({label}) a row"),
        text=shorten(longest, 40),
        label=shorten(label, 40),
    )
    yield guessed(
        "text_table",
        "text_classification",
        why,
        file=str(file),
        text_columns=(longest,),
        label_column=label,
    )


def _is_text(column: pl.Series) -> bool:
    present = column.drop_nulls()
    if column.dtype != pl.String or not len(present) or 2 * present.n_unique() < len(present):
        return False
    is_chinese = present.str.contains(_CHINESE).mean() or 0
    wanted = _CHINESE_TEXT_LENGTH if float(is_chinese) > 0.5 else _TEXT_LENGTH  # type: ignore[arg-type]
    return float(present.str.len_chars().mean() or 0) >= wanted  # type: ignore[arg-type]


def _could_be_classes(column: pl.Series) -> bool:
    present = column.drop_nulls()
    if present.dtype == pl.Datetime or present.dtype.is_float():
        return False
    return 2 <= present.n_unique() <= max(2, min(_MOST_CLASSES, len(present) // 3))


def _series(file: Path, frame: pl.DataFrame) -> Iterator[Guess]:
    try:
        course = course_of(frame, "", ()).course
    except UserError:  # there is no column of numbers, or no order in its times
        return
    if course.times is None or len(course) < _SERIES_ROWS:
        return
    steps = np.diff(course.times).astype("timedelta64[s]").astype(np.int64)
    usual = float(np.median(steps))
    if usual <= 0 or float(np.mean(np.abs(steps - usual) <= 0.5 * usual)) < _REGULAR:
        return
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "A table whose rows follow each other in time, from {time}"),
        time=str(course.times[0].astype("datetime64[m]")).replace("T", " ").removesuffix(" 00:00"),
    )
    yield guessed("series_file", "forecasting", why, file=str(file))


def _sequences(file: Path, frame: pl.DataFrame) -> Iterator[Guess]:
    for label in (frame.columns[0], frame.columns[-1]):
        if not _could_be_classes(frame[label]):
            continue
        values = frame.drop(label)
        if values.width >= _COURSE_VALUES and _is_smooth(values):
            why = message(
                QT_TRANSLATE_NOOP(
                    "netstudio", "A table with a class and a course of {count} numbers a row"
                ),
                count=values.width,
            )
            yield guessed("sequence_file", "sequence_classification", why, file=str(file))
            return


def _is_smooth(values: pl.DataFrame) -> bool:
    """Whether the numbers of a row follow each other, instead of being about different things."""
    if not all(column.dtype.is_numeric() for column in values):
        return False
    courses = values.cast(pl.Float64).to_numpy()
    whole = courses[np.isfinite(courses).all(axis=1)]
    if not len(whole):
        return False
    spread = whole.var(axis=1)
    steps = 0.5 * (np.diff(whole, axis=1) ** 2).mean(axis=1)
    moving = spread > 0
    return bool(moving.any()) and float(np.median(steps[moving] / spread[moving])) < _ALIKE


def _rows(file: Path, frame: pl.DataFrame) -> Iterator[Guess]:
    if frame.width < 2:
        return
    last = frame.columns[-1]

    def likelihood(found: tuple[str, str, str]) -> tuple[bool, bool]:
        return is_usual_name(found[0]), found[0] == last

    targets = [
        (name, task, template)
        for aim, task, template in _AIMS
        if (name := _target(frame, aim)) is not None
    ]
    for name, task, template in sorted(targets, key=likelihood, reverse=True):
        why = message(template, target=shorten(name, 40))
        yield guessed("table_file", task, why, file=str(file), target_columns=(name,))


_AIMS = (
    (
        Aim.CLASS,
        "table_classification",
        QT_TRANSLATE_NOOP("netstudio", "A table; {target} looks like the class to predict"),
    ),
    (
        Aim.VALUES,
        "table_regression",
        QT_TRANSLATE_NOOP("netstudio", "A table; {target} looks like the number to predict"),
    ),
)


def _target(frame: pl.DataFrame, aim: Aim) -> str | None:
    try:
        return choose_targets(frame, (), aim)[0]
    except UserError:
        return None
