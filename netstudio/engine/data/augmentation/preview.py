"""What augmentation makes of some real samples, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.augmentation.pipeline import Pipeline
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import Job
from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.data.storage.batches import derived_seed
from netstudio.engine.events import Preparing
from netstudio.tasks.augmentations import AugmentationDef
from netstudio.tasks.content import Content

_CPU = torch.device("cpu")


@dataclass(frozen=True)
class Preview:
    """Some training samples with variations of them.

    Pictures are bytes (C, H, W), everything else is what the network receives.

    Attributes:
        originals: (M, …).
        variations: So many of each sample, each (M, …).
    """

    originals: Tensor
    variations: tuple[Tensor, ...]


def preview(
    steps: Sequence[AugmentationDef],
    dataset: Dataset,
    content: Content,
    samples: int,
    variations: int,
    seed: int = 0,
) -> Job[Preview]:
    """Vary some samples of the training part.

    Args:
        steps: The steps in their order.
        dataset: The data.
        content: What the samples are.
        samples: How many are looked at.
        variations: How many of each are made.
        seed: Which samples, and which variations.
    """
    draw = torch.Generator().manual_seed(derived_seed(seed))
    chosen = torch.randperm(len(dataset.train), generator=draw)[:samples]
    stored = dataset.train.inputs[chosen]
    prepare, show = _scale(dataset, content)
    varied = []
    pipeline = Pipeline.build(steps, content, prepare, len(dataset.classes))
    for number in range(variations):
        yield Preparing("prepare", number, variations)
        draw.manual_seed(derived_seed(seed, number))
        inputs, _ = pipeline(stored, torch.zeros(len(stored), 1), draw)
        varied.append(show(inputs))
    return Preview(show(prepare(stored)), tuple(varied))


def _scale(dataset: Dataset, content: Content) -> tuple[OnDevice, OnDevice]:
    """How samples are prepared for a preview, and how they are shown afterwards."""
    if content is Content.IMAGES:
        # Centred, so that what a step covers with the mean is grey.
        return (
            lambda pixels: pixels / 255 - 0.5,
            lambda inputs: ((inputs + 0.5) * 255).round().clamp(0, 255).to(torch.uint8),
        )
    return dataset.preprocessing.on(_CPU), lambda inputs: inputs
