"""Recorded operations are rewritten only where every number stays as it is."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.fx import GraphModule
from torch.fx.experimental.proxy_tensor import make_fx

from netstudio.engine.training.steps.rewriting import pooled_before_activated, without_renames

ATEN = torch.ops.aten


class _Shared(nn.Module):
    """Uses what ReLU gives a second time."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 4, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        found = torch.relu(self.first(x))
        largest = torch.max_pool2d(found, 3, stride=1, padding=1)
        pooled: Tensor = (largest + self.second(found)).mean((2, 3))
        return pooled


class _Scaled(nn.Module):
    """Uses what ReLU gives a second time, as a number that nothing learns through."""

    def __init__(self) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(1, 4, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        found = torch.relu(self.convolution(x))
        scaled: Tensor = torch.max_pool2d(found, 2).mean((2, 3)) * found.detach().mean()
        return scaled


def pooling(kernel: int, stride: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, 4, 3),
        nn.ReLU(),
        nn.MaxPool2d(kernel, stride),
        nn.Conv2d(4, 3, 2),
        nn.ReLU(),
        nn.MaxPool2d(kernel, stride),
        nn.Flatten(),
    )


def recorded(module: nn.Module, inputs: Tensor) -> GraphModule:
    """Outputs and gradients of a network as a list of operations, not rewritten yet."""
    names = [name for name, _ in module.named_parameters()]

    def compute(inputs: Tensor, *weights: Tensor) -> list[Tensor]:
        given = [weight.detach().requires_grad_() for weight in weights]
        outputs = functional_call(module, dict(zip(names, given, strict=True)), (inputs,))
        return [outputs, *torch.autograd.grad(outputs.square().sum(), given)]

    return make_fx(compute)(inputs, *(each.detach() for each in module.parameters()))


def activated(graph: GraphModule) -> list[torch.fx.Node]:
    return [node for node in graph.graph.nodes if node.target is ATEN.relu.default]


def follows_pooling(relu: torch.fx.Node) -> bool:
    (source,) = relu.all_input_nodes
    return source.all_input_nodes[0].target is ATEN.max_pool2d_with_indices.default


@pytest.mark.parametrize(("kernel", "stride"), [(2, 2), (3, 1), (2, 1)])
@pytest.mark.parametrize("levels", [4, 8, 1000], ids=["many equal", "some equal", "few equal"])
def test_relu_follows_pooling_and_no_number_changes(kernel: int, stride: int, levels: int) -> None:
    torch.manual_seed(levels)
    module = pooling(kernel, stride)
    with torch.no_grad():
        for weight in module.parameters():  # few different numbers: windows have equal largest ones
            weight.copy_((weight * levels).round() / levels)
    inputs = torch.randint(-1, 2, (6, 1, 14, 14)).float()
    graph = recorded(module, inputs)
    arguments = (inputs, *(each.detach() for each in module.parameters()))
    with torch.no_grad():
        before = graph(*arguments)
        assert not any(map(follows_pooling, activated(graph)))
        without_renames(graph.graph)
        pooled_before_activated(graph.graph)
        graph.recompile()
        after = graph(*arguments)
    assert len(activated(graph)) == 2
    assert all(map(follows_pooling, activated(graph)))
    assert any(each.any() for each in before[1:]), "something is learned"
    assert all(map(torch.equal, before, after))


@pytest.mark.parametrize("network", [_Shared, _Scaled])
def test_what_is_used_elsewhere_too_stays_where_it_is(network: type[nn.Module]) -> None:
    graph = recorded(network(), torch.randn(2, 1, 6, 6))
    without_renames(graph.graph)
    before = str(graph.graph)
    pooled_before_activated(graph.graph)
    assert str(graph.graph) == before


def test_names_are_dropped() -> None:
    graph = recorded(pooling(2, 2), torch.randn(2, 1, 14, 14))
    count = len(graph.graph.nodes)
    without_renames(graph.graph)
    assert len(graph.graph.nodes) < count
    assert not any(
        node.target in (ATEN.detach.default, ATEN.alias.default) for node in graph.graph.nodes
    )
