"""What a trained model says about every sample of a part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.job import Job
from netstudio.engine.data.storage.memory import batched
from netstudio.engine.evaluation.measure import finish_of, metrics_of
from netstudio.engine.evaluation.meter import Meter
from netstudio.engine.events import Figures, Preparing
from netstudio.engine.resolve import build
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.settings import read_settings


@dataclass(frozen=True)
class Answered:
    """One batch that went through the network.

    Attributes:
        inputs: What the network received (N, …).
        outputs: What it put out (N, …).
        targets: What the loss compared that with.
    """

    inputs: Tensor
    outputs: Tensor
    targets: Tensor


def answer_all(
    model: TrainedModel, samples: Samples, keep: Callable[[Answered], Tensor]
) -> Job[tuple[Figures, Tensor]]:
    """Run all samples through a model.

    Args:
        model: The model.
        samples: What to ask it about.
        keep: What is to be kept of each batch (N, …).

    Returns:
        Loss and metrics over all samples, and what was kept of them, on the CPU.

    Raises:
        NotFinite: The loss is NaN or infinite.
    """
    settings, _ = read_settings(model.project)
    assert settings.loss is not None
    loss = build(settings.loss.measured().call()).to(model.device)
    meter = Meter(metrics_of(model))
    batches = batched(samples, model.device, channels_last=False)
    kept: list[Tensor] = []
    done = 0
    for chunk in batches.in_order(finish_of(model), model.batch_size):
        for inputs, targets in chunk:
            # Never around the yield, which would leave the caller without gradients.
            with torch.no_grad():
                outputs = model.module(inputs)
                meter.add(loss(outputs, targets), outputs, targets)
                meter.fold()
                kept.append(keep(Answered(inputs, outputs, targets)).cpu())
            done += len(inputs)
            yield Preparing("evaluate", done, len(samples))
    meter.read()
    return meter.figures(), torch.cat(kept)
