"""What becomes of a run for which the memory does not suffice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.project import Project
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.model_file import load_model
from netstudio.engine.training.keeping.checkpoints import load_checkpoint
from netstudio.engine.training.steps.replayed import ReplayedStep
from netstudio.engine.training.steps.step import Learned
from tests.engine.training.runs import (
    best_weights,
    digits_project,
    identical,
    last_weights,
    of_type,
    only_run,
    run,
    without_recording,
)
from tests.projects import network, node

Forward = Callable[[nn.Linear, Tensor], Tensor]


def plain_project(**training: object) -> Project:
    """Each sample counts by itself: no normalisation over the batch, no chance."""
    project = digits_project(2, **training)
    nodes = (node("Flatten"), node("Linear", out_features=16), node("ReLU"))
    return replace(project, network=network(*nodes, node("Linear", out_features="auto")))


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Linear layers ask for more memory than there is from so many samples on.

    ``samples``: how many fit; ``calls``: after how many calls it gets so tight.
    """
    without_recording(monkeypatch)
    limits = {"samples": 10_000, "calls": 0}
    original: Forward = nn.Linear.forward

    def forward(self: nn.Linear, inputs: Tensor) -> Tensor:
        limits["calls"] -= 1
        if limits["calls"] < 0 and len(inputs) > limits["samples"] and self.weight.requires_grad:
            torch.empty(2**60, dtype=torch.uint8)  # fails as it does when the memory is full
        return original(self, inputs)

    monkeypatch.setattr(nn.Linear, "forward", forward)
    return limits


def test_a_full_memory_halves_the_batch_until_it_fits_and_updates_stay_the_same(
    tmp_path: Path, memory: dict[str, int]
) -> None:
    run(plain_project(), tmp_path / "roomy")
    memory["samples"] = 20

    stream = run(plain_project(), tmp_path / "tight")

    assert isinstance(stream[-1], events.Finished), stream[-1]
    first, second = (str(notice.text) for notice in full(stream))
    assert "a batch size of 64. Training goes on with 32 samples at a time" in first
    assert "16 samples at a time; updates are still made from 64" in second
    roomy, tight = only_run(tmp_path / "roomy"), only_run(tmp_path / "tight")
    assert not identical(last_weights(tight), last_weights(roomy))  # another order of adding up
    for name, weights in last_weights(roomy).items():
        assert torch.allclose(last_weights(tight)[name], weights, atol=1e-5), name
    assert load_checkpoint(tight.checkpoint_file).learner["pieces"] == 4
    (remedy, *_) = full(stream)[-1].remedies
    assert remedy.values == Fields(batch_size=16)


def test_a_memory_that_fills_late_loses_no_batch(tmp_path: Path, memory: dict[str, int]) -> None:
    memory.update(samples=40, calls=71)

    stream = run(plain_project(), tmp_path)

    assert isinstance(stream[-1], events.Finished)
    assert len(full(stream)) == 1
    (started,) = of_type(stream, events.Started)
    for epoch in of_type(stream, events.EpochEnded):
        assert epoch.train.samples == started.train_samples


def test_a_memory_that_is_full_for_the_smallest_piece_ends_the_run(
    tmp_path: Path, memory: dict[str, int]
) -> None:
    memory.update(samples=0, calls=71)

    stream = run(plain_project(batch_size=8), tmp_path)

    failed = stream[-1]
    assert isinstance(failed, events.Failed)
    assert "The memory is full with a batch size of 8." in str(failed.message)
    assert len(full(stream)) == 2
    assert failed.model is not None
    assert load_model(Path(failed.model)).classes == tuple("0123456789")


def test_without_leave_to_halve_the_run_stops_and_goes_on_later_from_the_same_batch(
    tmp_path: Path, memory: dict[str, int]
) -> None:
    project = plain_project(halve_when_full=False)
    run(project, tmp_path / "whole")
    memory.update(samples=20, calls=71)

    stream = run(project, tmp_path / "torn")

    assert isinstance(stream[-1], events.Failed)
    assert "a batch size of 64" in str(stream[-1].message)
    assert full(stream) == []
    folder = only_run(tmp_path / "torn")
    position = load_checkpoint(folder.checkpoint_file).position
    assert (position.epoch, position.batch > 0) == (1, True)
    memory["samples"] = 10_000
    resumed = run(folder.project(), tmp_path, resume=folder)
    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))
    assert identical(best_weights(folder), best_weights(only_run(tmp_path / "whole")))


def test_a_memory_that_is_full_only_when_the_network_is_measured_does_not_end_a_run(
    tmp_path: Path, memory: dict[str, int]
) -> None:
    memory["samples"] = 100  # batches of 64 fit, the validation part does not

    stream = run(plain_project(halve_when_full=False), tmp_path)

    assert isinstance(stream[-1], events.Finished)
    assert full(stream) == []
    (epoch, *_) = of_type(stream, events.EpochEnded)
    assert epoch.val is not None
    (started,) = of_type(stream, events.Started)
    assert epoch.val.samples == started.validation_samples


def test_accumulated_batches_are_halved_too(tmp_path: Path, memory: dict[str, int]) -> None:
    memory["samples"] = 40
    stream = run(plain_project(accumulate=3), tmp_path)
    assert isinstance(stream[-1], events.Finished)
    assert len(full(stream)) == 1


def test_a_memory_that_fills_while_steps_are_replayed_halves_the_batch_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(plain_project(), tmp_path / "roomy")
    original = ReplayedStep.learn
    calls = 0

    def learn(self: ReplayedStep, *arguments: Any) -> Learned:
        nonlocal calls
        calls += 1
        if calls == 40:
            torch.empty(2**60, dtype=torch.uint8)
        return original(self, *arguments)

    monkeypatch.setattr(ReplayedStep, "learn", learn)
    stream = run(plain_project(), tmp_path / "tight")

    assert isinstance(stream[-1], events.Finished)
    assert len(full(stream)) == 1
    roomy, tight = only_run(tmp_path / "roomy"), only_run(tmp_path / "tight")
    for name, weights in last_weights(roomy).items():
        assert torch.allclose(last_weights(tight)[name], weights, atol=1e-5), name


def full(stream: list[events.Event]) -> list[events.Noticed]:
    return [one for one in of_type(stream, events.Noticed) if one.code == "memory-full"]
