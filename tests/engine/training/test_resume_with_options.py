"""A run with many options, stopped anywhere and resumed, ends with the same weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from tests.engine.training.runs import (
    StopAtBatch,
    best_weights,
    digits_project,
    identical,
    last_weights,
    only_run,
    run,
)

GRADIENTS: dict[str, Any] = {
    "accumulate": 3,
    "clip_norm": 0.5,
    "clip_value": 0.1,
    "l1": 1e-4,
    "l2": 1e-3,
    "checkpoint_activations": True,
}
MANY: dict[str, dict[str, Any]] = {
    "swa": {**GRADIENTS, "averaging": "swa", "swa_start": 0.3, "decay_all": False},
    "ema": {**GRADIENTS, "averaging": "ema", "ema_decay": 0.95, "precision": "bfloat16"},
}


def project(options: dict[str, Any], schedule: Selected) -> Project:
    made = digits_project(epochs=3, batch_size=100, **options)
    smoothed = Selected("cross_entropy", Fields(label_smoothing=0.1))
    return replace(made, training=replace(made.training, loss=smoothed, schedule=schedule))


SCHEDULES = {
    "swa": Selected("cosine", Fields(warmup_epochs=0.5)),
    "ema": Selected("plateau", Fields(plateau_patience=0, plateau_threshold=0.9, gamma=0.5)),
}


@pytest.mark.parametrize("name", MANY)
@pytest.mark.parametrize("checks", [14, 33, 37, 52])
def test_whatever_the_options_it_goes_on_bit_for_bit(
    name: str, checks: int, tmp_path: Path
) -> None:
    made = project(MANY[name], SCHEDULES[name])
    run(made, tmp_path / "whole")
    stopped = run(made, tmp_path / "stopped", StopAtBatch(checks))
    assert isinstance(stopped[-1], events.Stopped)
    folder, whole = only_run(tmp_path / "stopped"), only_run(tmp_path / "whole")

    resumed = run(folder.project(), tmp_path, resume=folder)

    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(whole))
    assert identical(best_weights(folder), best_weights(whole))
    assert figures(folder.history()) == figures(whole.history())


def figures(history: Any) -> list[tuple[object, ...]]:
    epochs = [event for event in history if event["event"] == "epoch"]
    return [(event["train"], event["val"], event["learning_rate"]) for event in epochs]
