"""A network's forward and backward pass as compiled code, where that works."""

from __future__ import annotations

import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.engine.training.steps.step import Forward


class Compiled:
    """A forward pass that ``torch.compile`` makes faster, or goes on as it is where that fails.

    It is compiled when the first batch comes, and again for a batch of another size.

    Args:
        forward: From inputs to outputs.
        sizes_vary: Whether inputs differ in more than the number of samples.

    Attributes:
        failure: Why it is not compiled; None while nothing is against it.
    """

    def __init__(self, forward: Forward, sizes_vary: bool = False) -> None:
        self._forward = forward
        # Code for one size is faster; with many sizes it would be compiled over and over.
        self._compiled: Forward | None = torch.compile(
            forward, dynamic=None if sizes_vary else False
        )
        self.failure: Message | None = None

    def __call__(self, inputs: Tensor) -> Tensor:
        if self._compiled is None:
            return self._forward(inputs)
        random = torch.get_rng_state()
        try:
            return self._compiled(inputs)
        except Exception as error:  # noqa: BLE001 (compilers fail in a hundred ways)
            # If it was no fault of the compiler, it comes again.
            torch.set_rng_state(random)
            outputs = self._forward(inputs)
            self._compiled = None
            self.failure = _why_not(error)
            return outputs


def _why_not(error: Exception) -> Message:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The network cannot be compiled on this computer ({reason}). It is trained without; "
            "the results are the same.",
        ),
        reason=lines[0] if lines else type(error).__name__,
    )
