"""The columns of a table at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import RawData
from netstudio.engine.data.tables.cells import as_text
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.events import Preparing

_MOST_EXAMPLES = 4
# In so many rows examples are looked for.
_LOOKED_AT = 1_000
_AT_ONCE = 50


@dataclass(frozen=True)
class ColumnLook:
    """What a column is like.

    Attributes:
        name: The column.
        role: What it is for; "" for what is to be predicted.
        examples: Some of its values.
        missing: How many rows have none.
        different: How many different values there are.
    """

    name: str
    role: str
    examples: tuple[str, ...]
    missing: int
    different: int


def look_at_columns(raw: RawData) -> Job[tuple[ColumnLook, ...]]:
    """All columns of a table, those that are to be predicted first."""
    rows = raw.train.inputs
    assert isinstance(rows, Rows)
    looks = list(_predicted(raw, rows))
    for at, column in enumerate(rows.frame):
        if at % _AT_ONCE == 0:
            yield Preparing("inspect columns", at, rows.frame.width)
        looks.append(
            ColumnLook(
                column.name,
                rows.roles[column.name],
                _examples(column),
                column.null_count(),
                column.drop_nulls().n_unique(),
            )
        )
    return tuple(looks)


def _predicted(raw: RawData, rows: Rows) -> Iterator[ColumnLook]:
    assert raw.train.targets is not None
    for at, name in enumerate(rows.predicted):
        if raw.classes:
            yield ColumnLook(name, "", raw.classes[:_MOST_EXAMPLES], 0, len(raw.classes))
        else:
            values = pl.Series(name, raw.train.targets[:, at].numpy())
            yield ColumnLook(name, "", _examples(values), 0, values.n_unique())


def _examples(column: pl.Series) -> tuple[str, ...]:
    found = column.head(_LOOKED_AT).drop_nulls().unique(maintain_order=True)
    return tuple(as_text(found.head(_MOST_EXAMPLES)).to_list())
