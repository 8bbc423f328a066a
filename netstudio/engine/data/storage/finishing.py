"""From stored samples to the batches that network and loss receive, on the device."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.data.storage.batches import Chunk, Finish, derived_seed

# Varies one batch of stored inputs and their targets, drawing from the generator only, and gives
# the network's input: preprocessing is part of it, since some steps come before it and some after.
Augment = Callable[[Tensor, Tensor, torch.Generator], tuple[Tensor, Tensor]]


@dataclass(frozen=True)
class Plain:
    """Preprocesses all batches at once."""

    preprocess: OnDevice

    def __call__(self, inputs: Tensor, targets: Tensor, sizes: list[int], first: int) -> Chunk:
        ready = self.preprocess(inputs)
        return list(zip(torch.split(ready, sizes), torch.split(targets, sizes), strict=True))


@dataclass(frozen=True)
class Augmented:
    """Varies every batch by itself, drawing what depends on seed, epoch and batch only.

    So a run that is resumed anywhere draws the same.
    """

    augment: Augment
    seed: int
    epoch: int

    def __call__(self, inputs: Tensor, targets: Tensor, sizes: list[int], first: int) -> Chunk:
        generator = torch.Generator(inputs.device)
        chunk: Chunk = []
        parts = zip(torch.split(inputs, sizes), torch.split(targets, sizes), strict=True)
        for number, (stored, wanted) in enumerate(parts, start=first):
            generator.manual_seed(derived_seed(self.seed, self.epoch, number))
            chunk.append(self.augment(stored, wanted, generator))
        return chunk


@dataclass(frozen=True)
class OfItself:
    """Makes the network's input the target, and lays noise over the input.

    Attributes:
        finish: Makes the batches.
        noise: The noise's standard deviation.
        seed: What the noise depends on, beside the batch's number.
        epoch: Likewise.
    """

    finish: Finish
    noise: float = 0.0
    seed: int = 0
    epoch: int = 0

    def __call__(self, inputs: Tensor, targets: Tensor, sizes: list[int], first: int) -> Chunk:
        clean = [batch for batch, _ in self.finish(inputs, targets, sizes, first)]
        if not self.noise:
            return [(batch, batch) for batch in clean]
        generator = torch.Generator(inputs.device)
        chunk: Chunk = []
        for number, batch in enumerate(clean, start=first):
            generator.manual_seed(derived_seed(self.seed, self.epoch, number, 1))
            drawn = torch.empty_like(batch).normal_(generator=generator)
            chunk.append((batch + self.noise * drawn, batch))
        return chunk
