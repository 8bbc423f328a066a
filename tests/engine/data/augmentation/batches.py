"""Batches of every kind of content, and steps on them."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from netstudio.engine.data.augmentation.step import Step
from netstudio.engine.resolve import resolve
from netstudio.tasks.augmentations import AUGMENTATIONS, AugmentationDef, Stage
from netstudio.tasks.content import Content


def chance(seed: int = 0) -> torch.Generator:
    """Where a step draws from."""
    return torch.Generator().manual_seed(seed)


def step(type_name: str, **fields: Any) -> Step:
    """The engine's side of a declared step with these settings."""
    definition = AUGMENTATIONS.make(type_name, fields)
    made: Step = resolve(definition.target)(**definition.arguments())
    return made


def varied(made: Step, inputs: Tensor, seed: int = 0) -> Tensor:
    """What a step makes of inputs whose targets do not matter."""
    return made(inputs, torch.zeros(len(inputs), 1), chance(seed))[0]


def batches(definition: type[AugmentationDef]) -> list[Tensor]:
    """Batches of 24 samples of every kind that the step takes, in the form in which it takes them.

    All samples of a batch are alike, so that it is seen whether each is varied by itself.
    """
    shapes = {
        Content.IMAGES: [(3, 16, 12), (1, 9, 14)],
        Content.SOUNDS: [(1, 20, 30)] if definition.stage is Stage.AFTER else [(400,)],
        Content.TABLE: [(6,)],
        Content.POINTS: [(2,)],
        Content.SEQUENCES: [(20, 3)],
        Content.SERIES: [(20, 3)],
        Content.TEXTS: [(40,)],
    }
    return [_alike(shape, content) for content in definition.contents for shape in shapes[content]]


def shares(count: int = 24, classes: int = 5) -> Tensor:
    """Targets as shares of classes, (N, K); neighbours belong to different ones."""
    return torch.eye(classes)[torch.arange(count) % classes]


def _alike(shape: tuple[int, ...], content: Content) -> Tensor:
    sample = torch.rand(shape, generator=chance(7))
    if content is Content.TEXTS:
        ids = (sample * 100).short() + 2
        ids[-10:] = 0
        sample = ids
    return sample.expand(24, *shape).clone()
