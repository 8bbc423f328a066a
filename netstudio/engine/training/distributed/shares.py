"""Which samples a rank computes: its share of every batch, and of every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.training.steps.step import BatchShare


@dataclass(frozen=True)
class Share:
    """What one process learns of an epoch.

    Attributes:
        order: Its samples, in the order in which it learns them, int64 (N,).
        sizes: How many of them each batch has; at least one.
        counts: What its part of each batch counts; none where it learns all of every batch.
    """

    order: Tensor
    sizes: list[int]
    counts: tuple[BatchShare, ...] = ()

    def of_batch(self, number: int) -> BatchShare | None:
        """What its part of a batch counts; None for all of it."""
        return self.counts[number] if self.counts else None


def share_of_epoch(order: Tensor, sizes: Sequence[int], rank: int, ranks: int) -> Share:
    """One rank's share of an epoch's batches.

    Where a batch has fewer samples than there are ranks, those left over compute its first sample,
    which counts nothing: every rank has to take part in every update.

    Args:
        order: The samples of all batches, one batch after the other, int64 (N,).
        sizes: The size of every batch.
        rank: Which rank, from 0.
        ranks: How many there are.
    """
    if ranks == 1:
        return Share(order, list(sizes))
    taken: list[Tensor] = []
    counts: list[BatchShare] = []
    for batch in torch.split(order, list(sizes)):
        part = share_of_part(len(batch), rank, ranks)
        counts.append(BatchShare(len(part), len(batch)))
        taken.append(batch[part.start : part.stop] if len(part) else batch[:1])
    return Share(torch.cat(taken), [len(each) for each in taken], tuple(counts))


def share_of_part(count: int, rank: int, ranks: int) -> range:
    """Which samples of a part a rank takes; all ranks together each of them once."""
    return range(count * rank // ranks, count * (rank + 1) // ranks)
