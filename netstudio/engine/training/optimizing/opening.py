"""From a declared optimizer to torch's."""

from __future__ import annotations

from typing import Any

from torch.optim import Optimizer

from netstudio.engine.resolve import resolve
from netstudio.tasks.optimizers import OptimizerDef


def open_optimizer(
    definition: OptimizerDef, groups: list[dict[str, Any]], fused: bool
) -> Optimizer:
    """The optimizer that updates these weights.

    Args:
        definition: Which, with its settings.
        groups: What ``parameter_groups`` gave.
        fused: Whether it may update all weights in one operation, where torch can.
    """
    device = groups[0]["params"][0].device.type
    how: dict[str, Any] = {}
    if definition.fused_on:
        how["fused"] = fused and device in definition.fused_on
    if definition.has_foreach and not how.get("fused"):
        # Not torch's choice, which on the CPU is one weight after the other: half as fast.
        how["foreach"] = True
    optimizer: Optimizer = resolve(definition.target)(groups, **definition.arguments(), **how)
    return optimizer
