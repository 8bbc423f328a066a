"""What becomes of a run whose folder cannot be written any more."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netstudio.core.project import Project
from netstudio.engine import events
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.checkpoints import load_checkpoint
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from tests.engine.training.runs import (
    best_weights,
    digits_project,
    identical,
    last_weights,
    of_type,
    only_run,
    run,
)

Answer = Callable[[RunControl, events.PlaceWanted], None]


def answered(
    out: Path,
    answer: Answer,
    after_epoch: Callable[[int, RunFolder], None],
    project: Project | None = None,
) -> list[events.Event]:
    """All events of a run whose questions for another place are answered."""
    control = RunControl(answers=True)
    seen = []
    for event in Trainer(project or digits_project(epochs=4), "cpu", out=out).run(control):
        seen.append(event)
        if isinstance(event, events.EpochEnded):
            started = of_type(seen, events.Started)[0]
            after_epoch(event.epoch, RunFolder(Path(started.run)))
        if isinstance(event, events.PlaceWanted):
            answer(control, event)
    return seen


def vanish(epoch: int, folder: RunFolder) -> None:
    """The disk is unplugged after the second epoch."""
    if epoch == 2:
        shutil.rmtree(folder.path)


def test_a_run_whose_folder_vanishes_goes_on_elsewhere_as_if_nothing_had_happened(
    tmp_path: Path,
) -> None:
    whole = run(digits_project(epochs=4), tmp_path / "whole")

    seen = answered(
        tmp_path / "first", lambda control, _: control.go_on_in(tmp_path / "second"), vanish
    )

    (wanted,) = of_type(seen, events.PlaceWanted)
    assert "could not be written" in str(wanted.message)
    (moved,) = of_type(seen, events.Moved)
    folder = only_run(tmp_path / "second")
    assert moved.run == str(folder.path)
    finished = seen[-1]
    assert isinstance(finished, events.Finished)
    assert finished.run == str(folder.path)
    assert Path(finished.model).is_file()
    before = only_run(tmp_path / "whole")
    assert identical(last_weights(folder), last_weights(before))
    assert identical(best_weights(folder), best_weights(before))
    assert isinstance(whole[-1], events.Finished)
    assert finished.test == whole[-1].test
    assert [event["epoch"] for event in folder.history() if event["event"] == "epoch"] == [
        1, 2, 3, 4,
    ]  # fmt: skip
    resumed = run(digits_project(epochs=5), tmp_path, resume=folder)
    assert isinstance(resumed[-1], events.Finished)


def test_a_run_that_nobody_can_answer_fails_with_the_sentence(tmp_path: Path) -> None:
    seen = []
    for event in Trainer(digits_project(epochs=4), "cpu", out=tmp_path).run(RunControl()):
        seen.append(event)
        if isinstance(event, events.EpochEnded):
            vanish(event.epoch, only_run(tmp_path))

    failed = seen[-1]
    assert isinstance(failed, events.Failed)
    assert "could not be written" in str(failed.message)
    assert failed.detail == ""
    assert of_type(seen, events.PlaceWanted) == []


def test_a_run_that_is_stopped_while_it_waits_for_a_place_fails_with_the_sentence(
    tmp_path: Path,
) -> None:
    seen = answered(tmp_path, lambda control, _: control.stop(), vanish)
    assert isinstance(seen[-1], events.Failed)
    assert "could not be written" in str(seen[-1].message)


def test_a_place_that_cannot_be_written_either_is_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    places = [tmp_path / "file", tmp_path / "good"]

    seen = answered(tmp_path / "first", lambda control, _: control.go_on_in(places.pop(0)), vanish)

    first, second = of_type(seen, events.PlaceWanted)
    assert str(tmp_path / "file") in str(second.message) != str(first.message)
    assert isinstance(seen[-1], events.Finished)
    assert only_run(tmp_path / "good").model_file.is_file()


def test_a_full_disk_leaves_whole_files_and_the_run_goes_on_once_there_is_room(
    tmp_path: Path,
) -> None:
    run(digits_project(epochs=4), tmp_path / "whole")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(epoch: int, folder: RunFolder) -> None:
        if epoch == 2:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))

    def make_room(control: RunControl, wanted: events.PlaceWanted) -> None:
        (path,) = Path(wanted.place).iterdir()
        folder = RunFolder(path)
        assert load_checkpoint(folder.checkpoint_file).position.epoch == 1
        assert load_model(folder.model_file).best_epoch == 1
        assert all(isinstance(event, dict) for event in folder.history())
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        control.go_on_in(folder.path.parent)

    try:
        seen = answered(tmp_path / "full", make_room, fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert len(of_type(seen, events.PlaceWanted)) == 1
    assert isinstance(seen[-1], events.Finished)
    folder = only_run(tmp_path / "full")
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))
    assert not list(folder.path.glob(".*.tmp"))
    lines = folder.history_file.read_bytes().splitlines()
    assert len(lines) == len(list(folder.history()))


def test_a_run_whose_folder_cannot_even_be_made_begins_where_the_user_says(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()

    seen = answered(
        tmp_path / "file",
        lambda control, _: control.go_on_in(tmp_path / "good"),
        lambda epoch, folder: None,
    )

    (wanted,) = of_type(seen, events.PlaceWanted)
    assert wanted.place == str(tmp_path / "file")
    assert isinstance(seen[-1], events.Finished)
    assert seen[-1].run == str(only_run(tmp_path / "good").path)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_run_moves_from_a_full_disk_with_everything_it_had(
    tiny_disk: Path, tmp_path: Path
) -> None:
    run(digits_project(epochs=4), tmp_path / "whole")

    def fill(epoch: int, folder: RunFolder) -> None:
        if epoch == 2:
            with (tiny_disk / "big").open("wb", buffering=0) as file:
                while True:
                    try:
                        file.write(b"x" * 4096)
                    except OSError:
                        return

    seen = answered(tiny_disk, lambda control, _: control.go_on_in(tmp_path / "roomy"), fill)

    (wanted,) = of_type(seen, events.PlaceWanted)
    assert "No space left" in str(wanted.message)
    assert isinstance(seen[-1], events.Finished)
    folder, whole = only_run(tmp_path / "roomy"), only_run(tmp_path / "whole")
    assert identical(last_weights(folder), last_weights(whole))
    assert identical(best_weights(folder), best_weights(whole))
    assert _told(folder) == _told(whole)
    assert next(folder.history())["event"] == "started"  # what only the old folder knew
    assert [path.name for path in tiny_disk.iterdir()] == ["big"]


def _told(folder: RunFolder) -> list[object]:
    return [event["val"] for event in folder.history() if event["event"] == "epoch"]
