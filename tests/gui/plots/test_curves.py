from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from netstudio.engine.events import EpochEnded, Figures, Preparing
from netstudio.gui.plots.curves import Curves, RunCurves
from tests.gui.plots.made_up import ended, progress, started, whole_run


def test_batches_lie_between_their_epochs() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((started(4), progress(2, 50, (0.3, 0.2), epochs=4)))
    assert curves.epochs == 4
    assert curves.loss.raw.x.tolist() == pytest.approx([1.49, 1.50])
    assert curves.loss.raw.y.tolist() == [0.3, 0.2]


def test_a_metric_is_that_of_the_batches_since_the_last_report() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((progress(1, 10, accuracy=0.5, samples=100),))
    curves.feed((progress(1, 20, accuracy=0.6, samples=200),))
    assert curves.figures["accuracy"].raw.y.tolist() == pytest.approx([0.5, 0.7])


def test_each_epoch_measures_its_metric_anew() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((progress(1, 100, accuracy=0.5, samples=100), progress(2, 10, accuracy=0.9)))
    assert curves.figures["accuracy"].raw.y.tolist() == pytest.approx([0.5, 0.9])


def test_the_values_now_are_those_that_were_reported() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((progress(1, losses=(0.9, 0.7), accuracy=0.4),))
    assert (curves.loss.train_now, curves.loss.validation_now) == (0.7, None)
    curves.feed((ended(1),))
    assert (curves.loss.train_now, curves.loss.validation_now) == (0.061, 0.078)
    assert curves.figures["accuracy"].train_now == 0.983


def test_events_that_are_no_measurements_change_nothing() -> None:
    assert not RunCurves(["accuracy"]).feed((Preparing("read", 1, 2),))


def test_a_loss_that_is_not_finite_does_not_spoil_the_smooth_curve() -> None:
    curves = RunCurves([])
    curves.feed((progress(1, 4, losses=(1.0, float("nan"), float("inf"), 1.0)),))
    assert curves.loss.smooth(10, 0.04)[1].tolist() == [1.0, 1.0]


def test_the_smooth_curve_has_less_noise_and_the_same_level() -> None:
    noise = np.random.default_rng(1).normal(1.0, 0.3, 5_000)
    curves = Curves(at_least=10)
    curves.measure(np.arange(5_000.0), noise)
    _, smooth = curves.smooth(5_000, 0.04)
    assert np.std(smooth[2_000:]) < 0.05
    assert np.mean(smooth[2_000:]) == pytest.approx(1.0, abs=0.02)
    assert smooth[0] == noise[0]


def test_a_history_gives_one_point_an_epoch() -> None:
    history = [event.as_json() for event in whole_run(3) if isinstance(event, EpochEnded)]
    curves = RunCurves.of_history(history)
    assert curves.epochs == 3
    assert curves.loss.train.x.tolist() == [1, 2, 3]
    assert curves.figures["accuracy"].validation.y.tolist() == [0.979] * 3
    assert len(curves.loss.raw) == 0


def test_a_history_without_validation_or_epochs_is_fine() -> None:
    curves = RunCurves.of_history([ended(1, val_loss=None).as_json()])
    assert len(curves.loss.validation) == 0
    assert RunCurves.of_history([]).metrics == ()


def test_a_run_without_progress_still_has_a_training_curve() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((started(), ended(1), ended(2)))
    assert curves.loss.train.x.tolist() == [1, 2]


def test_a_million_batches_are_taken_in_without_a_pause() -> None:
    curves = RunCurves([])
    losses = tuple(np.random.default_rng(1).random(1_000).tolist())
    longest = 0.0
    for number in range(1, 1_001):
        start = time.perf_counter()
        curves.feed((progress(1, 1_000 * number, losses, batches=1_000_000),))
        longest = max(longest, time.perf_counter() - start)
    assert len(curves.loss.raw) == 1_000_000
    assert longest < 0.3


def test_a_figure_that_is_no_mean_is_shown_as_it_runs() -> None:
    curves = RunCurves(["r2"])
    for batch, value in ((10, 0.5), (20, 0.6)):
        train = Figures(0.5, {"r2": value}, batch * 10)
        curves.feed((replace(progress(1, batch), train=train),))
    assert curves.figures["r2"].raw.y.tolist() == [0.5, 0.6]
