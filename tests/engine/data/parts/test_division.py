"""However samples are divided, none is lost or doubled, and what belongs together stays so."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.data.contents import units
from netstudio.engine.data.parts.division import (
    Pool,
    cut,
    filling,
    folds,
    latest,
    quotas,
    strata,
    time_folds,
)
from tests.engine.data.fake_inputs import records

# Each sample with its unit and its stratum.
pools = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), min_size=1, max_size=80).map(
    lambda rows: Pool(
        np.array([unit for unit, _ in rows]),
        np.array([stratum for _, stratum in rows]),
        np.arange(len(rows)),
    )
)
shares = st.floats(0.0, 0.9)
seeds = st.integers(0, 2**32 - 1)


@given(pools, shares, seeds)
def test_units_are_never_torn_apart_and_no_stratum_is_gone(
    pool: Pool, share: float, seed: int
) -> None:
    chosen = cut(pool, share, np.random.default_rng(seed))
    rest = np.setdiff1d(pool.among, chosen)
    assert (np.diff(chosen) > 0).all()
    assert not set(pool.units[chosen].tolist()) & set(pool.units[rest].tolist())
    assert set(pool.strata[rest].tolist()) == set(pool.strata.tolist())


@given(st.lists(st.integers(2, 40), min_size=1, max_size=4), shares, seeds)
def test_single_samples_give_every_stratum_its_share(
    counts: list[int], share: float, seed: int
) -> None:
    numbers = np.repeat(np.arange(len(counts)), counts)
    pool = Pool(np.arange(len(numbers)), numbers, np.arange(len(numbers)))
    chosen = cut(pool, share, np.random.default_rng(seed))
    assert abs(len(chosen) - share * len(numbers)) <= 0.5 + len(counts) * (share > 0.5)
    for number, count in enumerate(counts):
        assert abs(int((numbers[chosen] == number).sum()) - share * count) <= 1


@given(st.lists(st.integers(1, 6), min_size=4, max_size=40), st.floats(0.0, 0.5), seeds)
def test_groups_of_unequal_size_give_about_their_share(
    sizes: list[int], share: float, seed: int
) -> None:
    groups = np.repeat(np.arange(len(sizes)), sizes)
    pool = Pool(groups, np.zeros(len(groups), np.int64), np.arange(len(groups)))
    chosen = cut(pool, share, np.random.default_rng(seed))
    assert abs(len(chosen) - share * len(groups)) <= max(sizes)


def test_units_that_would_overshoot_are_passed_over() -> None:
    assert filling(np.array([10, 2, 1, 1, 5]), 4).tolist() == [1, 2, 3]
    assert filling(np.array([1, 1, 1]), 2).tolist() == [0, 1]
    assert filling(np.array([7, 3]), 5).tolist() == [0]


def test_quotas_add_up_and_leave_one_sample_of_each() -> None:
    assert quotas(np.array([10, 10, 10]), 0.25).sum() == 8
    assert quotas(np.array([1, 2, 100]), 0.9).tolist() == [0, 1, 90]


@given(pools, st.integers(2, 7), seeds)
def test_every_sample_is_in_one_fold_and_units_are_whole(pool: Pool, count: int, seed: int) -> None:
    dealt = folds(pool, count, np.random.default_rng(seed))
    assert len(dealt) == len(pool.among)
    assert set(dealt.tolist()) <= set(range(count))
    for unit in set(pool.units.tolist()):
        assert len(set(dealt[pool.units == unit].tolist())) == 1


@given(st.lists(st.integers(0, 3), min_size=1, max_size=80), st.integers(2, 7), seeds)
def test_folds_of_single_samples_are_level_in_all_and_in_every_class(
    classes: list[int], count: int, seed: int
) -> None:
    pool = Pool(np.arange(len(classes)), np.array(classes), np.arange(len(classes)))
    dealt = folds(pool, count, np.random.default_rng(seed))
    assert np.ptp(np.bincount(dealt, minlength=count)) <= 1
    for number in set(classes):
        assert np.ptp(np.bincount(dealt[pool.strata == number], minlength=count)) <= 1


def test_folds_of_groups_of_unequal_size_are_level_in_samples() -> None:
    sizes = [8, 4, 4, 2, 2, 2, 2]
    groups = np.repeat(np.arange(len(sizes)), sizes)
    pool = Pool(groups, np.zeros(len(groups), np.int64), np.arange(len(groups)))
    for seed in range(5):
        dealt = folds(pool, 3, np.random.default_rng(seed))
        assert np.bincount(dealt).tolist() == [8, 8, 8]


@given(st.integers(1, 60), shares)
def test_the_latest_share_comes_after_all_others(count: int, share: float) -> None:
    order = np.random.default_rng(0).permutation(count)
    before, after = latest(order, share)
    assert np.concatenate((before, after)).tolist() == order.tolist()
    assert len(before) >= 1
    assert abs(len(after) - count * share) <= 0.5 or len(before) == 1


@given(st.integers(12, 60), st.integers(2, 5))
def test_folds_in_time_learn_only_from_the_past(count: int, folds_wanted: int) -> None:
    order = np.arange(count)
    tested: list[int] = []
    for number in range(folds_wanted):
        learned, test = time_folds(order, folds_wanted, number)
        assert learned.max() < test.min()
        assert learned.tolist() == list(range(test.min()))
        tested.extend(test.tolist())
    assert tested == list(range(tested[0], count))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=25))
def test_what_is_connected_over_several_steps_is_one_unit(pairs: list[tuple[int, int]]) -> None:
    contents, groups = (np.array(column) for column in zip(*pairs, strict=True))
    found = units(contents, groups)
    together = [{at} for at in range(len(pairs))]
    for _ in pairs:
        for a in range(len(pairs)):
            for b in range(len(pairs)):
                if contents[a] == contents[b] or groups[a] == groups[b]:
                    together[a] = together[a] | together[b]
    for at in range(len(pairs)):
        assert set(np.flatnonzero(found == found[at]).tolist()) == together[at]


def test_without_groups_equal_samples_are_the_units() -> None:
    assert units(np.array([3, 4, 3]), None).tolist() == [3, 4, 3]


def test_a_sample_is_in_the_stratum_of_its_rarest_label() -> None:
    labels = records([0, 1, 2, 3], values=[[1, 1, 0], [1, 0, 0], [0, 0, 0], [1, 0, 1]])
    assert strata(labels).tolist() == [1, 0, 3, 2]


def test_values_are_all_of_one_stratum() -> None:
    assert strata(records([0, 1], values=[[0.5], [2.0]])).tolist() == [0, 0]
    assert strata(records([0, 1])).tolist() == [0, 0]
    assert torch.equal(torch.tensor([1, 0]), torch.from_numpy(strata(records([5, 6], [1, 0]))))
