"""The update without any options: as short as PyTorch allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from torch.nn.utils import get_total_norm
from torch.optim import Optimizer

from netstudio.engine.training.steps.step import BatchShare, Forward, Learned


class PlainStep:
    """Forward, backward, update: nothing else.

    Args:
        forward: From inputs to outputs.
        loss: What is minimised.
        optimizer: How weights are updated.
        parameters: The weights by name.
    """

    def __init__(
        self,
        forward: Forward,
        loss: nn.Module,
        optimizer: Optimizer,
        parameters: Mapping[str, nn.Parameter],
    ) -> None:
        self._forward = forward
        self._loss = loss
        self._optimizer = optimizer
        self._parameters = parameters

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        outputs = self._forward(inputs)
        loss = self._loss(outputs, targets)
        loss.backward()
        if not measure:
            self._optimizer.step()
            self._optimizer.zero_grad()
            return Learned(loss.detach(), outputs.detach())
        gradients = gradients_of(self._parameters)
        norm = get_total_norm(gradients.values())
        self._optimizer.step()
        self._optimizer.zero_grad()
        return Learned(loss.detach(), outputs.detach(), norm, gradients)

    def finish(self) -> None:
        """Nothing is ever left over."""

    def state(self) -> Mapping[str, Any]:
        return {}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """It has none."""


def gradients_of(parameters: Mapping[str, nn.Parameter]) -> dict[str, Tensor]:
    """The gradients by name; weights that learn nothing have none."""
    return {name: weights.grad for name, weights in parameters.items() if weights.grad is not None}
