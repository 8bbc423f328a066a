from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from tests.engine.training.runs import (
    StopAtBatch,
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


def test_a_resumed_run_can_be_asked_for_more_epochs(tmp_path: Path) -> None:
    run(digits_project(epochs=2), tmp_path / "short")
    run(digits_project(epochs=4), tmp_path / "long")
    folder = only_run(tmp_path / "short")

    resumed = run(digits_project(epochs=4), tmp_path, resume=folder)

    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "long")))
    assert folder.project().training.options["epochs"] == 4


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


def test_a_run_that_goes_on_elsewhere_is_not_gone_on_with(tmp_path: Path) -> None:
    control = RunControl()
    going_on = Trainer(digits_project(epochs=3), "cpu", out=tmp_path).run(control)
    for event in going_on:
        if isinstance(event, events.CheckpointSaved):
            break
    folder = RunFolder(only_run(tmp_path).path)
    assert folder.is_in_use

    (*_, last) = run(digits_project(epochs=5), tmp_path, resume=folder)

    assert isinstance(last, events.Failed)
    assert "goes on already" in str(last.message)
    assert folder.project().training.options["epochs"] == 3
    assert isinstance([*going_on][-1], events.Finished)
    assert not folder.is_in_use


def test_a_run_that_was_killed_is_not_in_use(tmp_path: Path) -> None:
    stream = Trainer(digits_project(epochs=3), "cpu", out=tmp_path).run(RunControl())
    for event in stream:
        if isinstance(event, events.CheckpointSaved):
            break
    stream.close()
    assert not only_run(tmp_path).is_in_use
    assert [event["event"] for event in only_run(tmp_path).history()][-1] == "epoch"
