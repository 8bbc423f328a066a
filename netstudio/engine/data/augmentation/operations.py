"""The operations that learned policies draw from, each on pictures with strengths of their own.

Shapes: pixels from 0 to 1, (N, C, H, W), and strengths (N,) -> (N, C, H, W).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from netstudio.engine.data.augmentation.colours import blend, grey
from netstudio.engine.data.augmentation.step import per_sample
from netstudio.engine.data.augmentation.warping import affine

_LEVELS = 256

Change = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class Operation:
    """A change of pictures that can be stronger or weaker.

    Attributes:
        change: The change itself.
        is_signed: Whether it can go in two directions, so that half of its strengths are negative.
    """

    change: Change
    is_signed: bool = False


def shear_x(pictures: Tensor, slopes: Tensor) -> Tensor:
    """Slanted to the side."""
    return affine(pictures, _matrices(slopes, xy=slopes), "black")


def shear_y(pictures: Tensor, slopes: Tensor) -> Tensor:
    """Slanted downwards."""
    return affine(pictures, _matrices(slopes, yx=slopes), "black")


def translate_x(pictures: Tensor, shares: Tensor) -> Tensor:
    """Shifted to the side by shares of the width."""
    pixels = (shares * pictures.shape[-1]).round()
    return affine(pictures, _matrices(pixels, x=-pixels), "black")


def translate_y(pictures: Tensor, shares: Tensor) -> Tensor:
    """Shifted down by shares of the height."""
    pixels = (shares * pictures.shape[-2]).round()
    return affine(pictures, _matrices(pixels, y=-pixels), "black")


def rotate(pictures: Tensor, degrees: Tensor) -> Tensor:
    """Turned by degrees."""
    radians = degrees * (math.pi / 180)
    cos, sin = radians.cos(), radians.sin()
    return affine(pictures, _matrices(cos, xx=cos, xy=-sin, yx=sin, yy=cos), "black")


def brightness(pictures: Tensor, amounts: Tensor) -> Tensor:
    """Lighter or darker."""
    return (pictures * per_sample(1 + amounts, pictures)).clamp_(0, 1)


def colour(pictures: Tensor, amounts: Tensor) -> Tensor:
    """Stronger or fainter colours."""
    return blend(pictures, grey(pictures), 1 + amounts)


def contrast(pictures: Tensor, amounts: Tensor) -> Tensor:
    """More or less contrast."""
    return blend(pictures, grey(pictures).mean((1, 2, 3), keepdim=True), 1 + amounts)


def sharpness(pictures: Tensor, amounts: Tensor) -> Tensor:
    """Sharper or softer."""
    if min(pictures.shape[-2:]) < 3:
        return pictures
    channels = pictures.shape[1]
    window = pictures.new_tensor(((1, 1, 1), (1, 5, 1), (1, 1, 1))) / 13
    softened = pictures.clone()
    softened[..., 1:-1, 1:-1] = functional.conv2d(
        pictures, window.expand(channels, 1, 3, 3), groups=channels
    )
    return blend(pictures, softened, 1 + amounts)


def posterize(pictures: Tensor, lost_bits: Tensor) -> Tensor:
    """Fewer levels: of eight bits some are lost."""
    steps = per_sample(2 ** lost_bits.round(), pictures)
    return (pictures * (_LEVELS - 1)).round().div_(steps).floor_().mul_(steps / (_LEVELS - 1))


def solarize(pictures: Tensor, amounts: Tensor) -> Tensor:
    """What is brighter than 1 − amount is inverted."""
    return torch.where(pictures >= per_sample(1 - amounts, pictures), 1 - pictures, pictures)


def autocontrast(pictures: Tensor, _: Tensor) -> Tensor:
    """Every channel from 0 to 1."""
    low, high = pictures.amin((2, 3), keepdim=True), pictures.amax((2, 3), keepdim=True)
    return torch.where(high > low, (pictures - low) / (high - low).clamp(min=1e-6), pictures)


def equalize(pictures: Tensor, _: Tensor) -> Tensor:
    """Every level becomes the share of pixels below it, so that all levels are equally common."""
    samples, channels = pictures.shape[:2]
    levels = (pictures * (_LEVELS - 1)).round().long().flatten(2).flatten(0, 1)
    counts = pictures.new_zeros(len(levels), _LEVELS)
    counts.scatter_add_(1, levels, pictures.new_ones(()).expand_as(levels))
    up_to = counts.cumsum(1)
    most = up_to[:, -1:]
    first = counts.gather(1, (counts > 0).long().argmax(1, keepdim=True))
    table = torch.where(most > first, (up_to - first) / (most - first).clamp(min=1), 0).clamp_(0, 1)
    equal = table.gather(1, levels)
    # A channel of a single level has nothing to spread.
    equal = torch.where(most > first, equal, pictures.flatten(2).flatten(0, 1))
    return equal.reshape(samples, channels, *pictures.shape[2:])


def invert(pictures: Tensor, _: Tensor) -> Tensor:
    """A negative."""
    return 1 - pictures


def identity(pictures: Tensor, _: Tensor) -> Tensor:
    """As it was."""
    return pictures


OPERATIONS = {
    "identity": Operation(identity),
    "shear_x": Operation(shear_x, is_signed=True),
    "shear_y": Operation(shear_y, is_signed=True),
    "translate_x": Operation(translate_x, is_signed=True),
    "translate_y": Operation(translate_y, is_signed=True),
    "rotate": Operation(rotate, is_signed=True),
    "brightness": Operation(brightness, is_signed=True),
    "colour": Operation(colour, is_signed=True),
    "contrast": Operation(contrast, is_signed=True),
    "sharpness": Operation(sharpness, is_signed=True),
    "posterize": Operation(posterize),
    "solarize": Operation(solarize),
    "autocontrast": Operation(autocontrast),
    "equalize": Operation(equalize),
    "invert": Operation(invert),
}


def _matrices(
    like: Tensor,
    *,
    xx: Tensor | float = 1.0,
    xy: Tensor | float = 0.0,
    x: Tensor | float = 0.0,
    yx: Tensor | float = 0.0,
    yy: Tensor | float = 1.0,
    y: Tensor | float = 0.0,
) -> Tensor:
    """Matrices (N, 2, 3) of these numbers, each one for all or one for each sample."""
    matrices = like.new_empty(len(like), 2, 3)
    for row, numbers in enumerate(((xx, xy, x), (yx, yy, y))):
        for column, number in enumerate(numbers):
            matrices[:, row, column] = number
    return matrices
