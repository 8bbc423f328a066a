"""A network's forward and backward pass as compiled code, where that works."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import torch
import torch._functorch.config
from torch import Tensor, nn

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.engine.training.steps.step import Forward

# Which share of the activations compiled code remembers that is to save memory.
_REMEMBERED = 0.5


class Compiled:
    """A forward pass that ``torch.compile`` makes faster, or another one where that fails.

    It is compiled when the first batch comes, and again for a batch of another size.

    Args:
        network: What is compiled.
        otherwise: How outputs are computed where it cannot be.
        sizes_vary: Whether inputs differ in more than the number of samples.
        saves_memory: Whether the compiler has to see to it that little is remembered for the
            backward pass; it cannot be told by activation checkpointing, whose recomputation it
            does not keep from gathering statistics twice.

    Attributes:
        failure: Why it is not compiled; None while nothing is against it.
    """

    def __init__(
        self,
        network: nn.Module,
        otherwise: Forward,
        *,
        sizes_vary: bool = False,
        saves_memory: bool = False,
    ) -> None:
        self._otherwise = otherwise
        self._saves_memory = saves_memory
        # Code for one size is faster; with many sizes it would be compiled over and over.
        self._compiled: Forward | None = torch.compile(
            network, dynamic=None if sizes_vary else False
        )
        self.failure: Message | None = None

    def __call__(self, inputs: Tensor) -> Tensor:
        if self._compiled is None:
            return self._otherwise(inputs)
        random = torch.get_rng_state()
        try:
            with self._settings():
                return self._compiled(inputs)
        except Exception as error:  # noqa: BLE001 (compilers fail in a hundred ways)
            # If it was no fault of the compiler, it comes again.
            torch.set_rng_state(random)
            outputs = self._otherwise(inputs)
            self._compiled = None
            self.failure = _why_not(error)
            return outputs

    def _settings(self) -> AbstractContextManager[None]:
        if not self._saves_memory:
            return nullcontext()
        settings: AbstractContextManager[None] = torch._functorch.config.patch(
            activation_memory_budget=_REMEMBERED
        )
        return settings


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
