"""Figures that tell what data are like before anything is learned from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from netstudio.core.translate import verbatim
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.job import Job
from netstudio.engine.data.measures import Counted, Histogram, Measure, Measured, histogram
from netstudio.engine.data.parts.labels import class_counts
from netstudio.engine.data.records import Records
from netstudio.engine.events import Preparing
from netstudio.engine.resolve import resolve
from netstudio.tasks.content import Aim, Content

_PARTS = ("train", "validation", "test")

# The engine's functions that measure samples of each kind.
_MEASURES = {
    Content.IMAGES: "data.images.measures.measures",
    Content.TABLE: "data.tables.measures.measures",
    Content.TEXTS: "data.texts.measures.measures",
    Content.SOUNDS: "data.sounds.measures.measures",
    Content.SEQUENCES: "data.series.measures.of_sequences",
    Content.SERIES: "data.series.measures.of_windows",
    Content.POINTS: "data.points.measures.measures",
}


@dataclass(frozen=True)
class Statistics:
    """What data are like.

    Attributes:
        samples: How many each part has.
        classes: How many samples of each class or label each part has, by part and name; empty
            where there are none.
        targets: The values that are to be predicted, of the training part.
        measures: What is measured and counted of the training part's inputs.
    """

    samples: dict[str, int]
    classes: dict[str, dict[str, int]]
    targets: tuple[Histogram, ...]
    measures: tuple[Histogram | Counted, ...]

    def as_json(self) -> dict[str, Any]:
        """They as a JSON value."""
        return {
            "samples": self.samples,
            "classes": self.classes,
            "targets": [each.as_json() for each in self.targets],
            "measures": [each.as_json() for each in self.measures],
        }


def describe(divided: Divided, content: Content, aim: Aim) -> Job[Statistics]:
    """Count and measure samples that are divided into parts."""
    parts = dict(zip(_PARTS, divided.parts, strict=True))
    has_classes = aim in (Aim.CLASS, Aim.LABELS)
    measure: Measure = resolve(_MEASURES[content])
    found = measure(divided.train.inputs)
    measured: list[Histogram | Counted] = []
    for number, each in enumerate(found):
        yield Preparing("measure", number, len(found))
        measured.append(histogram(each) if isinstance(each, Measured) else each)
    yield Preparing("measure", len(found), len(found))
    return Statistics(
        samples={name: len(part) for name, part in parts.items()},
        classes={name: _balance(part, divided.classes) for name, part in parts.items()}
        if has_classes
        else {},
        targets=_targets(divided) if aim is Aim.VALUES else (),
        measures=tuple(measured),
    )


def _balance(part: Records, names: tuple[str, ...]) -> dict[str, int]:
    return dict(zip(names, class_counts(part, len(names)).tolist(), strict=True))


def _targets(divided: Divided) -> tuple[Histogram, ...]:
    targets = divided.train.targets
    if targets is None:
        return ()
    columns = targets.numpy().astype(np.float64).T
    return tuple(
        histogram(Measured(verbatim(name), values))
        for name, values in zip(divided.values, columns, strict=True)
    )
