"""How one column of a table becomes numbers; fitted on the training part."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any, ClassVar, Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

from netstudio.engine.data.tables.inputs import CATEGORY, DATE, NUMBER
from netstudio.engine.data.tables.oddities import fences_of
from netstudio.engine.data.tables.roles import in_role
from netstudio.tasks.preparation.tables import TablePreparation

Numbers = NDArray[np.float32]

# One-hot vectors longer than this help nobody; what is left over counts as rare.
_MOST_CATEGORIES = 200

# What a date is taken apart into.
_PARTS = ("year", "month", "day", "weekday", "hour", "minute")


class Column(ABC):
    """A fitted column: cells in, float32 (N, K) out.

    Attributes:
        kind: What files call it; the role of the column.
    """

    kind: ClassVar[str]
    name: str

    @property
    @abstractmethod
    def features(self) -> tuple[str, ...]:
        """What each of its numbers is."""

    @abstractmethod
    def encode(self, cells: pl.Series) -> Numbers:
        """The numbers of some cells, which need not have the type of the role."""

    @abstractmethod
    def as_json(self) -> dict[str, Any]:
        """What a trained model's file keeps of it."""


@dataclass(frozen=True)
class NumberColumn(Column):
    """Numbers, filled in where they are missing, and scaled.

    Attributes:
        name: The column.
        fill: What stands for a missing number.
        is_flagged: Whether a second number says that it was missing.
        low: What smaller numbers are brought to; None for no bound.
        high: What larger numbers are brought to; None for no bound.
        centre: What is taken off.
        scale: What is divided by.
    """

    kind = NUMBER

    name: str
    fill: float
    is_flagged: bool
    low: float | None
    high: float | None
    centre: float
    scale: float

    @classmethod
    def fit(cls, cells: pl.Series, options: TablePreparation) -> Self:
        """Learn from the training part's cells."""
        numbers = cells.cast(pl.Float64).drop_nulls()
        fences = fences_of(numbers) if options.outliers == "clip" else None
        low, high = fences or (None, None)
        fill = _fill(numbers, options)
        centre, scale = _scale(numbers.clip(low, high), options.scaling)
        is_flagged = options.flag_missing and len(numbers) < len(cells)
        return cls(cells.name, fill, is_flagged, low, high, centre, scale)

    @property
    def features(self) -> tuple[str, ...]:
        return (self.name, f"{self.name} missing") if self.is_flagged else (self.name,)

    def encode(self, cells: pl.Series) -> Numbers:
        numbers = in_role(cells, NUMBER).cast(pl.Float64)
        filled = numbers.fill_null(self.fill).clip(self.low, self.high)
        scaled = ((filled - self.centre) / self.scale).to_numpy()
        columns = [scaled, numbers.is_null().to_numpy()] if self.is_flagged else [scaled]
        return np.stack(columns, axis=1).astype(np.float32)

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        column = cls(
            name=_text(raw["name"]),
            fill=_finite(raw["fill"]),
            is_flagged=bool(raw["is_flagged"]),
            low=None if raw["low"] is None else _finite(raw["low"]),
            high=None if raw["high"] is None else _finite(raw["high"]),
            centre=_finite(raw["centre"]),
            scale=_finite(raw["scale"]),
        )
        if column.scale <= 0:
            raise ValueError("a scale that is not positive")
        return column


@dataclass(frozen=True)
class CategoryColumn(Column):
    """Words, each as a place of its own in a vector of zeros.

    Attributes:
        name: The column.
        categories: The words that have a place.
        has_other: Whether a place stands for rare and unknown words; without one they are zeros.
        has_missing: Whether a place stands for missing ones.
        fill: The word that stands for a missing one, where there is no place for it.
    """

    kind = CATEGORY

    name: str
    categories: tuple[str, ...]
    has_other: bool
    has_missing: bool
    fill: str | None

    @classmethod
    def fit(cls, cells: pl.Series, options: TablePreparation) -> Self:
        """Learn from the training part's cells."""
        words = in_role(cells, CATEGORY)
        counts = words.drop_nulls().value_counts(sort=True, name="rows").rows()
        ranked = sorted(counts, key=lambda pair: (-pair[1], pair[0]))
        frequent = [word for word, count in ranked if count >= options.rare_categories]
        kept = tuple(sorted(frequent[:_MOST_CATEGORIES]))
        is_own = options.missing_categories == "own"
        return cls(
            cells.name,
            kept,
            has_other=len(kept) < len(ranked),
            has_missing=is_own and words.null_count() > 0,
            fill=None if is_own or not kept else ranked[0][0],
        )

    @property
    def features(self) -> tuple[str, ...]:
        known = tuple(f"{self.name} = {word}" for word in self.categories)
        other = (f"{self.name} = other",) if self.has_other else ()
        missing = (f"{self.name} missing",) if self.has_missing else ()
        return (*known, *other, *missing)

    def encode(self, cells: pl.Series) -> Numbers:
        words = in_role(cells, CATEGORY)
        if self.fill is not None:
            words = words.fill_null(self.fill)
        places = {word: at for at, word in enumerate(self.categories)}
        nowhere = len(self.features)
        other = len(places) if self.has_other else nowhere
        missing = len(places) + self.has_other if self.has_missing else nowhere
        known = words.replace_strict(places, default=other, return_dtype=pl.Int64)
        codes = known.set(words.is_null(), missing).to_numpy()
        # A further column takes what has no place.
        hot = np.zeros((len(codes), nowhere + 1), np.float32)
        hot[np.arange(len(codes)), codes] = 1
        return hot[:, :nowhere]

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self), "categories": list(self.categories)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            name=_text(raw["name"]),
            categories=tuple(_text(word) for word in raw["categories"]),
            has_other=bool(raw["has_other"]),
            has_missing=bool(raw["has_missing"]),
            fill=None if raw["fill"] is None else _text(raw["fill"]),
        )


@dataclass(frozen=True)
class DateColumn(Column):
    """Dates as the numbers that they are made of, except those that never change.

    Attributes:
        name: The column.
        parts: Year, month, …: a column of numbers for each, called by the part.
    """

    kind = DATE

    name: str
    parts: tuple[NumberColumn, ...]

    @classmethod
    def fit(cls, cells: pl.Series, options: TablePreparation) -> Self:
        """Learn from the training part's cells."""
        dates = in_role(cells, DATE)
        parts = [part for part in _parts(dates, _PARTS) if part.drop_nulls().n_unique() > 1]
        return cls(cells.name, tuple(NumberColumn.fit(part, options) for part in parts))

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(f"{self.name}: {each}" for part in self.parts for each in part.features)

    def encode(self, cells: pl.Series) -> Numbers:
        dates = in_role(cells, DATE)
        found = _parts(dates, [part.name for part in self.parts])
        encoded = [part.encode(numbers) for part, numbers in zip(self.parts, found, strict=True)]
        return np.concatenate([np.empty((len(cells), 0), np.float32), *encoded], axis=1)

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "parts": [part.as_json() for part in self.parts],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        column = cls(_text(raw["name"]), tuple(map(NumberColumn.from_json, raw["parts"])))
        if any(part.name not in _PARTS for part in column.parts):
            raise ValueError("a date made of unknown parts")
        return column


def fit_column(cells: pl.Series, role: str, options: TablePreparation) -> Column:
    """Learn from a column of the training part."""
    return _COLUMNS[role].fit(cells, options)


def column_from_json(raw: Mapping[str, Any]) -> Column:
    """The inverse of ``as_json``.

    Raises:
        ValueError: ``raw`` is not what ``as_json`` gives.
    """
    try:
        return _COLUMNS[raw["kind"]].from_json(raw)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"an incomplete column: {error}") from error


_COLUMNS: dict[str, type[NumberColumn | CategoryColumn | DateColumn]] = {
    column.kind: column for column in (NumberColumn, CategoryColumn, DateColumn)
}


def _parts(dates: pl.Series, names: Sequence[str]) -> Iterator[pl.Series]:
    for name in names:
        part: pl.Series = getattr(dates.dt, name)()
        yield part.alias(name)


def _fill(numbers: pl.Series, options: TablePreparation) -> float:
    if options.missing_numbers == "constant":
        return options.missing_constant
    if not len(numbers):
        return 0.0
    if options.missing_numbers == "mean":
        return _number(numbers.mean())
    if options.missing_numbers == "most_frequent":
        return _number(numbers.mode().min())
    return _number(numbers.median())


def _scale(numbers: pl.Series, scaling: str) -> tuple[float, float]:
    """What is taken off and divided by; a column that never changes is only centred."""
    if scaling == "none" or not len(numbers):
        return 0.0, 1.0
    if scaling == "min_max":
        low, high = _number(numbers.min()), _number(numbers.max())
        return low, (high - low) or 1.0
    if scaling == "robust":
        low, high = (
            _number(numbers.quantile(0.25, "linear")),
            _number(numbers.quantile(0.75, "linear")),
        )
        return _number(numbers.median()), (high - low) or 1.0
    return _number(numbers.mean()), _number(numbers.std(ddof=0)) or 1.0


def _number(found: object) -> float:
    assert isinstance(found, int | float)
    return float(found)


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("something that is no number")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("something that is no text")
    return value
