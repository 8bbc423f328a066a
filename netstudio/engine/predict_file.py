"""Predicting for everything that a person's file holds: one picture, or a thousand rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import polars as pl

from netstudio.core.translate import UserError
from netstudio.engine.data.job import Job
from netstudio.engine.data.tables.cells import stripped, without_missing
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.data.tables.preprocessing import TablePreprocessing
from netstudio.engine.data.tables.roles import in_role
from netstudio.engine.data.tables.sheet import TABLE_SUFFIXES, Sheet, read_sheet
from netstudio.engine.data.texts.tables import longest_texts
from netstudio.engine.events import Preparing
from netstudio.engine.predictions import Prediction
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.content import Content

_AT_ONCE = 256
# A text file holds a single text, a table one in each row.
_TEXT_TABLES = frozenset(TABLE_SUFFIXES) - {".txt"}


@dataclass(frozen=True)
class Predicted:
    """What a model says of one input.

    Attributes:
        origin: Which one it is, such as a file or "row 17".
        outcome: The prediction, or why there is none.
    """

    origin: str
    outcome: Prediction | UserError


def predict_file(model: TrainedModel, file: Path) -> Job[list[Predicted]]:
    """Predict for every input in a file; one that cannot be used has the reason.

    Raises:
        UserError: The file cannot be read at all.
    """
    content, suffix = model.task.content, file.suffix.lower()
    is_table = suffix in (_TEXT_TABLES if content is Content.TEXTS else TABLE_SUFFIXES)
    read = _ROW_READERS.get(content)
    if read is None or not is_table:
        found = yield from predict_each(model, [(str(file), file)])
        return found
    sheet = yield from read_sheet(file)
    found = yield from read(model, sheet)
    return found


def predict_each(model: TrainedModel, inputs: Iterable[tuple[str, object]]) -> Job[list[Predicted]]:
    """Predict for inputs as ``TrainedModel.predict`` takes them, each with its origin."""
    found: list[Predicted] = []
    remaining = iter(inputs)
    while batch := list(islice(remaining, _AT_ONCE)):
        found += _together(model, batch)
        yield Preparing("predict", len(found), len(found))
    return found


def _together(model: TrainedModel, batch: Sequence[tuple[str, object]]) -> Iterator[Predicted]:
    """Some inputs at once, or one by one where one of them cannot be read."""
    try:
        outcomes: list[Prediction | UserError] = [*model.predict([given for _, given in batch])]
    except UserError:
        outcomes = [_alone(model, given) for _, given in batch]
    for (origin, _), outcome in zip(batch, outcomes, strict=True):
        yield Predicted(origin, outcome)


def _alone(model: TrainedModel, given: object) -> Prediction | UserError:
    try:
        return model.predict([given])[0]
    except UserError as error:
        return error


def _rows(model: TrainedModel, sheet: Sheet) -> Job[list[Predicted]]:
    """Rows with the columns that the model knows; what is no number there counts as missing."""
    preprocessing = model.preprocessing
    assert isinstance(preprocessing, TablePreprocessing)
    known = [column for column in preprocessing.columns if column.name in sheet.frame.columns]
    columns = [in_role(_clean(sheet.frame[column.name]), column.kind) for column in known]
    # The other columns stay, so that there are rows even where none is known.
    frame = sheet.frame.with_columns(columns)
    rows = Rows(frame, {column.name: column.kind for column in known})
    yield Preparing("predict", 0, len(rows))
    predictions = model.predict(rows)
    return [Predicted(*each) for each in zip(_origins(sheet), predictions, strict=True)]


def _clean(column: pl.Series) -> pl.Series:
    return without_missing(stripped(column)) if column.dtype == pl.String else column


def _texts(model: TrainedModel, sheet: Sheet) -> Job[list[Predicted]]:
    """Texts in the columns that the model learned from, or in the one with the longest."""
    chosen = model.project.data.source.fields.get("text_columns")
    wanted = chosen if isinstance(chosen, tuple) else ()
    names = [str(name) for name in wanted if name in sheet.frame.columns]
    texts = sheet.frame.select(
        pl.concat_str(
            [pl.col(name).fill_null("") for name in names or [longest_texts(sheet.frame)]],
            separator="\n",
        )
    ).to_series()
    found = yield from predict_each(model, zip(_origins(sheet), texts.to_list(), strict=True))
    return found


def _points(model: TrainedModel, sheet: Sheet) -> Job[list[Predicted]]:
    """Points, with x and y in the first two columns."""
    pairs = [f"{row[0]},{row[1]}" for row in sheet.frame.iter_rows() if len(row) > 1]
    found = yield from predict_each(model, zip(_origins(sheet), pairs, strict=False))
    return found


def _origins(sheet: Sheet) -> list[str]:
    return [f"row {number}" for number in sheet.numbers.tolist()]


_ROW_READERS: dict[Content, Callable[[TrainedModel, Sheet], Job[list[Predicted]]]] = {
    Content.TABLE: _rows,
    Content.TEXTS: _texts,
    Content.POINTS: _points,
}
