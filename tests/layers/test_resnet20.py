"""ResNet-20 for CIFAR-10 as published, built with Repeat and Residual."""

from __future__ import annotations

import torch

from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.tree import Node
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import network, node, project


def conv(filters: int, stride: int = 1) -> Node:
    return node("Conv2d", out_channels=filters, kernel_size=3, stride=stride, padding=1, bias=False)


def block(filters: int, stride: int = 1) -> tuple[Node, ...]:
    """Two convolutions with a shortcut around them, and ReLU after the sum."""
    body = (
        conv(filters, stride),
        node("BatchNorm2d"),
        node("ReLU"),
        conv(filters),
        node("BatchNorm2d"),
    )
    return node("Residual", *network(*body), shortcut="padded"), node("ReLU")


def stage(filters: int, stride: int = 1) -> tuple[Node, ...]:
    """Three blocks, of which the first may halve the picture."""
    if stride == 1:
        return (node("Repeat", *network(*block(filters)), times=3),)
    return *block(filters, stride), node("Repeat", *network(*block(filters)), times=2)


def resnet20() -> Project:
    return project(
        conv(16),
        node("BatchNorm2d"),
        node("ReLU"),
        *stage(16),
        *stage(32, stride=2),
        *stage(64, stride=2),
        node("GlobalAvgPool"),
        node("Linear", out_features="auto"),
        sample=TensorSpec(IMAGE, (3, 32, 32)),
    )


def test_it_has_the_published_number_of_parameters_and_operations() -> None:
    analysis = analyse(resnet20())
    assert not analysis.problems
    assert analysis.parameters == 269_722
    # "41 million" multiply-adds, each of which counts as two.
    assert round(analysis.flops / 2e6) == 41
    assert analysis.call is not None
    module = build(analysis.call)
    assert sum(weights.numel() for weights in module.parameters()) == 269_722
    assert module.eval()(torch.randn(2, 3, 32, 32)).shape == (2, 10)


def test_its_pictures_shrink_as_published() -> None:
    shapes = [
        found.output.shape
        for found in analyse(resnet20()).layers.values()
        if found.output is not None and found.layer is not None and not found.layer.slots
    ]
    assert {"16×32×32", "32×16×16", "64×8×8", "64", "10"} == set(shapes)


def test_every_weight_of_it_learns() -> None:
    call = analyse(resnet20()).call
    assert call is not None
    torch.manual_seed(0)
    module = build(call).train()
    module(torch.randn(4, 3, 32, 32)).square().sum().backward()
    for name, weights in module.named_parameters():
        assert weights.grad is not None, name
        assert weights.grad.any(), name
