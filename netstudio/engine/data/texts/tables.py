"""Texts that stand in a table, with their class beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import polars as pl
from torch import Tensor

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.sheet import Sheet, read_sheet
from netstudio.engine.data.tables.sources import groups_of, in_time
from netstudio.engine.data.tables.targets import (
    Targets,
    choose_targets,
    read_targets,
    require_column,
)
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.data.texts.oddities import oddities, without_empty
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources.texts import TextTable

_NO_OPTIONS = DataOptions()


def read_text_table(reading: Reading) -> Job[RawData]:
    """Read the user's table, with its test table where there is one.

    Raises:
        UserError: It cannot be read, or there is nothing in it to learn.
    """
    source = reading.source
    assert isinstance(source, TextTable)
    sheet = yield from read_sheet(paths.expanded(source.file), source.header)
    tests: Sheet | None = None
    if source.test_file:
        tests = yield from read_sheet(paths.expanded(source.test_file), source.header)
    raw = yield from read_texts(
        sheet, source.text_columns, source.label_column, tests, reading.options
    )
    return raw


def read_texts(
    sheet: Sheet,
    text_columns: Sequence[str] = (),
    label_column: str = "",
    tests: Sheet | None = None,
    options: DataOptions = _NO_OPTIONS,
) -> Job[RawData]:
    """The texts of a table and their classes.

    Args:
        sheet: The table.
        text_columns: The columns with the texts; guessed where there are none.
        label_column: The column with the classes; guessed where it is empty.
        tests: A table with the same columns that holds the official tests.
        options: The column by which rows are ordered, and the one that says which belong together.

    Raises:
        UserError: There is nothing in it to learn.
    """
    for name in (*text_columns, *([label_column] if label_column else [])):
        require_column(sheet.frame, name)
    texts = tuple(text_columns) or (longest_texts(sheet.frame, label_column),)
    whole = yield from _with_values(sheet, texts)
    whole = in_time(whole, options)
    (label,) = choose_targets(
        whole.frame.drop(texts), (label_column,) if label_column else (), Aim.CLASS
    )
    targets = read_targets(whole.frame, (label,), Aim.CLASS)
    train = _records(whole, texts, targets, groups_of(whole, options))
    odd = yield from oddities(train)
    train, empty = without_empty(train)
    _require_texts(train, texts)
    test = None
    if tests is not None:
        test = yield from _test_records(tests, texts, label, targets.classes)
    return RawData(
        train=train,
        test=test,
        classes=targets.classes,
        findings=(
            *_guessed(texts, label, text_columns, label_column),
            *sheet.findings,
            *targets.findings,
            *empty,
            *odd,
        ),
    )


def longest_texts(frame: pl.DataFrame, label_column: str = "") -> str:
    """The column whose cells have the most letters, of which dates and numbers have few."""
    lengths = {
        column.name: column.str.count_matches(r"\p{L}").mean() or 0.0
        for column in frame
        if column.dtype == pl.String and column.name != label_column
    }
    if not lengths:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The table has no column of texts. Choose a table with a text in each row.",
            )
        )
    return max(lengths, key=lambda name: float(str(lengths[name])))


def _with_values(sheet: Sheet, texts: Sequence[str]) -> Job[Sheet]:
    """The table with values for the cells of its other columns; a text stays as it is written."""
    if set(sheet.frame.columns) <= set(texts):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The table has texts in {names} but no column with their classes. Add one, such "
                "as “label”.",
            ),
            names=", ".join(map(shorten, texts)),
        )
    others = yield from typed(replace(sheet, frame=sheet.frame.drop(texts), findings=()))
    return replace(others, frame=others.frame.hstack(sheet.frame.select(texts)))


def _records(
    sheet: Sheet, texts: Sequence[str], targets: Targets, groups: Tensor | None = None
) -> Records:
    columns = sheet.frame.select(pl.col(name).cast(pl.String).fill_null("") for name in texts)
    joined = columns.select(pl.concat_str(pl.all(), separator="\n")).to_series().to_list()
    origins = [f"row {number}" for number in sheet.numbers.tolist()]
    records = Records(Texts(joined), None, origins, groups).select(targets.kept)
    return replace(records, targets=targets.numbers)


def _test_records(
    tests: Sheet, texts: Sequence[str], label: str, classes: tuple[str, ...]
) -> Job[Records]:
    """The official tests, with the class numbers that the training texts have."""
    for name in (*texts, label):
        require_column(tests.frame, name)
    whole = yield from _with_values(tests, texts)
    targets = read_targets(whole.frame, (label,), Aim.CLASS)
    places = {name: number for number, name in enumerate(classes)}
    unknown = [name for name in targets.classes if name not in places]
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The test table has a class {name} that the training texts lack. Their classes "
                "are: {known}.",
            ),
            name=shorten(unknown[0]),
            known=", ".join(map(shorten, classes)),
        )
    moved = np.array([places[name] for name in targets.classes])[targets.numbers.numpy()]
    records = _records(whole, texts, targets)
    kept, _ = without_empty(replace(records, targets=targets.numbers.new_tensor(moved)))
    return kept


def _require_texts(records: Records, texts: Sequence[str]) -> None:
    if not len(records):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "All texts in the column {name} are empty. Choose another text column.",
            ),
            name=shorten(texts[0]),
        )


def _guessed(
    texts: Sequence[str], label: str, text_columns: Sequence[str], label_column: str
) -> list[Finding]:
    """What was taken for what, where the user has not said it."""
    template = QT_TRANSLATE_NOOP(
        "netstudio", "The texts are taken from the column {text}, their classes from {label}."
    )
    text = message(template, text=shorten(texts[0]), label=shorten(label))
    if text_columns and label_column:
        return []
    setting = "source.label_column" if text_columns else "source.text_columns"
    return [Finding("columns-guessed", text, setting, is_harmless=True)]
