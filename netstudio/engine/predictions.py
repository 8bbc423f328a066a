"""What a network says about samples, in words of the task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor


@dataclass(frozen=True)
class RankedClass:
    """A class with its probability."""

    label: str
    probability: float


@dataclass(frozen=True)
class Prediction:
    """All classes, the most probable first."""

    ranked: tuple[RankedClass, ...]

    @property
    def label(self) -> str:
        """The most probable class."""
        return self.ranked[0].label

    @property
    def probability(self) -> float:
        """Its probability."""
        return self.ranked[0].probability

    def as_json(self) -> list[dict[str, Any]]:
        return [{"label": item.label, "probability": item.probability} for item in self.ranked]


def ranked_classes(probabilities: Tensor, classes: tuple[str, ...]) -> list[Prediction]:
    """One prediction for each row of ``probabilities`` (N, K)."""
    order = probabilities.argsort(dim=1, descending=True, stable=True).tolist()
    return [
        Prediction(tuple(RankedClass(classes[number], row[number]) for number in ranking))
        for row, ranking in zip(probabilities.tolist(), order, strict=True)
    ]
