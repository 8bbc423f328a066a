"""How steps are executed: choices that change speed, and results only by rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

import torch

from netstudio.core.layer import Family
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, listing, message
from netstudio.core.tree import walk
from netstudio.engine.network.analyse import Analysis
from netstudio.layers import LAYERS

# Below this many floating-point operations in a batch's forward pass, handing work to a second
# thread costs more than it saves (measured on slow cores with the MNIST MLP and the CIFAR CNN).
_FLOPS_WORTH_A_THREAD = 20_000_000

# Above this many, what recording a step saves (tens of microseconds to a few milliseconds) is lost
# among its arithmetic, while the four steps that it takes to record one are felt. A GPU is through
# with the same arithmetic much sooner (its number is an estimate, not measured).
_FLOPS_WORTH_RECORDING = {"cpu": 4_000_000_000, "cuda": 200_000_000_000}


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


def usual_execution(project: Project, analysis: Analysis, device: torch.device) -> Execution:
    """The fixed rule by network, device and batch size.

    Args:
        project: A project whose data's facts are known.
        analysis: What was found of it, without problems that stop training.
        device: Where the run computes.
    """
    options = analysis.settings.training
    assert options is not None
    # torch's own number heeds OMP_NUM_THREADS, the container's limits and hyper-threading.
    usual = torch.get_num_threads()
    work = analysis.flops * options.batch_size
    return Execution(
        threads=1 if device.type == "cpu" and work <= _FLOPS_WORTH_A_THREAD else usual,
        channels_last=can_be_channels_last(project, device),
        fused=device.type in ("cpu", "cuda", "mps"),
        replayed=work <= _FLOPS_WORTH_RECORDING.get(device.type, 0),
    )


def can_be_channels_last(project: Project, device: torch.device) -> bool:
    """Whether a network has convolutions over pictures, on a device that knows this layout."""
    facts = project.data.facts
    families = {LAYERS[node.type].family for node in walk(project.network)}
    takes_pictures = facts is not None and facts.sample.axes == IMAGE
    convolves = takes_pictures and Family.CONVOLUTION in families
    return convolves and device.type in ("cpu", "cuda")


def in_words(execution: Execution) -> Message:
    """How steps are executed, as a person reads it."""
    choices = (
        (execution.threads != 1, _THREADS, _THREAD),
        (execution.channels_last, _CHANNELS_LAST, _CHANNELS_FIRST),
        (execution.fused, _FUSED, _SEPARATE),
        (execution.replayed, _REPLAYED, _STEP_BY_STEP),
    )
    chosen = [yes if applies else no for applies, yes, no in choices]
    return listing([message(text, threads=execution.threads) for text in chosen])


_THREAD = QT_TRANSLATE_NOOP("netstudio", "1 thread")
_THREADS = QT_TRANSLATE_NOOP("netstudio", "{threads} threads")
_CHANNELS_LAST = QT_TRANSLATE_NOOP("netstudio", "channels last")
_CHANNELS_FIRST = QT_TRANSLATE_NOOP("netstudio", "channels first")
_FUSED = QT_TRANSLATE_NOOP("netstudio", "fused update")
_SEPARATE = QT_TRANSLATE_NOOP("netstudio", "separate updates")
_REPLAYED = QT_TRANSLATE_NOOP("netstudio", "replayed steps")
_STEP_BY_STEP = QT_TRANSLATE_NOOP("netstudio", "steps one by one")
