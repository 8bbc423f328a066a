from __future__ import annotations

import numpy as np
import pytest

from netstudio.gui.plots.clock import Clock, Unit
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.span import whole_span
from tests.gui.plots.made_up import ended, progress, started


@pytest.fixture
def clock() -> Clock:
    clock = Clock(1_000)
    clock.note(1.0, 100, 2.0)
    clock.note(2.0, 200, 6.0)
    return clock


def test_places_between_known_moments_lie_between(clock: Clock) -> None:
    assert clock.places(np.array([0.5, 1.5]), Unit.STEPS).tolist() == [50, 150]
    assert clock.places(np.array([0.5, 1.5]), Unit.SECONDS).tolist() == [1, 4]
    assert clock.places(np.array([0.5]), Unit.EPOCHS).tolist() == [0.5]


def test_beyond_the_last_moment_it_goes_on_at_the_same_pace(clock: Clock) -> None:
    assert clock.place(4.0, Unit.STEPS) == pytest.approx(400)
    assert clock.place(4.0, Unit.SECONDS) == pytest.approx(12)


@pytest.mark.parametrize("unit", list(Unit))
def test_an_epoch_is_found_again_by_its_place(clock: Clock, unit: Unit) -> None:
    for epoch in (0.0, 0.3, 1.7, 2.0, 3.5):
        assert clock.epoch(clock.place(epoch, unit), unit) == pytest.approx(epoch)


def test_of_a_run_that_goes_back_what_came_after_is_forgotten(clock: Clock) -> None:
    clock.note(1.2, 120, 2.5)
    assert clock.place(1.2, Unit.SECONDS) == 2.5
    assert clock.place(2.4, Unit.SECONDS) == pytest.approx(5.0)


def test_a_run_knows_its_steps_and_seconds_from_its_events() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((progress(1, 100, samples=3_200, rate=1_600.0), ended(1)))
    curves.feed((progress(2, 50, samples=1_600, rate=1_600.0),))
    assert curves.clock.place(1.5, Unit.STEPS) == 150
    # 2.1 s for the whole first epoch, validation included, and 1 s of the second.
    assert curves.clock.place(1.0, Unit.SECONDS) == pytest.approx(2.1)
    assert curves.clock.place(1.5, Unit.SECONDS) == pytest.approx(3.1)


def test_a_resumed_run_does_not_count_an_epoch_twice() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((started(), ended(1), ended(2), started(epoch=2), ended(2), ended(3)))
    assert curves.clock.place(3.0, Unit.SECONDS) == pytest.approx(3 * 2.1)


def test_the_history_of_a_model_knows_seconds_but_no_steps() -> None:
    curves = RunCurves.of_history([ended(1).as_json(), ended(2).as_json()])
    assert curves.clock.knows(Unit.SECONDS)
    assert not curves.clock.knows(Unit.STEPS)


def test_a_short_run_is_shown_whole_and_a_long_one_as_far_as_it_has_come() -> None:
    short, long = RunCurves([]), RunCurves([])
    short.feed((started(10), progress(1, 10)))
    long.feed((started(1_000), progress(3, 10, epochs=1_000)))
    assert whole_span([short], Unit.EPOCHS) == pytest.approx(10, rel=0.02)
    assert whole_span([long], Unit.EPOCHS) == pytest.approx(20, rel=0.02)
    long.feed((progress(400, 10, epochs=1_000),))
    assert 500 <= whole_span([long], Unit.EPOCHS) <= 650


def test_a_run_that_ended_early_fills_the_plot() -> None:
    curves = RunCurves([])
    curves.feed((started(10), ended(1), ended(2)))
    curves.take({"event": "stopped"})
    assert whole_span([curves], Unit.EPOCHS) == pytest.approx(2, rel=0.02)
