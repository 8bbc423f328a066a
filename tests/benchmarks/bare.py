"""The training loop that an expert writes by hand: the measure for the engine's speed."""

from __future__ import annotations

import time
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from netstudio.core.spec import Call
from netstudio.engine.resolve import build


@dataclass(frozen=True)
class Variant:
    """How the bare loop is tuned."""

    threads: int
    channels_last: bool

    def __str__(self) -> str:
        layout = "channels_last" if self.channels_last else "contiguous"
        return f"{self.threads} thread{'s' if self.threads > 1 else ''}, {layout}"


class BareLoop:
    """Ready-made float data in one tensor, whole batches by index, fused Adam.

    Args:
        network: The same lowered network that the engine trains.
        inputs: Standardised pictures (N, C, H, W).
        targets: Class numbers (N,).
        batch_size: Samples for each update.
        variant: How it is tuned.
    """

    def __init__(
        self, network: Call, inputs: Tensor, targets: Tensor, batch_size: int, variant: Variant
    ) -> None:
        torch.manual_seed(0)
        layout = torch.channels_last if variant.channels_last else torch.contiguous_format
        self.variant = variant
        self._module: nn.Module = build(network).to(memory_format=layout)
        self._inputs = inputs.contiguous(memory_format=layout)
        self._targets = targets
        self._batch_size = batch_size
        self._optimizer = torch.optim.Adam(self._module.parameters(), lr=0.001, fused=True)

    def epoch(self) -> float:
        """Train one epoch; returns samples per second."""
        torch.set_num_threads(self.variant.threads)
        module, optimizer = self._module, self._optimizer
        start = time.perf_counter()
        order = torch.randperm(len(self._targets))
        for index in torch.split(order, self._batch_size):
            loss = functional.cross_entropy(module(self._inputs[index]), self._targets[index])
            torch.autograd.backward(loss)
            optimizer.step()
            optimizer.zero_grad()
        return len(order) / (time.perf_counter() - start)
