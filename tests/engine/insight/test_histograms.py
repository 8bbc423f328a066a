from __future__ import annotations

import numpy as np

from netstudio.engine.insight.histograms import BINS, sizes, spread


def test_every_value_is_counted_within_its_reach() -> None:
    values = np.array([-0.3, 0.0, 0.1, 0.4], dtype=np.float32)
    seen = spread(values)
    assert (seen.low, seen.high) == (-0.5, 0.5)
    assert seen.counts.sum() == 4
    assert seen.counts[BINS // 2 :].sum() == 3


def test_values_of_nothing_but_zeros_have_a_reach() -> None:
    seen = spread(np.zeros(3, dtype=np.float32))
    assert seen.high > 0
    assert seen.counts.sum() == 3


def test_widening_gives_what_counting_over_the_wider_reach_gives() -> None:
    values = np.random.default_rng(0).uniform(-0.2, 0.2, 1000).astype(np.float32)
    wide = spread(np.append(values, np.full(20, 2.0, dtype=np.float32)))
    widened = spread(values).widened(wide.high)
    assert (spread(values).high, wide.high) == (0.25, 2.0)
    assert widened.high == wide.high
    assert np.array_equal(widened.counts[:-1], wide.counts[:-1])


def test_a_single_large_value_does_not_hide_the_others() -> None:
    values = np.full(1000, 0.1, dtype=np.float32)
    values[0] = 1000.0
    seen = spread(values)
    assert seen.high == 0.125
    assert seen.counts.sum() == 1000


def test_sizes_are_counted_by_powers_of_ten_and_zeros_left_out() -> None:
    seen = sizes(np.array([0.0, 1e-3, -1e-3, 1.0], dtype=np.float32))
    assert seen.counts.sum() == 3
    assert sorted(seen.counts[seen.counts > 0]) == [1, 2]
