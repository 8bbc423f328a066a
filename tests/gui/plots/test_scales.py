from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.gui.plots.scales import Linear, Logarithmic, choose_scale
from netstudio.gui.ticks import linear_ticks, nice_step

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=20)
LOSSES = st.lists(st.floats(0, 1e9), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("span", "count", "step"), [(1, 5, 0.2), (10, 5, 2), (10, 4, 5), (0.8, 4, 0.2), (3e-6, 5, 1e-6)]
)
def test_steps_are_1_2_or_5_times_a_power_of_ten(span: float, count: int, step: float) -> None:
    assert nice_step(span, count) == pytest.approx(step)


def test_epochs_have_round_ticks() -> None:
    assert linear_ticks(0, 10, 6, least=1) == (2, [0, 2, 4, 6, 8, 10])
    assert linear_ticks(0, 5, 20, least=1)[1] == [0, 1, 2, 3, 4, 5]


def test_a_loss_is_shown_from_zero_to_a_round_value() -> None:
    scale = Linear(from_zero=True)
    shown = scale.fit(0.05, 0.72)
    assert (shown.low, shown.high) == pytest.approx((0, 0.8))
    assert [text for _, text in scale.ticks(shown, 5)] == ["0.0", "0.2", "0.4", "0.6", "0.8"]


def test_a_share_is_shown_in_percent_up_to_a_hundred() -> None:
    scale = Linear(is_share=True)
    shown = scale.fit(0.81, 0.98)
    assert [text for _, text in scale.ticks(shown, 5)] == ["80%", "85%", "90%", "95%", "100%"]


def test_a_range_grows_in_steps_only() -> None:
    scale = Linear(from_zero=True)
    ranges = {scale.fit(0, high) for high in np.linspace(0.61, 0.8, 50)}
    assert len(ranges) == 1


@given(st.one_of(SHARES.map(lambda v: (v, True)), LOSSES.map(lambda v: (v, False))), st.booleans())
def test_every_value_lies_within_its_range_and_every_tick_too(
    case: tuple[list[float], bool], is_log: bool
) -> None:
    values, is_share = np.array(case[0]), case[1]
    scale = choose_scale(values, is_share, is_log)
    shown = scale.fit(float(values.min()), float(values.max()))
    places = scale.place(values)
    assert shown.low < shown.high
    assert np.isfinite(places).all()
    assert shown.low - 1e-6 <= places.min()
    # Values that lie at the very floor may touch the edge.
    assert places.max() <= shown.high + 1e-6 * max(1.0, abs(shown.high))
    ticks = scale.ticks(shown, 5)
    assert len(ticks) <= 12
    slack = 1e-4 * (shown.high - shown.low)
    assert all(shown.low - slack <= place <= shown.high + slack for place, _ in ticks)
    assert all(text for _, text in ticks)


def test_a_logarithmic_loss_has_decades_and_survives_a_zero() -> None:
    scale = choose_scale(np.array([0.0, 0.02, 3.0]), is_share=False, is_log=True)
    assert scale == Logarithmic(0.02)
    shown = scale.fit(0.0, 3.0)
    assert [text for _, text in scale.ticks(shown, 4)] == ["0.1", "1"]
    assert scale.place(np.array([0.0]))[0] == pytest.approx(np.log10(0.02))


def test_a_logarithmic_share_spreads_what_is_missing_to_a_hundred_percent() -> None:
    scale = choose_scale(np.array([0.5, 0.9, 0.99]), is_share=True, is_log=True)
    places = scale.place(np.array([0.0, 0.9, 0.99]))
    assert places[2] - places[1] == pytest.approx(places[1] - places[0])


def test_large_values_have_short_texts() -> None:
    scale = Linear(from_zero=True)
    texts = [text for _, text in scale.ticks(scale.fit(0, 27_000), 4)]
    assert texts == ["0", "10k", "20k", "30k"]
