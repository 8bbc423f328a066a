"""Tune measures, remembers, and sessions use what it found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from netstudio.core.project import Project
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.events import Preparing, Started
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.execution import Execution, in_words, usual_execution
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.tuning import tune as tuning
from netstudio.engine.training.tuning.memory import (
    Remembered,
    all_remembered,
    memory_file,
    recall,
    remember,
    tuning_key,
)
from netstudio.engine.training.tuning.tune import Tuned, tune
from netstudio.tasks.settings import read_settings
from tests.engine.training.runs import digits_project, of_type, only_run, run
from tests.projects import network, node
from tests.tasks_projects import autoencoder, regression

CPU = torch.device("cpu")
SLOW = Execution(threads=1, channels_last=False, fused=False, replayed=False, measured="2026-01-02")


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tuning, "_SECONDS", 0.0)
    monkeypatch.setattr(tuning, "_TURN", 0.001)


def read(project: Project) -> Project:
    """The project with the facts of its data."""
    return with_facts(project, finish(load_dataset(read_settings(project)[0])))


def execution_of(project: Project) -> Execution:
    dataset = finish(load_dataset(read_settings(project)[0]))
    return open_session(with_facts(project, dataset), dataset, CPU, None).execution


def remembered(execution: Execution) -> Remembered:
    return Remembered("digits", "a processor", 32, execution, 2.0, 1.0)


def test_what_was_measured_is_used_from_then_on() -> None:
    project = read(digits_project())
    before = execution_of(project)
    tuned = finish(tune(project, "cpu"))
    assert not before.measured
    assert execution_of(project) == tuned.best.execution
    assert tuned.best.execution.measured


def test_it_is_used_for_the_same_network_and_batch_size_only() -> None:
    project = read(digits_project())
    remember(tuning_key(project, analyse(project), CPU), remembered(SLOW))
    assert execution_of(project) == SLOW
    larger = replace(project.training, options=project.training.options.replace(batch_size=128))
    assert not execution_of(replace(project, training=larger)).measured
    deeper = project.with_network(network(node("ReLU"), *project.network))
    assert not execution_of(deeper).measured


def test_a_run_says_what_was_measured_and_a_resumed_one_goes_on_with_it(tmp_path: Path) -> None:
    project = read(digits_project(epochs=1))
    remember(tuning_key(project, analyse(project), CPU), remembered(SLOW))
    stream = run(project, tmp_path)
    (started,) = of_type(stream, Started)
    assert started.execution == SLOW.as_json()
    memory_file().unlink()
    longer = replace(project.training, options=project.training.options.replace(epochs=2))
    stream = run(replace(project, training=longer), tmp_path, resume=only_run(tmp_path))
    (started,) = of_type(stream, Started)
    assert started.execution == SLOW.as_json()


@pytest.mark.parametrize("make", [digits_project, autoencoder, regression])
def test_every_aim_can_be_tuned_without_reading_its_data(make: object) -> None:
    assert callable(make)
    job = tune(read(make()), "cpu")
    stages = set()
    while True:
        try:
            event = next(job)
        except StopIteration as end:
            tuned = end.value
            break
        assert isinstance(event, Preparing)
        stages.add(event.stage)
    assert stages == {"tune"}
    assert isinstance(tuned, Tuned)
    speeds = [each.samples_per_second for each in tuned.tried]
    assert speeds == sorted(speeds, reverse=True)
    assert tuned.gain >= 1
    assert len({each.execution for each in tuned.tried}) == len(tuned.tried)


def test_facts_that_are_missing_are_read() -> None:
    project = digits_project()
    assert project.data.facts is None
    stages = set()
    finish(tune(project, "cpu"), lambda event: stages.add(event.stage))
    assert {"read", "tune"} <= stages
    assert all_remembered()[-1].name == project.name


def test_threads_and_random_numbers_are_put_back_even_when_it_is_cancelled() -> None:
    project = read(digits_project())
    torch.set_num_threads(2)
    before = torch.get_rng_state()
    job = tune(project, "cpu")
    for _ in range(5):
        next(job)
    job.close()
    assert torch.get_num_threads() == 2
    assert torch.equal(torch.get_rng_state(), before)
    assert not all_remembered(), "what was not finished is not remembered"


def test_a_gain_that_may_be_chance_leaves_the_usual_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tuning, "_WORTH_IT", 1e9)
    project = read(digits_project())
    tuned = finish(tune(project, "cpu"))
    assert tuned.is_usual
    usual = usual_execution(project, analyse(project), CPU)
    assert replace(tuned.best.execution, measured="") == usual


@pytest.mark.parametrize("content", ["", "[]", "{", '{"key": {"name": 1}}', '{"key": null}'])
def test_a_damaged_memory_is_as_good_as_none(content: str) -> None:
    memory_file().parent.mkdir(parents=True, exist_ok=True)
    memory_file().write_text(content, "utf-8")
    assert recall("key") is None
    remember("key", remembered(SLOW))
    assert recall("key") == remembered(SLOW)


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NETSTUDIO_CACHE", str(tmp_path / "file"))
    remember("key", remembered(SLOW))
    assert recall("key") is None


def test_the_oldest_measurements_are_forgotten() -> None:
    for number in range(205):
        remember(str(number), remembered(SLOW))
    assert recall("4") is None
    assert recall("5") is not None
    assert len(all_remembered()) == 200


def test_an_execution_is_said_in_words() -> None:
    assert str(in_words(SLOW)) == "1 thread, channels first, separate updates, steps one by one"
    quick = Execution(threads=8, channels_last=True, fused=True, replayed=True)
    assert str(in_words(quick)) == "8 threads, channels last, fused update, replayed steps"
