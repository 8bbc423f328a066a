"""Structural similarity."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from netstudio.engine.evaluation.metrics import Measuring
from netstudio.engine.evaluation.ssim import StructuralSimilarity, structural_similarity


def by_definition(x: NDArray[np.float64], y: NDArray[np.float64], window: int = 7) -> float:
    """Window by window, as the paper writes it."""
    found = []
    for row in range(x.shape[0] - window + 1):
        for column in range(x.shape[1] - window + 1):
            a = x[row : row + window, column : column + window]
            b = y[row : row + window, column : column + window]
            covariance = ((a - a.mean()) * (b - b.mean())).mean()
            found.append(
                (2 * a.mean() * b.mean() + 0.01**2)
                * (2 * covariance + 0.03**2)
                / (a.mean() ** 2 + b.mean() ** 2 + 0.01**2)
                / (a.var() + b.var() + 0.03**2)
            )
    return float(np.mean(found))


def test_it_is_what_the_paper_says() -> None:
    chance = np.random.default_rng(0)
    x = chance.random((3, 2, 12, 10))
    y = (x + chance.normal(0, 0.2, x.shape)).clip(0, 1)
    found = structural_similarity(torch.from_numpy(x), torch.from_numpy(y))
    for picture, figure in enumerate(found.tolist()):
        channels = [by_definition(x[picture, at], y[picture, at]) for at in range(2)]
        assert figure == pytest.approx(np.mean(channels), abs=1e-9)


def test_equal_pictures_have_1_and_worse_ones_less() -> None:
    clean = torch.rand(4, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    assert structural_similarity(clean, clean).tolist() == pytest.approx([1.0] * 4)
    noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(1))
    figures = [float(structural_similarity(clean, clean + s * noise).mean()) for s in (0.1, 0.3, 1)]
    assert 1 > figures[0] > figures[1] > figures[2]


def test_pictures_smaller_than_a_window_have_one_of_their_own_size() -> None:
    chance = np.random.default_rng(0)
    x, y = chance.random((2, 1, 1, 4, 4))
    found = structural_similarity(torch.from_numpy(x), torch.from_numpy(y))
    assert found.item() == pytest.approx(by_definition(x[0, 0], y[0, 0], window=4))


def test_its_figure_is_the_mean_over_all_batches() -> None:
    metric = StructuralSimilarity(Measuring())
    x, y = torch.rand(2, 5, 1, 9, 9, generator=torch.Generator().manual_seed(0))
    parts = [metric.sums(x[:3], y[:3]), metric.sums(x[3:], y[3:])]
    whole = float(structural_similarity(x, y).mean())
    assert metric.figure(sum(parts, torch.zeros(1)).tolist(), 5) == pytest.approx(whole, abs=1e-6)
