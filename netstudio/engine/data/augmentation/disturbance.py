"""Numbers disturbed: noise, blur, and parts left out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from netstudio.engine.data.augmentation.step import normal, on_some, per_sample, uniform


@dataclass(frozen=True)
class PixelNoise:
    """Adds noise to pixels from 0 to 1, more to some pictures than to others."""

    strength: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        strengths = per_sample(uniform(inputs, draw, 0, self.strength), inputs)
        return torch.addcmul(inputs, normal(inputs, draw), strengths).clamp_(0, 1), targets


@dataclass(frozen=True)
class Noise:
    """Adds noise to standardised numbers; categories and flags, which are 0 or 1, stay exact.

    Shapes: (N, …, features).
    """

    strength: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        noisy = torch.add(inputs, normal(inputs, draw), alpha=self.strength)
        is_flag = ((inputs == 0) | (inputs == 1)).flatten(0, -2).all(0)
        return torch.where(is_flag, inputs, noisy), targets


@dataclass(frozen=True)
class Blur:
    """Softens pictures (N, C, H, W) by Gaussian windows of widths of their own."""

    strongest: float
    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        return on_some(inputs, self.share, draw, lambda some: self._blurred(some, draw)), targets

    def _blurred(self, inputs: Tensor, draw: torch.Generator) -> Tensor:
        samples, channels, height, width = inputs.shape
        radius = min(math.ceil(3 * self.strongest), height - 1, width - 1)
        sigmas = uniform(inputs, draw, 0.1, max(self.strongest, 0.1))
        at = torch.arange(-radius, radius + 1, device=inputs.device, dtype=inputs.dtype)
        weights = torch.softmax(-0.5 * (at / sigmas[:, None]) ** 2, dim=1)
        weights = weights.repeat_interleave(channels, 0)[:, None]
        # Every channel of every picture is a channel with a window of its own.
        rows = inputs.reshape(1, samples * channels, height, width)
        padded = functional.pad(rows, (radius, radius, radius, radius), "reflect")
        across = functional.conv2d(padded, weights[:, :, None], groups=samples * channels)
        both = functional.conv2d(across, weights[:, :, :, None], groups=samples * channels)
        return both.reshape(samples, channels, height, width)


@dataclass(frozen=True)
class Erasing:
    """Covers a rectangle of each standardised picture (N, C, H, W) with the mean colour."""

    smallest: float
    largest: float
    stretch: float
    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        low, high = sorted((self.smallest, self.largest))
        area = uniform(inputs, draw, low, high)
        ratio = uniform(inputs, draw, -math.log(self.stretch), math.log(self.stretch)).exp()
        covered = rectangles(inputs, draw, (area * ratio).sqrt(), (area / ratio).sqrt())
        chosen = uniform(inputs, draw, 0, 1) < self.share
        return inputs.masked_fill(covered & per_sample(chosen, inputs), 0), targets


def rectangles(like: Tensor, draw: torch.Generator, widths: Tensor, heights: Tensor) -> Tensor:
    """A rectangle somewhere in each picture, wholly inside it.

    Shapes: (N, C, H, W), widths and heights (N,) -> bool (N, 1, H, W).

    Args:
        like: The pictures.
        draw: Where chance comes from.
        widths: Shares of the pictures' width.
        heights: Shares of the pictures' height.
    """
    down = _spans(like, draw, heights, like.shape[-2])
    across = _spans(like, draw, widths, like.shape[-1])
    return (down[:, :, None] & across[:, None, :])[:, None]


def _spans(like: Tensor, draw: torch.Generator, shares: Tensor, side: int) -> Tensor:
    """Which places along a side lie in each sample's span: bool (N, side)."""
    lengths = (shares * side).round().clamp(min=1, max=side)
    starts = (uniform(like, draw, 0, 1) * (side - lengths + 1)).floor()
    at = torch.arange(side, device=like.device)
    return (at >= starts[:, None]) & (at < (starts + lengths)[:, None])
