"""Time series to be forecast: which windows there are, and what comes after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, Indices, RawData, Records
from netstudio.engine.data.series.course import Course, filled_up, gaps, moment, with_calendar
from netstudio.engine.data.series.inputs import Windows
from netstudio.engine.data.series.table import course_of
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.sheet import read_sheet, some
from netstudio.engine.events import Preparing
from netstudio.tasks.sources.series import BeijingAir, SeriesFile

_MOST_EXAMPLES = 5


@dataclass(frozen=True)
class _Layout:
    """What is forecast from what."""

    window: int
    horizon: int
    targets: tuple[str, ...]
    test_rows: int = 0

    @property
    def values(self) -> tuple[str, ...]:
        """What each predicted number is."""
        if self.horizon == 1:
            return self.targets
        steps = range(1, self.horizon + 1)
        return tuple(f"{name} +{step}" for step in steps for name in self.targets)


def read_series_file(reading: Reading) -> Job[RawData]:
    """Read a table whose rows follow each other in time, as windows with what comes after.

    Raises:
        UserError: The file cannot be read, or is too short.
    """
    source = reading.source
    assert isinstance(source, SeriesFile)
    raw = yield from _read(source, reading.options.test_share)
    return raw


def read_beijing_air(reading: Reading) -> Job[RawData]:
    """The shipped part of the air of Beijing."""
    source = reading.source
    assert isinstance(source, BeijingAir)
    file = paths.resources() / "datasets" / "beijing_air" / "beijing_air.parquet"
    raw = yield from _read(
        SeriesFile(
            file=str(file),
            target_columns=("pm2.5",),
            window=source.window,
            horizon=source.horizon,
        ),
        reading.options.test_share,
    )
    return raw


def _read(source: SeriesFile, test_share: float) -> Job[RawData]:
    sheet = yield from read_sheet(paths.expanded(source.file))
    sheet = yield from typed(sheet)
    wanted = (*source.target_columns, *source.input_columns)
    found = course_of(sheet.frame, source.time_column, wanted)
    targets, chosen = _targets(found.course, source.target_columns)
    course = found.course
    if source.input_columns:
        course = course.with_columns(tuple(dict.fromkeys((*targets, *source.input_columns))))
    gap_findings = _gap_findings(course, source.gaps)
    if source.gaps == "fill" and course.times is not None:
        course = filled_up(course)
    missing = _missing_findings(course)
    if source.calendar:
        course = with_calendar(course)
    layout = _Layout(source.window, source.horizon, targets, source.test_rows)
    yield Preparing("cut windows", 0, 1)
    starts = _starts(course, layout, is_cut=source.gaps == "cut")
    train, test = _records(course, layout, starts)
    tested = _tested(test, starts, test_share)
    findings = (*sheet.findings, *found.findings, *chosen, *gap_findings, *missing)
    yield Preparing("cut windows", 1, 1)
    return RawData(
        train=train,
        test=test,
        values=layout.values,
        findings=(*findings, *_baseline(course, layout, tested)),
        is_ordered=True,
        overlap=layout.horizon - 1,
    )


def _targets(course: Course, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The columns to forecast: those that were chosen, or the first that holds numbers."""
    numeric = [column.name for column in course.columns if not column.categories]
    if not numeric:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "None of the columns {names} holds numbers that could be forecast. Choose another "
                "table.",
            ),
            names=some([column.name for column in course.columns]),
        )
    for name in names:
        if name not in numeric:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The column {name} holds words, which cannot be forecast. Choose one of: "
                    "{known}.",
                ),
                name=name,
                known=some(numeric),
            )
    if names or len(numeric) == 1:
        return names or tuple(numeric), ()
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "{name} is forecast, the first of the columns of numbers: {known}."
        ),
        name=numeric[0],
        known=some(numeric),
    )
    return (numeric[0],), (
        Finding("chosen-target", text, "source.target_columns", is_harmless=True),
    )


def _starts(course: Course, layout: _Layout, is_cut: bool) -> Indices:
    """The first rows of all windows behind which what is to be forecast is known."""
    length = layout.window + layout.horizon
    if len(course) < length + 1:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The series has {rows} rows, but a window of {window} and a horizon of {horizon} "
                "need more. Choose a smaller window, or a longer series.",
            ),
            rows=len(course),
            window=layout.window,
            horizon=layout.horizon,
        )
    starts = np.arange(len(course) - length + 1)
    is_known = np.isfinite(_futures(course, layout, starts)).all(axis=1)
    is_known &= _has_past(course, layout, starts)
    if is_cut and course.times is not None:
        is_broken = np.zeros(len(course) + 1, np.int64)
        is_broken[gaps(course.times) + 1] = 1
        broken = is_broken.cumsum()
        # A gap before the very first row of a window is none within it.
        is_known &= broken[starts + length] == broken[starts + 1]
    starts = starts[is_known]
    if not len(starts):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No window of the series has a known value to forecast behind it. Choose another "
                "column than {names}, or a smaller window.",
            ),
            names=", ".join(layout.targets),
        )
    return starts


def _has_past(course: Course, layout: _Layout, starts: Indices) -> NDArray[np.bool_]:
    """Whether each window knows at least one value of every number that is forecast, (N,)."""
    places = [course.place(name) for name in layout.targets]
    known = np.isfinite(course.values[:, places]).cumsum(axis=0)
    before = np.concatenate((np.zeros((1, len(places)), known.dtype), known))
    has_past: NDArray[np.bool_] = np.all(before[starts + layout.window] > before[starts], axis=1)
    return has_past


def _futures(course: Course, layout: _Layout, starts: Indices) -> NDArray[np.float32]:
    """What comes after each window, (N, horizon · targets), step by step."""
    places = [course.place(name) for name in layout.targets]
    behind = sliding_window_view(course.values[:, places], layout.horizon, axis=0)
    chosen = behind[starts + layout.window]  # (N, targets, horizon)
    return np.ascontiguousarray(chosen.transpose(0, 2, 1)).reshape(len(starts), -1)


def _records(course: Course, layout: _Layout, starts: Indices) -> tuple[Records, Records | None]:
    """All windows, or those whose future lies before the last rows and those in the last rows."""
    if not layout.test_rows:
        return _part(course, layout, starts), None
    first = len(course) - layout.test_rows
    train = starts[starts + layout.window + layout.horizon <= first]
    test = starts[starts + layout.window >= first]
    if not len(train) or not len(test):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "With {count} test rows of {rows}, no windows are left to learn from or to test "
                "on. Choose another number of test rows.",
            ),
            count=layout.test_rows,
            rows=len(course),
        )
    return _part(course, layout, train), _part(course, layout, test)


def _part(course: Course, layout: _Layout, starts: Indices) -> Records:
    targets = torch.from_numpy(_futures(course, layout, starts))
    inputs = Windows(course, starts, layout.window, layout.horizon, layout.targets)
    return Records(inputs, targets, origins=Origins(course, starts + layout.window))


class Origins(Sequence[str]):
    """When the first forecast row of each window is, in words."""

    def __init__(self, course: Course, rows: Indices) -> None:
        self._course = course
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Origins: ...

    def __getitem__(self, at: int | slice) -> str | Origins:
        if isinstance(at, slice):
            return Origins(self._course, self._rows[at])
        row = int(self._rows[at])
        if self._course.times is None:
            return f"row {row + 1}"
        return moment(self._course.times[row])


def _missing_findings(course: Course) -> list[Finding]:
    text = QT_TRANSLATE_NOOP(
        "netstudio",
        "{name} is missing in {count} of {rows} rows. Windows whose forecast or whole past would "
        "be missing are left out; what stands for other missing inputs can be chosen.",
    )
    missing = np.isnan(course.values).sum(axis=0).tolist()
    return [
        Finding(
            "missing-values",
            message(text, name=column.name, count=count, rows=len(course)),
            "preparation.missing",
        )
        for column, count in zip(course.columns, missing, strict=True)
        if count
    ]


def _gap_findings(course: Course, treatment: str) -> list[Finding]:
    if course.times is None:
        return []
    behind = gaps(course.times)
    if not len(behind):
        return []
    templates = {
        "bridge": QT_TRANSLATE_NOOP(
            "netstudio",
            "Points in time are absent at {count} places (after {examples}); the rows around "
            "each count as neighbours.",
        ),
        "fill": QT_TRANSLATE_NOOP(
            "netstudio",
            "Points in time are absent at {count} places (after {examples}); rows without values "
            "are put in.",
        ),
        "cut": QT_TRANSLATE_NOOP(
            "netstudio",
            "Points in time are absent at {count} places (after {examples}); no window crosses "
            "them.",
        ),
    }
    examples = [moment(course.times[at - 1]) for at in behind[:_MOST_EXAMPLES]]
    more = ["…"] if len(behind) > _MOST_EXAMPLES else []
    text = message(templates[treatment], count=len(behind), examples=", ".join([*examples, *more]))
    return [Finding("gaps-in-time", text, "source.gaps", examples=tuple(examples))]


def _baseline(course: Course, layout: _Layout, starts: Indices) -> list[Finding]:
    """How wrong it would be to say that nothing changes, over the windows that are tested."""
    places = [course.place(name) for name in layout.targets]
    last = course.values[starts + layout.window - 1][:, places]
    futures = _futures(course, layout, starts).reshape(len(starts), layout.horizon, -1)
    errors = np.nanmean(np.abs(futures - last[:, None]), axis=(0, 1))
    text = QT_TRANSLATE_NOOP(
        "netstudio",
        "Forecasting that {name} stays as it is would be wrong by {error} on average over the "
        "last {count} windows; a useful network does better.",
    )
    return [
        Finding(
            "baseline",
            message(text, name=name, error=f"{error:.4g}", count=len(starts)),
            is_harmless=True,
        )
        for name, error in zip(layout.targets, errors.tolist(), strict=True)
    ]


def _tested(test: Records | None, starts: Indices, share: float) -> Indices:
    """The windows of the test part, or those that will be: the last share."""
    if test is not None:
        assert isinstance(test.inputs, Windows)
        return test.inputs.starts
    return starts[-max(1, round(len(starts) * share)) :]
