"""Frozen layers: what they cost, and networks that cannot learn because of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from netstudio.core import edits
from netstudio.core.kinds import AUTO
from netstudio.core.problems import NETWORK, Severity
from netstudio.core.project import Project
from netstudio.core.tree import Node, find, walk
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.beginning.layer_learning import freeze, learnings
from netstudio.tasks.optimizers import Adam
from tests.engine.network.test_cost import CNN, MLP, kept_of, network_of
from tests.projects import node, project


def frozen(made: Node) -> Node:
    return replace(made, frozen=True)


def linear(features: int = 12) -> Node:
    return node("Linear", out_features=features)


def output() -> Node:
    return node("Linear", out_features=AUTO)


WEIGHTS = 12 * 12 + 12
OF_OUTPUT = 12 * 10 + 10


def with_frozen(first: Project, count: int) -> Project:
    """The project with its first layers frozen."""
    uids = [found.uid for found in first.network][:count]
    return first.with_network(edits.set_frozen(first.network, uids, True))


def test_frozen_parameters_are_counted_layer_by_layer_and_in_all() -> None:
    made = project(
        linear(),
        node("Group", frozen(linear()), linear()),
        frozen(node("Repeat", linear(), times=3)),
        output(),
    )
    analysis = analyse(made)
    assert not analysis.errors
    assert analysis.parameters == 6 * WEIGHTS + OF_OUTPUT
    assert analysis.trainable == 2 * WEIGHTS + OF_OUTPUT
    first, group, inner, other, repeat, copied, last = (
        analysis.layers[found.uid].trainable for found in walk(made.network)
    )
    assert (first, group, inner, other) == (WEIGHTS, WEIGHTS, 0, WEIGHTS)
    assert (repeat, copied, last) == (0, 0, OF_OUTPUT)


def test_only_what_learns_has_gradients_and_a_place_in_the_optimizer() -> None:
    memory = analyse(with_frozen(MLP, 1)).training_memory(32, Adam())
    whole = analyse(MLP).training_memory(32, Adam())
    assert memory.gradients == 4 * (200 * 100 + 100 + 100 * 10 + 10)
    assert memory.optimizer == 2 * memory.gradients
    assert memory.weights == whole.weights


@pytest.mark.parametrize(("first", "count"), [(CNN, 5), (MLP, 1), (MLP, 3)])
def test_frozen_layers_at_the_top_keep_nothing_for_the_backward_pass(
    first: Project, count: int
) -> None:
    made = with_frozen(first, count)
    module, sample, analysis = network_of(made)
    freeze(module, learnings(made, analysis))
    saved, with_outputs = kept_of(module, torch.randn(64, *sample.sizes))
    estimate = analysis.training_memory(64, Adam()).activations
    assert 0.9 * saved <= estimate <= 1.25 * with_outputs
    assert estimate < 0.8 * analyse(first).training_memory(64, Adam()).activations


def test_a_network_that_is_frozen_as_a_whole_is_an_error_that_one_click_mends() -> None:
    made = project(frozen(node("Group", linear(), node("ReLU"))), frozen(output()))
    (found,) = analyse(made).problems
    assert (found.code, found.severity, found.target) == ("all-frozen", Severity.ERROR, NETWORK)
    assert found.fix is not None
    assert not analyse(found.fix.apply(made)).problems


def test_a_factor_out_of_range_opens_and_one_click_mends_it() -> None:
    for factor in (-1.0, 0.0, 1e6):
        layer = replace(linear(), learning_rate_factor=factor)
        made = project(node("Group", layer), node("ReLU"), output())
        (found,) = analyse(made).problems
        assert (found.code, found.field) == ("bad-setting", "learning_rate_factor")
        assert str(factor) in str(found.text)
        assert found.fix is not None
        assert not analyse(found.fix.apply(made)).problems
        changed = find(found.fix.apply(made).network, found.target)
        assert changed is not None
        assert changed.learning_rate_factor == 1.0


def test_frozen_batch_normalisation_works_on_a_batch_of_one() -> None:
    assert analyse(project(node("BatchNorm1d"), output(), batch_size=1)).problems
    made = project(node("Group", frozen(node("BatchNorm1d"))), output(), batch_size=1)
    assert not analyse(made).problems
