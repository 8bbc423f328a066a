"""Penalties and clipping change gradients as a loop in plain PyTorch would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from netstudio.core.project import Selected
from netstudio.core.values import Fields
from tests.engine.training.learners import Batch, assert_close, batches, learner, weights

SGD = Selected("sgd", Fields(lr=0.1, momentum=0.9))


def by_hand(
    some: list[Batch],
    change: Callable[[nn.Module], object] = lambda module: None,
    penalty: Callable[[nn.Module], Tensor | float] = lambda module: 0.0,
    weight_decay: float = 0.0,
) -> dict[str, Tensor]:
    """The weights of the usual perceptron after a loop in plain PyTorch."""
    module = learner().module
    optimizer = torch.optim.SGD(
        module.parameters(), lr=0.1, momentum=0.9, weight_decay=weight_decay
    )
    for inputs, targets in some:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(module(inputs), targets) + penalty(module)
        torch.autograd.backward(loss)
        change(module)
        optimizer.step()
    return module.state_dict()


def learned(some: list[Batch], **options: Any) -> dict[str, Tensor]:
    subject = learner(optimizer=SGD, **options)
    for batch in some:
        subject.learn(*batch)
    return weights(subject)


def test_clipping_by_norm_is_torchs() -> None:
    some = batches(8, 8, 8)
    expected = by_hand(some, lambda module: clip_grad_norm_(module.parameters(), 0.2))
    assert_close(learned(some, clip_norm=0.2), expected)
    assert not torch.allclose(by_hand(some)["linear_1.weight"], expected["linear_1.weight"])


def test_clipping_by_value_is_torchs() -> None:
    some = batches(8, 8, 8)
    expected = by_hand(some, lambda module: clip_grad_value_(module.parameters(), 0.02))
    assert_close(learned(some, clip_value=0.02), expected)
    assert not torch.allclose(by_hand(some)["linear_1.weight"], expected["linear_1.weight"])


def test_single_gradients_are_clipped_before_all_together() -> None:
    def both(module: nn.Module) -> None:
        clip_grad_value_(module.parameters(), 0.05)
        clip_grad_norm_(module.parameters(), 0.2)

    some = batches(8, 8, 8)
    assert_close(learned(some, clip_value=0.05, clip_norm=0.2), by_hand(some, both))


@pytest.mark.parametrize(("l1", "l2"), [(0.01, 0.0), (0.0, 0.05), (0.01, 0.05)])
def test_penalties_are_part_of_what_is_minimised(l1: float, l2: float) -> None:
    def penalty(module: nn.Module) -> Tensor:
        every = torch.cat([each.flatten() for each in module.parameters()])
        return l1 * every.abs().sum() + l2 * every.square().sum() / 2

    some = batches(8, 8, 8)
    assert_close(learned(some, l1=l1, l2=l2), by_hand(some, penalty=penalty))


def test_with_plain_descent_l2_is_weight_decay() -> None:
    some = batches(8, 8, 8)
    assert_close(learned(some, l2=0.05), by_hand(some, weight_decay=0.05))


def test_what_is_clipped_includes_the_penalty() -> None:
    def penalty(module: nn.Module) -> Tensor:
        return 0.5 * torch.cat([each.flatten() for each in module.parameters()]).square().sum()

    some = batches(8, 8, 8)
    expected = by_hand(some, lambda module: clip_grad_norm_(module.parameters(), 0.2), penalty)
    assert_close(learned(some, l2=1.0, clip_norm=0.2), expected)


def test_the_loss_and_the_norm_that_are_shown_leave_penalties_and_clipping_out() -> None:
    (batch,) = batches(8)
    plain = learner().learn(*batch, measure=True)
    full = learner(l1=0.1, l2=0.1, clip_norm=0.01).learn(*batch, measure=True)
    torch.testing.assert_close(full.loss, plain.loss)
    torch.testing.assert_close(full.gradient_norm, plain.gradient_norm)


def test_frozen_weights_are_not_pulled_at() -> None:
    subject = learner(l1=0.1, l2=0.1, clip_norm=0.5, clip_value=0.5)
    frozen = subject.module.get_parameter("linear_1.weight")
    frozen.requires_grad_(False)
    before = frozen.clone()
    for batch in batches(8, 8):
        subject.learn(*batch)
    assert torch.equal(frozen, before)
