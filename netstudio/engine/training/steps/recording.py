"""A step's operations, written down once and carried out again without building a graph.

Most of a small network's step is not arithmetic: modules are called, a graph is built and walked
back, and every operation passes through Python. Here forward pass, loss and backward pass are
recorded as the plain list of operations that PyTorch carried out, and that list is handed to
PyTorch's interpreter, which runs it outside of Python and without the interpreter lock. They are
the same operations in the same order, so the numbers are the same bit for bit; each recording is
checked for that before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.utils._python_dispatch import TorchDispatchMode

from netstudio.engine.training.steps.program import Program, program_of

# Networks of more operations take long to record, and their arithmetic outweighs the rest.
_MOST_OPERATIONS = 3_000


class NotRecorded(Exception):
    """The network cannot be recorded: it decides by values, or is too long."""


class Recording:
    """Loss, outputs and gradients of batches of one shape, computed by a recorded list.

    Making one draws no random numbers and changes nothing in the network. Its weights must stay
    the tensors that they are; what is in them may change.

    Args:
        module: The network on the CPU, without gradients; recorded in the mode that it is in.
        loss: What is minimised.
        inputs: A batch such as will come.
        targets: What belongs to it.

    Attributes:
        weights: The weights that have gradients.

    Raises:
        NotRecorded: It cannot be recorded, or does not give exactly what the network gives.
    """

    def __init__(self, module: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor) -> None:
        named = dict(module.named_parameters())
        expected = _observed(module, lambda: _eager(module, loss, inputs, targets))
        self.weights = {name: each for name, each in named.items() if each.grad is not None}
        layouts = [each.grad for each in self.weights.values() if each.grad is not None]
        module.zero_grad()
        named_tensors = {**named, **dict(module.named_buffers())}
        self._tensors = [each.detach() for each in named_tensors.values()]

        def compute(inputs: Tensor, targets: Tensor, *tensors: Tensor) -> tuple[Tensor, ...]:
            given = dict(zip(named_tensors, tensors, strict=True))
            given |= {name: given[name].detach().requires_grad_() for name in self.weights}
            outputs = functional_call(module, given, (inputs,))
            value = loss(outputs, targets)
            gradients = torch.autograd.grad(value, [given[name] for name in self.weights])
            return value, outputs, *map(_laid_out, gradients, layouts)

        with _untouched(module):
            self._program = _recorded(compute, (inputs, targets, *self._tensors))
        try:
            found = _observed(module, lambda: self(inputs, targets))
        except RuntimeError as error:
            raise NotRecorded(str(error)) from error
        if not all(map(_same, found, expected)):
            raise NotRecorded("it gives other numbers than the network")

    def __call__(self, inputs: Tensor, targets: Tensor) -> Sequence[Tensor]:
        """Mean loss (), outputs (N, …), and the gradient of each of ``weights``."""
        return self._program(inputs, targets, *self._tensors)


def _eager(module: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor) -> list[Tensor]:
    with _Counter():
        outputs = module(inputs)
        value = loss(outputs, targets)
        value.backward()
    gradients = [each.grad for each in module.parameters() if each.grad is not None]
    return [value.detach(), outputs.detach(), *gradients]


def _recorded(compute: Callable[..., tuple[Tensor, ...]], arguments: tuple[Tensor, ...]) -> Program:
    """The operations that ``compute`` carries out, as a program."""
    from torch.fx.experimental.proxy_tensor import make_fx

    try:
        return program_of(make_fx(compute)(*arguments))
    except Exception as error:  # whatever it is: the network itself still learns
        raise NotRecorded(str(error)) from error


def _laid_out(gradient: Tensor, like: Tensor) -> Tensor:
    """The gradient, in memory as a backward pass would leave it."""
    if gradient.stride() == like.stride():
        return gradient
    return torch.empty_like(like).copy_(gradient)


def _observed(module: nn.Module, compute: Callable[[], Sequence[Tensor]]) -> list[Tensor]:
    """What ``compute`` gives, and what it leaves in buffers and generator; it is then undone."""
    with _untouched(module):
        results = compute()
        buffers = [each.clone() for each in module.buffers()]
        return [*results, *buffers, torch.get_rng_state()]


@contextmanager
def _untouched(module: nn.Module) -> Iterator[None]:
    """Put buffers and random numbers back to where they were."""
    random, buffers = torch.get_rng_state(), [each.clone() for each in module.buffers()]
    try:
        yield
    finally:
        torch.set_rng_state(random)
        for each, before in zip(module.buffers(), buffers, strict=True):
            each.copy_(before)


def _same(one: Tensor, other: Tensor) -> bool:
    return one.stride() == other.stride() and torch.equal(one, other)


class _Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Gives up when there are too many operations."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._count = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        self._count += 1
        if self._count > _MOST_OPERATIONS:
            raise NotRecorded("it has too many operations")
        return func(*args, **(kwargs or {}))
