"""Processes that the program starts by itself give the events of one training."""

from __future__ import annotations

from pathlib import Path

from netstudio.engine.events import EpochEnded, Event, Failed, Started, Stopped
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.distributed.launch import LaunchedTraining
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.training.distributed.together import plain_project
from tests.engine.training.runs import of_type


def test_a_launched_training_tells_what_the_first_process_tells_stops_and_is_resumed(
    tmp_path: Path,
) -> None:
    control = RunControl()
    events: list[Event] = []
    project = plain_project(epochs=100_000)
    for event in LaunchedTraining(project, 2, "cpu", out=tmp_path / "runs").run(control):
        events.append(event)
        if isinstance(event, EpochEnded):
            control.stop()
    (started,) = of_type(events, Started)
    assert of_type(events, EpochEnded)[0].train.samples == 1455
    stopped = events[-1]
    assert isinstance(stopped, Stopped)
    assert stopped.run == started.run
    assert RunFolder(Path(started.run)).checkpoint_file.exists()


def test_what_stops_a_launched_training_is_told_in_its_own_words(tmp_path: Path) -> None:
    project = plain_project(folds=3)
    (failed,) = LaunchedTraining(project, 2, "cpu", out=tmp_path).run(RunControl())
    assert isinstance(failed, Failed)
    assert "cannot cross-validate together" in str(failed.message)
