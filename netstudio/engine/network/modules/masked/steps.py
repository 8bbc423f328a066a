"""Which steps of sequences belong to them, and which only fill them up."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def counting_steps(x: Tensor, lengths: Tensor) -> Tensor:
    """True for the steps that count, of shape (N, T)."""
    return torch.arange(x.shape[1], device=x.device) < lengths[:, None]


def filled(x: Tensor, lengths: Tensor, value: float = 0.0) -> Tensor:
    """``x`` with one value in all steps that do not count."""
    counting = counting_steps(x, lengths)
    return x.masked_fill(~counting.reshape(*counting.shape, *[1] * (x.ndim - 2)), value)


def at_least(x: Tensor, steps: int, value: float = 0.0) -> Tensor:
    """``x``, made longer where a window of so many steps would not fit into it."""
    missing = steps - x.shape[1]
    return functional.pad(x, (0, 0, 0, missing), value=value) if missing > 0 else x


def picked(x: Tensor, steps: Tensor) -> Tensor:
    """The steps of each sequence whose numbers are given, of shape (N, K)."""
    return x.gather(1, steps[..., None].expand(-1, -1, x.shape[2]))


def with_edges(x: Tensor, lengths: Tensor, left: int, right: int, mode: str = "zeros") -> Tensor:
    """Each sequence with so many steps more at its start and behind its own last step.

    Args:
        x: The sequences, (N, T, F).
        lengths: How many steps of each count.
        left: How many steps come before it.
        right: How many come behind it.
        mode: What they hold: ``zeros``, ``reflect``, ``replicate`` or ``circular``.
    """
    if mode == "zeros":
        return functional.pad(filled(x, lengths), (0, 0, left, right))
    last = lengths[:, None] - 1
    steps = torch.arange(-left, x.shape[1] + right, device=x.device).expand(len(x), -1)
    if mode == "reflect":
        steps = steps.abs()
        steps = torch.where(steps > last, 2 * last - steps, steps)
    elif mode == "circular":
        steps = steps % lengths[:, None]
    longer = picked(x, torch.minimum(steps.clamp(min=0), last))
    return filled(longer, lengths + left + right)
