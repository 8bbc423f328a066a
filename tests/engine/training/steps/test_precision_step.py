"""Steps in mixed precision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch.amp.grad_scaler import GradScaler

from netstudio.core.project import Selected
from netstudio.engine import events
from tests.engine.training.learners import assert_equal, batches, learner, weights
from tests.engine.training.runs import digits_project, of_type, run


def test_bfloat16_trains_a_small_network_as_well(tmp_path: Path) -> None:
    def accuracy(precision: str) -> float:
        stream = run(digits_project(epochs=6, precision=precision), tmp_path / precision)
        (finished,) = of_type(stream, events.Finished)
        assert finished.test is not None
        return finished.test.metrics["accuracy"]

    single, mixed = accuracy("float32"), accuracy("bfloat16")
    assert single > 0.9
    assert mixed == pytest.approx(single, abs=0.01)


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_weights_and_outputs_keep_32_bits_and_products_have_16(precision: str) -> None:
    seen: list[torch.dtype] = []
    subject = learner(precision=precision)
    first = subject.module.get_submodule("linear_1")
    first.register_forward_hook(lambda _, __, output: seen.append(output.dtype))
    learned = subject.learn(*batches(8)[0])
    assert seen == [getattr(torch, precision)]
    assert learned.outputs.dtype == learned.loss.dtype == torch.float32
    assert {each.dtype for each in subject.module.parameters()} == {torch.float32}


@pytest.mark.parametrize("options", [{}, {"clip_norm": 0.1}, {"accumulate": 2}, {"l2": 0.1}])
def test_scaling_the_loss_for_float16_changes_no_update(options: dict[str, Any]) -> None:
    mixed, single = learner(precision="float16", **options), learner(**options)
    for batch in batches(8, 8, 8, 8):
        mixed.learn(*batch)
        single.learn(*batch)
    for name, each in weights(mixed).items():
        torch.testing.assert_close(each, weights(single)[name], rtol=0.01, atol=2e-3)


def test_the_norm_is_measured_without_the_scale() -> None:
    (batch,) = batches(8)
    mixed = learner(precision="float16").learn(*batch, measure=True)
    single = learner().learn(*batch, measure=True)
    torch.testing.assert_close(mixed.gradient_norm, single.gradient_norm, rtol=0.01, atol=0.0)


@pytest.mark.parametrize("optimizer", ["sgd", "adamw", "rmsprop"])
def test_an_update_whose_gradients_overflow_is_left_out(
    optimizer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales: list[float] = []
    update = GradScaler.update

    def remember(self: GradScaler, new_scale: float | None = None) -> None:
        update(self, new_scale)
        scales.append(self.get_scale())

    monkeypatch.setattr(GradScaler, "update", remember)
    subject = learner(optimizer=Selected(optimizer), precision="float16")
    before = weights(subject)
    inputs, targets = batches(8)[0]
    learned = subject.learn(1e6 * inputs, targets, measure=True)
    assert learned.gradient_norm is not None
    assert not learned.gradient_norm.isfinite()
    assert_equal(weights(subject), before)
    subject.learn(inputs, targets)
    assert scales[0] == 2.0**15
    assert not torch.equal(weights(subject)["linear_1.weight"], before["linear_1.weight"])


def test_single_precision_is_the_plain_step() -> None:
    """The full step, with everything off that changes results, is the plain one bit for bit."""
    full, plain = learner(averaging="ema"), learner()
    for batch in batches(8, 8, 3):
        full.learn(*batch)
        plain.learn(*batch)
    assert_equal(weights(full), weights(plain))
