"""A few samples at a glance, of each class where there are classes; made in the background."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from netstudio.gui.kinds.contract import SampleView

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records

# What one class fills the panel with.
MOST_OF_A_CLASS = 14
# However many classes there are, so that previews stay a few megabytes.
_MOST_IN_ALL = 1400

# By class number; one group where samples have no class.
Glances = tuple[tuple[object, ...], ...]


def make_glances(view: SampleView, records: Records, classes: int) -> Glances:
    """The first samples of each class, or the first of all where they have none.

    Args:
        view: How they are shown.
        records: The samples.
        classes: How many classes they have.
    """
    wanted = max(1, min(MOST_OF_A_CLASS, _MOST_IN_ALL // max(classes, 1)))
    return tuple(
        tuple(view.glance(records, number) for number in group[:wanted])
        for group in _groups(records, classes)
    )


def _groups(records: Records, classes: int) -> list[list[int]]:
    """The numbers of the samples of each class."""
    targets = records.targets
    if targets is None or targets.dim() != 1 or not classes:
        return [list(range(min(len(records), MOST_OF_A_CLASS)))]
    counts = targets.bincount(minlength=classes).tolist()
    by_class = targets.argsort(stable=True)
    return [
        by_class[end - count : end][:MOST_OF_A_CLASS].tolist()
        for end, count in zip(accumulate(counts), counts, strict=True)
    ]
