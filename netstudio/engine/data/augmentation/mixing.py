"""Samples mixed with each other, and their targets with them.

Targets are shares of classes or numbers, (N, K) as floats. Each sample meets its neighbour in the
batch, which is in random order already.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.augmentation.disturbance import rectangles
from netstudio.engine.data.augmentation.step import per_sample


@dataclass(frozen=True)
class MixUp:
    """Lays two samples over each other (Zhang et al., mixup, 2017).

    Shapes: (N, …), (N, K).
    """

    alpha: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        kept = _shares(inputs, draw, self.alpha)
        mixed = torch.lerp(inputs.roll(1, 0), inputs, per_sample(kept, inputs))
        return mixed, _mixed_targets(targets, kept)


@dataclass(frozen=True)
class CutMix:
    """Replaces a rectangle by that of another picture (Yun et al., CutMix, 2019).

    Shapes: (N, C, H, W), (N, K).
    """

    alpha: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        sides = (1 - _shares(inputs, draw, self.alpha)).sqrt()
        replaced = rectangles(inputs, draw, sides, sides)
        kept = 1 - replaced.to(inputs.dtype).mean((1, 2, 3))
        return torch.where(replaced, inputs.roll(1, 0), inputs), _mixed_targets(targets, kept)


def _shares(like: Tensor, draw: torch.Generator, alpha: float) -> Tensor:
    """How much each sample keeps of itself: Beta(alpha, alpha), (N,)."""
    # torch draws from Beta by its global generator only.
    seed = int(torch.randint(2**62, (), generator=draw, device=draw.device))
    drawn = np.random.default_rng(seed).beta(alpha, alpha, len(like))
    return torch.from_numpy(drawn).to(like.device, like.dtype)


def _mixed_targets(targets: Tensor, kept: Tensor) -> Tensor:
    kept = per_sample(kept.to(targets.dtype), targets)
    return torch.lerp(targets.roll(1, 0), targets, kept)
