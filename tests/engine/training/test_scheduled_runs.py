"""Schedules in whole runs: the rates that a run reports are those of its schedule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine.events import EpochEnded, Progress
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.schedules import SCHEDULES
from tests.engine.training.runs import digits_project, run

EPOCHS = 4
RATE = 0.003


def scheduled(type_name: str, **fields: object) -> Project:
    project = digits_project(EPOCHS)
    schedule = Selected(type_name, Fields(fields))
    return replace(project, training=replace(project.training, schedule=schedule))


def ended(project: Project, out: Path) -> list[EpochEnded]:
    return [event for event in run(project, out) if isinstance(event, EpochEnded)]


@pytest.mark.parametrize(
    ("type_name", "fields"),
    [
        ("cosine", {"warmup_epochs": 1.0}),
        ("one_cycle", {}),
        ("step", {"step_size": 2, "gamma": 0.5}),
        ("linear", {"end_factor": 0.1}),
    ],
)
def test_the_rate_of_an_epochs_last_batch_is_that_of_the_schedule(
    tmp_path: Path, type_name: str, fields: dict[str, object]
) -> None:
    project = scheduled(type_name, **fields)
    events = run(project, tmp_path)
    batches = next(event.batches for event in events if isinstance(event, Progress))
    schedule = SCHEDULES.make(type_name, Fields(fields))
    expected = [
        RATE * schedule.factor(number + (batches - 1) / batches, EPOCHS) for number in range(EPOCHS)
    ]
    rates = [event.learning_rate for event in events if isinstance(event, EpochEnded)]
    assert rates == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("monitor", ["loss", "accuracy"])
def test_the_rate_falls_where_the_monitored_figure_stalls(tmp_path: Path, monitor: str) -> None:
    project = scheduled("plateau", plateau_patience=0, gamma=0.5)
    still = project.training.optimizer.fields.replace(lr=1e-12)  # nothing can improve
    options = project.training.options.replace(monitor=monitor)
    training = replace(project.training, optimizer=Selected("adam", still), options=options)
    rates = [event.learning_rate for event in ended(replace(project, training=training), tmp_path)]
    assert rates[0] == 1e-12
    assert rates[-1] == pytest.approx(rates[0] * 0.5 ** (EPOCHS - 2))


def test_the_rate_stays_where_the_monitored_figure_rises_as_it_should(tmp_path: Path) -> None:
    project = scheduled("plateau", plateau_patience=1, gamma=0.5)
    options = project.training.options.replace(monitor="accuracy")
    training = replace(project.training, options=options)
    epochs = ended(replace(project, training=training), tmp_path)
    figures = [event.val.metrics["accuracy"] for event in epochs if event.val is not None]
    assert figures == sorted(figures), "the example does not learn steadily"
    assert {event.learning_rate for event in epochs} == {RATE}


def test_a_rate_set_by_hand_scales_what_the_schedule_does_from_then_on(tmp_path: Path) -> None:
    control = RunControl()
    rates = []
    for event in Trainer(scheduled("cosine"), "cpu", out=tmp_path).run(control):
        if isinstance(event, EpochEnded):
            rates.append(event.learning_rate)
            if event.epoch == 2:
                control.set_learning_rate(10 * event.learning_rate)
    plain = [event.learning_rate for event in ended(scheduled("cosine"), tmp_path)]
    assert rates[:2] == plain[:2]
    assert rates[2:] == pytest.approx([10 * rate for rate in plain[2:]], rel=1e-9)
