from __future__ import annotations

import pytest
import torch
from torch import Tensor

from tests.engine.data.augmentation.batches import chance, step


def _numbered(count: int) -> tuple[Tensor, Tensor]:
    """Pictures of one level each, 0, 1, 2, …, and each a class of its own."""
    levels = torch.arange(count, dtype=torch.float32)
    return levels[:, None, None, None].expand(count, 3, 20, 20).clone(), torch.eye(count)


@pytest.mark.parametrize("type_name", ["mix_up", "cut_mix"])
def test_targets_are_mixed_as_the_samples_are(type_name: str) -> None:
    pictures, targets = _numbered(12)
    mixed, shares = step(type_name, alpha=1.0)(pictures, targets, chance())
    levels = torch.arange(12, dtype=torch.float32)

    assert torch.allclose(mixed.mean((1, 2, 3)), shares @ levels, atol=1e-4)
    assert torch.allclose(shares.sum(1), torch.ones(12))
    assert ((shares > 0).sum(1) <= 2).all()
    assert len({round(float(row.max()), 4) for row in shares}) > 6


def test_a_small_alpha_leaves_samples_nearly_whole() -> None:
    pictures, targets = _numbered(200)

    def mixture(alpha: float) -> float:
        _, shares = step("mix_up", alpha=alpha)(pictures, targets, chance())
        return float((1 - shares.amax(1)).mean())

    assert mixture(0.1) < 0.1
    assert 0.2 < mixture(1.0) < 0.3


def test_what_is_pasted_is_one_rectangle_of_the_neighbour() -> None:
    pictures, targets = _numbered(16)
    mixed, shares = step("cut_mix")(pictures, targets, chance())

    for number in range(16):
        own = mixed[number, 0] == number
        assert torch.equal(~own, mixed[number, 0] == (number - 1) % 16)
        foreign = ~own
        assert int(foreign.any(0).sum() * foreign.any(1).sum()) == int(foreign.sum())
        assert float(shares[number, number]) == pytest.approx(float(own.float().mean()), abs=1e-5)
