"""All samples of a data set in one row: training, validation and test part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from netstudio.gui.kinds.contract import Place, SampleView
from netstudio.gui.kinds.parts import Part
from netstudio.gui.texts import listed

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.gui.data.content import LoadedData

_PARTS = tuple(Part)
_MOST_DIGITS = 5


@dataclass(frozen=True, eq=False)
class Collection:
    """The samples of a data set, numbered from 0 over all parts.

    Attributes:
        dataset: The data set.
        view: How its samples are shown.
    """

    dataset: Dataset
    view: SampleView

    @staticmethod
    def of(data: LoadedData) -> Collection:
        """The samples of loaded data."""
        return Collection(data.dataset, data.view)

    def __len__(self) -> int:
        return self.ends[-1]

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """For each part, the number behind that of its last sample."""
        return tuple(accumulate(len(records) for records in self.dataset.records.parts))

    def place(self, number: int) -> Place:
        """Where the sample with this number is."""
        at = next(at for at, end in enumerate(self.ends) if number < end)
        return Place(_PARTS[at], number - (self.ends[at - 1] if at else 0))

    def answer(self, place: Place) -> str:
        """What is learned of a sample, in words: its class, its labels or its values."""
        return answer_of(self.dataset, place.records(self.dataset), place.number)

    def origin(self, place: Place) -> str:
        """Where it comes from; "" where that is not known."""
        origins = place.records(self.dataset).origins
        return origins[place.number] if origins else ""

    def glance(self, place: Place) -> object:
        """The little that its tile is painted from; in the background."""
        return self.view.glance(place.records(self.dataset), place.number)


def answer_of(dataset: Dataset, records: Records, number: int) -> str:
    """What is learned of one of the records, in words."""
    if records.targets is None:
        return ""
    target = records.targets[number]
    if target.dim() == 0:
        return dataset.classes[int(target)] if dataset.classes else str(int(target))
    names, values = dataset.records.values, target.tolist()
    if names:
        if len(values) == 1:
            return _figure(values[0])
        return listed(f"{name} {_figure(value)}" for name, value in zip(names, values, strict=True))
    return listed(name for name, value in zip(dataset.classes, values, strict=False) if value > 0.5)


def _figure(value: float) -> str:
    return f"{value:.{_MOST_DIGITS}g}"
