"""Courses of numbers varied: standardised, (N, time, features).

All leave the targets as they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.augmentation.step import uniform, whole


@dataclass(frozen=True)
class Scaling:
    """Stretches each feature of each course by a factor of its own."""

    factor: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        reach = math.log(self.factor)
        factors = uniform(inputs, draw, -reach, reach, 1, inputs.shape[2]).exp()
        return inputs * factors, targets


@dataclass(frozen=True)
class SequenceShift:
    """Starts each course a little earlier or later; the first or last value fills the rest."""

    largest: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        length = inputs.shape[1]
        reach = max(1, round(self.largest * length))
        shifts = whole(inputs, draw, 2 * reach + 1) - reach
        at = torch.arange(length, device=inputs.device) + shifts[:, None]
        index = at.clamp_(0, length - 1)[:, :, None].expand_as(inputs)
        return inputs.gather(1, index), targets
