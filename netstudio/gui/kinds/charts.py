"""What statistics are drawn from: values only, made in the background."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """Counts by name; those of several series, such as the parts of the data, follow each other.

    Attributes:
        title: What is counted, in the user's language.
        names: Of the bars, in order.
        series: The name and the counts of each series.
        note: What else there is to say, in the user's language.
    """

    title: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    note: str = ""

    @property
    def totals(self) -> tuple[float, ...]:
        """The length of each bar."""
        return tuple(sum(counts) for counts in zip(*(each for _, each in self.series), strict=True))


@dataclass(frozen=True)
class Histogram:
    """How many samples have values in each of some ranges.

    Attributes:
        title: What is measured, in the user's language.
        edges: The limits of the ranges, one more than there are counts.
        counts: How many samples lie in each range.
        unit: Of the values, or "".
        note: What else there is to say, in the user's language.
    """

    title: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    unit: str = ""
    note: str = ""


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


def value_text(value: float, unit: str) -> str:
    """A value with its unit, in a few digits."""
    figure = f"{value:.4g}"
    return f"{figure}\u2009{unit}" if unit else figure
