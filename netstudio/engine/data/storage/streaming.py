"""Batches of samples that stay on disk, read ahead by threads."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import torch
from torch import Tensor

from netstudio.engine.data.storage.batches import Chunk, Finish, batches_per_chunk, order_generator
from netstudio.engine.data.storage.rows import StoredRows

# How much is read and mixed at a time. Memory holds a few of these, however many samples there are:
# more than 32 MiB is given back to the system at once, where less would leave the C library's heap
# in pieces and let it grow.
_WINDOW_BYTES = 40 * 2**20
# Neighbours on the disk that stay together until their window is mixed: what a disk reads well.
_BLOCK_BYTES = 512 * 2**10
# How many windows are read ahead: one is read in less time than any network takes to learn it.
_AHEAD = 1


class StreamedSamples:
    """Samples that are read from the disk in the order in which they are needed.

    Args:
        inputs: The stored samples.
        targets: What is to be learned of them.
        device: Where batches are wanted.
        channels_last: Whether pictures are laid out with channels innermost.
    """

    def __init__(
        self, inputs: StoredRows, targets: Tensor, device: torch.device, channels_last: bool
    ) -> None:
        self._rows = inputs
        self._targets = targets.to(device)
        self._channels_last = channels_last and len(inputs.shape) == 4
        self._window = max(1, _WINDOW_BYTES // inputs.row_bytes)
        self._block = max(1, min(_BLOCK_BYTES // inputs.row_bytes, self._window // 32))
        self.device = device

    def __len__(self) -> int:
        return len(self._rows)

    def order(self, seed: int, epoch: int) -> Tensor:
        """The order in which an epoch goes through them; the same for equal arguments."""
        return block_order(len(self), self._block, self._window, order_generator(seed, epoch))

    def shuffled(
        self, finish: Finish, order: Tensor, sizes: list[int], start: int = 0
    ) -> Iterator[Chunk]:
        """Batches in a given order; see ``ResidentSamples.shuffled``."""
        together = batches_per_chunk(self.device, 4 * self._rows.row_bytes, max(sizes, default=1))
        groups = [sizes[at : at + together] for at in range(start, len(sizes), together)]
        yield from self._chunks(finish, order, groups, sum(sizes[:start]), start)

    def in_order(self, finish: Finish, batch_size: int) -> Iterator[Chunk]:
        """All samples as they are stored, one batch a chunk."""
        count = len(self)
        sizes = [min(batch_size, count - at) for at in range(0, count, batch_size)]
        yield from self._chunks(finish, torch.arange(count), [[size] for size in sizes], 0, 0)

    def _chunks(
        self, finish: Finish, order: Tensor, groups: list[list[int]], offset: int, first: int
    ) -> Iterator[Chunk]:
        """Chunks of the given groups of batches, from the sample at ``offset`` on.

        The batch with the number ``first`` begins there.
        """
        at, batch = offset, first
        on_device = order.to(self.device)
        for group, inputs in zip(groups, self._portions(order, groups, offset), strict=True):
            targets = self._targets.index_select(0, on_device[at : at + sum(group)])
            yield finish(inputs.to(self.device, non_blocking=True), targets, group, batch)
            at, batch = at + sum(group), batch + len(group)

    def _portions(self, order: Tensor, groups: list[list[int]], offset: int) -> Iterator[Tensor]:
        """The stored inputs of each group, cut from windows that are read ahead."""
        # Always the same windows, whichever batch a resumed run begins with.
        windows = self._windows(order.cpu(), offset // self._window)
        window, position = next(windows, torch.empty(0)), offset % self._window
        for group in groups:
            wanted = sum(group)
            parts = []
            while wanted:
                if position == len(window):
                    window, position = next(windows), 0
                part = window[position : position + wanted]
                parts.append(part)
                position, wanted = position + len(part), wanted - len(part)
            yield parts[0] if len(parts) == 1 else torch.cat(parts)

    def _windows(self, order: Tensor, first: int) -> Iterator[Tensor]:
        """All windows from a given one on, while the next ones are being read."""
        waiting = iter(torch.split(order, self._window)[first:])
        pool = ThreadPoolExecutor(_AHEAD, thread_name_prefix="read-samples")
        try:
            begun: deque[Future[Tensor]] = deque(
                pool.submit(self._read, index) for index in islice(waiting, _AHEAD)
            )
            while begun:
                window = begun.popleft().result()
                begun.extend(pool.submit(self._read, index) for index in islice(waiting, 1))
                yield window
        finally:
            pool.shutdown(cancel_futures=True)

    def _read(self, index: Tensor) -> Tensor:
        found = self._rows.read(index.numpy())
        if found.dim() == 4:
            layout = torch.channels_last if self._channels_last else torch.contiguous_format
            found = found.contiguous(memory_format=layout)
        return found.pin_memory() if self.device.type == "cuda" else found


def block_order(count: int, block: int, window: int, generator: torch.Generator) -> Tensor:
    """A permutation that a disk reads well: blocks of neighbours are shuffled, then windows mixed.

    Args:
        count: How many samples there are.
        block: How many neighbours stay together until their window is mixed.
        window: How many samples are mixed with each other.
        generator: Where chance comes from.
    """
    blocks = torch.randperm(-(-count // block), generator=generator)
    numbers = (blocks[:, None] * block + torch.arange(block)).flatten()
    order = numbers[numbers < count]
    mixed = [
        part[torch.randperm(len(part), generator=generator)] for part in torch.split(order, window)
    ]
    return torch.cat(mixed) if mixed else order
