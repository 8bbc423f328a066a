"""Training batches from stored samples to the network: varied, preprocessed, varied again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Self

import torch
from torch import Tensor
from torch.nn import functional

from netstudio.engine.data.augmentation.step import Step
from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.resolve import resolve
from netstudio.tasks.augmentations import AugmentationDef, Stage
from netstudio.tasks.content import Content

# How many numbers are varied at a time on the CPU: 4 MB of floats.
_BLOCK_NUMBERS = 2**20


@dataclass(frozen=True)
class Pipeline:
    """Augmentation around the preprocessing of a batch.

    Attributes:
        moving: The first steps, as long as they only move what is stored, such as bytes.
        before: Steps on what is stored, brought to the scale on which they work.
        open: Brings what is stored to that scale.
        close: Brings it to a scale that ``preprocess`` takes.
        preprocess: Makes the network's input.
        after: Steps on the network's input.
        classes: How many classes there are where class numbers must become shares of classes,
            because samples are mixed; else None.
    """

    moving: tuple[Step, ...]
    before: tuple[Step, ...]
    open: OnDevice
    close: OnDevice
    preprocess: OnDevice
    after: tuple[Step, ...]
    classes: int | None

    @classmethod
    def build(
        cls,
        steps: Sequence[AugmentationDef],
        content: Content,
        preprocess: OnDevice,
        classes: int = 0,
    ) -> Self:
        """The pipeline of these steps; of each stage in their order.

        Args:
            steps: What was chosen.
            content: What the samples are.
            preprocess: What ``Preprocessing.on`` gives.
            classes: How many classes there are, where targets may be class numbers.
        """
        stored = [step for step in steps if step.stage is Stage.BEFORE]
        moving = list(takewhile(lambda step: step.only_moves, stored))
        open_, close = _SCALES.get(content, (_as_it_is, _as_it_is))
        return cls(
            moving=_made(moving),
            before=_made(stored[len(moving) :]),
            open=open_,
            close=close,
            preprocess=preprocess,
            after=_made(step for step in steps if step.stage is Stage.AFTER),
            classes=classes if any(step.mixes for step in steps) else None,
        )

    def __call__(
        self, stored: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """One training batch.

        Args:
            stored: Encoded samples (N, …).
            targets: Class numbers (N,), labels or values (N, K).
            draw: Where all chance comes from.

        Returns:
            The network's input and the targets; where samples were mixed, class numbers have
            become shares of the classes (N, K).
        """
        if self.classes is not None and not targets.is_floating_point():
            targets = functional.one_hot(targets, self.classes).float()
        blocks = torch.split(stored, _block(stored))
        ready = [self._prepared(block, draw) for block in blocks]
        inputs = ready[0] if len(ready) == 1 else torch.cat(ready)
        for step in self.after:
            inputs, targets = step(inputs, targets, draw)
        return inputs, targets

    def _prepared(self, stored: Tensor, draw: torch.Generator) -> Tensor:
        """Some samples as they are before the steps on the network's input."""
        layout = _layout(stored)
        nothing = stored.new_empty(len(stored), 0)
        for step in self.moving:
            stored, _ = step(stored, nothing, draw)
        if self.before:
            stored = self.open(stored)
            for step in self.before:
                stored, _ = step(stored, nothing, draw)
            stored = self.close(stored)
        return self.preprocess(stored.contiguous(memory_format=layout))


def _made(steps: Iterable[AugmentationDef]) -> tuple[Step, ...]:
    return tuple(resolve(step.target)(**step.arguments()) for step in steps)


def _as_it_is(stored: Tensor) -> Tensor:
    return stored


# How stored samples come to the scale on which steps work, and from there to one that their
# preprocessing takes: pixels from 0 to 1 and back to bytes' scale, waveforms from −1 to 1.
_SCALES: dict[Content, tuple[OnDevice, OnDevice]] = {
    Content.IMAGES: (lambda pixels: pixels / 255, lambda pixels: pixels * 255),
    Content.SOUNDS: (lambda waves: waves / 32_768, _as_it_is),
}


def _block(stored: Tensor) -> int:
    """How many samples are varied at a time: on the CPU, as many as stay in its cache."""
    if stored.device.type != "cpu" or not len(stored):
        return max(1, len(stored))
    return max(1, _BLOCK_NUMBERS // max(1, stored[0].numel()))


def _layout(batch: Tensor) -> torch.memory_format:
    if batch.dim() == 4 and not batch.is_contiguous():
        return torch.channels_last
    return torch.contiguous_format
