"""Recurrent layers on the meta device without their loop over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from torch.overrides import TorchFunctionMode

_RECURRENT = frozenset(("rnn_tanh", "rnn_relu", "lstm", "gru"))


class AllStepsAtOnce(TorchFunctionMode):
    """Lets torch's recurrent layers take all steps together where there are no numbers anyway.

    On the meta device torch loops over time in Python, which takes over a second for 256 steps.
    Shapes, floating-point operations and, nearly, what is kept for the gradient are the same.
    """

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        name = getattr(func, "__name__", "")
        if name in _RECURRENT and args[0].is_meta and isinstance(args[2], list):
            x, _, weights, has_biases, layers, _, _, bidirectional, batch_first = args
            directions = 2 if bidirectional else 1
            outputs = _layers(x, _by_layer(weights, has_biases, layers * directions), directions)
            last = torch.stack([out.select(1 if batch_first else 0, -1) for out in outputs])
            output = torch.cat(outputs[-directions:], -1)
            return (output, last, last) if name == "lstm" else (output, last)
        return func(*args, **(kwargs or {}))


def _by_layer(weights: list[Tensor], has_biases: bool, count: int) -> list[list[Tensor]]:
    """The weights of each layer and direction: into the gates, from step to step, biases."""
    each = 4 if has_biases else 2
    return [weights[number * each : (number + 1) * each] for number in range(count)]


def _layers(x: Tensor, weights: list[list[Tensor]], directions: int) -> list[Tensor]:
    """What each layer and direction puts out."""
    outputs: list[Tensor] = []
    for first in range(0, len(weights), directions):
        outputs += [_layer(x, *own) for own in weights[first : first + directions]]
        x = torch.cat(outputs[-directions:], -1)
    return outputs


def _layer(
    x: Tensor,
    inward: Tensor,
    onward: Tensor,
    inward_bias: Tensor | None = None,
    onward_bias: Tensor | None = None,
) -> Tensor:
    size = onward.shape[1]
    before = x.new_empty(*x.shape[:-1], size)
    gates = functional.linear(x, inward, inward_bias)
    gates = (gates + functional.linear(before, onward, onward_bias)).sigmoid()
    return gates if gates.shape[-1] == size else gates[..., :size].tanh()
