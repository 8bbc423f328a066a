"""A network that learns: module, loss and optimizer on one device."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from netstudio.core.spec import Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.resolve import build, resolve
from netstudio.engine.training.execution import Execution
from netstudio.engine.training.losses import ClassWeighted
from netstudio.tasks.losses import LossDef
from netstudio.tasks.optimizers import OptimizerDef


class Learner:
    """One step of gradient descent after the other.

    Args:
        network: The lowered network.
        loss: What is minimised.
        optimizer: How weights are updated.
        seed: Seeds torch's global generator, from which initial weights and dropout are drawn.
        device: Where it computes.
        execution: How steps are executed.
        class_weights: How much each class counts while it learns, (K,); None for all alike.
    """

    def __init__(
        self,
        network: Call,
        loss: LossDef,
        optimizer: OptimizerDef,
        seed: int,
        device: torch.device,
        execution: Execution,
        class_weights: Tensor | None = None,
    ) -> None:
        # Weights are drawn on the CPU, so that every device starts from the same ones.
        torch.manual_seed(seed)
        self.device = device
        self.module: nn.Module = build(network).to(device)
        if execution.channels_last:
            _put_channels_last(self.module)
        self.loss: nn.Module = build(loss.call()).to(device)
        self._training_loss = self.loss
        if class_weights is not None:
            # Only in training: figures on other parts stay comparable from run to run.
            self._training_loss = ClassWeighted(build(loss.call()), class_weights).to(device)
        how = {"fused": execution.fused} if optimizer.can_be_fused else {}
        self.optimizer: torch.optim.Optimizer = resolve(optimizer.target)(
            self.module.parameters(), **optimizer.arguments(), **how
        )

    def learn(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Update the weights on one batch.

        Returns:
            The batch's mean loss () and the outputs from before the update, both detached.
        """
        outputs = self.module(inputs)
        loss = self._training_loss(outputs, targets)
        loss.backward()
        self.optimizer.step()
        self.optimizer.zero_grad()
        return loss.detach(), outputs.detach()

    @property
    def learning_rate(self) -> float:
        """The current learning rate."""
        return float(self.optimizer.param_groups[0]["lr"])

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = value

    def state(self) -> dict[str, Any]:
        """Everything that the next step depends on."""
        state = {
            "module": self.module.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        if self.device.type == "cuda":
            state["random_device"] = torch.cuda.get_rng_state(self.device)
        elif self.device.type == "mps":
            state["random_device"] = torch.mps.get_rng_state()
        return state

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from what ``state`` gave.

        Raises:
            UserError: It is from another network or optimizer.
        """
        try:
            self.module.load_state_dict(state["module"])
            self.optimizer.load_state_dict(state["optimizer"])
        except (KeyError, RuntimeError, ValueError) as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The run's checkpoint is from another network or optimizer than its project. "
                    "Start a new run.",
                )
            ) from error
        torch.set_rng_state(state["random"])
        if self.device.type == "cuda" and "random_device" in state:
            torch.cuda.set_rng_state(state["random_device"], self.device)
        elif self.device.type == "mps" and "random_device" in state:
            torch.mps.set_rng_state(state["random_device"])


def _put_channels_last(module: nn.Module) -> None:
    """Lay out the weights that slide over pictures; volumes have a layout of their own."""
    for weights in module.parameters():
        if weights.dim() == 4:
            weights.data = weights.data.to(memory_format=torch.channels_last)
