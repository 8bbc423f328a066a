"""Notices of real runs: what is off is told, and what goes well is left in peace."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from netstudio.core.project import Project, Selected
from netstudio.core.translate import message
from netstudio.core.values import Fields
from netstudio.engine.evaluation.meter import NotFinite
from netstudio.engine.events import EpochEnded, Event, Figures, Finished, Healed, Noticed
from netstudio.engine.insight.layers import NetworkSeen
from netstudio.engine.insight.look import look_at_layers
from netstudio.engine.training.notices import observer
from netstudio.engine.training.notices.observer import Observer
from netstudio.engine.training.notices.remedies import applied
from netstudio.engine.training.session import Session
from netstudio.engine.watching import Sight
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import project_from_template
from tests.engine.insight.test_look import opened
from tests.engine.training.runs import digits_project, of_type, only_run, run
from tests.projects import network, node


def mlp(
    epochs: int, width: int = 64, hidden: int = 2, activation: str = "ReLU", **data: object
) -> Project:
    inner = [
        layer
        for _ in range(hidden)
        for layer in (node("Linear", out_features=width), node(activation))
    ]
    project = digits_project(epochs)
    layers = network(node("Flatten"), *inner, node("Linear", out_features="auto"))
    return replace(project, network=layers, data=replace(project.data, options=Fields(data)))


def with_optimizer(project: Project, kind: str, lr: float) -> Project:
    optimizer = Selected(kind, Fields(lr=lr))
    return replace(project, training=replace(project.training, optimizer=optimizer))


def codes(events: list[Event]) -> list[str]:
    return [event.code for event in of_type(events, Noticed)]


def test_a_tenth_of_wrong_labels_shows_up_as_over_fitting_and_right_ones_do_not(
    tmp_path: Path,
) -> None:
    spoiled = run(mlp(25, width=256, spoiled_labels=0.1), tmp_path / "spoiled")
    clean = run(mlp(25, width=256), tmp_path / "clean")
    assert codes(spoiled) == ["over-fitting"]
    assert codes(clean) == []
    notice = of_type(spoiled, Noticed)[0]
    assert isinstance(spoiled[-1], Finished)
    assert 10 < notice.epoch < 25
    history = only_run(tmp_path / "spoiled").history()
    written = [event for event in history if event["event"] == "noticed"]
    assert [event["code"] for event in written] == ["over-fitting"]
    assert "by heart" in written[0]["text"]


@pytest.mark.parametrize("name", ["digits-mlp", "playground"])
def test_templates_are_trained_without_an_alarm(name: str, tmp_path: Path) -> None:
    project = project_from_template(name, name)
    events = run(project, tmp_path)
    assert isinstance(events[-1], Finished)
    assert codes(events) == []


def test_a_rate_that_is_far_too_high_is_noticed_in_the_first_epoch(tmp_path: Path) -> None:
    events = run(with_optimizer(mlp(2, width=256), "adam", 1.0), tmp_path)
    notice = of_type(events, Noticed)[0]
    assert (notice.code, notice.epoch) == ("rate-too-high", 1)
    mended = applied(mlp(2), notice.remedies[0])
    assert mended.training.optimizer.fields["lr"] == pytest.approx(0.1)


def test_a_rate_that_is_far_too_low_is_noticed(tmp_path: Path) -> None:
    events = run(with_optimizer(mlp(6), "sgd", 0.0005), tmp_path)
    assert {"rate-too-low"} <= set(codes(events)) <= {"rate-too-low", "not-learning"}


def test_every_remedy_gives_a_project_that_can_be_read(tmp_path: Path) -> None:
    project = with_optimizer(mlp(6), "sgd", 0.0005)
    told = of_type(run(project, tmp_path), Noticed)
    remedies = [remedy for notice in told for remedy in notice.remedies]
    assert remedies
    for remedy in remedies:
        changed = applied(project, remedy)
        assert changed != project
        assert read_settings(changed)[1] == ()


@pytest.mark.parametrize("is_blamed", [True, False])
def test_a_loss_that_is_not_finite_is_told_once(is_blamed: bool) -> None:
    blamed = Noticed("not-finite", message("In layer linear_1."), 2, "uid")

    def breaks() -> Iterator[Event]:
        yield ended(1)
        if is_blamed:
            yield blamed
        raise NotFinite

    told = Observer(opened(mlp(3))).following(breaks())
    assert next(told) == ended(1)
    notice = next(told)
    assert isinstance(notice, Noticed)
    assert (notice.code, notice.epoch) == ("not-finite", 2)
    assert (notice == blamed) is is_blamed
    with pytest.raises(NotFinite):
        next(told)


def test_a_look_that_fails_does_not_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(sight: object) -> None:
        raise MemoryError

    monkeypatch.setattr(observer, "look_at_layers", fail)
    events = run(mlp(1), tmp_path)
    assert isinstance(events[-1], Finished)
    assert "could not be looked at" in caplog.text


def test_a_deep_stack_of_sigmoids_loses_its_gradients(tmp_path: Path) -> None:
    events = run(mlp(1, width=16, hidden=8, activation="Sigmoid"), tmp_path)
    (notice,) = [one for one in of_type(events, Noticed) if one.code == "vanishing-gradients"]
    first = next(one for one in only_run(tmp_path).project().network if one.type == "Linear")
    assert notice.layer == first.uid
    assert first.name in str(notice.text)


def ended(epoch: int, accuracy: float = 0.9) -> EpochEnded:
    figures = Figures(1 / epoch, {"accuracy": accuracy}, 100)
    # So long that there is time for a look, however busy the machine is.
    return EpochEnded(epoch, 8, figures, figures, 0.003, 1.0, seconds=600.0, is_best=True)


def linears(session: Session) -> list[nn.Linear]:
    return [part for part in session.learner.module.modules() if isinstance(part, nn.Linear)]


def test_dead_units_are_told_at_their_layer_and_heal() -> None:
    session = opened(mlp(8))
    first = linears(session)[0]
    with torch.no_grad():
        before = first.bias.clone()
        first.bias[:40] = -1000.0
    follower = Observer(session)
    (_, notice) = follower.following(iter((ended(1),)))
    assert isinstance(notice, Noticed)
    activation = session.project.network.nodes[2]
    assert (notice.code, notice.layer) == ("dead-units", activation.uid)
    assert "linear_1" in str(notice.text)
    assert "64 units" in str(notice.text)
    assert [remedy.type for remedy in notice.remedies] == ["LeakyReLU", ""]
    assert list(follower.following(iter((ended(2),)))) == [ended(2)], "it is told once"
    with torch.no_grad():
        first.bias.copy_(before)
    after = list(follower.following(iter((ended(3),))))
    assert Healed("dead-units", activation.uid, 3) in after


def test_a_network_whose_first_weights_are_all_zero_is_told_so() -> None:
    project = mlp(8)
    options = project.training.options.replace(initialization="zeros")
    zero = replace(project, training=replace(project.training, options=options))
    session = opened(zero)
    (_, notice) = Observer(session).following(iter((ended(1),)))
    assert isinstance(notice, Noticed)
    assert "where all first weights are zero" in str(notice.text)
    (remedy,) = notice.remedies
    assert applied(zero, remedy).training.options["initialization"] == "default"


def test_classes_that_are_never_named_are_told_when_that_lasts() -> None:
    session = opened(mlp(8))
    last = linears(session)[-1]
    with torch.no_grad():
        last.weight.normal_(0, 10.0)
        last.bias[3] = -1e6
    follower = Observer(session)
    events = list(follower.following(ended(epoch) for epoch in range(1, 5)))
    told = [event for event in events if isinstance(event, Noticed)]
    missed = [event for event in told if event.code == "never-predicted"]
    assert len(missed) == 1
    assert missed[0].epoch >= 3
    assert "3" in str(missed[0].text)


def test_a_class_that_is_missed_at_one_look_only_is_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = iter([(), (), (), ("3",), (), ("3", "5"), ("5",)])
    monkeypatch.setattr(observer, "missed_classes", lambda sight: next(looks))
    events = Observer(opened(mlp(8))).following(ended(epoch) for epoch in range(1, 8))
    missed = [event for event in of_type(list(events), Noticed) if event.code == "never-predicted"]
    assert [(event.epoch, str(event.text)[:20]) for event in missed] == [
        (7, "Never predicted: 5. ")
    ]


def test_short_epochs_are_looked_at_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []

    def look(sight: Sight) -> NetworkSeen:
        looks.append(time.perf_counter())
        time.sleep(0.01)
        return look_at_layers(sight)

    monkeypatch.setattr(observer, "look_at_layers", look)
    session = opened(mlp(8))
    short = [replace(ended(epoch), seconds=0.1) for epoch in range(1, 9)]
    assert len(list(Observer(session).following(iter(short)))) >= 8
    assert len(looks) <= 2
    looks.clear()
    long = [replace(ended(epoch), seconds=600.0) for epoch in range(1, 9)]
    assert len(list(Observer(session).following(iter(long)))) >= 8
    assert len(looks) == 8


def test_a_resumed_run_goes_on_with_the_epochs_of_before(tmp_path: Path) -> None:
    session = opened(mlp(8))
    past = [ended(epoch, 0.1).as_json() for epoch in (1, 2)]
    resumed, fresh = Observer(session, past), Observer(session)
    assert "not-learning" in noticed(resumed.following(iter((ended(3, 0.1),))))
    assert "not-learning" not in noticed(fresh.following(iter((ended(3, 0.1),))))


def noticed(events: Iterator[Event]) -> set[str]:
    return {event.code for event in events if isinstance(event, Noticed)}
