"""Which weights are updated alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torch import nn

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.training.beginning.layer_learning import Learnings, learning_of
from netstudio.tasks.optimizers import OptimizerDef
from netstudio.tasks.training.options import TrainingOptions

# How many times the learning rate a group learns with: an entry of each group.
FACTOR = "factor"
# Whether its weights are matrices inside the network: an entry where the optimizer asks for it.
MATRICES = "matrices"


@dataclass(frozen=True)
class _Kind:
    """What weights of one group have in common."""

    factor: float
    decays: bool
    is_matrix: bool


def parameter_groups(
    module: nn.Module, optimizer: OptimizerDef, known: Learnings, options: TrainingOptions
) -> list[dict[str, Any]]:
    """The weights of a network that learn, in as few groups as possible.

    Args:
        module: The network.
        optimizer: How weights are updated.
        known: How its parts learn, by path; frozen weights are in no group.
        options: Whether weight decay is for all weights.

    Raises:
        UserError: There is nothing to learn.
    """
    matrices = frozenset(_inner_matrices(module)) if optimizer.matrices_only else frozenset()
    decays_some = optimizer.weight_decay > 0.0 and not options.decay_all
    undecayed = frozenset(_norms_and_biases(module)) if decays_some else frozenset()
    members: dict[_Kind, list[nn.Parameter]] = {}
    for name, weights in module.named_parameters():
        learning = learning_of(name, known)
        if learning.frozen or not weights.requires_grad:
            continue
        kind = _Kind(learning.factor, weights not in undecayed, weights in matrices)
        members.setdefault(kind, []).append(weights)
    if not members:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The network has no weights that could learn. Add a layer with weights, or let a "
                "frozen one learn.",
            )
        )
    return [_group(kind, weights, optimizer) for kind, weights in members.items()]


def _group(kind: _Kind, weights: list[nn.Parameter], optimizer: OptimizerDef) -> dict[str, Any]:
    group: dict[str, Any] = {
        "params": weights,
        "lr": optimizer.lr * kind.factor,
        FACTOR: kind.factor,
    }
    if not kind.decays:
        group["weight_decay"] = 0.0
    if optimizer.matrices_only:
        group[MATRICES] = kind.is_matrix
    return group


def _norms_and_biases(module: nn.Module) -> Iterator[nn.Parameter]:
    """Whatever scales or shifts single numbers: pulling it to zero makes no network simpler."""
    for inner in module.modules():
        is_norm = "Norm" in type(inner).__name__
        for weights in inner.parameters(recurse=False):
            if is_norm or weights.dim() <= 1:
                yield weights


def _inner_matrices(module: nn.Module) -> Iterator[nn.Parameter]:
    """The matrices that lie between embeddings and the last layer."""
    holders = [
        (inner, weights)
        for inner in module.modules()
        for weights in inner.parameters(recurse=False)
        if weights.dim() == 2 and not isinstance(inner, nn.Embedding)
    ]
    last = holders[-1][0] if holders else None
    return (weights for inner, weights in holders if inner is not last)
