"""A run whose numbers cease to be finite says in which layer, and in which batch, that began."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.training.faults import blame
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.tasks.settings import read_settings
from tests.engine.training.runs import digits_project, of_type, only_run, run
from tests.projects import network, node

NODES = (
    node("Flatten"),
    node("Linear", out_features=16),
    node("Dropout", p=0.9),
    node("Tanh"),
    node("Linear", out_features="auto"),
)


def project(epochs: int, rate: float = 0.05, **training: object) -> Project:
    made = digits_project(epochs, **training)
    sgd = Selected("sgd", Fields(lr=rate, momentum=0.9))
    return replace(made, network=network(*NODES), training=replace(made.training, optimizer=sgd))


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Tanh puts out infinity as soon as something larger than ``limit`` comes in."""
    limits = {"limit": float("inf")}
    original = nn.Tanh.forward

    def forward(self: nn.Tanh, inputs: Tensor) -> Tensor:
        breaks = inputs.abs().amax() > limits["limit"]
        return original(self, inputs) * torch.where(breaks, torch.inf, 1.0)

    monkeypatch.setattr(nn.Tanh, "forward", forward)
    return limits


def first_bad_batch(made: Project) -> tuple[int, int]:
    """The epoch and the batch, both from 1, whose loss is the first that is not finite."""
    dataset = finish(load_dataset(read_settings(made)[0]))
    session = open_session(with_facts(made, dataset), dataset, torch.device("cpu"), None)
    sizes = session.batch_sizes()
    for epoch in range(1, session.options.epochs + 1):
        batch = 0
        chunks = session.train.shuffled(session.finish_for(epoch), session.order(epoch), sizes)
        for chunk in chunks:
            for inputs, targets in chunk:
                session.learner.set_epoch(epoch - 1 + batch / len(sizes))
                batch += 1
                if not session.learner.learn(inputs, targets).loss.isfinite():
                    return epoch, batch
        session.learner.finish_epoch()
    raise AssertionError("all losses are finite")


def blamed(stream: list[events.Event]) -> list[events.Noticed]:
    """What says in which layer numbers were not finite."""
    found = of_type(stream, events.Noticed)
    return [each for each in found if each.code == "not-finite" and each.layer]


@pytest.mark.parametrize(("limit", "epoch"), [(20.0, 1), (40.0, 4)])
def test_the_layer_and_the_batch_are_named_and_the_remedies_offered(
    limit: float, epoch: int, fragile: dict[str, float], tmp_path: Path
) -> None:
    fragile["limit"] = limit
    made = project(8)
    expected, batch = first_bad_batch(made)
    assert expected == epoch
    assert batch > 1
    stream = run(made, tmp_path)

    assert isinstance(stream[-1], events.Failed)
    (notice,) = blamed(stream)
    assert notice.layer == next(each.uid for each in made.network if each.type == "Tanh")
    assert f"batch {batch} of epoch {epoch}" in str(notice.text)
    assert "tanh_1" in str(notice.text)
    assert notice.epoch == epoch
    assert {remedy.target for remedy in notice.remedies} == {"optimizer", "training"}
    written = [each["event"] for each in only_run(tmp_path).history()]
    assert written[-2:] == ["noticed", "failed"]


def test_a_learning_rate_that_is_far_too_high_is_blamed_on_a_layer(tmp_path: Path) -> None:
    made = project(3, rate=100.0)
    linear = [node("Linear", out_features=16) for _ in range(3)]
    nodes = (node("Flatten"), *linear, node("Linear", out_features="auto"))
    stream = run(replace(made, network=network(*nodes)), tmp_path)
    assert isinstance(stream[-1], events.Failed)
    (notice,) = blamed(stream)
    assert notice.epoch == 1


def test_nobody_waits_long_for_the_reason(
    fragile: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fragile["limit"] = 20.0
    monkeypatch.setattr(blame, "_PATIENCE", 0.0)
    stream = run(project(8), tmp_path)
    assert isinstance(stream[-1], events.Failed)
    assert not blamed(stream)


def test_an_older_checkpoint_explains_nothing(fragile: dict[str, float], tmp_path: Path) -> None:
    fragile["limit"] = 40.0
    stream = run(project(8, checkpoint_every=5), tmp_path)
    assert isinstance(stream[-1], events.Failed)
    assert not blamed(stream)
