"""Weights and repetitions make up for classes of unequal size."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.data.parts.balance import (
    class_weights,
    imbalance,
    oversampled,
    oversampled_length,
)

class_lists = st.lists(st.integers(0, 4), min_size=1, max_size=80)


@given(class_lists)
def test_weighted_classes_count_alike_and_the_mean_weight_is_one(classes: list[int]) -> None:
    targets = torch.tensor(classes)
    weights = class_weights(targets, 6)
    counts = torch.bincount(targets, minlength=6)
    totals = (weights * counts)[counts > 0]
    assert torch.allclose(totals, totals[:1].expand_as(totals))
    assert float(weights[targets].mean()) == pytest.approx(1, rel=1e-5)
    assert weights[counts == 0].sum() == 0


@given(class_lists)
def test_an_oversampled_epoch_holds_every_class_equally_often_and_every_sample(
    classes: list[int],
) -> None:
    targets = torch.tensor(classes)
    order = oversampled(targets, torch.Generator().manual_seed(0))
    assert len(order) == oversampled_length(targets)
    assert set(order.tolist()) == set(range(len(classes)))
    per_class = torch.bincount(targets[order])
    assert len(set(per_class[per_class > 0].tolist())) == 1
    times = torch.bincount(order)
    for number in set(classes):
        of_class = times[targets == number]
        assert int(of_class.max() - of_class.min()) <= 1


def test_the_same_generator_gives_the_same_order_and_another_another() -> None:
    targets = torch.tensor([0] * 50 + [1] * 10)

    def order(seed: int) -> list[int]:
        found: list[int] = oversampled(targets, torch.Generator().manual_seed(seed)).tolist()
        return found

    assert order(1) == order(1)
    assert order(1) != order(2)


def test_classes_without_samples_do_not_make_the_others_unbalanced() -> None:
    assert imbalance(np.array([30, 0, 10])) == 3
    assert imbalance(np.array([0, 0])) == 1
