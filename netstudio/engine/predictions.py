"""What a network says about samples, in words of the task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from netstudio.engine.data.scaling import ValueScaling

# From which probability on a label is given.
_GIVEN = 0.5


class Prediction(Protocol):
    """What a network says about one sample."""

    def as_json(self) -> Any:
        """It as a JSON value."""
        ...


@dataclass(frozen=True)
class Meaning:
    """What the numbers of an answer stand for.

    Attributes:
        classes: The names of classes or labels.
        values: What each predicted number is.
        scaling: The scale of predicted numbers.
    """

    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    scaling: ValueScaling | None = None


@dataclass(frozen=True)
class RankedClass:
    """A class with its probability."""

    label: str
    probability: float


@dataclass(frozen=True)
class ClassPrediction:
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


@dataclass(frozen=True)
class LabelPrediction:
    """All labels, the most probable first.

    Attributes:
        ranked: Each label with its own probability.
    """

    ranked: tuple[RankedClass, ...]

    @property
    def given(self) -> tuple[str, ...]:
        """The labels that are more likely than not."""
        return tuple(item.label for item in self.ranked if item.probability > _GIVEN)

    def as_json(self) -> dict[str, Any]:
        shares = {item.label: item.probability for item in self.ranked}
        return {"labels": list(self.given), "probabilities": shares}


@dataclass(frozen=True)
class ValuePrediction:
    """Numbers in their own units.

    Attributes:
        values: Each number with what it is.
    """

    values: tuple[tuple[str, float], ...]

    def as_json(self) -> dict[str, float]:
        return dict(self.values)


@dataclass(frozen=True)
class PicturePrediction:
    """A picture.

    Attributes:
        pixels: uint8 (channels, height, width).
    """

    pixels: NDArray[np.uint8]

    def as_json(self) -> list[Any]:
        pixels: list[Any] = self.pixels.tolist()
        return pixels


def ranked_classes(probabilities: Tensor, meaning: Meaning) -> list[ClassPrediction]:
    """One prediction for each row of ``probabilities`` (N, K)."""
    return [ClassPrediction(ranking) for ranking in _ranked(probabilities, meaning.classes)]


def chosen_labels(probabilities: Tensor, meaning: Meaning) -> list[LabelPrediction]:
    """One prediction for each row of ``probabilities`` (N, K), each column by itself."""
    return [LabelPrediction(ranking) for ranking in _ranked(probabilities, meaning.classes)]


def values(scaled: Tensor, meaning: Meaning) -> list[ValuePrediction]:
    """One prediction for each row of numbers on the network's scale (N, K)."""
    own = scaled if meaning.scaling is None else meaning.scaling.unscale(scaled)
    return [ValuePrediction(tuple(zip(meaning.values, row, strict=True))) for row in own.tolist()]


def pictures(pixels: Tensor, meaning: Meaning) -> list[PicturePrediction]:
    """One prediction for each of the pictures (N, C, H, W), whose pixels run from 0 to 1."""
    in_bytes = pixels.clamp(0, 1).mul(255).round().byte().numpy()
    return [PicturePrediction(picture) for picture in in_bytes]


def _ranked(probabilities: Tensor, names: tuple[str, ...]) -> list[tuple[RankedClass, ...]]:
    order = probabilities.argsort(dim=1, descending=True, stable=True).tolist()
    return [
        tuple(RankedClass(names[number], row[number]) for number in ranking)
        for row, ranking in zip(probabilities.tolist(), order, strict=True)
    ]
