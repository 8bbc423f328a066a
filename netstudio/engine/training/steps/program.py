"""A list of PyTorch operations as a program for PyTorch's own interpreter (TorchScript)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch
from torch import Tensor
from torch.fx import GraphModule, Node
from torch.jit._fuser import optimized_execution

Program = Callable[..., Sequence[Tensor]]


def program_of(graph: GraphModule) -> Program:
    """The program that does what ``graph`` does, operation by operation.

    Args:
        graph: Calls of PyTorch's operators (``aten``) on tensors, with tensors as results.

    Raises:
        ValueError: Something in it has no counterpart in a program.
        RuntimeError: The interpreter does not take it.
    """
    constants = list(_names(graph, "get_attr"))
    parameters = [*_names(graph, "placeholder"), *constants]
    lines = [f"def run({', '.join(f'{name}: Tensor' for name in parameters)}):"]
    lines += [f"    {line}" for line in _statements(graph.graph.nodes)]
    run = torch.jit.CompilationUnit("\n".join((*lines, ""))).run
    held = [getattr(graph, str(node.target)) for node in _nodes(graph, "get_attr")]

    def program(*given: Tensor) -> Sequence[Tensor]:
        # What the interpreter calls optimization would change numbers by rounding.
        with optimized_execution(False), torch.no_grad():
            found: Sequence[Tensor] = run(*given, *held)
        return found

    return program


def _statements(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.op == "output":
            yield f"return {_text(node.args[0])}"
        elif node.op == "call_function":
            yield f"{node.name} = {_call(node)}"


def _call(node: Node) -> str:
    if node.target is operator.getitem:
        source, place = node.args
        return f"{_text(source)}[{place}]"
    if not isinstance(node.target, torch._ops.OpOverload):
        raise ValueError(f"{node.target} is no operator")
    given = [_text(each) for each in node.args]
    given += [f"{name}={_text(value)}" for name, value in node.kwargs.items()]
    return f"torch.ops.{node.target.namespace}.{node.target._opname}({', '.join(given)})"


def _text(value: object) -> str:
    """How a program writes a value."""
    match value:
        case Node():
            return value.name
        case list() | tuple():
            return f"[{', '.join(_text(each) for each in value)}]"
        case float() if not math.isfinite(value):
            return f'float("{value}")'
        case torch.device():
            return f'torch.device("{value}")'
        case None | bool() | int() | float() | str():
            return repr(value)
        case torch.dtype() | torch.memory_format() | torch.layout():
            return str(value)
    raise ValueError(f"{value!r} cannot be written")


def _nodes(graph: GraphModule, op: str) -> Iterator[Node]:
    return (node for node in graph.graph.nodes if node.op == op)


def _names(graph: GraphModule, op: str) -> Iterator[str]:
    return (node.name for node in _nodes(graph, op))
