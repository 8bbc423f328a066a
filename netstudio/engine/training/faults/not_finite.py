"""Where in a network numbers first cease to be finite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from netstudio.engine.training.steps.step import Forward


def first_not_finite(
    module: nn.Module, inputs: Tensor, forward: Forward | None = None
) -> str | None:
    """The path of the first module that puts out NaN or infinity; None where none does.

    The network is used in the mode that it is in, and left as it was: no weight, no statistic and
    no random number changes. Once an update has brought NaN into all weights, the first module with
    weights is found: so look before that, or at weights from before.

    Args:
        module: The network.
        inputs: What it receives (N, …).
        forward: How it computes, such as in mixed precision; its plain call where left out.
    """
    found: list[str] = []

    def look(name: str, _: nn.Module, __: Any, output: object) -> None:
        # The first that ends is the innermost of those that contain each other.
        if not found and isinstance(output, Tensor) and not bool(output.isfinite().all()):
            found.append(name)

    hooks = [
        inner.register_forward_hook(partial(look, name)) for name, inner in module.named_modules()
    ]
    try:
        with _untouched(module, inputs.device), torch.no_grad():
            (forward or module)(inputs)
    finally:
        for hook in hooks:
            hook.remove()
    return found[0] if found else None


@contextmanager
def _untouched(module: nn.Module, device: torch.device) -> Iterator[None]:
    buffers = [each.clone() for each in module.buffers()]
    devices = [device] if device.type != "cpu" else []
    try:
        with torch.random.fork_rng(devices, device_type=device.type if devices else "cuda"):
            yield
    finally:
        with torch.no_grad():
            for each, before in zip(module.buffers(), buffers, strict=True):
                each.copy_(before)
