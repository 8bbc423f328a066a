"""Numbers that a network predicts, on a scale on which it learns well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Self

import torch
from torch import Tensor


@dataclass(frozen=True)
class ValueScaling:
    """Each value less its mean over the training part, in units of its standard deviation there.

    Attributes:
        means: Of each value, in its own unit.
        stds: Likewise; 1 for a value that is the same everywhere.
    """

    means: tuple[float, ...]
    stds: tuple[float, ...]

    @classmethod
    def fit(cls, values: Tensor) -> Self:
        """Means and standard deviations of values (N, K)."""
        doubles = values.double()
        stds = doubles.std(0, correction=0).tolist()
        return cls(tuple(doubles.mean(0).tolist()), tuple(std or 1.0 for std in stds))

    def scale(self, values: Tensor) -> Tensor:
        """Values in their own units (N, K) as the network learns them, float32."""
        return ((values.double() - self._row(self.means)) / self._row(self.stds)).float()

    def unscale(self, scaled: Tensor) -> Tensor:
        """The inverse of ``scale``; float64."""
        return scaled.double() * self._row(self.stds) + self._row(self.means)

    def _row(self, numbers: tuple[float, ...]) -> Tensor:
        return torch.tensor(numbers, dtype=torch.float64)

    def as_json(self) -> dict[str, Any]:
        return {"means": list(self.means), "stds": list(self.stds)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The inverse of ``as_json``.

        Raises:
            ValueError: ``raw`` is not what ``as_json`` gives.
        """
        try:
            means, stds = (tuple(float(each) for each in raw[key]) for key in ("means", "stds"))
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete scaling: {error}") from error
        fits = len(means) == len(stds) and all(map(isfinite, (*means, *stds)))
        if not fits or not all(std > 0 for std in stds):
            raise ValueError("a scaling that is none")
        return cls(means, stds)
