"""Ranks share batches and parts so that nothing is left out and nothing counts twice."""

from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as some

from netstudio.engine.training.distributed.shares import Share, share_of_epoch, share_of_part
from netstudio.engine.training.steps.step import BatchShare

RANKS = some.integers(1, 7)


def counts_of(share: Share, batch: int) -> BatchShare:
    """What a process's part of a batch counts."""
    size = share.sizes[batch]
    return share.of_batch(batch) or BatchShare(size, size)


@given(some.lists(some.integers(1, 20), min_size=1, max_size=6), RANKS)
def test_the_ranks_together_learn_every_sample_of_every_batch_once(
    sizes: list[int], ranks: int
) -> None:
    order = torch.randperm(sum(sizes), generator=torch.Generator().manual_seed(1))
    shares = [share_of_epoch(order, sizes, rank, ranks) for rank in range(ranks)]
    for at, batch in enumerate(torch.split(order, sizes)):
        counted = [
            number
            for share in shares
            for number in torch.split(share.order, share.sizes)[at].tolist()
            if counts_of(share, at).own
        ]
        assert sorted(counted) == sorted(batch.tolist())


@given(some.lists(some.integers(1, 20), min_size=1, max_size=6), RANKS)
def test_mean_losses_of_the_shares_add_up_to_the_mean_loss_of_the_batch(
    sizes: list[int], ranks: int
) -> None:
    order = torch.arange(sum(sizes))
    losses = torch.rand(len(order), generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    shares = [share_of_epoch(order, sizes, rank, ranks) for rank in range(ranks)]
    for at, batch in enumerate(torch.split(order, sizes)):
        means = (
            counts_of(share, at).own
            / counts_of(share, at).whole
            * losses[torch.split(share.order, share.sizes)[at]].mean()
            for share in shares
        )
        assert torch.isclose(sum(means, start=torch.tensor(0.0)), losses[batch].mean())


@given(RANKS)
def test_a_rank_without_samples_takes_part_and_counts_nothing(ranks: int) -> None:
    shares = [share_of_epoch(torch.tensor([5]), [1], rank, ranks) for rank in range(ranks)]
    assert all(share.sizes == [1] for share in shares)
    assert sum(counts_of(share, 0).own for share in shares) == 1


@given(some.integers(0, 50), RANKS)
def test_a_part_is_measured_once(count: int, ranks: int) -> None:
    measured = [at for rank in range(ranks) for at in share_of_part(count, rank, ranks)]
    assert measured == list(range(count))
