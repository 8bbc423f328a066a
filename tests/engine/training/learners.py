"""Learners for tests, without a run around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from netstudio.core.project import Project, Selected
from netstudio.core.tree import Node
from netstudio.core.values import Fields
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.beginning.start import start
from netstudio.engine.training.execution import Execution
from netstudio.engine.training.learner import Learner
from tests.projects import node, project

CPU = torch.device("cpu")
PERCEPTRON = (
    node("Linear", out_features=8),
    node("ReLU"),
    node("Linear", out_features="auto"),
)
Batch = tuple[Tensor, Tensor]


def learner(
    *nodes: Node,
    optimizer: Selected | None = None,
    loss: Selected | None = None,
    class_weights: Tensor | None = None,
    **options: Any,
) -> Learner:
    """A learner of 12 features and 10 classes; a small perceptron where no layers are given."""
    made = project(*(nodes or PERCEPTRON), **options)
    training = replace(
        made.training,
        optimizer=optimizer or Selected("sgd", Fields(lr=0.1, momentum=0.9)),
        loss=loss or made.training.loss,
    )
    return opened(replace(made, training=training), class_weights)


def opened(made: Project, class_weights: Tensor | None = None) -> Learner:
    """What learns a project on the CPU."""
    analysis = analyse(made)
    begun = start(made, analysis, is_resumed=False)
    execution = Execution(threads=1, channels_last=False, fused=True)
    return Learner(
        begun.module, analysis.settings, CPU, execution, class_weights, known=begun.learnings
    )


def batches(*sizes: int, features: int = 12) -> list[Batch]:
    """Batches of these sizes with 10 classes, always the same."""
    draw = torch.Generator().manual_seed(7)
    return [
        (
            torch.randn(size, features, generator=draw),
            torch.randint(0, 10, (size,), generator=draw),
        )
        for size in sizes
    ]


def joined(some: list[Batch]) -> Batch:
    """Several batches as one."""
    return torch.cat([inputs for inputs, _ in some]), torch.cat([targets for _, targets in some])


def weights(learned: Learner) -> dict[str, Tensor]:
    """What the network's weights and buffers are now."""
    return {name: each.clone() for name, each in learned.module.state_dict().items()}


def assert_close(found: dict[str, Tensor], expected: dict[str, Tensor], rtol: float = 1e-5) -> None:
    """The same up to rounding."""
    assert found.keys() == expected.keys()
    for name, each in found.items():
        torch.testing.assert_close(each, expected[name], rtol=rtol, atol=1e-6)


def assert_equal(found: dict[str, Tensor], expected: dict[str, Tensor]) -> None:
    """The same bit for bit."""
    assert found.keys() == expected.keys()
    assert [name for name, each in found.items() if not torch.equal(each, expected[name])] == []
