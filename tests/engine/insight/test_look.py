"""Looking at layers: what is seen is true, and nothing is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from netstudio.core.project import Project
from netstudio.engine.data.load import load_dataset
from netstudio.engine.events import Finished, Watched
from netstudio.engine.insight.layer_watch import LayerWatch
from netstudio.engine.insight.layers import LayerSeen, NetworkSeen
from netstudio.engine.insight.look import look_at_layers
from netstudio.engine.insight.owners import Owners
from netstudio.engine.insight.predicted import missed_classes
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.session import Session
from netstudio.engine.training.trainer import Trainer
from netstudio.engine.watching import looking
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import project_from_template
from tests.engine.training.runs import (
    best_weights,
    digits_project,
    identical,
    last_weights,
    of_type,
    only_run,
)
from tests.projects import network, node


def opened(project: Project) -> Session:
    settings, _ = read_settings(project)
    job = load_dataset(settings, None)
    while True:
        try:
            next(job)
        except StopIteration as end:
            dataset = end.value
            break
    return open_session(with_facts(project, dataset), dataset, torch.device("cpu"), None)


def with_layers(*layers: str) -> Project:
    nodes = [node("Flatten")]
    for layer in layers:
        nodes += [node("Linear", out_features=16), node(layer)]
    return replace(digits_project(), network=network(*nodes, node("Linear", out_features="auto")))


def look(session: Session) -> NetworkSeen:
    return look_at_layers(session.sight)


def linear(session: Session) -> torch.nn.Linear:
    """The first linear layer."""
    parts = session.learner.module.modules()
    return next(part for part in parts if isinstance(part, torch.nn.Linear))


def layer(seen: NetworkSeen, kind: str) -> LayerSeen:
    return next(one for one in seen.layers if one.type == kind)


def test_every_layer_is_seen_from_the_input_to_the_output() -> None:
    session = opened(digits_project())
    seen = look(session)
    assert [one.type for one in seen.layers] == [
        *("Conv2d", "BatchNorm2d", "ReLU", "Flatten", "Dropout", "Linear"),
    ]
    weighted = {one.type for one in seen.layers if one.weights is not None}
    assert weighted == {"Conv2d", "BatchNorm2d", "Linear"}
    assert all(one.outputs is not None and one.finite for one in seen.layers)


def test_gradients_are_those_of_the_loss_on_the_same_samples() -> None:
    session = opened(with_layers("ReLU"))
    with torch.no_grad():  # those of units that are dead are 0, and left out
        linear(session).bias[:8] = -1000.0
    seen = layer(look(session), "Linear")
    samples = session.dataset.train.select(torch.linspace(0, len(session.train) - 1, 128).long())
    inputs, targets = session.finish(samples.inputs[:], samples.targets, [128], 0)[0]
    session.learner.module.eval()
    session.learner.loss(session.learner.module(inputs), targets).backward()
    first = linear(session)
    assert first.weight.grad is not None
    assert first.bias.grad is not None
    wanted = torch.cat((first.weight.grad.flatten(), first.bias.grad))
    wanted = wanted[wanted != 0]
    assert seen.gradients is not None
    assert seen.gradients.rms == pytest.approx(float(wanted.square().mean().sqrt()), rel=1e-4)


def test_nothing_is_touched() -> None:
    session = opened(digits_project())
    module = session.learner.module
    before = {name: value.clone() for name, value in module.state_dict().items()}
    chance = torch.get_rng_state()
    look(session)
    with looking(module):
        missed_classes(session.sight)
    assert identical(before, dict(module.state_dict()))
    assert torch.equal(chance, torch.get_rng_state())
    assert all(weight.grad is None for weight in module.parameters())
    assert module.training
    assert not any(part._forward_hooks for part in module.modules())


def test_units_that_never_fire_are_dead() -> None:
    session = opened(with_layers("ReLU"))
    first = linear(session)
    with torch.no_grad():
        first.bias[:12] = -1000.0
        first.bias[12:] = 1000.0
    seen = layer(look(session), "ReLU")
    assert (seen.units, seen.dead, seen.saturated) == (16, 0.75, None)


@pytest.mark.parametrize("kind", ["Sigmoid", "Tanh"])
def test_units_at_a_limit_are_saturated(kind: str) -> None:
    session = opened(with_layers(kind))
    first = linear(session)
    with torch.no_grad():
        first.bias[:4] = 100.0
    seen = layer(look(session), kind)
    assert seen.dead is None
    assert seen.saturated == pytest.approx(0.25)


def test_weights_that_are_not_finite_are_told() -> None:
    session = opened(with_layers("ReLU"))
    with torch.no_grad():
        next(session.learner.module.parameters())[0] = torch.nan
    assert not layer(look(session), "Linear").finite


def test_frozen_weights_have_no_gradients() -> None:
    session = opened(with_layers("ReLU"))
    first = linear(session)
    first.requires_grad_(False)
    seen = look(session)
    assert layer(seen, "Linear").gradients is None
    assert seen.layers[-1].gradients is not None


def test_gradients_are_seen_of_weights_that_are_averaged() -> None:
    project = with_layers("ReLU")
    options = project.training.options.replace(averaging="ema")
    project = replace(project, training=replace(project.training, options=options))
    session = opened(project)
    assert session.learner.evaluated is not session.learner.module
    assert layer(look(session), "Linear").gradients is not None


def test_recurrent_layers_are_seen() -> None:
    assert layer(look(opened(project_from_template("lstm-rows", "rows"))), "LSTM").gradients


@pytest.mark.parametrize("template", ["resnet-20", "inception", "densenet", "text-transformer"])
def test_every_weight_of_a_network_belongs_to_a_layer(template: str) -> None:
    project = project_from_template(template, "any")
    call = analyse(project).call
    if call is None:
        pytest.skip("its shapes are known with its data only")
    owners = Owners(project.network)
    with torch.device("meta"):
        module = build(call)
    assert all(owners.of(name) is not None for name, _ in module.named_parameters())


def test_a_class_that_is_never_named_is_found() -> None:
    session = opened(with_layers("ReLU"))
    last = [part for part in session.learner.module.modules() if isinstance(part, torch.nn.Linear)][
        -1
    ]
    with torch.no_grad():
        last.bias.zero_()
        last.bias[3], last.bias[8] = -1000.0, -1000.0
        last.weight.normal_(0, 10.0)
    with looking(session.learner.module):
        missed = missed_classes(session.sight)
    assert {"3", "8"} <= set(missed)


def test_a_run_that_is_watched_learns_the_same(tmp_path: Path) -> None:
    seen: list[NetworkSeen] = []
    for name, watches in (("alone", {}), ("watched", {"layers": LayerWatch()})):
        control = RunControl()
        control.watch(watches)
        events = list(Trainer(digits_project(), "cpu", out=tmp_path / name).run(control))
        assert isinstance(events[-1], Finished)
        seen += [one.seen for one in of_type(events, Watched) if isinstance(one.seen, NetworkSeen)]
    alone, watched = only_run(tmp_path / "alone"), only_run(tmp_path / "watched")
    assert seen
    assert identical(last_weights(alone), last_weights(watched))
    assert identical(best_weights(alone), best_weights(watched))


def test_a_watch_waits_between_two_looks() -> None:
    session = opened(with_layers("ReLU"))
    watch = LayerWatch()
    with looking(session.learner.module):
        assert isinstance(watch.look(session.sight), NetworkSeen)
        assert watch.look(session.sight) is None


def test_samples_are_taken_from_all_over_the_part() -> None:
    session = opened(with_layers("ReLU"))
    with looking(session.learner.module):
        first, second = look_at_layers(session.sight), look_at_layers(session.sight)
    assert first.samples == 128
    for one, other in zip(first.layers, second.layers, strict=True):
        assert one.outputs is not None
        assert other.outputs is not None
        assert np.array_equal(one.outputs.histogram.counts, other.outputs.histogram.counts)
