"""Which samples a rank computes: its share of every batch, and of every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Share:
    """What one rank learns of an epoch.

    Attributes:
        order: Its samples, in the order in which it learns them.
        sizes: How many of them each batch has; at least one.
        weights: What its mean loss of each batch counts in the mean loss of the whole batch.
    """

    order: Tensor
    sizes: list[int]
    weights: list[float]


def share_of_epoch(order: Tensor, sizes: Sequence[int], rank: int, ranks: int) -> Share:
    """One rank's share of an epoch's batches.

    Where a batch has fewer samples than there are ranks, those left over compute its first sample
    with the weight 0: every rank has to take part in every update.

    Args:
        order: The samples of all batches, one batch after the other, int64 (N,).
        sizes: The size of every batch.
        rank: Which rank, from 0.
        ranks: How many there are.
    """
    taken: list[Tensor] = []
    counts: list[int] = []
    weights: list[float] = []
    for batch in torch.split(order, list(sizes)):
        share = batch[len(batch) * rank // ranks : len(batch) * (rank + 1) // ranks]
        weights.append(len(share) / len(batch))
        taken.append(share if len(share) else batch[:1])
        counts.append(max(1, len(share)))
    return Share(torch.cat(taken) if taken else order, counts, weights)


def share_of_part(count: int, rank: int, ranks: int) -> range:
    """Which samples of a part a rank measures; all ranks together each of them once."""
    return range(count * rank // ranks, count * (rank + 1) // ranks)
