"""The update without any options, from recorded operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from torch.nn.utils import get_total_norm
from torch.optim import Optimizer

from netstudio.engine.training.steps.plain import PlainStep
from netstudio.engine.training.steps.recording import NotRecorded, Recording
from netstudio.engine.training.steps.step import BatchShare, Learned
from netstudio.engine.training.steps.updates import Update, open_update


class ReplayedStep:
    """Does what the plain step does, bit for bit, with less of everything around the arithmetic.

    The first shape that comes twice in a row is recorded; batches of others, such as the last one
    of an epoch, take the plain step, and so does everything where recording is impossible.

    Args:
        plain: What it does.
        module: The network, on the CPU or on CUDA.
        loss: What is minimised.
        optimizer: How weights are updated.
    """

    def __init__(
        self, plain: PlainStep, module: nn.Module, loss: nn.Module, optimizer: Optimizer
    ) -> None:
        self._plain = plain
        self._module = module
        self._loss = loss
        self._optimizer = optimizer
        self._last: _Shape | None = None
        self._recorded: _Shape | None = None
        self._recording: Recording | None = None
        self._update: Update | None = None

    def learn(
        self,
        inputs: Tensor,
        targets: Tensor,
        measure: bool = False,
        share: BatchShare | None = None,
    ) -> Learned:
        shape = _shape(inputs, targets)
        if shape == self._last and self._recorded is None:
            self._record(shape, inputs, targets)
        self._last = shape
        if self._recording is None or self._update is None or shape != self._recorded:
            return self._plain.learn(inputs, targets, measure)
        loss, outputs, *gradients = self._recording.replay(inputs, targets)
        if not measure:
            self._update(gradients)
            return Learned(loss, outputs)
        norm = get_total_norm(gradients)
        self._update(gradients)
        kept = [each.clone() for each in gradients]
        named = dict(zip(self._recording.weights, kept, strict=True))
        return Learned(loss, outputs, norm, named)

    def finish(self) -> None:
        """Nothing is ever left over."""

    def state(self) -> Mapping[str, Any]:
        return {}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """It has none."""

    def _record(self, shape: _Shape, inputs: Tensor, targets: Tensor) -> None:
        self._recorded = shape
        try:
            self._recording = Recording(self._module, self._loss, inputs, targets)
        except NotRecorded:
            return
        self._update = open_update(self._optimizer, list(self._recording.weights.values()))


# Everything of a batch that the recorded operations depend on.
_Shape = tuple[object, ...]


def _shape(inputs: Tensor, targets: Tensor) -> _Shape:
    return (
        inputs.shape,
        inputs.stride(),
        inputs.dtype,
        targets.shape,
        targets.stride(),
        targets.dtype,
    )
