"""A step on the CPU as a list of operations that PyTorch's interpreter carries out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.func import functional_call

from netstudio.engine.training.steps.program import program_of
from netstudio.engine.training.steps.rewriting import pooled_before_activated, without_renames


class Interpreted:
    """Loss, outputs and gradients, computed outside of Python and without the interpreter lock.

    Args:
        module: The network; what it computes while this is made leaves its traces in it.
        loss: What is minimised.
        inputs: A batch such as will come.
        targets: What belongs to it.
        weights: Those whose gradients are wanted.
        layouts: For each of them a tensor that lies in memory as its gradient should.
    """

    def __init__(
        self,
        module: nn.Module,
        loss: nn.Module,
        inputs: Tensor,
        targets: Tensor,
        weights: Mapping[str, Tensor],
        layouts: Sequence[Tensor],
    ) -> None:
        # Imported here, because it takes a while and few need it.
        from torch.fx.experimental.proxy_tensor import make_fx

        named = {**dict(module.named_parameters()), **dict(module.named_buffers())}
        self._tensors = [each.detach() for each in named.values()]

        def compute(inputs: Tensor, targets: Tensor, *tensors: Tensor) -> tuple[Tensor, ...]:
            given = dict(zip(named, tensors, strict=True))
            given |= {name: given[name].detach().requires_grad_() for name in weights}
            outputs = functional_call(module, given, (inputs,))
            value = loss(outputs, targets)
            gradients = torch.autograd.grad(value, [given[name] for name in weights])
            return value, outputs, *map(_laid_out, gradients, layouts)

        recorded = make_fx(compute)(inputs, targets, *self._tensors)
        without_renames(recorded.graph)
        pooled_before_activated(recorded.graph)
        self._program = program_of(recorded)

    def __call__(self, inputs: Tensor, targets: Tensor) -> Sequence[Tensor]:
        return self._program(inputs, targets, *self._tensors)


def _laid_out(gradient: Tensor, like: Tensor) -> Tensor:
    """The gradient, in memory as a backward pass would leave it."""
    if gradient.stride() == like.stride():
        return gradient
    return torch.empty_like(like).copy_(gradient)
