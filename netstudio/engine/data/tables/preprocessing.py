"""From rows of a table to what the network receives."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import polars as pl
import torch
from torch import Tensor

from netstudio.core.spec import FEATURES, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, shorten
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job, finish
from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.tables.cells import stripped, without_missing
from netstudio.engine.data.tables.columns import Column, NumberColumn, column_from_json, fit_column
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.data.tables.roles import in_role
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.tables import TablePreparation

# No table is wider than this once its categories have places.
_MOST_FEATURES = 1_000_000


@dataclass(frozen=True)
class TablePreprocessing:
    """Every column's way to become numbers; what it gives is the network's input already.

    Attributes:
        columns: In the order of the table.
    """

    columns: tuple[Column, ...]

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(FEATURES, (len(self.features),))

    @property
    def features(self) -> tuple[str, ...]:
        """What each number of a sample is."""
        return tuple(feature for column in self.columns for feature in column.features)

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Learn each column's scale or categories from the training part.

        Raises:
            UserError: No column says anything.
        """
        assert isinstance(options, TablePreparation)
        rows = train.inputs
        assert isinstance(rows, Rows)
        columns = []
        used = rows.used
        for at, name in enumerate(used):
            yield Preparing("prepare", at, len(used))
            columns.append(fit_column(rows.frame[name], rows.roles[name], options))
        fitted = cls(tuple(columns))
        if not fitted.features:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "No column of the table says anything: give one the role of a number or a "
                    "category.",
                )
            )
        return fitted

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """Rows as float32 (N, F).

        Raises:
            UserError: A column is missing.
        """
        assert isinstance(inputs, Rows)
        encoded = np.empty((len(inputs), len(self.features)), np.float32)
        start, known = 0, frozenset(inputs.frame.columns)
        for at, column in enumerate(self.columns):
            yield Preparing("encode", at, len(self.columns))
            if column.name not in known:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The table has no column {name}, which the model needs. Add it, with "
                        "empty cells where nothing is known.",
                    ),
                    name=shorten(column.name),
                )
            stop = start + len(column.features)
            encoded[:, start:stop] = column.encode(inputs.frame[column.name])
            start = stop
        return torch.from_numpy(encoded)

    def on(self, device: torch.device, channels_last: bool = False) -> OnDevice:
        """Nothing is left to do on the device."""
        return lambda rows: rows

    def read(self, given: object, number: int | None = None) -> Tensor:
        """One row: a mapping of columns to values, the values in order, or a line of CSV.

        Shapes: -> float32 (F,).

        Raises:
            UserError: It is none of these, a column is missing, or a value is no number.
        """
        cells = self._cells(given, input_name(None, number))
        columns = []
        for column in self.columns:
            text = pl.Series(column.name, [cells[column.name]], dtype=pl.String)
            clean = without_missing(stripped(text))
            values = in_role(clean, column.kind)
            if values.null_count() > clean.null_count():
                raise _misfit(column, clean[0], input_name(None, number))
            columns.append(values)
        roles = {column.name: column.kind for column in self.columns}
        return finish(self.encode(Rows(pl.DataFrame(columns), roles)))[0]

    def as_json(self) -> dict[str, Any]:
        return {"columns": [column.as_json() for column in self.columns]}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The inverse of ``as_json``.

        Raises:
            ValueError: ``raw`` is not what ``as_json`` gives.
        """
        columns = raw.get("columns")
        if not isinstance(columns, list) or not all(isinstance(each, dict) for each in columns):
            raise ValueError("preprocessing without columns")
        fitted = cls(tuple(map(column_from_json, columns)))
        names = [column.name for column in fitted.columns]
        if len(set(names)) < len(names) or not 0 < len(fitted.features) <= _MOST_FEATURES:
            raise ValueError("preprocessing of columns that cannot be")
        return fitted

    def _cells(self, given: object, name: Message) -> dict[str, str | None]:
        """The cell of each column, as text."""
        if isinstance(given, Mapping):
            found = {str(key): value for key, value in given.items()}
        else:
            values = _line(given) if isinstance(given, str) else given
            if not isinstance(values, Sequence | np.ndarray) or len(values) != len(self.columns):
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{input} cannot be read as a row of a table. Give a value for each of "
                        "these columns, in this order: {columns}.",
                    ),
                    input=name,
                    columns=", ".join(shorten(column.name) for column in self.columns),
                )
            found = {column.name: value for column, value in zip(self.columns, values, strict=True)}
        for column in self.columns:
            if column.name not in found:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{input} has no value for the column {column}. Add one, empty where it is "
                        "not known.",
                    ),
                    input=name,
                    column=shorten(column.name),
                )
        return {key: None if value is None else str(value) for key, value in found.items()}


def _line(text: str) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), skipinitialspace=True), [])


def _misfit(column: Column, cell: str, name: Message) -> UserError:
    if isinstance(column, NumberColumn):
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{input}: “{cell}” in the column {column} is no number. Write a number, or nothing.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{input}: “{cell}” in the column {column} is no date. Write one such as 2024-12-31, or "
            "nothing.",
        )
    return UserError(template, input=name, cell=shorten(cell, 40), column=shorten(column.name))
