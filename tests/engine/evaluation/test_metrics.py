"""Sums over batches give the figures that scikit-learn gives for the whole."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics as reference
from torch import Tensor

from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.evaluation.meter import Meter
from netstudio.engine.evaluation.metrics import Measuring, Metric, open_metrics
from netstudio.tasks.metrics import METRICS

seeds = st.integers(0, 10_000)
cuts = st.integers(1, 39)


def measured(name: str, outputs: Tensor, targets: Tensor, measuring: Measuring, cut: int) -> float:
    """The figure over two batches of unequal size."""
    meter = Meter(open_metrics((METRICS[name](),), measuring))
    for part in (slice(0, cut), slice(cut, None)):
        meter.add(torch.tensor(0.0), outputs[part], targets[part])
        meter.fold()
    meter.read()
    return meter.figures().metrics[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("accuracy", reference.accuracy_score),
        ("f1", lambda t, p: reference.f1_score(t, p, average="macro")),
        (
            "precision",
            lambda t, p: reference.precision_score(t, p, average="macro", zero_division=0),
        ),
        ("recall", lambda t, p: reference.recall_score(t, p, average="macro", zero_division=0)),
    ],
)
@pytest.mark.parametrize("columns", [1, 4])
@given(seed=seeds, cut=cuts)
def test_figures_of_classes_are_the_usual_ones(
    name: str, expected: Callable[[object, object], float], columns: int, seed: int, cut: int
) -> None:
    generator = torch.Generator().manual_seed(seed)
    outputs = torch.randn(40, columns, generator=generator)
    classes = max(2, columns)
    targets = torch.randint(0, classes, (40,), generator=generator)
    predicted = (outputs[:, 0] > 0).long() if columns == 1 else outputs.argmax(1)
    found = measured(name, outputs, targets, Measuring(classes), cut)
    assert found == pytest.approx(expected(targets.numpy(), predicted.numpy()))


@given(seed=seeds, cut=cuts)
def test_shares_of_classes_count_for_the_largest(seed: int, cut: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    outputs, shares = (torch.rand(40, 4, generator=generator) for _ in range(2))
    for name in ("accuracy", "f1", "top5"):
        whole = measured(name, outputs, shares.argmax(1), Measuring(4), cut)
        assert measured(name, outputs, shares, Measuring(4), cut) == whole


@given(seed=seeds, cut=cuts)
def test_top_five_is_the_usual_one(seed: int, cut: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    outputs = torch.randn(40, 12, generator=generator)
    targets = torch.randint(0, 12, (40,), generator=generator)
    expected = reference.top_k_accuracy_score(
        targets.numpy(), outputs.numpy(), k=5, labels=np.arange(12)
    )
    assert measured("top5", outputs, targets, Measuring(12), cut) == pytest.approx(expected)


@given(seed=seeds, cut=cuts)
def test_figures_of_labels_are_the_usual_ones(seed: int, cut: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    outputs = torch.randn(40, 3, generator=generator)
    targets = (torch.rand(40, 3, generator=generator) > 0.7).float()
    given_labels, true = (outputs > 0).numpy(), targets.numpy().astype(bool)
    expected = reference.f1_score(true, given_labels, average="macro")
    assert measured("label_f1", outputs, targets, Measuring(3), cut) == pytest.approx(expected)
    right = (given_labels == true).mean()
    assert measured("label_accuracy", outputs, targets, Measuring(3), cut) == pytest.approx(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mae", reference.mean_absolute_error),
        ("rmse", reference.root_mean_squared_error),
        ("r2", reference.r2_score),
    ],
)
@pytest.mark.parametrize("columns", [1, 2])
@given(seed=seeds, cut=cuts)
def test_figures_of_values_are_in_their_own_units(
    name: str, expected: Callable[[object, object], float], columns: int, seed: int, cut: int
) -> None:
    generator = torch.Generator().manual_seed(seed)
    spreads = torch.tensor([2.0, 50_000.0])[:columns]
    truth = 1_000 + spreads * torch.randn(40, columns, generator=generator).double()
    scaling = ValueScaling.fit(truth)
    outputs = scaling.scale(truth) + 0.3 * torch.randn(40, columns, generator=generator)
    found = measured(name, outputs, scaling.scale(truth), Measuring(0, scaling), cut)
    predicted = scaling.unscale(outputs)
    assert found == pytest.approx(expected(truth.numpy(), predicted.numpy()), rel=1e-4)


def test_r_squared_of_values_that_never_change_is_zero() -> None:
    metric: Metric = open_metrics((METRICS["r2"](),), Measuring())["r2"]
    values = torch.ones(4, 1)
    assert metric.figure(metric.sums(values + 1, values).tolist(), 4) == 0


@pytest.mark.parametrize("name", ["f1", "precision", "recall"])
def test_classes_that_occur_nowhere_do_not_count(name: str) -> None:
    outputs = torch.tensor([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0, 1.0, -1.0]])
    assert measured(name, outputs, torch.tensor([0, 1, 1]), Measuring(3), 1) == 1


@pytest.mark.parametrize("name", ["label_accuracy", "label_f1"])
def test_outputs_that_are_no_logits_give_a_label_from_one_half_on(name: str) -> None:
    shares = torch.tensor([[0.9, 0.2], [0.4, 0.6]])
    targets = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    assert measured(name, shares, targets, Measuring(2, has_logits=False), 1) == 1
    assert measured(name, shares, targets, Measuring(2), 1) < 1
