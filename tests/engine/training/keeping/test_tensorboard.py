"""TensorBoard itself reads what a run writes for it."""

from __future__ import annotations

import math
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import plugin_data_pb2

from netstudio.core.translate import message
from netstudio.engine import events
from netstudio.engine.events import EpochEnded, Figures, Progress
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.runs.made import ended, finished, started, write_run
from tests.engine.training.runs import (
    StopAtBatch,
    digits_project,
    of_type,
    only_run,
    run,
)


def progress(epoch: int = 1, batch: int = 10, loss: float = 0.5) -> Progress:
    figures = Figures(loss, {"accuracy": 0.5}, 320)
    return Progress(epoch, 2, batch, 20, (loss, loss), figures, 0.001, 800.0, 1.0, 2.5)


def board(folder: Path) -> EventAccumulator:
    found = EventAccumulator(str(folder), size_guidance={"scalars": 0, "tensors": 0})
    found.Reload()
    return found


def scalars(folder: Path, tag: str) -> list[tuple[int, float]]:
    return [(each.step, each.value) for each in board(folder).Scalars(tag)]


def rounded(value: float) -> float:
    """As 32 bits hold it."""
    found: float = struct.unpack("<f", struct.pack("<f", value))[0]
    return found


def hparams(folder: Path, tag: str) -> Any:
    content = board(folder).SummaryMetadata(tag).plugin_data.content
    return plugin_data_pb2.HParamsPluginData.FromString(content)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder(write_run(tmp_path / "run"))


def test_figures_of_epochs_are_curves(folder: RunFolder) -> None:
    for event in (started(), ended(1, 0.5), ended(2, 0.75)):
        folder.append(event)
    assert scalars(folder.path, "accuracy/validation") == [(1, 0.5), (2, 0.75)]
    assert scalars(folder.path, "loss/train") == [(1, rounded(0.2)), (2, rounded(0.2))]
    assert scalars(folder.path, "samples_per_second") == [(1, 800.0), (2, 800.0)]
    assert "samples/train" not in board(folder.path).Tags()["scalars"]


def test_progress_within_epochs_is_a_curve_over_batches(folder: RunFolder) -> None:
    for event in (started(), progress(1, 10, 0.5), progress(2, 5, 0.25)):
        folder.append(event)
    assert scalars(folder.path, "batch/loss") == [(10, 0.5), (25, 0.25)]
    assert scalars(folder.path, "batch/gradient_norm") == [(10, 2.5), (25, 2.5)]
    rate = rounded(0.001)
    assert scalars(folder.path, "batch/learning_rate") == [(10, rate), (25, rate)]


def test_settings_and_the_final_figures_are_hparams(folder: RunFolder) -> None:
    for event in (started(), ended(1), finished(0.875)):
        folder.append(event)
    begun = hparams(folder.path, "_hparams_/session_start_info").session_start_info.hparams
    assert begun["optimizer"].string_value == "adam"
    assert begun["lr"].number_value == 0.001
    assert begun["batch_size"].number_value == 32
    assert begun["parameters"].number_value == 650
    assert begun["restore_best"].number_value == 1
    assert hparams(folder.path, "_hparams_/session_end_info").session_end_info.status == 1
    assert scalars(folder.path, "final/accuracy") == [(0, 0.875)]


def test_a_run_that_failed_is_a_failure(folder: RunFolder) -> None:
    for event in (started(), events.Failed(message("no"))):
        folder.append(event)
    assert hparams(folder.path, "_hparams_/session_end_info").session_end_info.status == 2


def test_the_project_can_be_read_as_a_text(folder: RunFolder) -> None:
    folder.append(started())
    (text,) = board(folder.path).Tensors("project/text_summary")
    assert '"optimizer"' in text.tensor_proto.string_val[0].decode()


def test_a_real_run_is_there_whole(tmp_path: Path) -> None:
    stream = run(digits_project(epochs=2), tmp_path)
    path = only_run(tmp_path).path
    epochs = of_type(stream, EpochEnded)
    told = scalars(path, "loss/validation")
    assert told == [(each.epoch, rounded(each.val.loss)) for each in epochs if each.val]
    reports = of_type(stream, Progress)
    assert len(scalars(path, "batch/samples_per_second")) == len(reports)


def test_what_a_resumed_run_lives_through_again_is_there_once(tmp_path: Path) -> None:
    run(digits_project(epochs=2), tmp_path, StopAtBatch(30))
    before = only_run(tmp_path)
    # As if it had been killed a little later.
    before.append(ended(2, 0.125))
    before.append(progress(2, 3))
    assert (2, 0.125) in scalars(before.path, "accuracy/validation")
    run(digits_project(epochs=2), tmp_path, resume=RunFolder(before.path))
    assert [step for step, _ in scalars(before.path, "loss/validation")] == [1, 2]
    assert (2, 0.125) not in scalars(before.path, "accuracy/validation")
    kept = [each for each in before.history() if each["event"] == "progress"]
    assert len(scalars(before.path, "batch/samples_per_second")) == len(kept)


def test_a_run_without_its_file_gets_it_again_when_it_is_resumed(tmp_path: Path) -> None:
    folder = RunFolder(write_run(tmp_path / "run", started(), progress(), ended(1)))
    folder.begin_history(folder.history_file.stat().st_size)
    folder.append(ended(2))
    assert [step for step, _ in scalars(folder.path, "loss/validation")] == [1, 2]


def test_a_torn_file_is_made_anew(folder: RunFolder) -> None:
    for event in (started(), ended(1)):
        folder.append(event)
    (path,) = folder.path.glob("*tfevents*")
    path.write_bytes(path.read_bytes()[:-3])
    folder.begin_history(folder.history_file.stat().st_size)
    assert [step for step, _ in scalars(folder.path, "loss/validation")] == [1]


def test_a_board_that_cannot_be_written_does_not_end_a_run(folder: RunFolder) -> None:
    (folder.path / "events.out.tfevents.netstudio").mkdir()
    folder.append(started())
    folder.append(ended(1))
    assert [event["event"] for event in folder.history()] == ["started", "epoch"]


def test_numbers_that_32_bits_cannot_hold_are_infinite(folder: RunFolder) -> None:
    figures = Figures(1e300, {}, 1)
    folder.append(replace(ended(1), train=figures, val=None))
    assert scalars(folder.path, "loss/train") == [(1, math.inf)]
