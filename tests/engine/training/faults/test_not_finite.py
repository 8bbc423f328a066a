"""The layer where numbers first cease to be finite is found, and nothing is changed by looking."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from netstudio.engine.training.faults.not_finite import first_not_finite


class _Overflowing(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return (1e4 * x).exp()


def network(broken: bool) -> nn.Module:
    torch.manual_seed(0)
    inner = nn.Sequential()
    inner.add_module("norm", nn.BatchNorm1d(4))
    inner.add_module("dropout", nn.Dropout(0.5))
    inner.add_module("broken" if broken else "fine", _Overflowing() if broken else nn.ReLU())
    module = nn.Sequential()
    module.add_module("linear_1", nn.Linear(4, 4))
    module.add_module("group_1", inner)
    module.add_module("linear_2", nn.Linear(4, 2))
    return module


INPUTS = torch.randn(8, 4, generator=torch.Generator().manual_seed(2))


def test_the_innermost_layer_is_named_that_put_it_out_first() -> None:
    assert first_not_finite(network(broken=True), INPUTS) == "group_1.broken"


def test_a_weight_that_is_not_finite_shows_in_its_layer() -> None:
    module = network(broken=False)
    with torch.no_grad():
        module.get_parameter("linear_2.bias")[1] = float("nan")
    assert first_not_finite(module, INPUTS) == "linear_2"


def test_nothing_is_named_where_all_is_finite_and_nothing_changes() -> None:
    module = network(broken=False)
    before = {name: each.clone() for name, each in module.state_dict().items()}
    random = torch.get_rng_state()
    assert first_not_finite(module, INPUTS) is None
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(each, before[name]) for name, each in module.state_dict().items())
    assert module.training
    assert not any(each._forward_hooks for each in module.modules())


def test_overflow_in_16_bits_is_found_by_computing_with_16_bits() -> None:
    module = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 2))
    nn.init.constant_(module.get_parameter("0.weight"), 1e4)

    def mixed(inputs: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.float16):
            outputs: Tensor = module(inputs)
        return outputs

    assert first_not_finite(module, 100 + INPUTS) is None
    assert first_not_finite(module, 100 + INPUTS, mixed) == "0"
