"""Frozen layers and learning rates of their own: which modules they are, and what they keep."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import torch
from torch import nn

from netstudio.core.project import Project
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from netstudio.engine.training.beginning.layer_learning import (
    Learning,
    freeze,
    learning_of,
    learnings,
)
from tests.projects import PICTURE, node, project


def frozen(made: Node) -> Node:
    return replace(made, frozen=True)


def factor(made: Node, times: float) -> Node:
    return replace(made, learning_rate_factor=times)


def linear(features: int = 4) -> Node:
    return node("Linear", out_features=features)


def built(made: Project) -> tuple[nn.Module, dict[str, Learning]]:
    """The network, and how each of its parameters learns."""
    analysis = analyse(made)
    assert analysis.call is not None, analysis.problems
    module, known = build(analysis.call), learnings(made, analysis)
    freeze(module, known)
    return module, {name: learning_of(name, known) for name, _ in module.named_parameters()}


def test_a_network_in_which_nothing_is_said_learns_as_a_whole() -> None:
    made = project(linear(), node("ReLU"), linear(10))
    assert learnings(made, analyse(made)) == {}
    module, _ = built(made)
    assert all(parameter.requires_grad for parameter in module.parameters())


def test_every_container_passes_what_it_says_to_all_copies_of_what_it_holds() -> None:
    branches = node("Parallel").with_slot("branch_1", Stack((factor(linear(), 0.5), linear())))
    made = project(
        linear(),
        factor(node("Repeat", node("Residual", frozen(linear()), linear()), times=2), 3.0),
        factor(node("Repeat", linear(), times=2, shared=True), 2.0),
        frozen(node("Group", linear())),
        factor(branches, 0.5),
        linear(10),
    )
    _, each = built(made)
    said = {name.removesuffix(".weight"): how for name, how in each.items() if "weight" in name}
    assert said == {
        "linear_1": Learning(),
        "repeat_1.0.residual_1.body.linear_2": Learning(True, 3.0),
        "repeat_1.0.residual_1.body.linear_3": Learning(False, 3.0),
        "repeat_1.1.residual_1.body.linear_2": Learning(True, 3.0),
        "repeat_1.1.residual_1.body.linear_3": Learning(False, 3.0),
        "repeat_2.body.linear_4": Learning(False, 2.0),
        "group_1.linear_5": Learning(True),
        "parallel_1.branch_1.linear_6": Learning(False, 0.25),
        "parallel_1.branch_1.linear_7": Learning(False, 0.5),
        "linear_8": Learning(),
    }


def test_the_shortcut_of_a_frozen_residual_is_frozen_and_a_factor_can_cancel_the_one_around() -> (
    None
):
    made = project(
        frozen(node("Residual", linear(5))),
        factor(node("Group", factor(linear(), 0.5)), 2.0),
        linear(10),
    )
    module, each = built(made)
    assert each["residual_1.shortcut.weight"].frozen
    assert each["group_1.linear_2.weight"] == Learning(False, 1.0)
    learning = {name for name, one in module.named_parameters() if one.requires_grad}
    assert learning == {
        f"{name}.{kind}" for name in ("group_1.linear_2", "linear_3") for kind in ("weight", "bias")
    }


def test_a_layer_that_is_switched_off_is_passed_over() -> None:
    made = project(replace(frozen(linear()), enabled=False), linear(10))
    assert learnings(made, analyse(made)) == {}


def test_frozen_normalisation_uses_and_keeps_its_stored_statistics() -> None:
    made = project(
        frozen(node("BatchNorm2d")),
        node("BatchNorm2d"),
        node("Flatten"),
        linear(10),
        sample=PICTURE,
    )
    module, _ = built(made)
    before = {name: value.clone() for name, value in module.state_dict().items()}
    kept, learning = module.get_submodule("batchnorm2d_1"), module.get_submodule("batchnorm2d_2")
    batch = torch.rand(4, 3, 10, 12) + 5
    for _ in range(2):
        module.train()
        assert torch.allclose(kept(batch), batch / (1 + 1e-5) ** 0.5)
        module(batch)
    after = module.state_dict()
    assert all(torch.equal(after[name], before[name]) for name in after if "2d_1" in name)
    assert not torch.equal(
        after["batchnorm2d_2.running_mean"], before["batchnorm2d_2.running_mean"]
    )
    assert learning.training
    copied = deepcopy(module).train().get_submodule("batchnorm2d_1")
    assert copied is not kept
    assert not copied.training
