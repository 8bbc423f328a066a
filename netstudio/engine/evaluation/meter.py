"""Adding up loss and metrics without waiting for the device at every step."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.evaluation.metrics import Metrics
from netstudio.engine.events import Figures
from netstudio.engine.ranks import Ranks


class NotFinite(UserError):
    """The loss has become NaN or infinite."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The loss is no longer a finite number. The learning rate is probably too high: "
                "lower it (a tenth is a good try) and train again.",
            )
        )


class Meter:
    """Running loss and metrics of an epoch or of a part.

    ``add`` and ``fold`` only queue work on the device; ``read`` waits for it.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._losses: list[Tensor] = []
        self._sizes: list[int] = []
        self._outputs: list[Tensor] = []
        self._targets: list[Tensor] = []
        self._folded: dict[str, Tensor] = {}
        self._loss_sum = 0.0
        self._sums: dict[str, list[float]] = {}
        self._samples = 0

    def add(self, loss: Tensor, outputs: Tensor, targets: Tensor) -> None:
        """Take in one batch: its mean loss () and its outputs (N, …) and targets (N, …)."""
        self._losses.append(loss)
        self._sizes.append(len(targets))
        self._outputs.append(outputs)
        self._targets.append(targets)

    def fold(self) -> None:
        """Let go of the outputs added so far, keeping their sums on the device."""
        if not self._outputs:
            return
        outputs, targets = torch.cat(self._outputs), torch.cat(self._targets)
        for name, metric in self._metrics.items():
            value = metric.sums(outputs, targets)
            self._folded[name] = self._folded[name] + value if name in self._folded else value
        self._outputs.clear()
        self._targets.clear()

    def read(self) -> tuple[float, ...]:
        """Wait for the device and give the losses of the batches since the last call.

        Raises:
            NotFinite: One of them is NaN or infinite.
        """
        self.fold()
        if not self._losses:
            return ()
        losses = tuple(torch.stack(self._losses).tolist())
        for loss, size in zip(losses, self._sizes, strict=True):
            # Added one by one, so that the sum does not depend on when it was read.
            self._loss_sum += loss * size
            self._samples += size
        for name, value in self._folded.items():
            self._add(name, value.tolist())
        self._losses.clear()
        self._sizes.clear()
        self._folded.clear()
        if not all(math.isfinite(loss) for loss in losses):
            raise NotFinite
        return losses

    def exchange(self, ranks: Ranks) -> None:
        """Add what other processes have read of their samples to what was read here."""
        if ranks.size > 1:
            states = ranks.gather(self.state())
            self.load_state(states[0])
            for state in states[1:]:
                self._take_in(state)

    def figures(self) -> Figures:
        """Mean loss and metrics of what was read so far."""
        count = max(1, self._samples)
        metrics = {
            name: metric.figure(self._sums[name], count) if name in self._sums else 0.0
            for name, metric in self._metrics.items()
        }
        return Figures(self._loss_sum / count, metrics, self._samples)

    @property
    def samples(self) -> int:
        """How many samples were read so far."""
        return self._samples

    def state(self) -> dict[str, Any]:
        """The sums that were read, for a checkpoint."""
        return {"loss": self._loss_sum, "metrics": dict(self._sums), "samples": self._samples}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Go on from the sums of a checkpoint."""
        self._loss_sum, self._samples = 0.0, 0
        self._sums = {}
        self._take_in(state)

    def _take_in(self, state: Mapping[str, Any]) -> None:
        """Add the sums of a state to those here."""
        self._loss_sum += float(state["loss"])
        self._samples += int(state["samples"])
        for name in self._metrics:
            if name in state["metrics"]:
                self._add(name, state["metrics"][name])

    def _add(self, name: str, found: Sequence[float]) -> None:
        before = self._sums.get(name, [0.0] * len(found))
        self._sums[name] = [old + new for old, new in zip(before, found, strict=True)]
