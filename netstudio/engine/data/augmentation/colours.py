"""Pictures in other light and other colours.

All take and give pixels from 0 to 1, (N, C, H, W) with one or three channels, and leave the targets
as they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.augmentation.step import on_some, per_sample, uniform

# How bright red, green and blue look, and two axes of colour across it: the NTSC standard's YIQ.
_YIQ = ((0.299, 0.587, 0.114), (0.5959, -0.2746, -0.3213), (0.2115, -0.5227, 0.3112))


def grey(pictures: Tensor) -> Tensor:
    """How bright each pixel looks.

    Shapes: (N, C, H, W) -> (N, 1, H, W).
    """
    if pictures.shape[1] == 1:
        return pictures
    weights = pictures.new_tensor(_YIQ[0])[:, None, None]
    return (pictures * weights).sum(1, keepdim=True)


def blend(pictures: Tensor, others: Tensor, factors: Tensor) -> Tensor:
    """From other pictures (factor 0) to the pictures (1) and beyond, clamped.

    Shapes: (N, C, H, W), others that broadcast to it, factors (N,) -> (N, C, H, W).
    """
    return torch.lerp(others.expand_as(pictures), pictures, per_sample(factors, pictures)).clamp_(
        0, 1
    )


@dataclass(frozen=True)
class ColourJitter:
    """Changes brightness, contrast, saturation and hue, each by an amount of its own."""

    brightness: float
    contrast: float
    saturation: float
    hue: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        light = uniform(inputs, draw, 1 - self.brightness, 1 + self.brightness)
        contrast = uniform(inputs, draw, 1 - self.contrast, 1 + self.contrast)
        saturation = uniform(inputs, draw, 1 - self.saturation, 1 + self.saturation)
        turn = uniform(inputs, draw, -2 * math.pi * self.hue, 2 * math.pi * self.hue)
        pictures = inputs
        if inputs.shape[1] == 3 and (self.saturation or self.hue):
            pictures = _recoloured(inputs, saturation, turn)
        # Light and contrast in one step: the mean that contrast keeps is made lighter, too.
        mean = grey(inputs).mean((1, 2, 3)) * light
        changed = torch.addcmul(
            per_sample(mean * (1 - contrast), inputs),
            pictures,
            per_sample(light * contrast, inputs),
        )
        return changed.clamp_(0, 1), targets


@dataclass(frozen=True)
class Greyscale:
    """Takes the colour out of some pictures; they keep their three channels."""

    share: float

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        if inputs.shape[1] == 1:
            return inputs, targets
        return on_some(inputs, self.share, draw, lambda some: grey(some).expand_as(some)), targets


def _recoloured(pictures: Tensor, saturation: Tensor, turn: Tensor) -> Tensor:
    """The pictures with their colours stretched and turned around the axis of greys."""
    to_yiq = pictures.new_tensor(_YIQ)
    across, along = saturation * turn.cos(), saturation * turn.sin()
    one, none = torch.ones_like(turn), torch.zeros_like(turn)
    change = torch.stack(
        (one, none, none, none, across, -along, none, along, across), dim=1
    ).reshape(-1, 3, 3)
    matrices = torch.linalg.inv(to_yiq) @ change @ to_yiq
    return torch.einsum("nij,njhw->nihw", matrices, pictures)
