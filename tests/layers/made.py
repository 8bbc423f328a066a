"""One layer, built from its declaration, and what the analysis says of it."""

from __future__ import annotations

from torch import nn

from netstudio.core.problems import Problem
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.report import LayerReport
from netstudio.engine.resolve import build
from tests.projects import node, project

# Problems of a network, which one layer alone may have though nothing is wrong with it.
WHOLE_NETWORK = {"wrong-output", "nothing-to-learn"}


def module(sample: TensorSpec, made: Node) -> nn.Module:
    """The module of one layer for this sample."""
    call = report(sample, made).call
    assert call is not None
    return build(call)


def layer(sample: TensorSpec, type_name: str, **fields: object) -> nn.Module:
    """The module of a layer of this type."""
    return module(sample, node(type_name, **fields))


def report(sample: TensorSpec, made: Node) -> LayerReport:
    """What the analysis says of one layer, which must be without fault."""
    analysis = analyse(project(made, sample=sample))
    assert not [found for found in analysis.errors if found.code not in WHOLE_NETWORK]
    (uid, *_) = analysis.layers
    return analysis.layers[uid]


def output(sample: TensorSpec, *made: Node) -> TensorSpec:
    """What these layers put out; they must be without fault."""
    analysis = analyse(project(*made, sample=sample))
    assert not [found for found in analysis.errors if found.code not in WHOLE_NETWORK]
    assert analysis.output is not None
    return analysis.output


def fault(sample: TensorSpec, *made: Node) -> Problem:
    """The only thing that is wrong with these layers."""
    errors = analyse(project(*made, sample=sample)).errors
    (found,) = [found for found in errors if found.code not in WHOLE_NETWORK]
    return found
