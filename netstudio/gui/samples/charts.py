"""What statistics are drawn from: values only, made in the background."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """Counts by name, for each of one or more series beside each other.

    Attributes:
        title: What is counted, in the user's language.
        names: Of the bars, in order.
        series: The counts of each series, by its name.
    """

    title: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True)
class Histogram:
    """How many samples have values in each of some ranges.

    Attributes:
        title: What is measured, in the user's language.
        edges: The limits of the ranges, one more than there are counts.
        counts: How many samples lie in each range.
        unit: Of the values, or "".
    """

    title: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    unit: str = ""


@dataclass(frozen=True)
class Facts:
    """Lines of a name and a value.

    Attributes:
        title: What they are about, in the user's language.
        lines: Name and value of each, in the user's language.
    """

    title: str
    lines: tuple[tuple[str, str], ...]


Chart = Bars | Histogram | Facts
