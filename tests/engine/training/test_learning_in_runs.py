"""What frozen layers and rates of their own do in whole runs, however the steps are done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from netstudio.core.project import Project, Selected
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Fields
from netstudio.engine.events import Finished
from tests.engine.training.runs import best_weights, digits_project, last_weights, only_run, run

HOW = [
    {},
    {"accumulate": 2},
    {"precision": "bfloat16"},
    {"checkpoint_activations": True},
    {"averaging": "ema"},
    {"l2": 0.01, "clip_norm": 1.0},
]


def with_first_two(made: Project, **changes: object) -> Project:
    """The project in which its convolution and its normalisation learn otherwise."""
    first, second, *others = made.network
    nodes: list[Node] = [replace(node, **changes) for node in (first, second)]  # type: ignore[arg-type]
    return made.with_network(Stack((*nodes, *others)))


def weights_after(made: Project, out: Path) -> dict[str, Tensor]:
    (*_, last) = run(made, out)
    assert isinstance(last, Finished), last
    return last_weights(only_run(out))


def plain(epochs: int, **training: object) -> Project:
    """Updates that are the gradient times the learning rate, one for each epoch."""
    made = digits_project(epochs, batch_size=2000, **training)
    optimizer = Selected("sgd", Fields(lr=0.1, momentum=0.0))
    return replace(made, training=replace(made.training, optimizer=optimizer))


@pytest.mark.parametrize("how", HOW, ids=str)
def test_frozen_layers_stay_as_they_are_and_the_others_learn(
    tmp_path: Path, how: dict[str, object]
) -> None:
    frozen = with_first_two(digits_project(2, **how), frozen=True)
    weights = weights_after(frozen, tmp_path / "two")
    before = weights_after(with_first_two(digits_project(1, **how), frozen=True), tmp_path / "one")
    for name in weights:
        is_kept = torch.equal(weights[name], before[name])
        assert is_kept == name.startswith(("conv2d_1", "batchnorm2d_1")), name
    assert weights["batchnorm2d_1.running_mean"].abs().max() == 0
    assert weights["batchnorm2d_1.num_batches_tracked"] == 0


def test_a_factor_multiplies_what_a_step_changes(tmp_path: Path) -> None:
    start = weights_after(with_first_two(plain(1), frozen=True), tmp_path / "none")
    usual = weights_after(plain(1), tmp_path / "usual")
    tenth = weights_after(with_first_two(plain(1), learning_rate_factor=0.1), tmp_path / "tenth")
    name = "conv2d_1.weight"
    assert torch.allclose(tenth[name] - start[name], 0.1 * (usual[name] - start[name]), atol=1e-7)
    assert not torch.equal(tenth[name], start[name])
    assert torch.equal(tenth["linear_1.weight"], usual["linear_1.weight"])


def test_a_run_with_frozen_layers_goes_on_where_it_was_left(tmp_path: Path) -> None:
    whole = weights_after(with_first_two(digits_project(3), frozen=True), tmp_path / "whole")
    weights_after(with_first_two(digits_project(2), frozen=True), tmp_path / "parts")
    longer = with_first_two(digits_project(3), frozen=True)
    (*_, last) = run(longer, tmp_path / "parts", resume=only_run(tmp_path / "parts"))
    assert isinstance(last, Finished), last
    parts = last_weights(only_run(tmp_path / "parts"))
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


@pytest.mark.parametrize("averaging", ["ema", "swa"])
def test_averaged_weights_keep_frozen_normalisation_as_it_is(
    tmp_path: Path, averaging: str
) -> None:
    made = digits_project(3, averaging=averaging, swa_start=0.3)
    weights_after(with_first_two(made, frozen=True), tmp_path)
    model = best_weights(only_run(tmp_path))
    assert model["batchnorm2d_1.running_mean"].abs().max() == 0
    assert (model["batchnorm2d_1.running_var"] == 1).all()
    assert (model["batchnorm2d_1.weight"] == 1).all()
