"""Loss and metrics of a network on samples that it does not learn from."""

from __future__ import annotations

import torch
from torch import nn

from netstudio.engine.data.job import Job
from netstudio.engine.data.storage.batches import BatchedSamples, Finish
from netstudio.engine.evaluation.meter import Meter
from netstudio.engine.evaluation.metrics import Metrics
from netstudio.engine.events import Figures, Preparing
from netstudio.engine.ranks import ALONE, Ranks


def evaluate(
    module: nn.Module,
    loss: nn.Module,
    metrics: Metrics,
    finish: Finish,
    samples: BatchedSamples,
    batch_size: int,
    ranks: Ranks = ALONE,
) -> Job[Figures]:
    """Run all samples through the network in eval mode.

    Args:
        module: The network.
        loss: The mean loss of a batch.
        metrics: What is measured beside it.
        finish: Makes batches of stored samples.
        samples: What to measure on.
        batch_size: How many samples to compute at a time; see ``batches.evaluation_batch``.
        ranks: The processes that measure together, each on samples of its own.

    Raises:
        NotFinite: The loss is NaN or infinite.
    """
    was_training = module.training
    module.eval()
    meter = Meter(metrics)
    done = 0
    try:
        for chunk in samples.in_order(finish, batch_size):
            for inputs, targets in chunk:
                # Never around the yield, which would leave the caller without gradients.
                with torch.no_grad():
                    outputs = module(inputs)
                    meter.add(loss(outputs, targets), outputs, targets)
                    meter.fold()
                done += len(targets)
                yield Preparing("evaluate", done, len(samples))
        meter.read()
        meter.exchange(ranks)
    finally:
        module.train(was_training)
    return meter.figures()
