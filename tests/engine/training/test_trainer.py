from __future__ import annotations

import json
import math
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
import torch
from PIL import Image

from netstudio.core.files import read_project
from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.dataset import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.runs import RunFolder
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import Digits
from tests.engine.training.runs import (
    StopAtBatch,
    best_weights,
    digits_project,
    identical,
    last_weights,
    only_run,
    run,
)
from tests.projects import network, node

E = TypeVar("E", bound=events.Event)

ENDINGS = (events.Finished, events.Stopped, events.Failed)


def of_type(stream: list[events.Event], kind: type[E]) -> list[E]:
    return [event for event in stream if isinstance(event, kind)]


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
    dataset = finish(load_dataset(Digits(), DataOptions.read({})))
    outputs = model.module(model.preprocessing.on(model.device)(dataset.test.inputs))
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


@pytest.mark.parametrize("checks", [12, 13, 20, 33, 34, 35, 36, 40, 52, 59, 70])
def test_a_run_that_is_stopped_anywhere_and_resumed_ends_with_the_same_weights(
    checks: int, tmp_path: Path
) -> None:
    project = digits_project(epochs=3, batch_size=100)
    whole = run(project, tmp_path / "whole")
    stopped = run(project, tmp_path / "stopped", StopAtBatch(checks))

    if isinstance(stopped[-1], events.Stopped) and stopped[-1].run is None:
        stopped = run(project, tmp_path / "stopped")
    folder = only_run(tmp_path / "stopped")
    resumed = run(folder.project(), tmp_path, resume=folder)

    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))
    assert identical(best_weights(folder), best_weights(only_run(tmp_path / "whole")))
    assert _figures(folder) == _figures(only_run(tmp_path / "whole"))
    (finished,) = of_type(whole, events.Finished)
    assert resumed[-1].test == finished.test


def _figures(folder: RunFolder) -> list[tuple[object, object]]:
    epochs = [event for event in folder.history() if event["event"] == "epoch"]
    return [(event["train"], event["val"]) for event in epochs]


def test_stop_ends_the_run_before_the_next_batch_with_a_checkpoint(tmp_path: Path) -> None:
    control = RunControl()
    seen: list[events.Event] = []
    for event in Trainer(digits_project(epochs=1000), "cpu", out=tmp_path).run(control):
        seen.append(event)
        if isinstance(event, events.Progress):
            control.stop()

    last = [event for event in seen if isinstance(event, events.Progress)]
    assert isinstance(seen[-1], events.Stopped)
    assert isinstance(seen[-2], events.CheckpointSaved)
    assert last[-1].batch == last[0].batch or last[-1].losses == ()
    checkpoint = torch.load(only_run(tmp_path).checkpoint_file, weights_only=True)
    assert checkpoint["position"]["batch"] == last[0].batch


def test_stop_after_the_epoch_ends_the_epoch_first(tmp_path: Path) -> None:
    control = RunControl()
    seen = []
    for event in Trainer(digits_project(epochs=1000), "cpu", out=tmp_path).run(control):
        seen.append(event)
        if isinstance(event, events.Started):
            control.stop_when_epoch_ends()

    assert [type(event) for event in seen[-3:]] == [
        events.EpochEnded,
        events.CheckpointSaved,
        events.Stopped,
    ]


def test_a_stop_while_data_are_read_leaves_no_folder(tmp_path: Path) -> None:
    control = RunControl()
    control.stop()

    stream = run(digits_project(), tmp_path / "runs", control)

    assert [type(event) for event in stream] == [events.Stopped]
    assert not (tmp_path / "runs").exists()


def test_a_run_stopped_in_its_first_epoch_leaves_a_usable_model(tmp_path: Path) -> None:
    stream = run(digits_project(), tmp_path, StopAtBatch(15))

    (stopped,) = of_type(stream, events.Stopped)
    assert stopped.model is not None
    assert load_model(Path(stopped.model)).classes == tuple("0123456789")


def test_pause_waits_and_resume_goes_on(tmp_path: Path) -> None:
    control = RunControl()
    seen: list[events.Event] = []
    reached = threading.Event()

    def train() -> None:
        for event in Trainer(digits_project(epochs=3), "cpu", out=tmp_path).run(control):
            seen.append(event)
            if isinstance(event, events.Started):
                control.pause()
                reached.set()

    thread = threading.Thread(target=train)
    thread.start()
    assert reached.wait(60)
    thread.join(0.3)
    assert thread.is_alive()
    assert not of_type(seen, events.EpochEnded)
    control.resume()
    thread.join(60)
    assert isinstance(seen[-1], events.Finished)


def test_a_changed_learning_rate_is_used_and_reported(tmp_path: Path) -> None:
    control = RunControl()
    rates = []
    for event in Trainer(digits_project(epochs=2), "cpu", out=tmp_path).run(control):
        if isinstance(event, events.Started):
            control.set_learning_rate(0.5)
        if isinstance(event, events.EpochEnded):
            rates.append(event.learning_rate)
    assert rates == [0.5, 0.5]


def test_a_loss_that_is_not_finite_stops_the_run_and_keeps_the_best_weights(
    tmp_path: Path,
) -> None:
    control = RunControl()
    stream = []
    for event in Trainer(digits_project(epochs=5), "cpu", out=tmp_path).run(control):
        stream.append(event)
        if isinstance(event, events.EpochEnded):
            control.set_learning_rate(1e30)

    failed = stream[-1]
    assert isinstance(failed, events.Failed)
    assert "learning rate" in str(failed.message)
    assert failed.model is not None
    assert all(weights.isfinite().all() for weights in best_weights(only_run(tmp_path)).values())


def test_mean_squared_error_learns_too(tmp_path: Path) -> None:
    project = digits_project(epochs=8)
    loss = Selected("mean_squared_error")
    stream = run(replace(project, training=replace(project.training, loss=loss)), tmp_path)

    assert isinstance(stream[-1], events.Finished)
    assert stream[-1].test is not None
    assert stream[-1].test.metrics["accuracy"] > 0.85
    prediction = load_model(Path(stream[-1].model)).predict(torch.zeros(1, 8, 8, dtype=torch.uint8))
    assert sum(item.probability for item in prediction[0].ranked) == pytest.approx(1, abs=1e-5)


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


def test_a_torn_last_line_of_the_history_is_left_out(tmp_path: Path) -> None:
    run(digits_project(epochs=1), tmp_path)
    folder = only_run(tmp_path)
    whole = list(folder.history())
    with folder.history_file.open("ab") as file:
        file.write(b'{"event": "epo')

    assert list(folder.history()) == whole
    assert [event["event"] for event in whole if event["event"] != "progress"] == [
        "started",
        "epoch",
        "finished",
    ]


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


def test_a_resumed_run_can_be_asked_for_more_epochs(tmp_path: Path) -> None:
    run(digits_project(epochs=2), tmp_path / "short")
    run(digits_project(epochs=4), tmp_path / "long")
    folder = only_run(tmp_path / "short")

    resumed = run(digits_project(epochs=4), tmp_path, resume=folder)

    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "long")))
    assert folder.project().training.options["epochs"] == 4


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


def folder_project(tmp_path: Path, pictures: int) -> Project:
    for name, level in (("dark", 40), ("light", 200)):
        folder = tmp_path / "pictures" / name
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(pictures):
            Image.new("L", (8, 8), level + number).save(folder / f"{number}.png")
    source = Selected("image_folder", Fields(folder=str(tmp_path / "pictures")))
    project = digits_project(epochs=2)
    return replace(project, data=replace(project.data, source=source))


def test_a_run_is_not_resumed_on_other_data(tmp_path: Path) -> None:
    run(folder_project(tmp_path, 20), tmp_path / "runs")
    folder = only_run(tmp_path / "runs")
    before = folder.project_file.read_bytes()

    folder_project(tmp_path, 30)
    (*_, last) = run(folder.project(), tmp_path, resume=folder)

    assert isinstance(last, events.Failed)
    assert "data are not those" in str(last.message)
    assert folder.project_file.read_bytes() == before


def test_a_checkpoint_of_another_network_is_refused_with_one_sentence(tmp_path: Path) -> None:
    run(digits_project(epochs=1), tmp_path)
    folder = only_run(tmp_path)
    other = network(node("Flatten"), node("Linear", out_features="auto"))
    (*_, last) = run(replace(folder.project(), network=other), tmp_path, resume=folder)
    assert isinstance(last, events.Failed)
    assert "another network" in str(last.message)
    assert last.detail == ""


def test_a_history_that_lost_its_end_does_not_stop_a_run_from_going_on(tmp_path: Path) -> None:
    run(digits_project(epochs=3), tmp_path)
    folder = only_run(tmp_path)
    content = folder.history_file.read_bytes()
    folder.history_file.write_bytes(content[: len(content) // 2])

    (*_, last) = run(digits_project(epochs=5), tmp_path, resume=folder)

    assert isinstance(last, events.Finished)
    assert b"\0" not in folder.history_file.read_bytes()
    epochs = [event["epoch"] for event in folder.history() if event["event"] == "epoch"]
    assert epochs[-2:] == [4, 5]
    assert load_model(Path(last.model)).history[-1]["epoch"] == 5


def test_a_resumed_run_takes_the_device_it_had(tmp_path: Path) -> None:
    run(digits_project(epochs=1), tmp_path)
    folder = only_run(tmp_path)
    trainer = Trainer(digits_project(epochs=2), resume=folder)
    (started,) = of_type(list(trainer.run(RunControl())), events.Started)
    assert started.device.startswith("cpu")


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan"), float("inf")])
def test_a_learning_rate_that_is_not_positive_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        RunControl().set_learning_rate(rate)


def test_a_broken_tensorboard_does_not_end_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard.writer", None)
    (*_, last) = run(digits_project(epochs=1), tmp_path)
    assert isinstance(last, events.Finished)
