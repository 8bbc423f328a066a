"""Recorded steps do what plain steps do, bit for bit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.optim import Adam, AdamW, Optimizer, RMSprop

from netstudio.engine.training.averaging import open_averaging
from netstudio.engine.training.steps.opening import open_forward, open_step
from netstudio.engine.training.steps.plain import PlainStep
from netstudio.engine.training.steps.program import program_of
from netstudio.engine.training.steps.recording import NotRecorded, Recording
from netstudio.engine.training.steps.replayed import ReplayedStep, Replays
from netstudio.engine.training.steps.step import Learned, Step
from netstudio.tasks.training.options import TrainingOptions

Batch = tuple[Tensor, Tensor]


def perceptron() -> nn.Module:
    return nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 3))


def convolutional() -> nn.Module:
    module = nn.Sequential(
        nn.Unflatten(1, (1, 2, 3)),
        nn.Conv2d(1, 4, 2, padding=1),
        nn.BatchNorm2d(4),
        nn.LeakyReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.LazyLinear(3),
    )
    module(torch.zeros(2, 6))
    return module.to(memory_format=torch.channels_last)


def recurrent() -> nn.Module:
    return nn.Sequential(nn.Unflatten(1, (3, 2)), nn.GRU(2, 4, batch_first=True), _LastOutput())


class _LastOutput(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(4, 3)

    def forward(self, found: tuple[Tensor, Tensor]) -> Tensor:
        scores: Tensor = self.head(found[0][:, -1])
        return scores


class _WithSpareWeights(nn.Module):
    """Has weights that the loss does not depend on, and frozen ones."""

    def __init__(self) -> None:
        super().__init__()
        self.used, self.unused, self.frozen = nn.Linear(6, 3), nn.Linear(6, 3), nn.Linear(6, 6)
        self.frozen.requires_grad_(False)

    def forward(self, x: Tensor) -> Tensor:
        scores: Tensor = self.used(torch.tanh(self.frozen(x)))
        return scores


class _DecidesByValues(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(6, 3)

    def forward(self, x: Tensor) -> Tensor:
        scores: Tensor = self.linear(x)
        return scores if scores.sum() > 0 else -scores


class _ChangesItself(nn.Module):
    """Puts a new tensor into the place of its buffer, which no list of operations can."""

    seen: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(6, 3)
        self.register_buffer("seen", torch.zeros(6))

    def forward(self, x: Tensor) -> Tensor:
        self.seen = self.seen + x.detach().mean(0)
        scores: Tensor = self.linear(x + self.seen)
        return scores


def batches(count: int = 7) -> list[Batch]:
    generator = torch.Generator().manual_seed(1)
    sizes = [5] * count + [3]
    return [
        (
            torch.randn(size, 6, generator=generator),
            torch.randint(0, 3, (size,), generator=generator),
        )
        for size in sizes
    ]


def opened(
    kind: type[PlainStep] | type[ReplayedStep],
    network: Callable[[], nn.Module],
    optimizer: Callable[..., Optimizer],
) -> tuple[nn.Module, Optimizer, Step]:
    torch.manual_seed(0)
    module = network()
    opened = optimizer([each for each in module.parameters() if each.requires_grad], lr=0.02)
    loss = nn.CrossEntropyLoss()
    plain = PlainStep(module, loss, opened, dict(module.named_parameters()))
    step = plain if kind is PlainStep else ReplayedStep(plain, Replays(module, loss), opened)
    return module, opened, step


adam = partial(Adam, fused=True)
adamw = partial(AdamW, fused=True, weight_decay=0.1)

NETWORKS = [perceptron, convolutional, recurrent, _WithSpareWeights]


@pytest.mark.parametrize("optimizer", [adam, adamw, Adam, RMSprop])
@pytest.mark.parametrize("network", [*NETWORKS, _DecidesByValues, _ChangesItself])
def test_replayed_steps_give_the_weights_of_plain_steps(
    network: Callable[[], nn.Module], optimizer: Callable[..., Optimizer]
) -> None:
    states, learned = [], []
    for kind in (PlainStep, ReplayedStep):
        module, opened_optimizer, step = opened(kind, network, optimizer)
        torch.manual_seed(2)
        learned.append([step.learn(*batch) for batch in [*batches(), *batches()]])
        states.append([*module.state_dict().values(), torch.get_rng_state()])
        assert len(opened_optimizer.state_dict()["state"]) > 0
    assert all(map(torch.equal, *states))
    for plain, replay in zip(*learned, strict=True):
        assert torch.equal(plain.loss, replay.loss)
        assert torch.equal(plain.outputs, replay.outputs)
        assert not replay.loss.requires_grad
        assert not replay.outputs.requires_grad


@pytest.mark.parametrize("network", NETWORKS)
def test_what_can_be_recorded_is_replayed(
    network: Callable[[], nn.Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, step = opened(ReplayedStep, network, adam)
    for batch in batches():
        step.learn(*batch)
    plainly: list[Batch] = []
    monkeypatch.setattr(PlainStep, "learn", _noting(plainly))
    for batch in batches():
        step.learn(*batch)
    assert [len(targets) for _, targets in plainly] == [3], "only the last batch is of another size"


def _noting(seen: list[Batch]) -> Callable[..., Learned]:
    def learn(self: PlainStep, inputs: Tensor, targets: Tensor, *rest: object) -> Learned:
        seen.append((inputs, targets))
        return Learned(torch.zeros(()), targets)

    return learn


def test_a_measured_step_gives_the_gradients_of_the_plain_one() -> None:
    measured = []
    for kind in (PlainStep, ReplayedStep):
        _, _, step = opened(kind, perceptron, adam)
        torch.manual_seed(2)
        *before, last = batches()[:-1]
        for batch in before:
            step.learn(*batch)
        measured.append(step.learn(*last, measure=True))
    plain, replay = measured
    assert plain.gradients is not None
    assert replay.gradients is not None
    assert plain.gradient_norm is not None
    assert replay.gradient_norm is not None
    assert list(plain.gradients) == list(replay.gradients)
    assert all(map(torch.equal, plain.gradients.values(), replay.gradients.values()))
    assert torch.equal(plain.gradient_norm, replay.gradient_norm)


def test_a_loaded_state_and_a_changed_rate_count_at_once() -> None:
    states = []
    for kind in (PlainStep, ReplayedStep):
        module, optimizer, step = opened(kind, perceptron, adam)
        torch.manual_seed(2)
        for batch in batches():
            step.learn(*batch)
        weights = {name: each.clone() for name, each in module.state_dict().items()}
        kept = optimizer.state_dict()
        kept["state"] = {
            number: {name: each.clone() for name, each in of_weight.items()}
            for number, of_weight in kept["state"].items()
        }
        for batch in batches():
            step.learn(*batch)
        module.load_state_dict(weights)
        optimizer.load_state_dict(kept)
        optimizer.param_groups[0]["lr"] = 0.005
        for batch in batches():
            step.learn(*batch)
        states.append(list(module.state_dict().values()))
    assert all(map(torch.equal, *states))


def test_the_interpreter_adds_up_in_the_same_order() -> None:
    torch.manual_seed(1)
    inputs, targets = torch.randn(32, 784), torch.randint(0, 10, (32,))
    module = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
    Recording(module, nn.CrossEntropyLoss(), inputs, targets)  # or it is not recorded


def test_recording_changes_neither_network_nor_random_numbers() -> None:
    module = nn.Sequential(nn.Linear(6, 8), nn.BatchNorm1d(8), nn.Dropout(), nn.Linear(8, 3))
    before = [each.clone() for each in module.state_dict().values()]
    random = torch.get_rng_state()
    Recording(module, nn.CrossEntropyLoss(), *batches()[0])
    assert all(map(torch.equal, before, module.state_dict().values()))
    assert torch.equal(torch.get_rng_state(), random)
    assert all(each.grad is None for each in module.parameters())


@pytest.mark.parametrize("network", [_DecidesByValues, _ChangesItself])
def test_what_no_list_of_operations_can_do_is_not_recorded(
    network: Callable[[], nn.Module],
) -> None:
    with pytest.raises(NotRecorded):
        Recording(network(), nn.CrossEntropyLoss(), *batches()[0])


def test_a_network_of_very_many_operations_is_not_recorded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("netstudio.engine.training.steps.recording._MOST_OPERATIONS", 10)
    with pytest.raises(NotRecorded, match="too many"):
        Recording(perceptron(), nn.CrossEntropyLoss(), *batches()[0])


OPTIONS: list[dict[str, Any]] = [
    {"clip_norm": 0.1},
    {"l1": 0.01, "l2": 0.1, "clip_value": 0.05},
    {"averaging": "ema"},
    {"accumulate": 3},
    {"precision": "bfloat16"},
    {"checkpoint_activations": True},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_with_options_replayed_steps_give_the_same_weights_too(options: dict[str, Any]) -> None:
    states, measured = [], []
    for replayed in (False, True):
        torch.manual_seed(0)
        module = perceptron()
        training = TrainingOptions(**options)
        averaging = open_averaging(module, training, 10)
        step = open_step(
            module,
            open_forward(module, training),
            nn.CrossEntropyLoss(),
            optimizer := adam(module.parameters(), lr=0.02),
            training,
            torch.device("cpu"),
            replayed=replayed,
            after_update=averaging.after_update if averaging else None,
        )
        torch.manual_seed(2)
        for batch in batches():
            step.learn(*batch)
        step.finish()
        last = step.learn(*batches()[0], measure=True)
        evaluated = averaging.module if averaging and averaging.module else module
        states.append([*module.state_dict().values(), *evaluated.state_dict().values()])
        measured.append(last.gradient_norm)
        assert optimizer.state
    assert all(map(torch.equal, *states))
    assert str(measured[0]) == str(measured[1])


@pytest.mark.parametrize("options", OPTIONS[:3])
def test_options_that_allow_it_are_replayed(
    options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, training = perceptron(), TrainingOptions(**options)
    averaging = open_averaging(module, training, 10)
    step = open_step(
        module,
        module,
        nn.CrossEntropyLoss(),
        adam(module.parameters(), lr=0.02),
        training,
        torch.device("cpu"),
        replayed=True,
        after_update=averaging.after_update if averaging else None,
    )
    for batch in batches()[:3]:
        step.learn(*batch)
    monkeypatch.setattr(module, "forward", None)
    step.learn(*batches()[0])
    with pytest.raises(TypeError):
        step.learn(*batches()[-1])  # the last batch is of another size


@pytest.mark.parametrize("most", [15, 24, 28, 32])
def test_giving_up_in_the_middle_leaves_nothing_behind(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netstudio.engine.training.steps.recording._MOST_OPERATIONS", most)
    states = []
    for kind in (PlainStep, ReplayedStep):
        module, _, step = opened(kind, perceptron, adam)
        torch.manual_seed(2)
        for batch in batches():
            step.learn(*batch)
        states.append(list(module.state_dict().values()))
    assert all(map(torch.equal, *states))


def test_a_recording_that_gives_other_numbers_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(graph: torch.fx.GraphModule) -> Callable[..., list[Tensor]]:
        right = program_of(graph)
        return lambda *given: [each * 1.0000001 for each in right(*given)]

    monkeypatch.setattr("netstudio.engine.training.steps.interpreted.program_of", wrong)
    with pytest.raises(NotRecorded, match="other numbers"):
        Recording(perceptron(), nn.CrossEntropyLoss(), *batches()[0])
