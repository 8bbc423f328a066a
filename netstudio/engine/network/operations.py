"""Counting what torch calculates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry


def _batch_norm(x: Tensor, *others: object) -> tuple[Tensor, Tensor, Tensor]:
    """The output, and the mean and deviation of each channel."""
    return torch.empty_like(x), x.new_empty(x.shape[1]), x.new_empty(x.shape[1])


# What torch works out in Python where there are no numbers, step by step: frequent and slow.
_QUICK: Mapping[Any, Callable[..., Any]] = {
    torch.ops.aten.relu.default: torch.empty_like,
    torch.ops.aten.native_batch_norm.default: _batch_norm,
}


class OperationCounter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Adds up floating-point operations by torch's own formulas, a multiply-add as two.

    ``FlopCounterMode`` also takes every other operator apart and notes which module calls it, for
    which an analysis has no time.

    Attributes:
        total: What was counted so far.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.total = 0

    def __torch_dispatch__(
        self,
        func: Any,
        types: Sequence[type],
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        named = kwargs or {}
        quick = _QUICK.get(func)
        output = quick(*args) if quick is not None and args[0].is_meta else func(*args, **named)
        formula = flop_registry.get(func._overloadpacket)
        if formula is not None:
            self.total += formula(*args, **named, out_val=output)
        return output
