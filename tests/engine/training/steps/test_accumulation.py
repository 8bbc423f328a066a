"""Accumulated batches, and batches in pieces, act like the large batch."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from netstudio.core.project import Selected
from netstudio.core.values import Fields
from tests.engine.training.learners import (
    assert_close,
    assert_equal,
    batches,
    joined,
    learner,
    weights,
)

OPTIMIZERS = (
    Selected("sgd", Fields(lr=0.1, momentum=0.9, nesterov=True)),
    Selected("adam", Fields(lr=0.01)),
    Selected("adamw", Fields(lr=0.01, weight_decay=0.1)),
    Selected("rmsprop", Fields(lr=0.01)),
    Selected("adagrad", Fields(lr=0.05)),
)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda each: each.type)
@pytest.mark.parametrize("sizes", [(6, 6, 6), (6, 6, 1), (4, 7, 3)])
def test_accumulated_batches_are_one_large_batch(
    optimizer: Selected, sizes: tuple[int, ...]
) -> None:
    some = batches(*sizes)
    accumulated = learner(optimizer=optimizer, accumulate=3)
    large = learner(optimizer=optimizer)
    for _ in range(4):
        for batch in some:
            accumulated.learn(*batch)
        large.learn(*joined(some))
    assert_close(weights(accumulated), weights(large))


def test_there_is_no_update_before_the_group_is_complete() -> None:
    first, second, third = batches(5, 5, 5)
    accumulated = learner(accumulate=2)
    before = weights(accumulated)
    accumulated.learn(*first)
    assert_equal(weights(accumulated), before)
    accumulated.learn(*second)
    after = weights(accumulated)
    assert not torch.equal(after["linear_1.weight"], before["linear_1.weight"])
    accumulated.learn(*third)
    assert_equal(weights(accumulated), after)


def test_what_is_left_at_the_end_of_an_epoch_is_an_update_of_its_own() -> None:
    some = batches(6, 6, 6, 6, 3)
    accumulated, large = learner(accumulate=3), learner()
    for _ in range(2):
        for batch in some:
            accumulated.learn(*batch)
        accumulated.finish_epoch()
        large.learn(*joined(some[:3]))
        large.learn(*joined(some[3:]))
        assert_close(weights(accumulated), weights(large))
    accumulated.finish_epoch()
    assert_close(weights(accumulated), weights(large))


@pytest.mark.parametrize("pieces", [2, 3, 4])
def test_a_batch_in_pieces_is_the_batch(pieces: int) -> None:
    some = batches(16, 16, 7)
    whole, in_pieces = learner(), learner()
    in_pieces.pieces = pieces
    for batch in some:
        one, other = whole.learn(*batch), in_pieces.learn(*batch)
        torch.testing.assert_close(one.loss, other.loss)
        torch.testing.assert_close(one.outputs, other.outputs)
    assert_close(weights(in_pieces), weights(whole))


def test_pieces_go_with_accumulation_and_clipping() -> None:
    some = batches(8, 8, 8)
    options: dict[str, Any] = {"accumulate": 3, "clip_norm": 0.1, "l2": 0.01}
    whole, in_pieces = learner(**options), learner(**options)
    in_pieces.pieces = 2
    for batch in some:
        whole.learn(*batch)
        in_pieces.learn(*batch)
    assert_close(weights(in_pieces), weights(whole))


def test_no_piece_has_a_single_sample_only() -> None:
    sizes: list[int] = []
    in_pieces = learner()
    in_pieces.pieces = 4
    in_pieces.module.register_forward_hook(lambda _, inputs, __: sizes.append(len(inputs[0])))
    in_pieces.learn(*batches(5)[0])
    assert sorted(sizes) == [2, 3]


def test_smaller_pieces_drop_what_a_failed_batch_left_behind() -> None:
    first, second, third = batches(6, 6, 6)
    failed, spared = learner(accumulate=2), learner(accumulate=2)
    failed.learn(*first)
    for weight in failed.module.parameters():
        weight.grad = torch.full_like(weight, 100.0)
    failed.pieces = 2
    for batch in (second, third):
        failed.learn(*batch)
        spared.learn(*batch)
    assert_close(weights(failed), weights(spared))


def test_the_norm_is_that_of_the_large_batch_and_comes_with_the_update() -> None:
    some = batches(6, 6, 2)
    accumulated, large = learner(accumulate=3), learner()
    found = [accumulated.learn(*batch, measure=at == 0) for at, batch in enumerate(some)]
    expected = large.learn(*joined(some), measure=True)
    assert [each.gradient_norm is None for each in found] == [True, True, False]
    assert expected.gradient_norm is not None
    torch.testing.assert_close(found[-1].gradient_norm, expected.gradient_norm)
    assert found[-1].gradients is not None
    assert expected.gradients is not None
    assert_close(dict(found[-1].gradients), dict(expected.gradients))
    assert learner(accumulate=1).learn(*some[0]).gradient_norm is None


def test_the_norm_of_what_is_left_at_the_end_comes_with_the_end() -> None:
    some = batches(6, 6)
    accumulated = learner(accumulate=3)
    for batch in some:
        assert accumulated.learn(*batch, measure=True).gradient_norm is None
    expected = learner().learn(*joined(some), measure=True).gradient_norm
    torch.testing.assert_close(accumulated.finish_epoch(), expected)
    assert accumulated.finish_epoch() is None
