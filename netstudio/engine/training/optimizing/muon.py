"""Muon for the matrices inside a network and AdamW for all other weights, as one optimizer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch
from torch import Tensor
from torch.optim import AdamW, Muon, Optimizer

from netstudio.engine.training.optimizing.groups import MATRICES


class MuonWithAdamW(Optimizer):
    """Two optimizers that act as one.

    Args:
        groups: Weights, or groups of them; those that are marked as matrices are for Muon.
        lr: The learning rate of both.
        weight_decay: The decoupled weight decay of both.
        fused: Whether AdamW updates all weights in one operation.
        muon: The settings that Muon alone has.
    """

    def __init__(
        self,
        groups: Iterable[Tensor] | Iterable[dict[str, Any]],
        lr: float,
        weight_decay: float,
        *,
        fused: bool | None = None,
        **muon: Any,
    ) -> None:
        super().__init__(groups, {"lr": lr, "weight_decay": weight_decay, MATRICES: False})
        matrices = [group for group in self.param_groups if group[MATRICES]]
        others = [group for group in self.param_groups if not group[MATRICES]]
        self._parts: list[Optimizer] = []
        if matrices:
            self._parts.append(Muon(matrices, **muon))
        if others:
            self._parts.append(AdamW(others, fused=fused))
        self._show_parts()

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Update all weights once."""
        assert closure is None
        for part in self._parts:
            part.step()

    def state_dict(self) -> dict[str, Any]:
        return {"parts": [part.state_dict() for part in self._parts]}

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Go on from what ``state_dict`` gave.

        Raises:
            ValueError: It is from other weights.
        """
        saved = state_dict["parts"]
        if len(saved) != len(self._parts):
            raise ValueError("the state is of other parts")
        for part, state in zip(self._parts, saved, strict=True):
            part.load_state_dict(state)
        self._show_parts()

    def _show_parts(self) -> None:
        """Let groups and state be those of the parts: whoever sets a rate sets it there."""
        self.param_groups = [group for part in self._parts for group in part.param_groups]
        self.state = _Joined(self._parts)  # type: ignore[assignment]


class _Joined(Mapping[Tensor, Any]):
    """What several optimizers keep of their weights, in one view."""

    def __init__(self, parts: Iterable[Optimizer]) -> None:
        self._parts = tuple(parts)

    def __getitem__(self, weights: Tensor) -> Any:
        for part in self._parts:
            if weights in part.state:
                return part.state[weights]
        raise KeyError(weights)

    def __iter__(self) -> Any:
        return (weights for part in self._parts for weights in part.state)

    def __len__(self) -> int:
        return sum(len(part.state) for part in self._parts)
