"""The sources of tables."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
import torch
from torch import Tensor

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.inputs import IGNORE, Rows
from netstudio.engine.data.tables.oddities import oddities, unused_columns
from netstudio.engine.data.tables.roles import guess_roles, in_roles
from netstudio.engine.data.tables.sheet import Sheet, read_sheet
from netstudio.engine.data.tables.shipped import shipped_sheet
from netstudio.engine.data.tables.targets import choose_targets, read_targets, require_column
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources.tables import ShippedTable, TableFile, TableSource


def read_table_file(reading: Reading) -> Job[RawData]:
    """Read a table of the user's, with its test table where there is one.

    Raises:
        UserError: It cannot be read, or there is nothing in it to learn.
    """
    source = reading.source
    assert isinstance(source, TableFile)
    sheet = yield from read_sheet(paths.expanded(source.file), source.header, source.sheet)
    tests: Sheet | None = None
    if source.test_file:
        tests = yield from read_sheet(paths.expanded(source.test_file), source.header, source.sheet)
        _require_columns(sheet, tests, source.test_file)
    raw = yield from read_records(reading, sheet, source.target_columns, tests)
    return raw


def read_shipped_table(reading: Reading) -> Job[RawData]:
    """Read one of the tables that come with the product."""
    source = reading.source
    assert isinstance(source, ShippedTable)
    sheet = yield from shipped_sheet(source.name)
    raw = yield from read_records(reading, sheet, source.target_columns)
    return raw


def read_records(
    reading: Reading, sheet: Sheet, wanted: tuple[str, ...] = (), tests: Sheet | None = None
) -> Job[RawData]:
    """The samples of a table: what each row gives, and what is to be predicted of it.

    Args:
        reading: The source, for the roles of columns, and the task.
        sheet: The table.
        wanted: The columns to predict; guessed where there are none.
        tests: A table with the same columns that holds the official tests.

    Raises:
        UserError: There is nothing in it to learn.
    """
    source = reading.source
    assert isinstance(source, TableSource)
    whole = sheet if tests is None else _joined(sheet, tests)
    whole = yield from typed(whole)
    whole = in_time(whole, reading.options)
    for name in source.columns:
        require_column(whole.frame, name)
    # What the user has given a role is no guess for the target.
    others = whole.frame if wanted else whole.frame.drop(source.columns.keys())
    names = choose_targets(others, wanted, reading.task.aim)
    targets = read_targets(whole.frame, names, reading.task.aim)
    given = whole.frame.drop(names)
    guesses = yield from guess_roles(given)
    roles = {name: guess.role for name, guess in guesses.items()}
    groups = groups_of(whole, reading.options)
    if groups is not None:
        # Who a row belongs to says nothing about those that are yet to come.
        roles[reading.options.group_column] = IGNORE
    roles |= {name: str(role) for name, role in source.columns.items() if name in roles}
    rows = Rows(in_roles(given, roles), roles, names)
    _require_used(rows)
    odd = yield from oddities(rows)
    origins = [f"row {number}" for number in whole.numbers.tolist()]
    records = Records(rows, None, origins, groups).select(targets.kept)
    records = replace(records, targets=targets.numbers)
    train, test = records, None
    if whole.test is not None:
        is_test = whole.test[targets.kept]
        train = records.select(np.flatnonzero(~is_test))
        test = records.select(np.flatnonzero(is_test))
    return RawData(
        train=train,
        test=test,
        classes=targets.classes,
        values=targets.values,
        findings=(
            *([] if wanted else [_guessed(names)]),
            *whole.findings,
            *targets.findings,
            *unused_columns(guesses, source.columns),
            *odd,
        ),
    )


def _joined(sheet: Sheet, tests: Sheet) -> Sheet:
    """Both tables as one, so that both are read alike."""
    same = tests.frame.select(sheet.frame.columns)
    return Sheet(
        pl.concat([sheet.frame, same], how="vertical_relaxed"),
        np.concatenate([sheet.numbers, tests.numbers]),
        sheet.findings,
        sheet.comma_is_decimal,
        np.repeat([False, True], [len(sheet.frame), len(same)]),
    )


def in_time(sheet: Sheet, options: DataOptions) -> Sheet:
    """The rows in the order of the time column, where they are divided by time."""
    if options.split_by != "time" or not options.time_column:
        return sheet
    require_column(sheet.frame, options.time_column)
    return sheet.rows(sheet.frame[options.time_column].arg_sort().cast(pl.Int64).to_numpy())


def groups_of(sheet: Sheet, options: DataOptions) -> Tensor | None:
    """Which rows belong together."""
    if not options.group_column:
        return None
    require_column(sheet.frame, options.group_column)
    numbers = sheet.frame[options.group_column].rank("dense").fill_null(0).cast(pl.Int64)
    return torch.from_numpy(numbers.to_numpy().copy())


def _require_columns(sheet: Sheet, tests: Sheet, file: str) -> None:
    for name in sheet.frame.columns:
        if name not in tests.frame.columns:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{file} lacks the column {name}. Choose a test file with the same columns.",
                ),
                file=shorten(file),
                name=shorten(name),
            )


def _require_used(rows: Rows) -> None:
    if not rows.used:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The table has no column to learn from beside the target. Add one, or make one a "
                "number or a category under Columns.",
            )
        )


def _guessed(names: tuple[str, ...]) -> Finding:
    text = QT_TRANSLATE_NOOP(
        "netstudio", "The column {name} is taken as the target, which is to be predicted."
    )
    return Finding(
        "target-guessed",
        message(text, name=shorten(names[0])),
        setting="source.target_columns",
        is_harmless=True,
    )
