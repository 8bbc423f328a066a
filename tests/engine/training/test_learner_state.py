"""A learner goes on from its state bit for bit, whatever options it has."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import torch
from hypothesis import given, settings
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


def through_a_file(state: dict[str, object]) -> dict[str, object]:
    """As it comes back from a checkpoint, which holds nothing but plain values and tensors."""
    file = BytesIO()
    torch.save(state, file)
    file.seek(0)
    found: dict[str, object] = torch.load(file, weights_only=True)
    return found


def averages(subject: Learner) -> dict[str, Tensor]:
    return {name: each.clone() for name, each in subject.evaluated.state_dict().items()}


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


@pytest.mark.parametrize(
    ("before", "after"), [({"averaging": "ema"}, {"averaging": "swa"}), ({}, {"accumulate": 2})]
)
def test_a_state_of_other_options_is_refused(before: dict[str, Any], after: dict[str, Any]) -> None:
    sgd = Selected("sgd")
    state = through_a_file(train(make(sgd, before), 0, 2).state())
    with pytest.raises(UserError, match="Start a new run"):
        make(sgd, after).load_state(state)
