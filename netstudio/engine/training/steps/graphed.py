"""A step on CUDA as one graph of kernels, which the processor starts with a single call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

# CUDA's libraries choose their kernels and take their memory in the first steps.
_WARM_UP = 3


class Graphed:
    """Loss, outputs and gradients, computed by a captured graph.

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
        # A graph reads and writes at fixed places.
        self._inputs, self._targets = inputs.clone(), targets.clone()
        self._graph = torch.cuda.CUDAGraph()
        learning = list(weights.values())

        def compute() -> list[Tensor]:
            outputs = module(self._inputs)
            value = loss(outputs, self._targets)
            gradients = torch.autograd.grad(value, learning)
            found = [value.detach(), outputs.detach()]
            for gradient, like in zip(gradients, layouts, strict=True):
                is_laid_out = gradient.stride() == like.stride()
                found.append(gradient if is_laid_out else torch.empty_like(like).copy_(gradient))
            return found

        stream = torch.cuda.Stream(inputs.device)  # type: ignore[no-untyped-call]
        stream.wait_stream(torch.cuda.current_stream(inputs.device))
        with torch.cuda.stream(stream):
            for _ in range(_WARM_UP):
                compute()
        torch.cuda.current_stream(inputs.device).wait_stream(stream)
        # Other threads may go on using the device meanwhile.
        with torch.cuda.graph(self._graph, stream=stream, capture_error_mode="thread_local"):
            self._found = compute()

    def __call__(self, inputs: Tensor, targets: Tensor) -> Sequence[Tensor]:
        self._inputs.copy_(inputs)
        self._targets.copy_(targets)
        self._graph.replay()
        loss, outputs, *gradients = self._found
        # Loss and outputs are looked at later, when the next batches have overwritten them.
        return loss.clone(), outputs.clone(), *gradients
