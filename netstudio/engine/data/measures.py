"""What can be measured or counted of samples, whatever they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netstudio.core.translate import Message
from netstudio.engine.data.records import Inputs

_BINS = 30
# A few values are not crammed into ranges: each has its own.
_FEW = 12
_MOST_NAMED = 30


@dataclass(frozen=True)
class Measured:
    """A number of every sample.

    Attributes:
        name: What it is.
        values: float64 (N,); NaN where it is missing.
        unit: Of the values, or "".
    """

    name: Message
    values: NDArray[np.float64]
    unit: str = ""


@dataclass(frozen=True)
class Counted:
    """How often each of some words occurs.

    Attributes:
        name: What they are.
        counts: How often each occurs, the most frequent first.
        missing: How many samples have none.
    """

    name: Message
    counts: dict[str, int]
    missing: int = 0

    def as_json(self) -> dict[str, Any]:
        """It as a JSON value, without the rarest of many words."""
        shown = dict(list(self.counts.items())[:_MOST_NAMED])
        return {
            "name": str(self.name),
            "counts": shown,
            "different": len(self.counts),
            "missing": self.missing,
        }


@dataclass(frozen=True)
class Histogram:
    """How many samples have values in each of some ranges.

    Attributes:
        name: What the values are.
        unit: Of the values, or "".
        edges: The limits of the ranges, one more than there are counts.
        counts: How many samples lie in each range.
        mean: Of the values; None where there are none.
        missing: How many samples have no value.
    """

    name: Message
    unit: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    mean: float | None
    missing: int

    def as_json(self) -> dict[str, Any]:
        """It as a JSON value."""
        return {**vars(self), "name": str(self.name)}


# Of the training samples of one kind of content.
Measures = tuple[Measured | Counted, ...]
Measure = Callable[[Inputs], Measures]


def histogram(measured: Measured) -> Histogram:
    """The values in ranges of equal width; a few whole numbers have a range each."""
    values = measured.values[np.isfinite(measured.values)]
    missing = len(measured.values) - len(values)
    if not len(values):
        return Histogram(measured.name, measured.unit, (0.0, 1.0), (0,), None, missing)
    counts, edges = np.histogram(values, bins=_edges(values))
    return Histogram(
        measured.name,
        measured.unit,
        tuple(edges.tolist()),
        tuple(counts.tolist()),
        float(values.mean()),
        missing,
    )


def _edges(values: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = float(values.min()), float(values.max())
    is_whole = bool((values == np.round(values)).all())
    if is_whole and high - low < _FEW:
        return np.arange(low, high + 2) - 0.5
    if low == high:
        return np.array([low - 0.5, high + 0.5])
    return np.linspace(low, high, _BINS + 1)
