"""Looks at every layer of a network on a small fixed batch, and leaves it as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from netstudio.core.tree import walk
from netstudio.engine.insight.histograms import sizes, spread
from netstudio.engine.insight.layers import LayerSeen, NetworkSeen, named, numbers
from netstudio.engine.insight.owners import Owners
from netstudio.engine.watching import Sight, looking

# A look must stay cheap: fewer samples where the network is large, and so many numbers of a layer.
_MOST_SAMPLES, _FEWEST_SAMPLES = 128, 16
_FLOPS = 500_000_000
_MOST_NUMBERS = 2_048

# Activations that put out nothing below zero: a unit that does so for all samples learns no more.
_CAN_DIE = frozenset(("ReLU", "ReLU6"))
# The limits of activations that flatten out, and how near to one counts as being there.
_LIMITS: Mapping[str, tuple[float, float]] = {"Sigmoid": (0.0, 1.0), "Tanh": (-1.0, 1.0)}
_NEAR = 0.02
_NEARLY_ALWAYS = 0.9


def look_at_layers(sight: Sight) -> NetworkSeen:
    """Statistics of all layers; no number of the network, no gradient and no chance is touched."""
    inputs, targets = looked_at(sight)
    module, owners = sight.learning, Owners(sight.network)
    found: dict[str, _Collected] = defaultdict(_Collected)
    with looking(module), _overheard(module, owners, found):
        gradients = _gradients(module, sight.loss, inputs, targets)
    for (name, parameter), gradient in zip(module.named_parameters(), gradients, strict=True):
        if (owner := owners.of(name)) is not None:
            found[owner.uid].weights.append(_some(parameter))
            if gradient is not None:
                found[owner.uid].gradients.append(_some(gradient))
    layers = [(named(node), found[node.uid]) for node in walk(sight.network) if node.uid in found]
    return NetworkSeen(_read(layers), len(inputs))


def looked_at(sight: Sight) -> tuple[Tensor, Tensor]:
    """The batch that is looked at: always the same, from all over the training part."""
    part = sight.dataset.train
    wanted = max(_FEWEST_SAMPLES, min(_MOST_SAMPLES, _FLOPS // max(1, sight.flops)))
    count = min(len(part), wanted)
    samples = part.select(torch.linspace(0, len(part) - 1, count).long())
    stored = samples.inputs[:].to(sight.device)
    return sight.finish(stored, samples.targets.to(sight.device), [count], 0)[0]


@dataclass
class _Collected:
    """What was taken from one layer, still on the device.

    Attributes:
        units: How many units it has.
        shares: The shares of dead and saturated units, by name, each ().
    """

    weights: list[Tensor] = field(default_factory=list)
    gradients: list[Tensor] = field(default_factory=list)
    outputs: list[Tensor] = field(default_factory=list)
    units: int = 0
    shares: dict[str, list[Tensor]] = field(default_factory=lambda: defaultdict(list))


def _gradients(
    module: nn.Module, loss: nn.Module, inputs: Tensor, targets: Tensor
) -> list[Tensor | None]:
    """The gradient of each weight, in the module's order; ``.grad`` stays what it is."""
    weights = list(module.parameters())
    learned = [weight for weight in weights if weight.requires_grad]
    # cuDNN's recurrent layers have no way back in eval mode.
    with torch.enable_grad(), torch.backends.cudnn.flags(enabled=not _is_recurrent(module)):
        outputs = module(inputs)
        if not learned:
            return [None] * len(weights)
        found = iter(torch.autograd.grad(loss(outputs, targets), learned, allow_unused=True))
    return [next(found) if weight.requires_grad else None for weight in weights]


def _is_recurrent(module: nn.Module) -> bool:
    return any(isinstance(part, nn.RNNBase) for part in module.modules())


@contextmanager
def _overheard(
    module: nn.Module, owners: Owners, found: Mapping[str, _Collected]
) -> Iterator[None]:
    """Take from what each layer puts out while the network computes."""
    with ExitStack() as hooks:
        for name, part in module.named_modules():
            node = owners.of(name)
            if node is None or not owners.is_layer(name):
                continue
            collected, type_name = found[node.uid], node.type

            def hear(
                _: nn.Module,
                __: object,
                outputs: object,
                collected: _Collected = collected,
                type_name: str = type_name,
            ) -> None:
                if isinstance(outputs, Tensor) and outputs.is_floating_point():
                    _collect(collected, type_name, outputs.detach())

            hooks.callback(part.register_forward_hook(hear).remove)
        yield


def _collect(collected: _Collected, type_name: str, outputs: Tensor) -> None:
    collected.outputs.append(_some(outputs))
    by_unit = _by_unit(outputs)
    collected.units = len(by_unit)
    if type_name in _CAN_DIE:
        collected.shares["dead"].append((by_unit.amax(1) <= 0).float().mean())
    elif type_name in _LIMITS:
        low, high = _LIMITS[type_name]
        margin = _NEAR * (high - low)
        is_near = (by_unit < low + margin) | (by_unit > high - margin)
        stuck = is_near.float().mean(1) > _NEARLY_ALWAYS
        collected.shares["saturated"].append(stuck.float().mean())


def _by_unit(outputs: Tensor) -> Tensor:
    """One row for each filter or feature: (N, F), (N, time, F) or (N, C, …) -> (units, numbers)."""
    axis = 1 if outputs.dim() != 3 else 2
    return outputs.movedim(axis, 0).flatten(1)


def _some(values: Tensor) -> Tensor:
    """As many numbers as are looked at, from all over."""
    flat = values.detach().reshape(-1)
    return flat[:: max(1, len(flat) // _MOST_NUMBERS)].float()


def _read(layers: Sequence[tuple[LayerSeen, _Collected]]) -> tuple[LayerSeen, ...]:
    """Bring everything to the host in one go, and count it there."""
    kept = [
        tensor.reshape(-1)
        for _, taken in layers
        for tensor in (
            *taken.weights,
            *taken.gradients,
            *taken.outputs,
            *(share for shares in taken.shares.values() for share in shares),
        )
    ]
    if not kept:
        return ()
    host = torch.cat(kept).cpu().numpy()
    reader = _Reader(host)
    return tuple(_summed_up(seen, taken, reader) for seen, taken in layers)


class _Reader:
    """Gives back, one after the other, the parts of what was brought to the host."""

    def __init__(self, values: NDArray[np.float32]) -> None:
        self._values = values
        self._at = 0

    def take(self, tensors: Sequence[Tensor]) -> NDArray[np.float32]:
        count = sum(tensor.numel() for tensor in tensors)
        self._at += count
        return self._values[self._at - count : self._at]


def _summed_up(seen: LayerSeen, taken: _Collected, reader: _Reader) -> LayerSeen:
    weights, gradients, outputs = (
        reader.take(tensors) for tensors in (taken.weights, taken.gradients, taken.outputs)
    )
    shares = {name: float(reader.take(each).mean()) for name, each in taken.shares.items()}
    if not all(np.isfinite(values).all() for values in (weights, gradients, outputs)):
        return replace(seen, units=taken.units, finite=False)
    # Most rows of an embedding are not looked up by these samples.
    learned = gradients[gradients != 0] if gradients.any() else gradients
    return replace(
        seen,
        weights=numbers(weights, spread(weights)) if len(weights) else None,
        gradients=numbers(learned, sizes(learned)) if len(learned) else None,
        outputs=numbers(outputs, spread(outputs)) if len(outputs) else None,
        units=taken.units,
        dead=shares.get("dead"),
        saturated=shares.get("saturated"),
    )
