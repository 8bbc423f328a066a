"""How steps are executed: choices that change speed, and results only by rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

import torch

from netstudio.core.spec import IMAGE, TensorSpec

# Below this many floating-point operations in a batch's forward pass, handing work to a second
# thread costs more than it saves (measured on slow cores with the MNIST MLP and the CIFAR CNN).
_FLOPS_WORTH_A_THREAD = 20_000_000

# Above this many, what recording a step saves (tens of microseconds to a few milliseconds) is lost
# among its arithmetic, while the four steps that it takes to record one are felt.
_FLOPS_WORTH_RECORDING = 4_000_000_000


@dataclass(frozen=True)
class Execution:
    """What a run uses; written into its folder and used again when it is resumed.

    Attributes:
        threads: CPU threads within one operation.
        channels_last: Whether pictures are laid out with channels innermost.
        fused: Whether the optimizer updates all weights in one operation.
        replayed: Whether a step's operations are recorded once and replayed from there, which
            changes no number; where it is impossible, steps are executed as usual.
        measured: The day on which all this was measured on this machine, as in 2026-11-21; empty
            where a fixed rule chose it.
    """

    threads: int
    channels_last: bool
    fused: bool
    replayed: bool = False
    measured: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            int(raw["threads"]),
            bool(raw["channels_last"]),
            bool(raw["fused"]),
            bool(raw.get("replayed", False)),
            str(raw.get("measured", "")),
        )


def choose_execution(
    device: torch.device, sample: TensorSpec, batch_size: int, flops: int, convolves: bool
) -> Execution:
    """The fixed rule by network, device and batch size.

    Args:
        device: Where the run computes.
        sample: What the network receives.
        batch_size: Samples in a batch.
        flops: Floating-point operations of the forward pass of one sample.
        convolves: Whether the network has convolutions over pictures.
    """
    # torch's own number heeds OMP_NUM_THREADS, the container's limits and hyper-threading.
    usual = torch.get_num_threads()
    small = device.type == "cpu" and flops * batch_size <= _FLOPS_WORTH_A_THREAD
    return Execution(
        threads=1 if small else usual,
        channels_last=convolves and sample.axes == IMAGE and device.type in ("cpu", "cuda"),
        fused=device.type in ("cpu", "cuda", "mps"),
        replayed=device.type in ("cpu", "cuda") and flops * batch_size <= _FLOPS_WORTH_RECORDING,
    )
