"""Recurrent layers: which state they put out, and that measuring them needs no loop."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode

from netstudio.core.spec import FEATURES, SEQUENCE, TensorSpec, call
from netstudio.engine.network.measure import measure
from netstudio.engine.network.recurrence import AllStepsAtOnce
from netstudio.engine.resolve import build
from tests.layers.made import fault, layer, output
from tests.projects import SERIES, node

TYPES = ("RNN", "LSTM", "GRU")
every_type = pytest.mark.parametrize("type_name", TYPES)
every_form = pytest.mark.parametrize(
    "form",
    [
        {},
        {"num_layers": 2},
        {"bidirectional": True},
        {"num_layers": 3, "bidirectional": True, "bias": False},
    ],
    ids=["plain", "deep", "both", "all"],
)


def batch(steps: int = 10) -> Tensor:
    return torch.randn(3, steps, 6, generator=torch.Generator().manual_seed(1))


@every_type
@every_form
def test_the_last_step_is_where_each_direction_ended(type_name: str, form: dict[str, Any]) -> None:
    torch.manual_seed(0)
    whole = layer(SERIES, type_name, hidden_size=5, output="sequence", **form)
    last = layer(SERIES, type_name, hidden_size=5, output="last", **form)
    last.load_state_dict(whole.state_dict())
    sequence, state = whole(batch()), last(batch())
    assert torch.allclose(state[:, :5], sequence[:, -1, :5], atol=1e-6)
    if "bidirectional" in form:
        assert torch.allclose(state[:, 5:], sequence[:, 0, 5:], atol=1e-6)
    else:
        assert state.shape == (3, 5)


@every_type
@every_form
def test_it_computes_what_torchs_own_layer_computes(type_name: str, form: dict[str, Any]) -> None:
    ours = layer(SERIES, type_name, hidden_size=5, output="sequence", **form)
    theirs = getattr(nn, type_name)(6, 5, batch_first=True, **form)
    theirs.load_state_dict(ours.state_dict())
    assert torch.equal(ours(batch()), theirs(batch())[0])


@every_type
def test_the_axes_it_puts_out_follow_its_output(type_name: str) -> None:
    assert output(SERIES, node(type_name, hidden_size=5)) == TensorSpec(FEATURES, (5,))
    whole = node(type_name, hidden_size=5, output="sequence", bidirectional=True)
    assert output(SERIES, whole) == TensorSpec(SEQUENCE, (10, 10))


@every_type
def test_dropout_needs_a_second_layer_to_lie_between(type_name: str) -> None:
    found = fault(SERIES, node(type_name, dropout=0.3))
    assert (found.code, found.field) == ("dropout-between-one-layer", "dropout")
    assert found.fix is not None
    output(SERIES, node(type_name, dropout=0.3, num_layers=2))


def test_relu_in_place_of_tanh_can_leave_minus_one_to_one() -> None:
    torch.manual_seed(0)
    wide = layer(SERIES, "RNN", nonlinearity="relu")(batch() * 20)
    torch.manual_seed(0)
    narrow = layer(SERIES, "RNN", nonlinearity="tanh")(batch() * 20)
    assert wide.min() >= 0
    assert wide.max() > 1
    assert narrow.abs().max() <= 1


@every_type
@every_form
def test_all_steps_at_once_give_the_shapes_and_operations_of_the_loop(
    type_name: str, form: dict[str, Any]
) -> None:
    with torch.device("meta"):
        made = getattr(nn, type_name)(6, 5, batch_first=True, **form)
        x = torch.empty(2, 4, 6)
        with FlopCounterMode(display=False) as looping:
            slow = _shapes(made(x))
        with FlopCounterMode(display=False) as jumping, AllStepsAtOnce():
            fast = _shapes(made(x))
    assert fast == slow
    assert jumping.get_total_flops() == looping.get_total_flops() > 0


def _shapes(outputs: Any) -> list[tuple[int, ...]]:
    sequence, state = outputs
    states = state if isinstance(state, tuple) else (state,)
    return [tuple(tensor.shape) for tensor in (sequence, *states)]


@every_type
def test_measuring_a_long_sequence_takes_no_more_operations_than_a_short_one(
    type_name: str,
) -> None:
    def kept(steps: int) -> int:
        saved: list[Tensor] = []
        hooks = saved_tensors_hooks(saved.append, lambda kept: kept)
        with torch.device("meta"), hooks, AllStepsAtOnce():
            getattr(nn, type_name)(6, 5, batch_first=True)(torch.empty(2, steps, 6))
        return len(saved)

    assert 0 < kept(500) == kept(2)


def test_numbers_are_never_skipped() -> None:
    made = nn.LSTM(6, 5, batch_first=True)
    plain, _ = made(batch())
    with AllStepsAtOnce():
        measured, _ = made(batch())
    assert torch.equal(plain, measured)


@every_type
def test_the_memory_for_training_is_near_what_a_real_step_keeps(type_name: str) -> None:
    x = TensorSpec(SEQUENCE, (50, 32))
    made = call(f"modules.{type_name}", input_size=32, hidden_size=32, output="sequence")
    saved: dict[int, int] = {}

    def keep(tensor: Tensor) -> Tensor:
        saved[tensor.untyped_storage()._cdata] = tensor.untyped_storage().nbytes()
        return tensor

    module = build(made)
    own = {weight.untyped_storage()._cdata for weight in module.parameters()}
    with saved_tensors_hooks(keep, lambda tensor: tensor):
        alive = module(torch.randn(1, *x.sizes))
    real = sum(size for storage, size in saved.items() if storage not in own)
    assert alive.requires_grad
    assert real / 3 < measure(made, x).cost.activations < real * 3


@every_type
def test_a_network_that_contains_it_can_be_compiled(type_name: str) -> None:
    made = layer(SERIES, type_name)
    torch.compiler.reset()
    compiled = torch.compile(made, backend="eager")
    with torch.no_grad():
        assert torch.allclose(compiled(batch()), made(batch()), atol=1e-6)
