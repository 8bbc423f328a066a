"""Loss and metrics of a network on samples that it does not learn from."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from netstudio.engine.data.batches import ResidentSamples
from netstudio.engine.data.dataset import Job
from netstudio.engine.evaluation.meter import Meter, MetricSums
from netstudio.engine.events import Figures, Preparing
from netstudio.engine.resolve import resolve
from netstudio.tasks.metrics import MetricDef


def metric_sums(metrics: tuple[MetricDef, ...]) -> MetricSums:
    """The engine's functions for declared metrics."""
    return {metric.type: resolve(metric.target) for metric in metrics}


def evaluate(
    module: nn.Module,
    loss: nn.Module,
    metrics: MetricSums,
    preprocess: Callable[[Tensor], Tensor],
    samples: ResidentSamples,
    batch_size: int,
) -> Job[Figures]:
    """Run all samples through the network in eval mode.

    Args:
        module: The network.
        loss: The mean loss of a batch.
        metrics: What is measured beside it.
        preprocess: Turns stored inputs into the network's.
        samples: What to measure on.
        batch_size: How many samples to compute at a time; see ``batches.evaluation_batch``.

    Raises:
        NotFinite: The loss is NaN or infinite.
    """
    was_training = module.training
    module.eval()
    meter = Meter(metrics)
    done = 0
    try:
        for chunk in samples.in_order(preprocess, batch_size):
            for inputs, targets in chunk:
                # Never around the yield, which would leave the caller without gradients.
                with torch.no_grad():
                    outputs = module(inputs)
                    meter.add(loss(outputs, targets), outputs, targets)
                    meter.fold()
                done += len(targets)
                yield Preparing("evaluate", done, len(samples))
        meter.read()
    finally:
        module.train(was_training)
    return meter.figures()
