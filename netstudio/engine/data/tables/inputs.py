"""Rows of a table as samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.events import Preparing

NUMBER = "number"
CATEGORY = "category"
DATE = "date"
TEXT = "text"
IGNORE = "ignore"

# What is learned from; the others are only shown.
USED = (NUMBER, CATEGORY, DATE)


@dataclass(frozen=True)
class Rows:
    """The rows of a table without what is to be predicted.

    Attributes:
        frame: Every column in the type of its role: numbers Int64 or Float64, categories String,
            dates Datetime; missing values are null.
        roles: The role of each column.
        predicted: The columns of the table that are to be predicted.
    """

    frame: pl.DataFrame
    roles: Mapping[str, str]
    predicted: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)

    def select(self, index: Indices) -> Rows:
        return replace(self, frame=self.frame[index])

    def keys(self) -> Job[list[bytes]]:
        """A hash of each whole row: people with equal age and sex are still two by their names."""
        yield Preparing("compare", 0, len(self))
        hashes = self.frame.hash_rows().to_numpy()
        yield Preparing("compare", len(self), len(self))
        return [each.tobytes() for each in hashes]

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that are learned from."""
        return tuple(name for name in self.frame.columns if self.roles[name] in USED)
