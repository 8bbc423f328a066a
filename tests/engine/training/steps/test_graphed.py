"""How a captured graph is used, with a stand-in for CUDA: what CUDA itself does is not tested."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
import torch
from torch import Tensor, nn

from netstudio.engine.training.steps.graphed import Graphed

NETWORK = nn.Sequential(nn.Conv2d(1, 4, 2), nn.ReLU(), nn.Flatten(), nn.Linear(16, 3))
LOSS = nn.CrossEntropyLoss()


def batch(seed: int) -> tuple[Tensor, Tensor]:
    torch.manual_seed(seed)
    inputs = torch.randn(5, 1, 3, 3).contiguous(memory_format=torch.channels_last)
    return inputs, torch.randint(0, 3, (5,))


def computed(inputs: Tensor, targets: Tensor) -> list[Tensor]:
    outputs = NETWORK(inputs)
    loss = LOSS(outputs, targets)
    gradients = torch.autograd.grad(loss, list(NETWORK.parameters()))
    return [loss.detach(), outputs.detach(), *gradients]


class StandIn:
    """Computes anew what it finds at the places from which a graph reads, to where it writes."""

    graphed: Graphed

    def replay(self) -> None:
        found = computed(self.graphed._inputs, self.graphed._targets)
        for place, value in zip(self.graphed._found, found, strict=True):
            place.copy_(value)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    made = StandIn()
    stream = SimpleNamespace(wait_stream=lambda _: None)
    monkeypatch.setattr(torch.cuda, "CUDAGraph", lambda: made)
    monkeypatch.setattr(torch.cuda, "Stream", lambda _: stream)
    monkeypatch.setattr(torch.cuda, "current_stream", lambda _: stream)
    monkeypatch.setattr(torch.cuda, "stream", lambda _: nullcontext())
    monkeypatch.setattr(torch.cuda, "graph", lambda *_, **__: nullcontext())
    return made


def test_every_batch_gets_its_own_loss_and_outputs(stand_in: StandIn) -> None:
    weights = dict(NETWORK.named_parameters())
    layouts = [weight.detach() for weight in weights.values()]
    stand_in.graphed = graphed = Graphed(NETWORK, LOSS, *batch(0), weights, layouts)
    found: list[Sequence[Tensor]] = []
    for seed in (1, 2, 3):
        replayed = graphed(*batch(seed))
        for mine, true in zip(replayed, computed(*batch(seed)), strict=True):
            assert torch.equal(mine, true)
        found.append(replayed)
    for seed, (loss, outputs, *_) in zip((1, 2, 3), found, strict=True):
        true_loss, true_outputs, *_ = computed(*batch(seed))
        assert torch.equal(loss, true_loss), "later batches have overwritten it"
        assert torch.equal(outputs, true_outputs)


def test_gradients_lie_in_memory_as_they_should(stand_in: StandIn) -> None:
    weights = dict(NETWORK.named_parameters())
    layouts = [weight.detach().clone() for weight in weights.values()]
    layouts[0] = torch.empty(4, 2, 2, 1).permute(0, 3, 1, 2)
    stand_in.graphed = graphed = Graphed(NETWORK, LOSS, *batch(0), weights, layouts)
    _, _, *gradients = graphed(*batch(1))
    assert [each.stride() for each in gradients] == [each.stride() for each in layouts]


def test_the_given_batch_is_left_alone(stand_in: StandIn) -> None:
    weights = dict(NETWORK.named_parameters())
    layouts = [weight.detach() for weight in weights.values()]
    first = batch(0)
    stand_in.graphed = graphed = Graphed(NETWORK, LOSS, *first, weights, layouts)
    graphed(*batch(1))
    assert all(map(torch.equal, first, batch(0)))
