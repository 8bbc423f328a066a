"""A learner goes on from its state bit for bit, whatever options it has."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch import Tensor

from netstudio.core.project import Selected
from netstudio.core.translate import UserError
from netstudio.core.values import Fields
from netstudio.engine.training.learner import Learner
from tests.engine.training.learners import assert_equal, batches, learner, weights
from tests.projects import node

SIZES = (6, 6, 6, 6, 3)
EPOCHS = 3
OPTIMIZERS = st.sampled_from(
    (
        Selected("sgd", Fields(lr=0.05, momentum=0.9, nesterov=True)),
        Selected("adam", Fields(lr=0.01)),
        Selected("adamw", Fields(lr=0.01, weight_decay=0.1)),
        Selected("rmsprop", Fields(lr=0.01)),
    )
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "accumulate": st.integers(2, 4),
        "precision": st.sampled_from(("bfloat16", "float16")),
        "clip_norm": st.just(0.5),
        "clip_value": st.just(0.05),
        "l1": st.just(0.001),
        "l2": st.just(0.01),
        "averaging": st.sampled_from(("ema", "swa")),
        "swa_start": st.just(0.3),
        "ema_decay": st.just(0.9),
        "checkpoint_activations": st.booleans(),
        "decay_all": st.booleans(),
    },
)


def make(optimizer: Selected, options: dict[str, Any]) -> Learner:
    """Batch norm keeps buffers, dropout draws random numbers."""
    return learner(
        node("Linear", out_features=8),
        node("BatchNorm1d"),
        node("ReLU"),
        node("Dropout", p=0.3),
        node("Linear", out_features="auto"),
        optimizer=optimizer,
        epochs=EPOCHS,
        **options,
    )


def train(subject: Learner, start: int, stop: int) -> Learner:
    """Learn batches of all epochs, from one to another; an epoch ends where its last batch does."""
    some = batches(*SIZES)
    for at in range(start, stop):
        epoch, batch = divmod(at, len(SIZES))
        subject.set_epoch(epoch + batch / len(SIZES))
        subject.learn(*some[batch])
        if batch + 1 == len(SIZES):
            subject.finish_epoch()
    return subject


def through_a_file(state: dict[str, Any]) -> dict[str, Any]:
    """As it comes back from a checkpoint, which holds nothing but plain values and tensors."""
    file = BytesIO()
    torch.save(state, file)
    file.seek(0)
    found: dict[str, Any] = torch.load(file, weights_only=True)
    return found


def averages(subject: Learner) -> dict[str, Tensor]:
    return {name: each.clone() for name, each in subject.evaluated.state_dict().items()}


SGD = Selected("sgd", Fields(lr=0.05, momentum=0.9))
FROM_THE_FIRST = {"averaging": "swa", "swa_start": 0.3}


@example(optimizer=SGD, options=FROM_THE_FIRST, pieces=1, cut=5)
@example(optimizer=SGD, options=FROM_THE_FIRST, pieces=1, cut=10)
@example(optimizer=SGD, options={"accumulate": 3, "averaging": "ema"}, pieces=2, cut=7)
@settings(max_examples=40, deadline=None)
@given(
    optimizer=OPTIMIZERS,
    options=OPTIONS,
    pieces=st.sampled_from((1, 1, 2)),
    cut=st.integers(0, EPOCHS * len(SIZES)),
)
def test_it_goes_on_where_it_was_cut_off(
    optimizer: Selected, options: dict[str, Any], pieces: int, cut: int
) -> None:
    end = EPOCHS * len(SIZES)
    whole, cut_off = make(optimizer, options), make(optimizer, options)
    if pieces > 1:
        whole.pieces = pieces
        cut_off.pieces = pieces
    torch.manual_seed(5)
    train(whole, 0, end)
    torch.manual_seed(5)
    state = through_a_file(train(cut_off, 0, cut).state())
    torch.manual_seed(99)
    resumed = make(optimizer, options)
    resumed.load_state(state)
    if cut % len(SIZES) == 0 and cut:
        resumed.finish_epoch()  # a run that was stopped while it validated ends the epoch again
    train(resumed, cut, end)
    assert resumed.pieces == pieces
    assert_equal(weights(resumed), weights(whole))
    assert_equal(averages(resumed), averages(whole))
    assert resumed.learning_rate == whole.learning_rate
    assert str(resumed.optimizer.state_dict()) == str(whole.optimizer.state_dict())


def test_the_scale_of_float16_goes_on_where_it_was() -> None:
    options = {"precision": "float16"}
    subject = make(SGD, options)
    inputs, targets = batches(6)[0]
    subject.learn(1e6 * inputs, targets)
    state = through_a_file(subject.state())
    resumed = make(SGD, options)
    resumed.load_state(state)
    scaler = state["step"]["scaler"]
    assert scaler["scale"] == 2.0**15
    assert resumed.state()["step"]["scaler"] == scaler


def test_an_epoch_can_be_ended_by_what_goes_on() -> None:
    whole, resumed = make(SGD, FROM_THE_FIRST), make(SGD, FROM_THE_FIRST)
    train(whole, 0, 5)
    for at, batch in enumerate(batches(*SIZES)):
        whole.set_epoch(1 + at / len(SIZES))
        whole.learn(*batch)
    resumed.load_state(through_a_file(whole.state()))
    for subject in (whole, resumed):
        subject.finish_epoch()
    assert_equal(averages(resumed), averages(whole))


@pytest.mark.parametrize(
    ("before", "after"), [({"averaging": "ema"}, {"averaging": "swa"}), ({}, {"accumulate": 2})]
)
def test_a_state_of_other_options_is_refused(before: dict[str, Any], after: dict[str, Any]) -> None:
    state = through_a_file(train(make(SGD, before), 0, 2).state())
    with pytest.raises(UserError, match="Start a new run"):
        make(SGD, after).load_state(state)
