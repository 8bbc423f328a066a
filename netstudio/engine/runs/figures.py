"""The figures of several runs beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, verbatim
from netstudio.engine.runs.record import RunRecord
from netstudio.tasks.metrics import METRICS

_LOSS = QT_TRANSLATE_NOOP("netstudio", "Loss")
# The most telling first.
_PARTS = ("validation", "test", "train")


@dataclass(frozen=True)
class Figure:
    """One figure of one part of the data, for each run.

    Attributes:
        part: ``train``, ``validation`` or ``test``.
        name: Its name in files.
        label: What people call it.
        values: Its value for each run; None where a run has none.
    """

    part: str
    name: str
    label: Message
    values: tuple[float | None, ...]

    @property
    def best(self) -> tuple[bool, ...]:
        """Which of the values are the best; none where there is nothing to choose from."""
        there = [value for value in self.values if value is not None]
        if len(set(there)) < 2:
            return (False,) * len(self.values)
        metric = METRICS.get(self.name)
        is_high = metric is not None and metric.higher_is_better
        best = max(there) if is_high else min(there)
        return tuple(value == best for value in self.values)


def figures_of(records: Sequence[RunRecord]) -> tuple[Figure, ...]:
    """All figures that one of the runs has, part by part."""
    return tuple(_figures(records))


def _figures(records: Sequence[RunRecord]) -> Iterator[Figure]:
    for part in _PARTS:
        each = [getattr(record, part) for record in records]
        names = dict.fromkeys(name for figures in each for name in figures if name != "samples")
        for name in names:
            values = tuple(figures.get(name) for figures in each)
            yield Figure(part, name, _label(name), values)


def _label(name: str) -> Message:
    if name == "loss":
        return Message(_LOSS)
    metric = METRICS.get(name)
    return Message(metric.label) if metric is not None else verbatim(name)
