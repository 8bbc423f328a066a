from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.gui.plots.series import Floats, Series

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


def long_series(count: int, most: int) -> tuple[Series, Floats]:
    """A series to which more was added than it keeps, bit by bit, and all that was added."""
    values = np.random.default_rng(2).normal(size=count)
    series = Series(most)
    for start in range(0, count, 250):
        part = values[start : start + 250]
        series.extend(np.arange(start, start + len(part), dtype=float), part)
    return series, values


def test_a_series_that_never_ends_takes_no_more_memory() -> None:
    series, _ = long_series(20_000, most=4_096)
    before = series.nbytes
    more, _ = long_series(200_000, most=4_096)
    assert len(more) <= 4_096
    assert more.nbytes <= before + 64 * 16


def test_what_is_thinned_for_good_keeps_its_extremes_and_only_real_points() -> None:
    series, values = long_series(50_000, most=4_096)
    assert (series.y.min(), series.y.max()) == (values.min(), values.max())
    assert series.y.tolist() == values[series.x.astype(int)].tolist()
    assert np.all(np.diff(series.x) > 0)


def test_means_count_the_points_that_are_gone_too() -> None:
    series, values = long_series(50_000, most=4_096)
    last = len(values) - 1
    windows = [values[-round(part * 0.2 * len(values)) :].mean() for part in (0.5, 0.75, 1.0)]
    assert series.mean_at(last, 0.2) == pytest.approx(np.mean(windows), abs=0.01)


def test_a_mean_is_that_of_windows_before_the_point() -> None:
    series = series_of([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0])
    # Half of what was seen, three eighths and a quarter of it.
    assert series.mean_at(7, 0.5) == pytest.approx(np.mean([7.5, 7.0, 6.5]))
    assert series.mean_at(7, 0.0, at_least=1) == 8.0
    assert series.mean_at(-1, 0.5) is None


def test_measurements_count_by_their_weight() -> None:
    series = Series()
    series.append(1, 10.0, weight=1)
    series.append(2, 4.0, weight=3)
    assert series.mean_at(2, 1.0) == pytest.approx(np.mean([4.0, 4.0, 5.5]))


def test_a_batch_that_explodes_does_not_spoil_later_means() -> None:
    series = series_of([0.5] * 100 + [1e30] + [0.5] * 5_000)
    assert series.mean_at(5_100, 0.01) == pytest.approx(0.5, abs=1e-6)


def test_the_summary_of_blocks_gives_the_extremes_of_each_bucket() -> None:
    values = np.random.default_rng(3).normal(size=30_000)
    series = series_of(values.tolist())
    for low, high in ((0, 30_000), (4_000, 29_000)):
        x, y = series.thinned(100, low, high)
        assert len(x) <= 2 * 100
        assert y.max() == values[int(x[0]) : int(x[-1]) + 1].max()
        assert y.min() == values[int(x[0]) : int(x[-1]) + 1].min()


def test_what_is_cut_and_added_anew_is_drawn_anew() -> None:
    series = series_of([float(number % 64) for number in range(10_000)])
    series.thinned(100)  # finds the extremes of the blocks
    series.cut(5_000)
    peak = np.where(np.arange(5_000) == 3_210, 500.0, 7.0)
    series.extend(np.arange(5_000.0, 10_000.0), peak)
    _, y = series.thinned(100)
    assert y.max() == 500.0
    assert series.mean_at(9_999, 0.1) == pytest.approx(7.0)


def test_a_flat_curve_that_is_thinned_for_good_has_each_point_once() -> None:
    series = Series(most=1_024)
    for start in range(0, 5_000, 100):
        series.extend(np.arange(start, start + 100.0), np.ones(100))
    assert len(series) <= 1_024
    assert np.all(np.diff(series.x) > 0)
