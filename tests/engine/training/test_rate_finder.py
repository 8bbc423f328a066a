"""Finding a learning rate: what a sweep says, and that nothing is left of it."""

from __future__ import annotations

import json
from dataclasses import replace
from math import exp, log10
from pathlib import Path

import pytest
import torch

from netstudio.core.project import Project, Selected
from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.events import Event
from netstudio.engine.training.optimizing.rate_curve import (
    RateCurve,
    RatesTried,
    Smoothed,
    rates_between,
)
from netstudio.engine.training.rate_finder import find_rate
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.templates import project_from_template

RATES = tuple(rates_between(1e-7, 10.0, 160))


def curve(falls_at: float, lowest: float = 0.1, rises_at: float = 1.0) -> RateCurve:
    """A loss that falls most steeply at one rate and rises from another on."""
    losses = []
    for rate in RATES:
        fall = 1.0 / (1.0 + exp(-4.0 * (log10(rate) - log10(falls_at))))
        rise = max(0.0, log10(rate / rises_at)) * 5.0
        losses.append(2.0 - (2.0 - lowest) * fall + rise)
    return RateCurve(RATES, tuple(losses))


def digits(**training: object) -> Project:
    project = project_from_template("digits-mlp", "digits")
    return replace(project, training=replace(project.training, **training))  # type: ignore[arg-type]


def events_of(project: Project) -> tuple[list[Event], RateCurve]:
    events: list[Event] = []
    found = finish(find_rate(project, "cpu"), events.append)  # type: ignore[arg-type]
    return events, found


@pytest.mark.parametrize("falls_at", [1e-5, 1e-3, 3e-2])
def test_the_rate_is_suggested_at_which_the_loss_falls_most_steeply(falls_at: float) -> None:
    suggestion = curve(falls_at).suggestion
    assert suggestion is not None
    assert abs(log10(suggestion / falls_at)) < 0.1
    assert suggestion == float(f"{suggestion:.1e}"), "nobody types more digits"


def test_the_highest_sensible_rate_is_a_tenth_of_that_with_the_lowest_loss() -> None:
    highest = curve(1e-3, rises_at=0.5).highest_sensible
    assert highest is not None
    assert abs(log10(highest / 0.05)) < 0.1


def test_noise_of_the_first_batches_is_no_fall() -> None:
    smooth = curve(1e-3)
    noisy = [loss + (3.0 if place < 3 else 0.0) for place, loss in enumerate(smooth.losses)]
    suggestion = RateCurve(RATES, tuple(noisy)).suggestion
    assert suggestion is not None
    assert abs(log10(suggestion / 1e-3)) < 0.1


@pytest.mark.parametrize(
    "losses", [(), (1.0,) * 160, tuple(1.0 + 0.01 * step for step in range(160))]
)
def test_nothing_is_suggested_where_nothing_falls(losses: tuple[float, ...]) -> None:
    flat = RateCurve(RATES[: len(losses)], losses)
    assert flat.suggestion is None
    assert flat.highest_sensible is None


def test_the_mean_counts_the_first_loss_fully_and_follows_later_ones() -> None:
    mean = Smoothed()
    assert mean.add(2.0) == pytest.approx(2.0)
    assert mean.add(1.0) == pytest.approx((0.1 * 1.0 + 0.09 * 2.0) / 0.19)
    assert not mean.has_diverged(2.0)
    assert mean.has_diverged(8.0)
    assert mean.has_diverged(float("nan"))


def test_rates_rise_by_the_same_factor_from_one_end_to_the_other() -> None:
    assert [*rates_between(0.01, 100.0, 5)] == pytest.approx([0.01, 0.1, 1.0, 10.0, 100.0])


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adadelta"])
def test_a_real_sweep_suggests_a_rate_that_people_would_take(optimizer: str) -> None:
    selected = Selected(optimizer, OPTIMIZERS[optimizer].defaults())
    events, found = events_of(digits(optimizer=selected))
    low, high = {"sgd": (0.005, 1.0), "adam": (5e-4, 0.05), "adadelta": (0.1, 100.0)}[optimizer]
    assert found.suggestion is not None
    assert low < found.suggestion < high
    tried = [event for event in events if isinstance(event, RatesTried)]
    assert tried[-1].curve == found
    assert [len(event.rates) for event in tried] == [*range(1, len(tried) + 1)]
    json.dumps(tried[-1].as_json(), allow_nan=False)


def test_it_stops_when_the_loss_diverges() -> None:
    (*_, last), found = events_of(digits())
    assert isinstance(last, RatesTried)
    assert len(found.rates) < last.total
    assert found.losses[-1] <= 4.0 * min(found.losses)


def test_equal_seeds_give_equal_curves_whatever_the_schedule_and_the_rate() -> None:
    _, one = events_of(digits())
    optimizer = digits().training.optimizer
    other_rate = replace(optimizer, fields=optimizer.fields.replace(lr=0.7))
    _, other = events_of(digits(optimizer=other_rate, schedule=Selected("one_cycle")))
    assert one == other


def test_nothing_is_left_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    torch.manual_seed(3)
    threads, state = torch.get_num_threads(), torch.get_rng_state()
    job = find_rate(digits(), "cpu")
    while not isinstance(next(job), RatesTried):
        pass
    job.close()  # as when it is cancelled
    assert torch.equal(torch.get_rng_state(), state)
    assert torch.get_num_threads() == threads
    assert not [*tmp_path.iterdir()]


def test_a_project_with_an_error_is_refused() -> None:
    with pytest.raises(UserError):
        events_of(digits(optimizer=Selected("unheard")))
