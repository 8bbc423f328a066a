"""Reading a series for a model that is trained already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netstudio.engine.data.job import Job
from netstudio.engine.data.series.course import CALENDAR, Course, with_calendar
from netstudio.engine.data.series.table import course_of
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.sheet import read_sheet

_CALENDAR_COLUMNS = frozenset(
    f"{name} ({function})" for name in CALENDAR for function in ("sin", "cos")
)


def read_course(path: Path, names: Sequence[str]) -> Job[Course]:
    """The columns of these names from a table, in the order of time.

    Raises:
        UserError: The file cannot be read, or lacks a column.
    """
    sheet = yield from read_sheet(path)
    sheet = yield from typed(sheet)
    wanted = [name for name in names if name not in _CALENDAR_COLUMNS]
    course = course_of(sheet.frame, "", wanted).course
    if len(wanted) < len(names):
        course = with_calendar(course)
    return course
