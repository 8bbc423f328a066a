"""A network that learns: module, loss and optimizer on one device."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from types import MappingProxyType
from typing import Any

import torch
from torch import Tensor, nn

from netstudio.core.spec import Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.engine.ranks import ALONE, Ranks
from netstudio.engine.resolve import build
from netstudio.engine.training.averaging import Averaging, open_averaging
from netstudio.engine.training.beginning.layer_learning import Learnings
from netstudio.engine.training.execution import Execution
from netstudio.engine.training.faults.not_finite import first_not_finite
from netstudio.engine.training.losses import ClassWeighted
from netstudio.engine.training.optimizing.groups import parameter_groups
from netstudio.engine.training.optimizing.opening import open_optimizer
from netstudio.engine.training.optimizing.rates import Rates
from netstudio.engine.training.steps.compiling import Compiled
from netstudio.engine.training.steps.opening import open_forward, open_step
from netstudio.engine.training.steps.precision import Mixed
from netstudio.engine.training.steps.step import BatchShare, Learned, Step
from netstudio.tasks.settings import Settings


def draw(network: Call, seed: int) -> nn.Module:
    """The network with its first weights; seeds torch's global generator, as dropout needs it.

    On the CPU, so that every device starts from the same ones.
    """
    torch.manual_seed(seed)
    return build(network)


class Learner:
    """One step of gradient descent after the other.

    Args:
        module: The network with its first weights.
        settings: The project's choices; loss, optimizer, schedule and training hold.
        device: Where it computes.
        execution: How steps are executed.
        class_weights: How much each class counts while it learns, (K,); None for all alike.
        ranks: The processes that train together.
        known: Which parts of the network learn at a rate of their own, and which are frozen.

    Attributes:
        device: Where it computes.
        module: The network that learns.
        loss: What is measured on samples that are not learned from.
        training_loss: What is minimised; with class weights.
        optimizer: How weights are updated.
    """

    def __init__(
        self,
        module: nn.Module,
        settings: Settings,
        device: torch.device,
        execution: Execution,
        class_weights: Tensor | None = None,
        ranks: Ranks = ALONE,
        known: Learnings = MappingProxyType({}),
    ) -> None:
        loss, optimizer, schedule = settings.loss, settings.optimizer, settings.schedule
        assert loss is not None
        assert optimizer is not None
        assert schedule is not None
        assert settings.training is not None
        self._options = settings.training
        self._ranks = ranks
        self.device = device
        self.module = module.to(device)
        if execution.channels_last:
            _put_channels_last(self.module)
        # Smoothing and class weights only in training: figures on other parts stay comparable.
        self.loss = build(loss.measured().call()).to(device)
        self.training_loss = build(loss.call()).to(device)
        if class_weights is not None:
            self.training_loss = ClassWeighted(self.training_loss, class_weights).to(device)
        groups = parameter_groups(self.module, optimizer, known, self._options)
        self.optimizer = open_optimizer(optimizer, groups, execution.fused)
        self._rates = Rates(self.optimizer, optimizer.lr, schedule, self._options.epochs)
        self._epoch = 0.0
        self._averaging: Averaging | None = open_averaging(
            self.module, self._options, self._options.epochs
        )
        self._forward = open_forward(self.module, self._options)
        self._pieces = 1
        self._replayed = execution.replayed
        self._step = self._open_step()

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        """Learn from one batch; with accumulation, not every batch brings an update.

        Nothing here waits for the device.

        Args:
            inputs: What the network receives (N, …).
            targets: What the loss compares its outputs with (N, …).
            measure: Whether norm and gradients are wanted of the next update.
            share: Which part of the batch these are, where several processes train together.
        """
        return self._step.learn(inputs, targets, measure, share)

    def set_epoch(self, epoch: float) -> None:
        """Say before a batch how many epochs are done, with fractions; the schedule goes by it."""
        self._epoch = epoch
        self._rates.set_epoch(epoch)

    def take_figure(self, figure: float) -> None:
        """Tell after an epoch what was monitored: the smaller, the better."""
        self._rates.epoch_ended(figure)

    def finish_epoch(self) -> Tensor | None:
        """Update the weights by what is left of the epoch's last group of batches.

        A second time it does nothing, so that a resumed run may end an epoch again.

        Returns:
            The norm of the gradients of that update (), where it was to be measured.
        """
        norm = self._step.finish()
        if self._averaging is not None:
            self._averaging.epoch_ended(floor(self._epoch) + 1)
        return norm

    @property
    def evaluated(self) -> nn.Module:
        """The network whose weights are measured and saved: an average, or that which learns."""
        if self._averaging is None or self._averaging.module is None:
            return self.module
        return self._averaging.module

    @property
    def renews_statistics(self) -> bool:
        """Whether ``averaging.renew_statistics`` has to make ``evaluated`` ready after epochs."""
        averaging = self._averaging
        return averaging is not None and averaging.renews and averaging.module is not None

    @property
    def pieces(self) -> int:
        """In how many parts a batch is computed; its effect is that of the whole batch."""
        return self._pieces

    @pieces.setter
    def pieces(self, count: int) -> None:
        """Compute batches in so many parts from now on.

        What a batch that failed has left behind is dropped, and with it the batches before it that
        had not brought an update yet.
        """
        self.optimizer.zero_grad()
        self._pieces = count
        kept = self._step.state().get("scaler", {})
        self._step = self._open_step()
        if kept:
            self._step.load_state({**self._step.state(), "scaler": kept})

    def take_notes(self) -> tuple[Message, ...]:
        """What the user should know about how it computes, each told once."""
        forward = self._forward
        if not isinstance(forward, Compiled) or forward.failure is None:
            return ()
        note, forward.failure = forward.failure, None
        return (note,)

    def first_not_finite(self, inputs: Tensor) -> str | None:
        """The path of the first module that puts out NaN or infinity; None where none does."""
        mixed = Mixed(self._options.precision, self.device)
        return first_not_finite(self.module, inputs, mixed.around(self.module))

    @property
    def learning_rate(self) -> float:
        """The current learning rate."""
        return self._rates.current

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        self._rates.current = value

    def state(self) -> dict[str, Any]:
        """Everything that the next step depends on."""
        state = {
            "module": self.module.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "rates": self._rates.state(),
            "epoch": self._epoch,
            "pieces": self._pieces,
            "step": self._step.state(),
            "averaging": None if self._averaging is None else self._averaging.state(),
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
            UserError: It is from another network or optimizer, or from other options.
        """
        try:
            self.module.load_state_dict(state["module"])
            self.optimizer.load_state_dict(state["optimizer"])
            self._rates.load_state(state["rates"])
            self._epoch = state["epoch"]
            if state["pieces"] != self._pieces:
                self.pieces = state["pieces"]
            self._step.load_state(state["step"])
            if self._averaging is not None:
                self._averaging.load_state(state["averaging"])
        except (KeyError, RuntimeError, TypeError, ValueError) as error:
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

    def _open_step(self) -> Step:
        return open_step(
            self.module,
            self._forward,
            self.training_loss,
            self.optimizer,
            self._options,
            self.device,
            replayed=self._replayed,
            pieces=self._pieces,
            after_update=self._averaging.after_update if self._averaging is not None else None,
            exchange=self._ranks.sum_gradients if self._ranks.size > 1 else None,
        )


def _put_channels_last(module: nn.Module) -> None:
    """Lay out the weights that slide over pictures; volumes have a layout of their own."""
    for weights in module.parameters():
        if weights.dim() == 4:
            weights.data = weights.data.to(memory_format=torch.channels_last)
