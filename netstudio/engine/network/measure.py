"""What a module puts out and costs, found by running it on torch's meta device."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import torch
from torch.utils.flop_counter import FlopCounterMode

from netstudio.core.spec import Call, TensorSpec
from netstudio.engine.resolve import build


@dataclass(frozen=True)
class Measured:
    """Facts of one module for one input.

    Attributes:
        sizes: Shape of the output, batch excluded.
        dtype: torch's name of the output's element type.
        parameters: How many learned numbers it has.
        flops: Floating-point operations for one sample (a multiply-add counts as two).
    """

    sizes: tuple[int, ...]
    dtype: str
    parameters: int
    flops: int


class Unrunnable(Exception):
    """torch cannot run a module on an input."""


@lru_cache(maxsize=8192)
def measure(call: Call, x: TensorSpec) -> Measured:
    """Run the real module on a sample without data.

    Raises:
        Unrunnable: torch refuses it; the message is torch's and not meant for users.
    """
    try:
        with torch.device("meta"), torch.no_grad():
            module = build(call).eval()
            sample = torch.empty(1, *x.sizes, dtype=getattr(torch, x.dtype))
            with FlopCounterMode(display=False) as counter:
                output = module(sample)
    except Exception as error:  # torch raises many types; whatever it is, the layer does not fit
        raise Unrunnable(str(error)) from error
    return Measured(
        sizes=tuple(output.shape[1:]),
        dtype=str(output.dtype).removeprefix("torch."),
        parameters=sum(parameter.numel() for parameter in module.parameters()),
        flops=counter.get_total_flops(),
    )
