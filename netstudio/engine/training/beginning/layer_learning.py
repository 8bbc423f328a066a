"""Which modules of a network are frozen, and which learn at a rate of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MethodType

from torch import nn

from netstudio.core.learning import inherited
from netstudio.core.project import Project
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import Analysis


@dataclass(frozen=True)
class Learning:
    """How a module learns.

    Attributes:
        frozen: Whether training leaves its parameters as they are.
        factor: How many times the learning rate they learn with.
    """

    frozen: bool = False
    factor: float = 1.0


Learnings = Mapping[str, Learning]

_PLAIN = Learning()


def learnings(project: Project, analysis: Analysis) -> Learnings:
    """How each layer's module learns, by the module's path; a module inside has a say of its own.

    Only modules are named that learn otherwise than those around them.

    Args:
        project: A project without errors.
        analysis: What was found of it.
    """
    known: dict[str, Learning] = {}
    for path, node in module_paths(inherited(project.network), analysis):
        learning = Learning(node.frozen, node.learning_rate_factor)
        if learning != learning_of(path, known):
            known[path] = learning
    return known


def learning_of(name: str, known: Learnings) -> Learning:
    """How a parameter or module called ``name`` learns."""
    while name:
        if name in known:
            return known[name]
        name = name.rpartition(".")[0]
    return _PLAIN


def module_paths(stack: Stack, analysis: Analysis, around: str = "") -> Iterator[tuple[str, Node]]:
    """Where each layer's module is in the network; several times where there are copies.

    Containers come before what they hold, and layers that are switched off are nowhere.
    """
    for node in stack:
        if not node.enabled:
            continue
        path = f"{around}{node.name}"
        yield path, node
        for slot, body in node.slots:
            for inner in _paths_in(path, node, slot, analysis):
                yield from module_paths(body, analysis, f"{inner}.")


def freeze(module: nn.Module, known: Learnings) -> None:
    """Take the frozen parameters out of learning; frozen normalisation keeps its statistics."""
    if not any(learning.frozen for learning in known.values()):
        return
    for name, parameter in module.named_parameters():
        parameter.requires_grad_(not learning_of(name, known).frozen)
    for name, inner in module.named_modules():
        has_statistics = next(inner.buffers(recurse=False), None) is not None
        if has_statistics and learning_of(name, known).frozen:
            inner.eval()
            # Not by a hook, which would cost each step something, and compiled code more.
            inner.train = MethodType(_stay_in_evaluation, inner)


def keeps_statistics(module: nn.Module) -> bool:
    """Whether it is frozen normalisation, which keeps the statistics that it has."""
    return getattr(module.train, "__func__", None) is _stay_in_evaluation


def _stay_in_evaluation(module: nn.Module, mode: bool = True) -> nn.Module:
    """What ``train`` does there: whoever puts the network into training mode asks all its parts."""
    return nn.Module.train(module, mode=False)


def _paths_in(name: str, node: Node, slot: str, analysis: Analysis) -> Iterator[str]:
    """Where the modules of what a container holds are: several times where it has copies."""
    call = analysis.layers[node.uid].call
    children = [child for child, _ in call.children] if call is not None else []
    if not children:
        yield f"{name}.{slot}"
    elif all(child.isdecimal() for child in children):
        yield from (f"{name}.{child}" for child in children)
    else:
        yield name
