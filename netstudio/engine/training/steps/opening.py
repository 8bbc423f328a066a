"""Which way of updating the weights a project's options ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from netstudio.engine.network.modules.masked import TextSequential
from netstudio.engine.training.steps.amendments import amendments
from netstudio.engine.training.steps.compiling import Compiled
from netstudio.engine.training.steps.full import FullStep
from netstudio.engine.training.steps.plain import PlainStep
from netstudio.engine.training.steps.precision import Mixed
from netstudio.engine.training.steps.recomputing import Recomputed
from netstudio.engine.training.steps.replayed import ReplayedStep, Replays
from netstudio.engine.training.steps.step import Forward, Step
from netstudio.tasks.training.options import TrainingOptions


def open_forward(module: nn.Module, options: TrainingOptions) -> Forward:
    """How the network computes its outputs while it learns."""
    saves_memory = options.checkpoint_activations
    forward: Forward = Recomputed(module) if saves_memory else module
    if not options.compile:
        return forward
    sizes_vary = isinstance(module, TextSequential)
    return Compiled(module, forward, sizes_vary=sizes_vary, saves_memory=saves_memory)


def open_step(
    module: nn.Module,
    forward: Forward,
    loss: nn.Module,
    optimizer: Optimizer,
    options: TrainingOptions,
    device: torch.device,
    *,
    replayed: bool = False,
    pieces: int = 1,
    after_update: Callable[[], None] | None = None,
    exchange: Callable[[Sequence[Tensor]], None] | None = None,
) -> Step:
    """The shortest step that does what the options ask for.

    Args:
        module: The network.
        forward: How it computes its outputs.
        loss: What is minimised.
        optimizer: How weights are updated.
        options: The project's options.
        device: Where it computes.
        replayed: Whether its operations are recorded and replayed, where that is possible.
        pieces: In how many parts a batch is computed.
        after_update: Called after each update.
        exchange: Adds up the gradients of all processes that train together; None for a single one.
    """
    parameters = dict(module.named_parameters())
    is_recordable = forward is module and options.precision == "float32"
    replays = Replays(module, loss) if replayed and is_recordable else None
    changes = amendments(options)
    is_alone = after_update is None and exchange is None
    is_plain = options.precision == "float32" and options.accumulate == pieces == 1
    if is_plain and is_alone and not changes:
        plain = PlainStep(forward, loss, optimizer, parameters)
        return plain if replays is None else ReplayedStep(plain, replays, optimizer)
    return FullStep(
        forward,
        loss,
        optimizer,
        parameters,
        mixed=Mixed(options.precision, device),
        amendments=changes,
        accumulate=options.accumulate,
        pieces=pieces,
        after_update=after_update,
        exchange=exchange,
        replays=replays,
    )
