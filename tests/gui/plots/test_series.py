from __future__ import annotations

import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from netstudio.gui.plots.series import Series

VALUES = st.lists(st.floats(-1e6, 1e6), max_size=400)
# Lists of hypothesis' own are rarely long enough to be thinned.
NOISE = st.builds(
    lambda seed, count: np.round(np.random.default_rng(seed).normal(size=count), 1).tolist(),
    st.integers(0, 1_000),
    st.integers(0, 3_000),
)


def series_of(values: list[float]) -> Series:
    series = Series()
    series.extend(np.arange(len(values), dtype=float), np.array(values))
    return series


@given(VALUES)
def test_points_come_back_as_they_were_added_one_by_one_or_together(values: list[float]) -> None:
    one_by_one = Series()
    for x, value in enumerate(values):
        one_by_one.append(x, value)
    together = series_of(values)
    assert one_by_one.y.tolist() == together.y.tolist() == values
    assert one_by_one.x.tolist() == together.x.tolist() == list(range(len(values)))


def test_room_grows_beyond_the_first_block() -> None:
    series = Series()
    for x in range(5_000):
        series.append(x, -x)
    assert len(series) == 5_000
    assert series.y[-1] == -4_999


def test_points_that_are_not_finite_are_left_out() -> None:
    series = series_of([1.0, float("nan"), 2.0, float("inf")])
    series.append(9.0, float("nan"))
    assert series.y.tolist() == [1.0, 2.0]
    assert series.x.tolist() == [0.0, 2.0]


@given(NOISE, st.integers(8, 60))
def test_a_thinned_curve_keeps_its_ends_and_extremes_and_only_real_points(
    values: list[float], limit: int
) -> None:
    series = series_of(values)
    x, y = series.thinned(limit)
    assert len(x) <= limit + 4
    assert np.all(np.diff(x) > 0)
    assert [values[int(at)] for at in x] == y.tolist()
    if values:
        assert (y.min(), y.max()) == (min(values), max(values))
        assert (x[0], x[-1]) == (0, len(values) - 1)


def test_thinning_a_part_shows_more_of_it() -> None:
    series = series_of([float(number % 7) for number in range(10_000)])
    x, _ = series.thinned(100, 500, 560)
    assert x.tolist() == list(range(499, 562))


def test_the_picture_stands_still_while_the_curve_grows() -> None:
    values = np.random.default_rng(1).random(10_500).tolist()
    before, _ = series_of(values[:10_000]).thinned(400)
    after, _ = series_of(values).thinned(400)
    assert set(before[:-3]) <= set(after)


def test_a_million_points_are_thinned_in_the_blink_of_an_eye() -> None:
    series = series_of([])
    series.extend(np.arange(1e6), np.random.default_rng(1).random(1_000_000))
    start = time.perf_counter()
    series.thinned(800)
    assert time.perf_counter() - start < 0.3
