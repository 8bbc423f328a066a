"""Mixed precision: products with 16 bits, weights and sums with 32.

Micikevicius et al., Mixed precision training, 2017.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn
from torch.amp.grad_scaler import GradScaler
from torch.optim import Optimizer

from netstudio.engine.training.steps.step import Forward

_TYPES = {"bfloat16": torch.bfloat16, "float16": torch.float16}


class Mixed:
    """In which precision a network computes while it learns.

    float16 reaches only from 6·10⁻⁸ to 65,504: the loss is multiplied by a large number so that
    small gradients do not vanish, and an update whose gradients overflow is left out.

    Args:
        precision: ``float32``, ``bfloat16`` or ``float16``.
        device: Where it computes.
    """

    def __init__(self, precision: str, device: torch.device) -> None:
        self._autocast: AbstractContextManager[None] = nullcontext()
        if precision in _TYPES:
            self._autocast = torch.autocast(device.type, _TYPES[precision])
        self._scaler = GradScaler(device.type) if precision == "float16" else None

    def forward(
        self, network: Forward, loss: nn.Module, inputs: Tensor, targets: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The mean loss () and the outputs (N, …), both with 32 bits."""
        outputs = self.around(network)(inputs)
        return loss(outputs, targets), outputs

    def around(self, network: Forward) -> Forward:
        """A forward pass in this precision, with outputs of 32 bits."""

        def forward(inputs: Tensor) -> Tensor:
            with self._autocast:
                outputs = network(inputs)
            return outputs.float()

        return forward

    def backward(self, loss: Tensor) -> None:
        """Add the gradients of ``loss`` to those of the weights."""
        scaled = loss if self._scaler is None else self._scaler.scale(loss)
        scaled.backward()  # type: ignore[no-untyped-call]

    def unscale(self, optimizer: Optimizer) -> None:
        """Bring the gradients back to their true size."""
        if self._scaler is not None:
            self._scaler.unscale_(optimizer)

    def step(self, optimizer: Optimizer) -> None:
        """Update the weights, unless a gradient has overflown."""
        if self._scaler is None:
            optimizer.step()
        else:
            self._scaler.step(optimizer)
            self._scaler.update()

    def state(self) -> Mapping[str, Any]:
        """What the next update depends on."""
        return {} if self._scaler is None else self._scaler.state_dict()

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        if self._scaler is not None:
            self._scaler.load_state_dict(dict(state))
