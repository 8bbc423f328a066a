"""Which classes a network never names."""

from __future__ import annotations

import torch

from netstudio.engine.evaluation.metrics import true_classes
from netstudio.engine.watching import Sight

# So many samples of a class must be there for its absence to say something.
_LEAST_OF_CLASS = 10
_FEWEST, _FOR_EACH_CLASS = 256, 30
_FLOPS = 1_000_000_000
_BATCH = 256


def missed_classes(sight: Sight) -> tuple[str, ...]:
    """Classes of the validation part that none of the samples looked at is taken for."""
    classes, part = sight.dataset.classes, sight.dataset.validation
    wanted = max(_FEWEST, _FOR_EACH_CLASS * len(classes))
    count = min(len(part), wanted, _FLOPS // max(1, sight.flops))
    if not count:
        return ()
    samples = part.select(torch.linspace(0, len(part) - 1, count).long())
    sizes = [min(_BATCH, count - at) for at in range(0, count, _BATCH)]
    batches = sight.finish(
        samples.inputs[:].to(sight.device), samples.targets.to(sight.device), sizes, 0
    )
    named = torch.cat([sight.answer(sight.module(inputs)).argmax(1) for inputs, _ in batches])
    length = len(classes)
    predicted = named.cpu().bincount(minlength=length)
    there = true_classes(samples.targets).bincount(minlength=length)
    missed = (there >= _LEAST_OF_CLASS) & (predicted == 0)
    return tuple(name for name, is_missed in zip(classes, missed, strict=True) if is_missed)
