"""Cross-validation: every sample is tested once, by a network that has not seen it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from statistics import fmean, stdev

import pytest

from netstudio.core.project import Project
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.job import finish
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.events import Event
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.folds.cross_validation import CrossValidation, open_training
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.engine.training.trainer import Trainer
from tests.engine.training.runs import best_weights, digits_project, identical, of_type, only_run

ENDINGS = (events.Finished, events.Stopped, events.Failed)


def project(folds: int = 3, epochs: int = 1, **options: object) -> Project:
    made = digits_project(epochs=epochs, folds=folds)
    return replace(made, data=replace(made.data, options=Fields(options)))


def run(chosen: Project, out: Path, control: RunControl | None = None) -> list[Event]:
    training = open_training(chosen, "cpu", out=out)
    assert isinstance(training, CrossValidation)
    return list(training.run(control or RunControl()))


def resumed(path: Path, chosen: Project | None = None) -> list[Event]:
    folder = RunFolder(path)
    training = open_training(chosen or folder.project(), "cpu", resume=folder)
    return list(training.run(RunControl()))


@pytest.mark.parametrize("folds", [0, 1])
def test_without_folds_one_network_is_trained(folds: int, tmp_path: Path) -> None:
    assert isinstance(open_training(project(folds), "cpu", out=tmp_path), Trainer)


def test_every_fold_has_a_folder_and_the_end_names_means_and_deviations(tmp_path: Path) -> None:
    stream = run(project(), tmp_path)

    ended = of_type(stream, events.FoldEnded)
    assert [(each.fold, each.folds) for each in ended] == [(1, 3), (2, 3), (3, 3)]
    assert sum(each.test.samples for each in ended) == 1797
    assert [type(event) in ENDINGS for event in stream] == [False] * (len(stream) - 1) + [True]
    outer = only_run(tmp_path)
    assert {path.name for path in outer.path.iterdir()} == {
        *("fold-1", "fold-2", "fold-3"),
        *("project.netstudio", "history.jsonl", "best.safetensors"),
        "events.out.tfevents.netstudio",
    }
    concluded = of_type(stream, events.CrossValidated)[0]
    accuracies = [each.test.metrics["accuracy"] for each in ended]
    assert concluded.means["accuracy"] == pytest.approx(fmean(accuracies))
    assert concluded.deviations["accuracy"] == pytest.approx(stdev(accuracies))
    last = stream[-1]
    assert isinstance(last, events.Finished)
    assert last.test is not None
    assert last.test.metrics["accuracy"] == concluded.means["accuracy"]
    assert last.run == str(outer.path)


def test_the_model_is_that_of_the_fold_with_the_smallest_validation_loss(tmp_path: Path) -> None:
    stream = run(project(epochs=2), tmp_path)

    ended = of_type(stream, events.FoldEnded)
    losses = [
        min(event.val.loss for event in of_type(part, events.EpochEnded) if event.val)
        for part in by_fold(stream)
    ]
    assert [each.validation_loss for each in ended] == pytest.approx(losses)
    best = 1 + losses.index(min(losses))
    assert of_type(stream, events.CrossValidated)[0].best_fold == best
    outer = only_run(tmp_path)
    assert identical(best_weights(outer), best_weights(RunFolder(outer.path / f"fold-{best}")))


def by_fold(stream: list[Event]) -> list[list[Event]]:
    parts: list[list[Event]] = []
    for event in stream:
        if isinstance(event, events.Started):
            parts.append([])
        if parts:
            parts[-1].append(event)
    return parts


def test_events_say_which_fold_goes_on_and_are_json(tmp_path: Path) -> None:
    stream = run(project(), tmp_path)
    started = of_type(stream, events.Started)
    assert [(event.fold, event.folds) for event in started] == [(1, 3), (2, 3), (3, 3)]
    for event in stream:
        assert json.loads(json.dumps(event.as_json(), allow_nan=False))["event"] == event.event


def test_a_model_is_measured_on_the_fold_that_it_has_not_seen(tmp_path: Path) -> None:
    stream = run(project(), tmp_path)
    for ended in of_type(stream, events.FoldEnded):
        measured = finish(measure_model(load_model(Path(ended.model)), Part.TEST))
        assert measured.figures.samples == ended.test.samples
        assert measured.figures.loss == pytest.approx(ended.test.loss, rel=1e-5)


def stopped_in_fold(number: int, chosen: Project, out: Path) -> list[Event]:
    control = RunControl()
    stream = []
    fold = 0
    for event in open_training(chosen, "cpu", out=out).run(control):
        stream.append(event)
        fold = event.fold if isinstance(event, events.Started) else fold
        if fold == number and isinstance(event, events.EpochEnded):
            control.stop()
    return stream


def test_a_stop_keeps_the_folds_that_are_done_and_the_best_model_of_them(tmp_path: Path) -> None:
    stream = stopped_in_fold(2, project(epochs=2), tmp_path)

    outer = only_run(tmp_path)
    assert stream[-1] == events.Stopped(str(outer.path), str(outer.model_file))
    assert len(of_type(stream, events.FoldEnded)) == 1
    assert identical(best_weights(outer), best_weights(RunFolder(outer.path / "fold-1")))


def test_a_resumed_run_ends_as_if_it_had_never_been_stopped(tmp_path: Path) -> None:
    whole = run(project(epochs=2), tmp_path / "whole")
    stopped_in_fold(2, project(epochs=2), tmp_path / "stopped")
    folder = only_run(tmp_path / "stopped")
    moved = folder.path.rename(tmp_path / "moved")

    stream = resumed(moved)

    assert [event.fold for event in of_type(stream, events.Started)] == [2, 3]
    assert of_type(stream, events.CrossValidated) == of_type(whole, events.CrossValidated)
    assert identical(best_weights(RunFolder(moved)), best_weights(only_run(tmp_path / "whole")))


def test_a_run_that_is_resumed_with_other_epochs_is_an_error(tmp_path: Path) -> None:
    stopped_in_fold(2, project(), tmp_path)
    outer = only_run(tmp_path)
    (failed,) = resumed(outer.path, project(epochs=5))
    assert isinstance(failed, events.Failed)
    assert "--epochs" in str(failed.message)


def test_a_stop_while_the_data_are_read_leaves_nothing_behind(tmp_path: Path) -> None:
    control = RunControl()
    control.stop()
    assert run(project(), tmp_path, control) == [events.Stopped(None, None)]
    assert not list(tmp_path.iterdir())


def test_a_project_with_a_problem_fails_with_one_sentence_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    (failed,) = run(project(smallest_class=0), tmp_path)
    assert isinstance(failed, events.Failed)
    assert failed.run is None
    assert not list(tmp_path.iterdir())


def test_data_without_classes_left_fail_in_the_first_fold(tmp_path: Path) -> None:
    few = project(3, tiny_classes="drop", smallest_class=100_000)
    (failed,) = (event for event in run(few, tmp_path) if isinstance(event, events.Failed))
    assert "at least 2 are needed" in str(failed.message)
    assert not list(tmp_path.iterdir())
