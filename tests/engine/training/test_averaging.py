"""Averages of weights, against numbers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from netstudio.engine import events
from netstudio.engine.training.averaging import EpochMean, MovingAverage, renew_statistics
from netstudio.engine.training.beginning.layer_learning import Learning, freeze
from tests.engine.training.learners import batches, learner
from tests.engine.training.runs import (
    best_weights,
    digits_project,
    identical,
    last_weights,
    of_type,
    only_run,
    run,
)
from tests.projects import node


def single(value: float) -> nn.Linear:
    """A network of one weight."""
    module = nn.Linear(1, 1, bias=False)
    nn.init.constant_(module.weight, value)
    return module


def value_of(module: nn.Module | None) -> float:
    assert module is not None
    return next(module.parameters()).item()


def test_a_moving_average_begins_fast_and_then_keeps_its_decay() -> None:
    learning = single(1.0)
    average = MovingAverage(learning, decay=0.25)
    nn.init.constant_(learning.weight, 3.0)
    average.after_update()
    # The first update keeps 2/11 of 1 and takes 9/11 of 3.
    assert value_of(average.module) == pytest.approx(2 / 11 + 27 / 11)
    before = value_of(average.module)
    nn.init.constant_(learning.weight, 5.0)
    average.after_update()
    # The second would keep 3/12, which is the decay; the third 4/13, which is more.
    assert value_of(average.module) == pytest.approx(0.25 * before + 0.75 * 5)
    before = value_of(average.module)
    average.after_update()
    assert value_of(average.module) == pytest.approx(0.25 * before + 0.75 * 5)
    assert value_of(learning) == 5.0


def test_a_moving_average_takes_statistics_in_and_copies_counts() -> None:
    learning = nn.BatchNorm1d(2)
    average = MovingAverage(learning, decay=0.9)
    learning(torch.randn(6, 2))
    average.after_update()
    assert isinstance(average.module, nn.BatchNorm1d)
    assert average.module.running_mean is not None
    assert learning.running_mean is not None
    torch.testing.assert_close(average.module.running_mean, 9 / 11 * learning.running_mean)
    assert average.module.num_batches_tracked is not None
    assert int(average.module.num_batches_tracked) == 1


def test_the_mean_of_epochs_begins_where_it_is_told_to() -> None:
    learning = single(0.0)
    average = EpochMean(learning, first=3)
    means = []
    for number, value in enumerate((10.0, 20.0, 1.0, 2.0, 6.0), start=1):
        nn.init.constant_(learning.weight, value)
        average.epoch_ended(number)
        means.append(None if average.module is None else value_of(average.module))
    assert means == [None, None, 1.0, 1.5, 3.0]


def test_an_epoch_that_ends_twice_counts_once() -> None:
    learning = single(1.0)
    average = EpochMean(learning, first=1)
    average.epoch_ended(1)
    nn.init.constant_(learning.weight, 5.0)
    average.epoch_ended(1)
    assert value_of(average.module) == 1.0


def test_the_start_is_a_share_of_the_epochs() -> None:
    def first(epochs: int, share: float) -> int:
        subject = learner(epochs=epochs, averaging="swa", swa_start=share)
        for number in range(epochs):
            subject.set_epoch(number + 0.5)
            subject.finish_epoch()
            if subject.evaluated is not subject.module:
                return number + 1
        return 0

    assert first(4, 0.75) == 4
    assert first(10, 0.75) == 8
    assert first(10, 0.0) == 1
    assert first(1, 0.75) == 1


def test_with_accumulation_the_average_moves_with_updates_only() -> None:
    subject = learner(averaging="ema", accumulate=2)
    first = [each.clone() for each in subject.evaluated.parameters()]
    one, other = batches(6, 6)
    subject.learn(*one)
    assert all(map(torch.equal, first, subject.evaluated.parameters()))
    subject.learn(*other)
    assert not any(map(torch.equal, first, subject.evaluated.parameters()))


def normalised() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(12, 4), nn.BatchNorm1d(4), nn.Dropout(0.5), nn.Linear(4, 2))


def test_renewed_statistics_are_those_of_the_samples() -> None:
    module = normalised()
    module.train()
    norm = module[1]
    assert isinstance(norm, nn.BatchNorm1d)
    some: list[Tensor] = [inputs for inputs, _ in batches(20, 20, 20)]
    random = torch.get_rng_state()

    counts = list(renew_statistics(module, some))

    assert counts == [20, 20, 20]
    hidden = [module[0](inputs) for inputs in some]
    assert norm.running_mean is not None
    assert norm.running_var is not None
    torch.testing.assert_close(norm.running_mean, torch.cat(hidden).mean(0))
    variances = torch.stack([each.var(0) for each in hidden])
    torch.testing.assert_close(norm.running_var, variances.mean(0))
    assert torch.equal(torch.get_rng_state(), random)
    assert module.training
    assert norm.training
    assert norm.momentum == 0.1


def test_statistics_stay_the_old_ones_when_renewing_is_broken_off() -> None:
    module = normalised()
    module(batches(20)[0][0])
    before = {name: each.clone() for name, each in module.state_dict().items()}
    renewing = renew_statistics(module, [inputs for inputs, _ in batches(20, 20)])
    next(renewing)
    renewing.close()
    assert all(torch.equal(each, before[name]) for name, each in module.state_dict().items())
    assert module.training


def test_frozen_statistics_are_not_renewed() -> None:
    module = normalised()
    module(batches(30)[0][0])
    freeze(module, {"1": Learning(frozen=True)})
    before = {name: each.clone() for name, each in module.state_dict().items()}
    list(renew_statistics(module, [inputs for inputs, _ in batches(20, 20)]))
    assert all(torch.equal(each, before[name]) for name, each in module.state_dict().items())


@pytest.mark.parametrize("averaging", ["ema", "swa"])
def test_what_is_measured_saved_and_tested_is_the_average(averaging: str, tmp_path: Path) -> None:
    project = digits_project(epochs=3, averaging=averaging, swa_start=0.4, ema_decay=0.95)
    stream = run(project, tmp_path / "averaged")
    plain = run(digits_project(epochs=3), tmp_path / "plain")

    folder, other = only_run(tmp_path / "averaged"), only_run(tmp_path / "plain")
    # The network that learns is the same; only what is made of it differs.
    assert identical(last_weights(folder), last_weights(other))
    assert not identical(best_weights(folder), best_weights(other))
    ended, usual = of_type(stream, events.EpochEnded), of_type(plain, events.EpochEnded)
    assert [each.train for each in ended] == [each.train for each in usual]
    assert ended[-1].val != usual[-1].val


def test_the_statistics_of_the_mean_are_renewed_before_it_is_measured(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=3, averaging="swa", swa_start=0.4), tmp_path)
    batches_of_an_epoch = of_type(stream, events.Progress)[-1].batches
    weights = best_weights(only_run(tmp_path))
    assert of_type(stream, events.EpochEnded)[-1].is_best
    assert int(weights["batchnorm2d_1.num_batches_tracked"]) == batches_of_an_epoch


def test_before_the_mean_begins_the_network_itself_is_measured() -> None:
    subject = learner(node("Linear", out_features="auto"), averaging="swa", epochs=4)
    assert subject.evaluated is subject.module
    assert not subject.renews_statistics
