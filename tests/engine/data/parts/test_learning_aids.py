"""Fewer samples and wrong labels: as many as asked for, the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.data.parts.learning_aids import fewer, spoiled
from tests.engine.data.fake_inputs import classes_of, contents_of, records

class_lists = st.lists(st.integers(0, 3), min_size=1, max_size=80)
seeds = st.integers(0, 2**32 - 1)


@given(class_lists, st.data(), seeds)
def test_so_many_are_taken_and_each_class_gives_its_share(
    classes: list[int], data: st.DataObject, seed: int
) -> None:
    count = data.draw(st.integers(0, len(classes)))
    strata = np.array(classes)
    chosen = fewer(count, strata, seed)
    assert len(set(chosen.tolist())) == count
    assert (np.diff(chosen) > 0).all()
    for number in set(classes):
        exact = classes.count(number) * count / len(classes)
        assert abs(int((strata[chosen] == number).sum()) - exact) <= 1.5


@given(class_lists, st.data(), seeds)
def test_more_samples_are_the_same_and_others(
    classes: list[int], data: st.DataObject, seed: int
) -> None:
    few, many = sorted(data.draw(st.tuples(*[st.integers(0, len(classes))] * 2)))
    strata = np.array(classes)
    assert set(fewer(few, strata, seed).tolist()) <= set(fewer(many, strata, seed).tolist())


def test_another_seed_takes_others() -> None:
    strata = np.zeros(100, dtype=np.int64)
    assert fewer(10, strata, 0).tolist() == fewer(10, strata, 0).tolist()
    assert fewer(10, strata, 0).tolist() != fewer(10, strata, 1).tolist()


@given(class_lists, st.floats(0.0, 1.0), seeds)
def test_exactly_that_share_of_the_labels_is_wrong(
    classes: list[int], share: float, seed: int
) -> None:
    part = records(range(len(classes)), classes)
    changed, count = spoiled(part, share, 4, seed)
    differing = sum(a != b for a, b in zip(classes, classes_of(changed), strict=True))
    assert differing == count == round(share * len(classes))
    assert set(classes_of(changed)) <= set(range(4))
    assert classes_of(part) == classes
    assert contents_of(changed) == contents_of(part)


def test_every_wrong_class_is_as_likely() -> None:
    changed, _ = spoiled(records(range(3000), [0] * 3000), 1.0, 4, 0)
    counts = np.bincount(classes_of(changed), minlength=4)
    assert counts[0] == 0
    assert min(counts[1:]) > 900


def test_labels_are_turned_around() -> None:
    part = records([0, 1], values=[[1, 0, 1], [0, 0, 0]])
    changed, count = spoiled(part, 1.0, 3, 0)
    assert count == 2
    assert changed.targets is not None
    assert changed.targets.tolist() == [[0, 1, 0], [1, 1, 1]]


def test_values_are_exchanged_among_the_spoiled() -> None:
    part = records(range(10), values=[[float(at)] for at in range(10)])
    changed, count = spoiled(part, 0.5, 0, 0)
    assert part.targets is not None
    assert changed.targets is not None
    assert count == 5
    assert int((changed.targets != part.targets).sum()) == 5
    assert torch.equal(changed.targets.sort(0).values, part.targets)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_sample_that_is_its_own_target_cannot_be_spoiled(share: float) -> None:
    part = records(range(5))
    assert spoiled(part, share, 0, 0) == (part, 0)
