"""Sounds varied: waveforms from −1 to 1, (N, samples), and spectrograms, (N, 1, mels, frames).

All leave the targets as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from netstudio.engine.data.augmentation.step import normal, per_sample, uniform, whole

# What is quieter than this counts as silence, to which no noise belongs.
_QUIETEST = 1e-4


@dataclass(frozen=True)
class SoundShift:
    """Starts each sound a little earlier or later, with silence where nothing is left."""

    largest: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        length = inputs.shape[-1]
        reach = max(1, round(self.largest * length))
        padded = functional.pad(inputs, (reach, reach))
        starts = whole(inputs, draw, 2 * reach + 1)
        every = padded.unfold(-1, length, 1)
        return every[torch.arange(len(inputs), device=inputs.device), starts], targets


@dataclass(frozen=True)
class Gain:
    """Makes each sound louder or quieter by some decibels."""

    decibels: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        factors = 10 ** (uniform(inputs, draw, -self.decibels, self.decibels) / 20)
        return (inputs * per_sample(factors, inputs)).clamp_(-1, 1), targets


@dataclass(frozen=True)
class SoundNoise:
    """Adds noise that lies below each sound by some decibels."""

    loudest: float
    quietest: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        low, high = sorted((self.loudest, self.quietest))
        below = 10 ** (-uniform(inputs, draw, low, high) / 20)
        loudness = inputs.square().mean(-1).sqrt().clamp(min=_QUIETEST)
        noise = normal(inputs, draw) * per_sample(below * loudness, inputs)
        return (inputs + noise).clamp_(-1, 1), targets


@dataclass(frozen=True)
class SpecAugment:
    """Masks bands of frequencies and stretches of time (Park et al., SpecAugment, 2019).

    Spectrograms are standardised, so that masked places take their mean.
    """

    frequency_masks: int
    frequency_width: float
    time_masks: int
    time_width: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        mels, frames = inputs.shape[-2:]
        bands = _masked(inputs, draw, self.frequency_masks, self.frequency_width, mels)
        times = _masked(inputs, draw, self.time_masks, self.time_width, frames)
        masked = bands[:, None, :, None] | times[:, None, None, :]
        return inputs.masked_fill(masked, 0), targets


def _masked(like: Tensor, draw: torch.Generator, count: int, widest: float, side: int) -> Tensor:
    """Which places along a side some masks cover, of any width up to the widest: bool (N, side)."""
    widths = uniform(like, draw, 0, widest * side, count, 1)
    starts = uniform(like, draw, 0, 1, count, 1) * (side - widths)
    middles = torch.arange(side, device=like.device) + 0.5
    covered: Tensor = ((middles >= starts) & (middles < starts + widths)).any(1)
    return covered
