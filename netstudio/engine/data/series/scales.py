"""The scale on which a network sees a column of numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scale:
    """Numbers less ``shift``, in units of ``width``.

    Attributes:
        shift: What is subtracted.
        width: What is divided by.
        mean: The mean of the training part, in the numbers' own unit.
    """

    shift: float = 0.0
    width: float = 1.0
    mean: float = 0.0

    def apply(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """The numbers on this scale."""
        scaled = (values.astype(np.float64) - self.shift) / self.width
        return scaled.astype(np.float32)

    def as_json(self) -> dict[str, Any]:
        return {"shift": self.shift, "width": self.width, "mean": self.mean}


def fit_scale(values: NDArray[np.float32], how: str) -> Scale:
    """The scale of some numbers, NaN among them not counting.

    Args:
        values: The numbers of the training part.
        how: "standard" for mean 0 and standard deviation 1, "min_max" for 0 to 1, or "none".
    """
    known = values[np.isfinite(values)].astype(np.float64)
    if not len(known):
        return Scale()
    mean = float(known.mean())
    if how == "standard":
        # A column that is the same everywhere is only centred.
        return Scale(mean, float(known.std()) or 1.0, mean)
    if how == "min_max":
        low, high = float(known.min()), float(known.max())
        return Scale(low, high - low or 1.0, mean)
    return Scale(mean=mean)


def scale_from_json(raw: Mapping[str, Any]) -> Scale:
    """The inverse of ``Scale.as_json``.

    Raises:
        KeyError, TypeError, ValueError: ``raw`` is not what it gives.
    """
    scale = Scale(*(float(raw[name]) for name in ("shift", "width", "mean")))
    if not all(map(math.isfinite, (scale.shift, scale.width, scale.mean))) or scale.width <= 0:
        raise ValueError("a scale that is none")
    return scale
