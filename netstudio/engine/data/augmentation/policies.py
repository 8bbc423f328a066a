"""Augmentation whose operations are drawn, too: each picture gets some of a list of operations.

All take and give pixels from 0 to 1, (N, C, H, W), and leave the targets as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.augmentation.learned_policies import POLICIES, Planned
from netstudio.engine.data.augmentation.operations import OPERATIONS
from netstudio.engine.data.augmentation.step import uniform, whole

# What an operation does at full strength.
_FULL = {
    "shear_x": 0.3,
    "shear_y": 0.3,
    "translate_x": 150 / 331,
    "translate_y": 150 / 331,
    "rotate": 30.0,
    "brightness": 0.9,
    "colour": 0.9,
    "contrast": 0.9,
    "sharpness": 0.9,
    "posterize": 4.0,
    "solarize": 1.0,
}
_FULL_AND_WIDE = _FULL | {
    "shear_x": 0.99,
    "shear_y": 0.99,
    "rotate": 135.0,
    "brightness": 0.99,
    "colour": 0.99,
    "contrast": 0.99,
    "sharpness": 0.99,
    "posterize": 6.0,
}
_WIDE_PIXELS = 32

_NAMES = tuple(OPERATIONS)
# No one found that inverting pictures helps at random.
_DRAWN = tuple(name for name in OPERATIONS if name != "invert")
_LEARNED_LEVELS = 9
_RANDOM_LEVELS = 30


@dataclass(frozen=True)
class AutoAugment:
    """One of the pairs of operations that were learned for a well-known set of pictures."""

    policy: str

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        pairs = POLICIES[self.policy]
        drawn = whole(inputs, draw, len(pairs))
        for place in (0, 1):
            numbers, chances, levels = _as_tables([pair[place] for pair in pairs], inputs)
            happens = uniform(inputs, draw, 0, 1) < chances[drawn]
            chosen = torch.where(happens, numbers[drawn], _NAMES.index("identity"))
            inputs = _apply(inputs, chosen, levels[drawn] / _LEARNED_LEVELS, _FULL, draw)
        return inputs, targets


@dataclass(frozen=True)
class RandAugment:
    """Some operations of one common strength, all equally likely (Cubuk et al., 2019)."""

    operations: int
    strength: int

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        for _ in range(self.operations):
            strengths = inputs.new_full((len(inputs),), self.strength / _RANDOM_LEVELS)
            inputs = _apply(inputs, whole(inputs, draw, len(_DRAWN)), strengths, _FULL, draw)
        return inputs, targets


@dataclass(frozen=True)
class TrivialAugment:
    """One operation of any strength (Müller and Hutter, TrivialAugment, 2021)."""

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        height, width = inputs.shape[-2:]
        full = _FULL_AND_WIDE | {
            "translate_x": _WIDE_PIXELS / width,
            "translate_y": _WIDE_PIXELS / height,
        }
        strengths = uniform(inputs, draw, 0, 1)
        return _apply(inputs, whole(inputs, draw, len(_DRAWN)), strengths, full, draw), targets


def _apply(
    pictures: Tensor,
    chosen: Tensor,
    strengths: Tensor,
    full: dict[str, float],
    draw: torch.Generator,
) -> Tensor:
    """The pictures, each changed by its operation; those with the same one together.

    Args:
        pictures: (N, C, H, W).
        chosen: The number of each one's operation (N,).
        strengths: From 0 to 1 (N,).
        full: What an operation does at strength 1.
        draw: Where the directions come from.
    """
    signs = whole(pictures, draw, 2) * 2 - 1
    changed = pictures.clone()
    for number in sorted(set(chosen.tolist())):
        name = _NAMES[number]
        operation = OPERATIONS[name]
        index = (chosen == number).nonzero().squeeze(1)
        amounts = strengths[index] * full.get(name, 1.0)
        if operation.is_signed:
            amounts = amounts * signs[index]
        changed.index_copy_(0, index, operation.change(pictures.index_select(0, index), amounts))
    return changed


def _as_tables(planned: Sequence[Planned], like: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The numbers of operations, their chances and their strengths."""
    names, chances, levels = zip(*planned, strict=True)
    numbers = torch.tensor([_NAMES.index(name) for name in names], device=like.device)
    return numbers, like.new_tensor(chances), like.new_tensor(levels)
