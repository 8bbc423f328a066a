"""A step's operations, recorded once and carried out again without building a graph.

Most of a small network's step is not arithmetic: modules are called, a graph is built and walked
back, and every operation passes through Python. Here forward pass, loss and backward pass are
recorded as they come, and replayed from then on: on the CPU by PyTorch's interpreter, outside of
Python and without the interpreter lock; on CUDA as one graph of kernels. They are the same
operations in the same order, so the numbers are the same, too; each recording is checked for that
before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode

from netstudio.engine.training.steps.graphed import Graphed
from netstudio.engine.training.steps.interpreted import Interpreted

# Networks of more operations take long to record, and their arithmetic outweighs the rest.
_MOST_OPERATIONS = 2_000


class NotRecorded(Exception):
    """The network cannot be recorded: it decides by values, or is too long."""


class Replay(Protocol):
    """Computes batches of one shape as they were computed when it was made.

    The network's weights must stay the tensors that they are; what is in them may change.
    """

    def __call__(self, inputs: Tensor, targets: Tensor) -> Sequence[Tensor]:
        """Mean loss (), outputs (N, …), and the gradients, which the next call may overwrite."""
        ...


class Recording:
    """Loss, outputs and gradients of batches of one shape, replayed.

    Making one draws no random numbers and changes nothing in the network.

    Args:
        module: The network, without gradients; recorded in the mode that it is in.
        loss: What is minimised.
        inputs: A batch such as will come.
        targets: What belongs to it.

    Attributes:
        weights: The weights that have gradients.
        replay: Computes loss, outputs and the gradients of ``weights``.

    Raises:
        NotRecorded: It cannot be recorded, or does not give what the network gives.
    """

    def __init__(self, module: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor) -> None:
        device = inputs.device
        try:
            expected = _observed(module, device, lambda: _eager(module, loss, inputs, targets))
            gradients = {name: each.grad for name, each in module.named_parameters()}
        finally:
            module.zero_grad()
        layouts = [each for each in gradients.values() if each is not None]
        self.weights = {
            name: each for name, each in module.named_parameters() if gradients[name] is not None
        }
        kind = Graphed if device.type == "cuda" else Interpreted
        try:
            with _untouched(module, device):
                self.replay: Replay = kind(module, loss, inputs, targets, self.weights, layouts)
            found = _observed(module, device, lambda: self.replay(inputs, targets))
        except Exception as error:  # whatever it is: the network itself still learns
            raise NotRecorded(str(error)) from error
        if not all(map(_same, found, expected)):
            raise NotRecorded("it gives other numbers than the network")


def _eager(module: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor) -> list[Tensor]:
    with _Counter():
        outputs = module(inputs)
        value = loss(outputs, targets)
        value.backward()
    gradients = [each.grad for each in module.parameters() if each.grad is not None]
    return [value.detach(), outputs.detach(), *gradients]


def _observed(
    module: nn.Module, device: torch.device, compute: Callable[[], Sequence[Tensor]]
) -> list[Tensor]:
    """What ``compute`` gives, and what it leaves in buffers and generators; it is then undone."""
    with _untouched(module, device):
        results = [each.clone() for each in compute()]
        buffers = [each.clone() for each in module.buffers()]
        return [*results, *buffers, *_random(device)]


@contextmanager
def _untouched(module: nn.Module, device: torch.device) -> Iterator[None]:
    """Put buffers and random numbers back to where they were."""
    random, buffers = _random(device), [each.clone() for each in module.buffers()]
    try:
        yield
    finally:
        torch.set_rng_state(random[0])
        if device.type == "cuda":
            torch.cuda.set_rng_state(random[1], device)
        for each, before in zip(module.buffers(), buffers, strict=True):
            each.copy_(before)


def _random(device: torch.device) -> list[Tensor]:
    states = [torch.get_rng_state()]
    if device.type == "cuda":
        states.append(torch.cuda.get_rng_state(device))
    return states


def _same(one: Tensor, other: Tensor) -> bool:
    if one.stride() != other.stride():
        return False
    # Some of CUDA's sums are not in the same order each time, whoever starts them.
    return torch.allclose(one, other, 1e-3, 1e-5) if one.is_cuda else torch.equal(one, other)


class _Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Gives up when there are too many operations."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._count = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Mapping[str, Any] | None = None
    ) -> object:
        self._count += 1
        if self._count > _MOST_OPERATIONS:
            raise NotRecorded("it has too many operations")
        return func(*args, **(kwargs or {}))
