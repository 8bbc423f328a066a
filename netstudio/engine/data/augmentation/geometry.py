"""Pictures moved, turned, cut and bent.

All take and give pixels from 0 to 1, (N, C, H, W), and leave the targets as they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from netstudio.engine.data.augmentation.step import on_some, uniform, whole
from netstudio.engine.data.augmentation.warping import affine, perspective, windows

_PADDING = {"black": "constant", "edge": "replicate", "mirror": "reflect"}
_AXES = {"horizontal": (-1,), "vertical": (-2,), "both": (-1, -2)}


@dataclass(frozen=True)
class Flip:
    """Mirrors pictures; with both directions, each by a chance of its own."""

    direction: str
    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        for axis in _AXES[self.direction]:
            inputs = on_some(inputs, self.share, draw, partial(torch.flip, dims=(axis,)))
        return inputs, targets


@dataclass(frozen=True)
class Crop:
    """Shifts pictures by a few whole pixels: pads them and cuts the old size out again."""

    padding: int
    outside: str

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        height, width = inputs.shape[-2:]
        # A mirror shows no more than the picture itself.
        across, down = (
            min(self.padding, side - 1) if self.outside == "mirror" else self.padding
            for side in (width, height)
        )
        padded = functional.pad(inputs, (across, across, down, down), _PADDING[self.outside])
        tops, lefts = whole(inputs, draw, 2 * down + 1), whole(inputs, draw, 2 * across + 1)
        return windows(padded, height, width, tops, lefts), targets


@dataclass(frozen=True)
class ResizedCrop:
    """Cuts a part out of each picture and enlarges it to the whole."""

    smallest: float
    stretch: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        height, width = inputs.shape[-2:]
        area = uniform(inputs, draw, self.smallest, 1)
        ratio = uniform(inputs, draw, -math.log(self.stretch), math.log(self.stretch)).exp()
        across = (area * ratio).sqrt().clamp(max=1)
        down = (area / ratio).sqrt().clamp(max=1)
        x = uniform(inputs, draw, -0.5, 0.5) * (1 - across) * width
        y = uniform(inputs, draw, -0.5, 0.5) * (1 - down) * height
        none = torch.zeros_like(x)
        return affine(inputs, _matrices(across, none, x, none, down, y), "edge"), targets


@dataclass(frozen=True)
class Affine:
    """Turns, shifts, scales and slants pictures, each by amounts of its own."""

    degrees: float
    outside: str
    shift: float = 0.0
    scale: float = 1.0
    shear: float = 0.0
    share: float = 1.0

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        return on_some(inputs, self.share, draw, lambda some: self._warped(some, draw)), targets

    def _warped(self, inputs: Tensor, draw: torch.Generator) -> Tensor:
        height, width = inputs.shape[-2:]
        turn = uniform(inputs, draw, -1, 1) * math.radians(self.degrees)
        slant = (uniform(inputs, draw, -1, 1) * math.radians(self.shear)).tan()
        size = uniform(inputs, draw, -math.log(self.scale), math.log(self.scale)).exp()
        cos, sin = turn.cos() / size, turn.sin() / size
        matrices = _matrices(
            cos,
            cos * slant - sin,
            uniform(inputs, draw, -self.shift, self.shift) * width,
            sin,
            sin * slant + cos,
            uniform(inputs, draw, -self.shift, self.shift) * height,
        )
        return affine(inputs, matrices, self.outside)


@dataclass(frozen=True)
class Perspective:
    """Shows pictures as if each hung on a wall seen from the side."""

    strength: float
    outside: str
    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        return on_some(inputs, self.share, draw, lambda some: self._warped(some, draw)), targets

    def _warped(self, inputs: Tensor, draw: torch.Generator) -> Tensor:
        corners = inputs.new_tensor(((-1, -1), (1, -1), (1, 1), (-1, 1)))
        moved = corners * (1 + uniform(inputs, draw, -self.strength, self.strength, 4, 2))
        return perspective(inputs, moved, self.outside)


def _matrices(*rows: Tensor) -> Tensor:
    """Six numbers for each sample as matrices (N, 2, 3)."""
    return torch.stack(rows, dim=1).reshape(-1, 2, 3)
