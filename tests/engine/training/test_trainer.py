from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from netstudio.core.files import read_project
from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.sources import Digits
from tests.data import in_memory, ranked, settings_for
from tests.engine.training.runs import (
    best_weights,
    digits_project,
    identical,
    last_weights,
    of_type,
    only_run,
    run,
)
from tests.projects import network, node

ENDINGS = (events.Finished, events.Stopped, events.Failed)


def test_a_run_prepares_starts_reports_each_epoch_and_finishes_once(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=3), tmp_path)

    names = [event.event for event in stream if event.event != "progress"]
    assert [name for name in names if name != "preparing"] == [
        "started", "epoch", "checkpoint", "epoch", "checkpoint", "epoch", "checkpoint", "finished",
    ]  # fmt: skip
    assert [type(event) in ENDINGS for event in stream] == [False] * (len(stream) - 1) + [True]
    assert [event.epoch for event in of_type(stream, events.EpochEnded)] == [1, 2, 3]


def test_every_event_is_a_json_object_with_its_name(tmp_path: Path) -> None:
    for event in run(digits_project(epochs=1), tmp_path):
        assert json.loads(json.dumps(event.as_json(), allow_nan=False))["event"] == event.event


def test_every_batch_loss_is_reported_once(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=2), tmp_path)

    (started,) = of_type(stream, events.Started)
    batches = -(-started.train_samples // 64)
    losses = [loss for event in of_type(stream, events.Progress) for loss in event.losses]
    assert len(losses) == 2 * batches
    assert all(math.isfinite(loss) for loss in losses)


def test_the_running_training_loss_is_the_mean_of_the_batch_losses(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=1), tmp_path)

    (epoch,) = of_type(stream, events.EpochEnded)
    losses = [loss for event in of_type(stream, events.Progress) for loss in event.losses]
    sizes = [64] * (epoch.train.samples // 64) + [epoch.train.samples % 64]
    mean = sum(a * b for a, b in zip(losses, sizes, strict=True)) / epoch.train.samples
    assert epoch.train.loss == pytest.approx(mean)


def test_the_network_learns(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=8), tmp_path)

    (finished,) = of_type(stream, events.Finished)
    assert finished.test is not None
    assert finished.test.metrics["accuracy"] > 0.9


def test_the_best_epoch_is_the_one_with_the_lowest_validation_loss(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=6, batch_size=256), tmp_path)

    epochs = of_type(stream, events.EpochEnded)
    losses = [epoch.val.loss for epoch in epochs if epoch.val]
    (finished,) = of_type(stream, events.Finished)
    assert finished.best_epoch == 1 + losses.index(min(losses))
    assert [epoch.is_best for epoch in epochs] == [
        loss == min(losses[: at + 1]) for at, loss in enumerate(losses)
    ]


def test_without_a_validation_part_the_last_epoch_is_the_best(tmp_path: Path) -> None:
    project = digits_project(epochs=3)
    project = replace(project, data=replace(project.data, options=Fields(validation_share=0)))

    stream = run(project, tmp_path)

    assert [epoch.val for epoch in of_type(stream, events.EpochEnded)] == [None] * 3
    assert of_type(stream, events.Finished)[0].best_epoch == 3
    assert identical(best_weights(only_run(tmp_path)), last_weights(only_run(tmp_path)))


def test_the_trained_model_holds_the_best_weights_history_and_test_figures(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=4), tmp_path)

    (finished,) = of_type(stream, events.Finished)
    model = load_model(Path(finished.model))
    assert finished.test is not None
    assert model.figures["test"] == finished.test.as_json()
    assert [entry["epoch"] for entry in model.history] == [1, 2, 3, 4]
    assert model.best_epoch == finished.best_epoch
    dataset = finish(load_dataset(settings_for(Digits())))
    outputs = model.module(model.preprocessing.on(model.device)(in_memory(dataset.test.inputs)))
    right = (outputs.argmax(1) == dataset.test.targets).float().mean().item()
    assert right == pytest.approx(finished.test.metrics["accuracy"])


def test_the_finished_model_has_the_weights_of_the_best_epoch_even_if_later_ones_are_worse(
    tmp_path: Path,
) -> None:
    control = RunControl()
    stream = []
    for event in Trainer(digits_project(epochs=5), "cpu", out=tmp_path).run(control):
        stream.append(event)
        if isinstance(event, events.EpochEnded) and event.epoch == 3:
            control.set_learning_rate(5.0)  # spoils what was learned

    (finished,) = of_type(stream, events.Finished)
    assert finished.best_epoch == 3
    model = load_model(Path(finished.model))
    best = of_type(stream, events.EpochEnded)[2].val
    assert best is not None
    again = finish(measure_model(model, Part.VALIDATION)).figures
    assert again.loss == pytest.approx(best.loss, rel=1e-5)
    assert finished.test is not None
    assert finished.test.loss == pytest.approx(finish(measure_model(model, Part.TEST)).figures.loss)


def test_equal_seeds_give_equal_weights_and_others_do_not(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        run(digits_project(epochs=2, seed=seed), tmp_path / name)

    a, b, c = (last_weights(only_run(tmp_path / name)) for name in "abc")
    assert identical(a, b)
    assert not identical(a, c)


def test_a_changed_learning_rate_is_used_and_reported(tmp_path: Path) -> None:
    control = RunControl()
    rates = []
    for event in Trainer(digits_project(epochs=2), "cpu", out=tmp_path).run(control):
        if isinstance(event, events.Started):
            control.set_learning_rate(0.5)
        if isinstance(event, events.EpochEnded):
            rates.append(event.learning_rate)
    assert rates == [0.5, 0.5]


def test_mean_squared_error_learns_too(tmp_path: Path) -> None:
    project = digits_project(epochs=8)
    loss = Selected("mean_squared_error")
    stream = run(replace(project, training=replace(project.training, loss=loss)), tmp_path)

    assert isinstance(stream[-1], events.Finished)
    assert stream[-1].test is not None
    assert stream[-1].test.metrics["accuracy"] > 0.85
    prediction = load_model(Path(stream[-1].model)).predict(torch.zeros(1, 8, 8, dtype=torch.uint8))
    assert sum(item.probability for item in ranked(prediction[0]).ranked) == pytest.approx(
        1, abs=1e-5
    )


def test_a_network_whose_shapes_do_not_fit_fails_with_one_sentence_and_no_folder(
    tmp_path: Path,
) -> None:
    broken = network(node("Conv2d"), node("Linear", out_features="auto"))
    stream = run(replace(digits_project(), network=broken), tmp_path / "runs")

    assert isinstance(stream[-1], events.Failed)
    assert "Add Flatten before it" in str(stream[-1].message)
    assert stream[-1].detail == ""
    assert not (tmp_path / "runs").exists()


def test_a_last_batch_of_one_sample_does_not_disturb_batch_norm(tmp_path: Path) -> None:
    (started,) = of_type(run(digits_project(epochs=1), tmp_path / "a"), events.Started)
    batch_size = started.train_samples - 1
    flat = network(node("Flatten"), node("BatchNorm1d"), node("Linear", out_features="auto"))
    project = replace(digits_project(epochs=1, batch_size=batch_size), network=flat)

    stream = run(project, tmp_path / "b")

    assert isinstance(stream[-1], events.Finished)
    assert of_type(stream, events.Progress)[-1].batches == 1


def test_the_run_folder_keeps_the_project_with_the_facts_of_its_data(tmp_path: Path) -> None:
    run(digits_project(epochs=1), tmp_path)

    project = read_project(only_run(tmp_path).project_file)
    assert project.data.facts is not None
    assert project.data.facts.classes == tuple("0123456789")
    assert project.data.facts.sample.sizes == (1, 8, 8)


def test_a_run_folder_that_cannot_be_written_ends_the_run_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = RunFolder.append

    def full(self: RunFolder, event: events.Event) -> None:
        if isinstance(event, events.EpochEnded) and event.epoch == 2:
            self.history_file.unlink()
            self.history_file.mkdir()
        original(self, event)

    monkeypatch.setattr(RunFolder, "append", full)
    stream = run(digits_project(epochs=3), tmp_path)

    assert isinstance(stream[-1], events.Failed)
    assert "could not be written" in str(stream[-1].message)
    assert stream[-1].model is not None


def test_torch_keeps_the_thread_count_it_had(tmp_path: Path) -> None:
    before = torch.get_num_threads()
    run(digits_project(epochs=1), tmp_path)
    assert torch.get_num_threads() == before


def test_an_unexpected_fault_is_reported_with_its_details(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("netstudio.engine.training.trainer.open_session", broken)
    (*_, last) = run(digits_project(), tmp_path)
    assert isinstance(last, events.Failed)
    assert "planted" in str(last.message)
    assert "Traceback" in last.detail


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan"), float("inf")])
def test_a_learning_rate_that_is_not_positive_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        RunControl().set_learning_rate(rate)
