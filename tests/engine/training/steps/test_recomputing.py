"""Recomputed layers learn what remembered ones learn, bit for bit, in less memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks

from netstudio.core.tree import Node
from netstudio.engine.network.modules.masked import MaskedBatchNormOverTime, TextSequential
from netstudio.engine.network.modules.repeat import Repeat
from netstudio.engine.network.modules.residual import Residual
from netstudio.engine.training.steps.recomputing import Recomputed
from tests.engine.training.learners import assert_equal, batches, learner, weights
from tests.projects import node


def block() -> nn.Sequential:
    return nn.Sequential(nn.Linear(12, 12), nn.BatchNorm1d(12), nn.ReLU(), nn.Dropout(0.3))


def flat() -> nn.Module:
    return nn.Sequential(*block(), *block(), nn.Linear(12, 10))


def nested() -> nn.Module:
    return nn.Sequential(nn.Sequential(block(), Residual(block())), Residual(block()), block())


def repeated() -> nn.Module:
    return nn.Sequential(Repeat(block(), 3), nn.Linear(12, 10))


def short() -> nn.Module:
    return nn.Sequential(nn.Linear(12, 10))


def gradients_of(
    make: Callable[[], nn.Module], wrap: Callable[[nn.Module], Any], inputs: Tensor
) -> dict[str, Tensor]:
    """Outputs, gradients, statistics and the next random number of two steps."""
    torch.manual_seed(3)
    module = make()
    forward = wrap(module)
    outputs = [forward(inputs) for _ in range(2)]
    sum(each.square().sum() for each in outputs).backward()
    found = {name: each.grad for name, each in module.named_parameters() if each.grad is not None}
    buffers = dict(module.named_buffers())
    return {**found, **buffers, "outputs": outputs[-1], "random": torch.rand(1)}


@pytest.mark.parametrize("make", [flat, nested, repeated, short])
def test_gradients_dropout_and_statistics_are_the_same(make: Callable[[], nn.Module]) -> None:
    inputs = batches(8)[0][0]
    plain = gradients_of(make, lambda module: module, inputs)
    assert_equal(gradients_of(make, Recomputed, inputs), plain)


def test_texts_of_different_lengths_are_padded_as_ever() -> None:
    def make() -> nn.Module:
        layers = [nn.Embedding(20, 6), MaskedBatchNormOverTime(6), nn.ReLU(), nn.Dropout(0.2)]
        return TextSequential(*layers, nn.Linear(6, 6), nn.Flatten(), nn.Linear(30, 3))

    ids = torch.tensor([[3, 4, 5, 0, 0], [7, 8, 9, 1, 2], [6, 0, 0, 0, 0]])
    plain = gradients_of(make, lambda module: module, ids)
    assert_equal(gradients_of(make, Recomputed, ids), plain)


def test_frozen_normalisation_stays_as_it_is() -> None:
    layers = (
        node("Linear", out_features=8),
        node("BatchNorm1d"),
        node("ReLU"),
        node("Linear", out_features="auto"),
    )
    frozen = [*(replace(each, frozen=True) for each in layers[:2]), *layers[2:]]
    plain, recomputed = learner(*frozen), learner(*frozen, checkpoint_activations=True)
    for batch in batches(8, 8):
        plain.learn(*batch)
        recomputed.learn(*batch)
    assert_equal(weights(recomputed), weights(plain))


def remembered_bytes(forward: Callable[[Tensor], Tensor], inputs: Tensor) -> int:
    """How much is kept for the backward pass, each storage once."""
    kept: dict[int, int] = {}

    def keep(each: Tensor) -> Tensor:
        kept[each.data_ptr()] = each.nbytes
        return each

    with saved_tensors_hooks(keep, lambda each: each):
        outputs = forward(inputs)
    assert outputs.requires_grad
    return sum(kept.values())


def test_a_deep_network_remembers_far_less() -> None:
    module = nn.Sequential(
        *(layer for _ in range(32) for layer in (nn.Linear(16, 16), nn.Tanh())), nn.Linear(16, 1)
    )
    inputs = torch.randn(512, 16)
    # Of 64 layers: the inputs of 7 stretches, and what belongs to the last one.
    assert remembered_bytes(Recomputed(module), inputs) < 0.45 * remembered_bytes(module, inputs)


def test_the_option_switches_it_on() -> None:
    def calls(**options: Any) -> int:
        count = 0

        def note(*_: object) -> None:
            nonlocal count
            count += 1

        layers: list[Node] = [node("Linear", out_features=8) for _ in range(8)]
        subject = learner(*layers, node("Linear", out_features="auto"), **options)
        subject.module.get_submodule("linear_1").register_forward_hook(note)
        subject.learn(*batches(8)[0])
        return count

    assert calls() == 1
    assert calls(checkpoint_activations=True) == 2
