"""Losses against their formulas, worked out sample by sample."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.engine.resolve import build
from netstudio.engine.training.losses import (
    BinaryCrossEntropy,
    BinaryFocal,
    ClassWeighted,
    Focal,
    Hinge,
    LogCosh,
    Quantile,
)
from netstudio.tasks.losses import CLASS_LOSSES, LOSSES
from tests.engine.training.learners import batches, learner

SCORES = torch.randn(6, 3, generator=torch.Generator().manual_seed(1))
CLASSES = torch.tensor([0, 1, 2, 2, 1, 0])
MIXED = torch.tensor([[0.7, 0.3, 0.0], [0.0, 1.0, 0.0], [0.2, 0.5, 0.3]] * 2)


def one_hot(classes: Tensor) -> Tensor:
    return nn.functional.one_hot(classes, 3).float()


def mean(one: Callable[[list[float], int], float]) -> float:
    """The mean of a loss of one sample over all samples."""
    pairs = zip(SCORES.tolist(), CLASSES.tolist(), strict=True)
    found = [one(scores, true) for scores, true in pairs]
    return sum(found) / len(found)


def softmax(scores: list[float]) -> list[float]:
    powers = [math.exp(score) for score in scores]
    return [power / sum(powers) for power in powers]


def sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def test_a_smoothed_target_is_spread_over_all_classes() -> None:
    def one(scores: list[float], true: int) -> float:
        shares = [0.2 / 3 + (0.8 if at == true else 0) for at in range(3)]
        return -sum(s * math.log(p) for s, p in zip(shares, softmax(scores), strict=True))

    loss = build(LOSSES["cross_entropy"].read({"label_smoothing": 0.2}).call())
    assert loss(SCORES, CLASSES).item() == pytest.approx(mean(one), rel=1e-5)
    assert loss(SCORES, one_hot(CLASSES)).item() == pytest.approx(mean(one), rel=1e-5)


def test_a_smoothed_yes_is_less_than_sure() -> None:
    scores = torch.tensor([[2.0], [-1.0]])
    found = BinaryCrossEntropy(label_smoothing=0.2)(scores, torch.tensor([1, 0]))
    yes = -0.9 * math.log(sigmoid(2)) - 0.1 * math.log(sigmoid(-2))
    no = -0.1 * math.log(sigmoid(-1)) - 0.9 * math.log(sigmoid(1))
    assert found.item() == pytest.approx((yes + no) / 2, rel=1e-5)


@pytest.mark.parametrize("gamma", [0.0, 0.5, 2.0])
def test_the_focal_loss_is_that_of_the_paper(gamma: float) -> None:
    def one(scores: list[float], true: int) -> float:
        p = softmax(scores)[true]
        return -math.pow(1 - p, gamma) * math.log(p)

    assert Focal(gamma)(SCORES, CLASSES).item() == pytest.approx(mean(one), rel=1e-5)
    assert Focal(gamma)(SCORES, one_hot(CLASSES)).item() == pytest.approx(mean(one), rel=1e-5)


@pytest.mark.parametrize(("gamma", "alpha"), [(0.0, 0.5), (2.0, 0.25), (0.5, 0.9)])
def test_the_binary_focal_loss_is_that_of_the_paper(gamma: float, alpha: float) -> None:
    def of_answer(score: float, yes: bool) -> float:
        p = sigmoid(score) if yes else 1 - sigmoid(score)
        return -(alpha if yes else 1 - alpha) * math.pow(1 - p, gamma) * math.log(p)

    def one(scores: list[float], true: int) -> float:
        return sum(of_answer(score, at == true) for at, score in enumerate(scores)) / 3

    found = BinaryFocal(gamma, alpha)(SCORES, CLASSES)
    assert found.item() == pytest.approx(mean(one), rel=1e-5)
    single = BinaryFocal(gamma, alpha)(SCORES[:2, :1], torch.tensor([1, 0]))
    first, second = SCORES[:2, 0].tolist()
    expected = (of_answer(first, True) + of_answer(second, False)) / 2
    assert single.item() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("focal", [Focal(0.5), BinaryFocal(0.5)])
def test_a_sample_that_is_perfectly_right_has_a_finite_slope(focal: nn.Module) -> None:
    scores = torch.tensor([[200.0, -200.0, -200.0]], requires_grad=True)
    focal(scores, torch.tensor([0])).backward()
    assert scores.grad is not None
    assert scores.grad.isfinite().all()


@pytest.mark.parametrize("margin", [1.0, 0.3])
def test_the_hinge_asks_the_right_class_to_be_ahead_of_the_next_best(margin: float) -> None:
    def one(scores: list[float], true: int) -> float:
        rival = max(score for at, score in enumerate(scores) if at != true)
        return max(0.0, margin - scores[true] + rival)

    assert Hinge(margin)(SCORES, CLASSES).item() == pytest.approx(mean(one), rel=1e-5)


def test_log_cosh_is_exact_near_zero_and_finite_far_away() -> None:
    outputs = torch.tensor([[0.5], [-2.0], [0.0]])
    expected = (math.log(math.cosh(0.5)) + math.log(math.cosh(2))) / 3
    assert LogCosh()(outputs, torch.zeros(3, 1)).item() == pytest.approx(expected, rel=1e-5)
    far = LogCosh()(torch.tensor([[-1e4]]), torch.zeros(1, 1))
    assert far.item() == pytest.approx(1e4 - math.log(2))


def test_the_quantile_loss_is_smallest_at_the_quantile() -> None:
    targets = torch.arange(100.0).unsqueeze(1)
    found = [Quantile(0.9)(torch.full_like(targets, at + 0.5), targets).item() for at in range(99)]
    assert min(range(99), key=found.__getitem__) == 89
    errors = Quantile(0.9)(torch.tensor([[1.0], [1.0]]), torch.tensor([[3.0], [0.0]]))
    assert errors.item() == pytest.approx((0.9 * 2 + 0.1 * 1) / 2)


def of_type(name: str, **fields: Any) -> nn.Module:
    return build(LOSSES[name].read(fields).call())


SMOOTHED: list[tuple[str, dict[str, Any]]] = [
    *((name, {}) for name in CLASS_LOSSES),
    ("cross_entropy", {"label_smoothing": 0.1}),
    ("binary_cross_entropy", {"label_smoothing": 0.1}),
]


@pytest.mark.parametrize(("name", "fields"), SMOOTHED)
def test_every_loss_of_classes_takes_mixed_samples(name: str, fields: dict[str, Any]) -> None:
    """What is one-hot means the class; and a mixed target lies between those of its classes."""
    loss = of_type(name, **fields)
    torch.testing.assert_close(loss(SCORES, one_hot(CLASSES)), loss(SCORES, CLASSES))
    scores = SCORES[:1]
    ends = [loss(scores, torch.tensor([true])).item() for true in range(2)]
    between = loss(scores, torch.tensor([[0.7, 0.3, 0.0]])).item()
    if name == "mean_squared_error":  # not linear in its target
        assert between < max(ends)
    else:
        assert between == pytest.approx(0.7 * ends[0] + 0.3 * ends[1], rel=1e-5)


@pytest.mark.parametrize(("name", "fields"), SMOOTHED)
@pytest.mark.parametrize("targets", [CLASSES, MIXED], ids=["classes", "mixed"])
def test_every_loss_of_classes_takes_class_weights(
    name: str, fields: dict[str, Any], targets: Tensor
) -> None:
    weights = torch.tensor([0.5, 1.0, 3.0])
    plain = of_type(name, **fields)
    one_by_one = [plain(SCORES[at : at + 1], targets[at : at + 1]) for at in range(6)]
    shares = one_hot(targets) if targets.dim() == 1 else targets
    expected = (torch.stack(one_by_one) * (shares @ weights)).mean()
    weighted = ClassWeighted(of_type(name, **fields), weights)
    torch.testing.assert_close(weighted(SCORES, targets), expected)


@pytest.mark.parametrize("name", CLASS_LOSSES)
def test_a_network_learns_with_every_loss_of_classes(name: str) -> None:
    (batch,) = batches(32)
    subject = learner(loss=Selected(name), optimizer=Selected("adam", Fields(lr=0.02)))
    found = [subject.learn(*batch).loss.item() for _ in range(60)]
    assert found[-1] < 0.7 * found[0]


def test_what_is_measured_leaves_smoothing_and_class_weights_out() -> None:
    weights = torch.arange(10.0)
    subject = learner(
        loss=Selected("cross_entropy", Fields(label_smoothing=0.3)), class_weights=weights
    )
    (batch,) = batches(8)
    outputs = subject.module(batch[0])
    plain = nn.functional.cross_entropy(outputs, batch[1])
    smoothed = nn.functional.cross_entropy(outputs, batch[1], label_smoothing=0.3, reduction="none")
    torch.testing.assert_close(subject.loss(outputs, batch[1]), plain)
    torch.testing.assert_close(
        subject.learn(*batch).loss, (smoothed * weights[batch[1]]).mean().detach()
    )


@pytest.mark.parametrize("name", LOSSES.names())
def test_a_measured_loss_keeps_all_other_settings(name: str) -> None:
    chosen = LOSSES[name].read({})
    assert chosen.measured() == chosen
    if "label_smoothing" in chosen.defaults():
        assert LOSSES[name].read({"label_smoothing": 0.1}).measured() == chosen
