"""Whole batches straight from a tensor on the training device; no sample is touched by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.dataset import Samples

# How much of the inputs is gathered and preprocessed at a time, as float32. On the CPU it should
# stay in the cache; a GPU wants few, large operations.
_CHUNK_BYTES = {"cpu": 2 * 2**20}
_CHUNK_BYTES_ELSEWHERE = 64 * 2**20

# Larger batches compute no faster on a CPU, and a stop should not have to wait for one.
_LARGEST_EVALUATION = 512
_EVALUATION_BYTES = 64 * 2**20

# Some consecutive batches, each with its inputs and targets.
Chunk = list[tuple[Tensor, Tensor]]


class Finish(Protocol):
    """Turns stored inputs and targets of some batches into what network and loss receive."""

    def __call__(self, inputs: Tensor, targets: Tensor, sizes: list[int], first: int) -> Chunk:
        """Split into batches of these sizes; ``first`` is the number of the first of them."""
        ...


class BatchedSamples(Protocol):
    """Samples that give whole batches, wherever they are kept."""

    def __len__(self) -> int: ...

    def order(self, seed: int, epoch: int) -> Tensor:
        """The order in which an epoch goes through them; the same for equal arguments."""
        ...

    def shuffled(
        self, finish: Finish, order: Tensor, sizes: list[int], start: int = 0
    ) -> Iterator[Chunk]:
        """Batches in a given order; see ``ResidentSamples.shuffled``."""
        ...

    def in_order(self, finish: Finish, batch_size: int) -> Iterator[Chunk]:
        """All samples as they are stored, one batch a chunk."""
        ...


class ResidentSamples:
    """Samples that live on the training device, in the memory format of the network.

    Args:
        samples: Encoded samples that fit into the memory.
        device: Where they are kept and gathered.
        channels_last: Whether pictures are laid out with channels innermost.
    """

    def __init__(self, samples: Samples, device: torch.device, channels_last: bool) -> None:
        # index_select gives contiguous tensors, so channels-last pictures are stored as
        # (N, H, W, C) and only viewed as (N, C, H, W).
        inputs = samples.inputs[:]
        self._channels_last = channels_last and inputs.dim() == 4
        laid_out = inputs.permute(0, 2, 3, 1) if self._channels_last else inputs
        self._inputs = laid_out.contiguous().to(device)
        self._targets = samples.targets.to(device)
        self._sample_bytes = 4 * inputs[0].numel() if len(samples) else 4
        self.device = device

    def __len__(self) -> int:
        return len(self._targets)

    def order(self, seed: int, epoch: int) -> Tensor:
        """The order in which an epoch goes through them; the same for equal arguments."""
        return epoch_order(len(self), seed, epoch)

    def shuffled(
        self, finish: Finish, order: Tensor, sizes: list[int], start: int = 0
    ) -> Iterator[Chunk]:
        """Batches in a given order.

        Args:
            finish: Makes batches of stored samples.
            order: A permutation of the samples, on their device.
            sizes: The size of every batch.
            start: How many batches to leave out at the beginning.
        """
        at = start
        offset = sum(sizes[:start])
        while at < len(sizes):
            count = batches_per_chunk(self.device, self._sample_bytes, sizes[at])
            taken = sizes[at : at + count]
            index = order[offset : offset + sum(taken)]
            yield self._chunk(
                self._inputs.index_select(0, index),
                self._targets.index_select(0, index),
                finish,
                taken,
                at,
            )
            at += count
            offset += sum(taken)

    def in_order(self, finish: Finish, batch_size: int) -> Iterator[Chunk]:
        """All samples as they are stored, one batch a chunk."""
        for number, at in enumerate(range(0, len(self), batch_size)):
            stop = min(at + batch_size, len(self))
            inputs, targets = self._inputs[at:stop], self._targets[at:stop]
            yield self._chunk(inputs, targets, finish, [stop - at], number)

    def _chunk(
        self, inputs: Tensor, targets: Tensor, finish: Finish, sizes: list[int], first: int
    ) -> Chunk:
        viewed = inputs.permute(0, 3, 1, 2) if self._channels_last else inputs
        return finish(viewed, targets, sizes, first)


def batches_per_chunk(device: torch.device, sample_bytes: int, batch_size: int) -> int:
    """How many batches are gathered and preprocessed at a time.

    Args:
        device: Where that is done.
        sample_bytes: The size of one preprocessed sample.
        batch_size: How many samples a batch has.
    """
    room = _CHUNK_BYTES.get(device.type, _CHUNK_BYTES_ELSEWHERE)
    return max(1, room // (sample_bytes * batch_size))


def epoch_order(count: int, seed: int, epoch: int) -> Tensor:
    """The order in which an epoch goes through ``count`` samples; the same for equal arguments."""
    return torch.randperm(count, generator=order_generator(seed, epoch))


def order_generator(seed: int, epoch: int) -> torch.Generator:
    """Where the chance of an epoch's order comes from."""
    return torch.Generator().manual_seed(derived_seed(seed, epoch))


def derived_seed(*numbers: int) -> int:
    """A seed that depends on all of these numbers, as a generator takes it."""
    state = np.random.SeedSequence(numbers).generate_state(1, np.uint64)
    return int(state[0] >> np.uint64(1))


def evaluation_batch(widest: int) -> int:
    """How many samples to compute at a time where nothing is learned.

    Args:
        widest: How many float32 numbers the largest layer output of one sample has.
    """
    return min(_LARGEST_EVALUATION, max(1, _EVALUATION_BYTES // (4 * max(1, widest))))


def batch_sizes(count: int, batch_size: int, join_single: bool) -> list[int]:
    """The sizes of an epoch's batches.

    Args:
        count: How many samples there are.
        batch_size: The wanted size; the last batch takes what is left.
        join_single: Whether a last batch of one sample joins the one before it, because layers
            such as batch normalisation cannot learn from a single sample.
    """
    sizes = [batch_size] * (count // batch_size)
    rest = count % batch_size
    if rest == 1 and join_single and sizes:
        sizes[-1] += 1
    elif rest:
        sizes.append(rest)
    return sizes
