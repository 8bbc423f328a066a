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
    values = np.random.default_rng(0).normal(0, 0.1, 1000).astype(np.float32)
    wide = spread(np.append(values, np.float32(2.0)))
    widened = spread(values).widened(wide.high)
    assert widened.high == wide.high
    assert np.array_equal(widened.counts[:-1], wide.counts[:-1])


def test_sizes_are_counted_by_powers_of_ten_and_zeros_left_out() -> None:
    seen = sizes(np.array([0.0, 1e-3, -1e-3, 1.0], dtype=np.float32))
    assert seen.counts.sum() == 3
    assert sorted(seen.counts[seen.counts > 0]) == [1, 2]
