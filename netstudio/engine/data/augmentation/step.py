"""What every augmentation is, and how chance is drawn for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import torch
from torch import Tensor


class Step(Protocol):
    """One augmentation with its settings.

    It is given a whole batch and draws what it needs for each sample from the given generator and
    from nowhere else, so that equal generators make equal batches. It changes neither argument in
    place.
    """

    def __call__(
        self, inputs: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """Vary a batch.

        Args:
            inputs: (N, …).
            targets: (N,) or (N, K).
            draw: Where all chance comes from; on the CPU or on the device of the batch.

        Returns:
            Inputs and targets of the same shapes.
        """
        ...


def uniform(like: Tensor, draw: torch.Generator, low: float, high: float, *shape: int) -> Tensor:
    """Numbers from ``low`` to ``high``, for each sample of ``like``.

    Shapes: -> (N, *shape), of the type and on the device of ``like``.
    """
    drawn = torch.rand(len(like), *shape, generator=draw, device=draw.device, dtype=like.dtype)
    return drawn.mul_(high - low).add_(low).to(like.device)


def normal(like: Tensor, draw: torch.Generator) -> Tensor:
    """Standard normal numbers in the shape of ``like``."""
    drawn = torch.randn(like.shape, generator=draw, device=draw.device, dtype=like.dtype)
    return drawn.to(like.device)


def whole(like: Tensor, draw: torch.Generator, count: int, *shape: int) -> Tensor:
    """Whole numbers from 0 to below ``count``, for each sample of ``like``.

    Shapes: -> int64 (N, *shape), on the device of ``like``.
    """
    drawn = torch.randint(count, (len(like), *shape), generator=draw, device=draw.device)
    return drawn.to(like.device)


def per_sample(values: Tensor, like: Tensor) -> Tensor:
    """One number for each sample, shaped so that it meets all numbers of that sample.

    Shapes: (N,) -> (N, 1, …), with as many dimensions as ``like``.
    """
    return values.reshape(-1, *[1] * (like.dim() - 1))


def on_some(
    inputs: Tensor, share: float, draw: torch.Generator, change: Callable[[Tensor], Tensor]
) -> Tensor:
    """The batch with ``change`` applied to about this share of it, each sample drawn by itself.

    Args:
        inputs: (N, …).
        share: From 0 to 1.
        draw: Where chance comes from.
        change: Turns (M, …) into the same shape and type.
    """
    if share >= 1:
        return change(inputs)
    drawn = torch.rand(len(inputs), generator=draw, device=draw.device)
    chosen = (drawn < share).nonzero().squeeze(1).to(inputs.device)
    if not len(chosen):
        return inputs
    return put(inputs, chosen, change(take(inputs, chosen)))


def take(batch: Tensor, index: Tensor) -> Tensor:
    """The samples with these numbers, in the memory format of the batch."""
    if _has_channels_last(batch):
        return batch.permute(0, 2, 3, 1).index_select(0, index).permute(0, 3, 1, 2)
    return batch.index_select(0, index)


def put(batch: Tensor, index: Tensor, samples: Tensor) -> Tensor:
    """The batch with others in the places of these numbers, in its own memory format."""
    if _has_channels_last(batch):
        replaced = batch.permute(0, 2, 3, 1).index_copy(0, index, samples.permute(0, 2, 3, 1))
        return replaced.permute(0, 3, 1, 2)
    return batch.index_copy(0, index, samples)


def _has_channels_last(batch: Tensor) -> bool:
    # torch itself would gather such pictures number by number, six times as slowly.
    return batch.dim() == 4 and batch.is_contiguous(memory_format=torch.channels_last)
