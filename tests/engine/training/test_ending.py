"""Runs that end before their last epoch, and runs that go on after their end."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.core.project import Project
from netstudio.engine import events
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
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

# No figure falls by so much: after the first epoch nothing counts as an improvement.
NEVER = 1_000.0
NOT_IMPROVED = f"Loss has not improved by more than {NEVER:g} for 2 epochs."


def finished(stream: list[events.Event]) -> events.Finished:
    last = stream[-1]
    assert isinstance(last, events.Finished), last
    return last


def longer(project: Project, folder: RunFolder) -> list[events.Event]:
    """All events of a run that goes on after its end."""
    trainer = Trainer(project, "cpu", resume=folder, longer=True)
    return list(trainer.run(RunControl()))


def epochs_of(folder: RunFolder) -> list[int]:
    return [event["epoch"] for event in folder.history() if event["event"] == "epoch"]


def test_a_run_that_does_not_improve_for_so_many_epochs_ends_and_says_why(tmp_path: Path) -> None:
    stream = run(digits_project(20, patience=2, minimum_change=NEVER), tmp_path)

    end = finished(stream)
    assert str(end.reason) == NOT_IMPROVED
    folder = only_run(tmp_path)
    assert epochs_of(folder) == [1, 2, 3]
    assert end.test is not None
    *_, written = folder.history()
    assert written["reason"] == str(end.reason)


def test_a_run_that_comes_to_its_last_epoch_gives_no_reason(tmp_path: Path) -> None:
    stream = run(digits_project(3, patience=2, minimum_change=NEVER), tmp_path)
    assert finished(stream).reason is None


def test_the_best_epoch_is_that_of_the_monitored_metric(tmp_path: Path) -> None:
    stream = run(digits_project(8, monitor="accuracy"), tmp_path)
    shares = {}
    for epoch in of_type(stream, events.EpochEnded):
        assert epoch.val is not None
        shares[epoch.epoch] = epoch.val.metrics["accuracy"]
    first_best = max(shares, key=lambda number: (shares[number], -number))
    assert finished(stream).best_epoch == first_best


def test_a_run_ends_when_its_figure_reaches_the_target(tmp_path: Path) -> None:
    stream = run(digits_project(50, monitor="accuracy", stop_at=0.8), tmp_path)
    *before, last = of_type(stream, events.EpochEnded)
    assert str(finished(stream).reason) == "Accuracy has reached 0.8."
    assert last.val is not None
    assert last.val.metrics["accuracy"] >= 0.8
    assert all(epoch.val and epoch.val.metrics["accuracy"] < 0.8 for epoch in before)


def test_a_run_ends_with_the_epoch_in_which_its_time_is_over(tmp_path: Path) -> None:
    stream = run(digits_project(100_000, time_limit=0.5 / 60), tmp_path)
    assert str(finished(stream).reason).startswith("The time limit of 0.008")
    lengths = [epoch.seconds for epoch in of_type(stream, events.EpochEnded)]
    assert sum(lengths[:-1]) < 0.5 <= sum(lengths)


@pytest.mark.parametrize("keeps_best", [True, False])
def test_the_trained_model_has_the_best_weights_or_the_last_as_the_options_say(
    keeps_best: bool, tmp_path: Path
) -> None:
    project = digits_project(6, restore_best=keeps_best)
    control = RunControl()
    for event in Trainer(project, "cpu", out=tmp_path).run(control):
        if isinstance(event, events.EpochEnded) and event.epoch == 3:
            control.set_learning_rate(1.0)  # from here on it only gets worse
    assert isinstance(event, events.Finished)
    folder = only_run(tmp_path)
    model = load_model(folder.model_file)
    assert (event.best_epoch == 6) is not keeps_best
    assert model.best_epoch == event.best_epoch
    assert identical(best_weights(folder), last_weights(folder)) is not keeps_best
    assert event.test is not None
    assert model.figures["test"]["accuracy"] == event.test.metrics["accuracy"]


def test_a_checkpoint_is_saved_every_so_many_epochs_and_at_the_end(tmp_path: Path) -> None:
    stream = run(digits_project(5, checkpoint_every=2), tmp_path)
    assert [event.epoch for event in of_type(stream, events.CheckpointSaved)] == [2, 4, 5]


def test_a_stop_always_saves_a_checkpoint(tmp_path: Path) -> None:
    control = RunControl()
    stream = []
    for event in Trainer(digits_project(9, checkpoint_every=9), "cpu", out=tmp_path).run(control):
        stream.append(event)
        if isinstance(event, events.EpochEnded):
            control.stop_when_epoch_ends()
    assert [event.epoch for event in of_type(stream, events.CheckpointSaved)] == [1]
    assert isinstance(stream[-1], events.Stopped)


def test_a_run_that_had_ended_early_goes_on_when_it_is_asked_for_more(tmp_path: Path) -> None:
    options = {"patience": 2, "minimum_change": NEVER}
    run(digits_project(20, **options), tmp_path)
    folder = only_run(tmp_path)

    same_end = finished(run(folder.project(), tmp_path, resume=folder))
    assert epochs_of(folder) == [1, 2, 3]
    assert str(same_end.reason) == NOT_IMPROVED

    end = finished(longer(digits_project(4, **options), folder))
    assert epochs_of(folder) == [1, 2, 3, 4]
    assert end.reason is None

    end = finished(longer(digits_project(20, **options), folder))
    assert epochs_of(folder) == [1, 2, 3, 4, 5, 6]
    assert str(end.reason) == NOT_IMPROVED


def test_going_on_after_early_stopping_gives_what_an_uninterrupted_run_gives(
    tmp_path: Path,
) -> None:
    run(digits_project(5), tmp_path / "whole")
    run(digits_project(5, patience=2, minimum_change=NEVER), tmp_path / "ended")
    folder = only_run(tmp_path / "ended")
    assert epochs_of(folder) == [1, 2, 3]

    longer(folder.project(), folder)

    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))
    assert identical(best_weights(folder), best_weights(only_run(tmp_path / "whole")))


def test_a_run_that_goes_on_and_is_killed_at_once_still_knows_that_it_goes_on(
    tmp_path: Path,
) -> None:
    project = digits_project(20, patience=2, minimum_change=NEVER)
    run(project, tmp_path)
    folder = only_run(tmp_path)
    stream = Trainer(project, "cpu", resume=folder, longer=True).run(RunControl())
    for event in stream:
        if isinstance(event, events.CheckpointSaved):
            break
    stream.close()

    run(folder.project(), tmp_path, resume=folder)

    assert epochs_of(folder) == [1, 2, 3, 4, 5]


def test_a_run_cannot_go_on_for_fewer_epochs_than_it_had(tmp_path: Path) -> None:
    run(digits_project(3), tmp_path)
    folder = only_run(tmp_path)
    before = folder.project_file.read_bytes()
    (*_, last) = longer(digits_project(3), folder)
    assert isinstance(last, events.Failed)
    assert "had 3 epochs already. Ask for more than 3" in str(last.message)
    assert folder.project_file.read_bytes() == before
