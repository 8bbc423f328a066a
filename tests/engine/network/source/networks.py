"""What the tests of the source view share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import Analysis, analyse
from netstudio.engine.network.source import Source, print_source
from netstudio.engine.resolve import build
from netstudio.layers import LAYERS


def executed(source: Source) -> nn.Module:
    """The network that printed code makes when it really runs."""
    names: dict[str, Any] = {"__name__": "printed"}
    exec(compile(source.text, "printed.py", "exec"), names)
    made = names[source.class_name]()
    assert isinstance(made, nn.Module)
    return made


def batch_of(x: TensorSpec, size: int = 3) -> Tensor:
    """Random samples, or random ids."""
    generator = torch.Generator().manual_seed(1)
    if x.is_ids:
        return torch.randint(0, x.vocabulary or 1, (size, *x.sizes), generator=generator)
    return torch.randn(size, *x.sizes, generator=generator)


def assert_same_network(source: Source, analysis: Analysis, x: TensorSpec) -> None:
    """The printed network takes the weights of the built one and computes the same."""
    assert analysis.call is not None
    torch.manual_seed(0)
    built = build(analysis.call).eval()
    printed = executed(source).eval()
    weights = built.state_dict()
    assert list(printed.state_dict()) == list(weights)
    printed.load_state_dict(weights, strict=True)
    with torch.no_grad():
        assert torch.equal(printed(batch_of(x)), built(batch_of(x)))


def printed(project: Project) -> Source:
    """The code of a project."""
    return print_source(analyse(project), project)


def in_full(stack: Stack) -> Stack:
    """The stack with all settings written, as a reading gives it."""
    return Stack(tuple(_in_full(node) for node in stack))


def _in_full(node: Node) -> Node:
    layer = LAYERS.make(node.type, node.fields)
    slots = tuple((name, in_full(body)) for name, body in node.slots)
    return replace(node, fields=layer.written(), slots=slots)
