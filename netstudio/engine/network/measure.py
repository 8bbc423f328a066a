"""What a module puts out and costs, found by running it on torch's meta device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks

from netstudio.core.spec import Call, TensorSpec
from netstudio.engine.network.cost import Cost
from netstudio.engine.network.operations import OperationCounter
from netstudio.engine.network.recurrence import AllStepsAtOnce
from netstudio.engine.network.stand_ins import StandIn
from netstudio.engine.resolve import build

# One sample is too few for layers that take statistics over the batch.
_BATCH = 2


@dataclass(frozen=True)
class Measured:
    """Facts of one module for one input.

    Attributes:
        sizes: Shape of the output, batch excluded.
        dtype: torch's name of the output's element type.
        cost: What it costs; of a container, without its bodies where ``StandIn`` stands for them.
    """

    sizes: tuple[int, ...]
    dtype: str
    cost: Cost


class Unrunnable(Exception):
    """torch cannot run a module on an input."""


@lru_cache(maxsize=8192)
def measure(call: Call, x: TensorSpec) -> Measured:
    """Run the real module, as in training, on samples without data.

    Raises:
        Unrunnable: torch refuses it; the message is torch's and not meant for users.
    """
    saved: list[Tensor] = []

    def keep(tensor: Tensor) -> Tensor:
        saved.append(tensor)
        return tensor

    try:
        with torch.device("meta"), torch.enable_grad():
            module = build(call).train()
            batch = torch.empty(_BATCH, *x.sizes, dtype=getattr(torch, x.dtype))
            batch.requires_grad_(batch.is_floating_point())
            counter = OperationCounter()
            with counter, saved_tensors_hooks(keep, _unused), AllStepsAtOnce():
                output = module(batch)
    except Exception as error:  # torch raises many types; whatever it is, the layer does not fit
        raise Unrunnable(str(error)) from error
    state = list(module.state_dict().values())
    parameters = sum(parameter.numel() for parameter in module.parameters())
    counted_elsewhere = {_storage(tensor) for tensor in _elsewhere(module, batch)}
    kept = {_storage(tensor): tensor for tensor in (*saved, output)}
    return Measured(
        sizes=tuple(output.shape[1:]),
        dtype=str(output.dtype).removeprefix("torch."),
        cost=Cost(
            parameters=parameters,
            buffers=sum(tensor.numel() for tensor in state) - parameters,
            flops=counter.total // _BATCH,
            activations=sum(
                tensor.untyped_storage().nbytes() // _BATCH
                for storage, tensor in kept.items()
                if storage not in counted_elsewhere
            ),
            stored=sum(tensor.numel() * tensor.element_size() for tensor in state),
        ),
    )


def _elsewhere(module: nn.Module, batch: Tensor) -> Iterator[Tensor]:
    """What memory a module uses that is not its own activations."""
    yield batch
    yield from module.parameters()
    yield from module.buffers()
    for inner in module.modules():
        if isinstance(inner, StandIn):
            yield from inner.given


def _storage(tensor: Tensor) -> int:
    """Which piece of memory a tensor lies in; views of one share it."""
    return int(tensor.untyped_storage()._cdata)


def _unused(tensor: Tensor) -> Tensor:
    """Nothing is ever taken back: there is no backward pass."""
    return tensor
