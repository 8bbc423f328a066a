"""A network that cannot be compiled is trained without, and says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
import torch
from torch import Tensor, nn

from tests.engine.training.learners import assert_close, assert_equal, batches, learner, weights
from tests.projects import node

Forward = Callable[[Tensor], Tensor]
LAYERS = (
    node("Linear", out_features=8),
    node("BatchNorm1d"),
    node("Dropout", p=0.3),
    node("Linear", out_features="auto"),
)


def without_compiler(forward: Forward, **_: object) -> Forward:
    def fail(inputs: Tensor) -> Tensor:
        torch.rand(3)
        raise RuntimeError("\nInvalidCxxCompiler: no compiler was found\nmore details")

    return fail


def test_without_a_compiler_training_goes_on_and_gives_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(torch, "compile", without_compiler)
    plain, compiled = learner(*LAYERS), learner(*LAYERS, compile=True)
    assert not compiled.take_notes()
    for subject in (plain, compiled):
        torch.manual_seed(1)
        for batch in batches(8, 8, 3):
            subject.learn(*batch)
    assert_equal(weights(compiled), weights(plain))
    (note,) = compiled.take_notes()
    assert "(InvalidCxxCompiler: no compiler was found)" in str(note)
    assert compiled.take_notes() == plain.take_notes() == ()


def test_an_error_of_the_network_is_not_taken_for_one_of_the_compiler(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(torch, "compile", without_compiler)
    compiled = learner(compile=True)
    with pytest.raises(RuntimeError, match="cannot be multiplied"):
        compiled.learn(torch.zeros(4, 5), torch.zeros(4, dtype=torch.int64))
    assert compiled.take_notes() == ()


def test_what_is_compiled_learns_the_same_and_its_weights_keep_their_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The part of the compiler that needs no C++: it takes a minute less.
    monkeypatch.setattr(torch, "compile", partial(torch.compile, backend="aot_eager"))
    layers = [each for each in LAYERS if each.type != "Dropout"]
    plain, compiled = learner(*layers), learner(*layers, compile=True)
    calls: list[nn.Module] = []
    for batch in batches(8, 8, 3):
        plain.learn(*batch)
        compiled.learn(*batch)
    compiled.module.register_forward_hook(lambda module, *_: calls.append(module))
    assert compiled.take_notes() == ()
    assert_close(weights(compiled), weights(plain))


def test_where_memory_is_to_be_saved_the_compiler_is_told_to_remember_less(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    budgets: list[float] = []

    def noting(network: nn.Module, **_: object) -> Forward:
        def forward(inputs: Tensor) -> Tensor:
            budgets.append(torch._functorch.config.activation_memory_budget)
            outputs: Tensor = network(inputs)
            return outputs

        return forward

    monkeypatch.setattr(torch, "compile", noting)
    learner(*LAYERS, compile=True).learn(*batches(8)[0])
    learner(*LAYERS, compile=True, checkpoint_activations=True).learn(*batches(8)[0])
    assert budgets == [1.0, 0.5]
    assert torch._functorch.config.activation_memory_budget == 1.0
