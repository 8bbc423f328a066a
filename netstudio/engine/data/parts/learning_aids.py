"""Making a task harder on purpose: fewer training samples, and wrong labels among them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.records import Indices, Records


def fewer(count: int, strata: Indices, seed: int) -> Indices:
    """Choose some of the samples, of each class as large a share as before.

    Whoever takes more with the same seed takes these and others, so that runs can be compared.

    Args:
        count: How many are wanted.
        strata: The class of every sample, or zeros where there are none.
        seed: Where chance starts.

    Returns:
        The chosen samples' numbers, in ascending order.
    """
    generator = np.random.default_rng((seed, 1))
    shuffled = generator.permutation(len(strata))
    # The place of each sample among those of its class, as a share: all classes fill up evenly.
    places = np.empty(len(strata))
    for number in np.unique(strata):
        of_class = shuffled[strata[shuffled] == number]
        places[of_class] = (np.arange(len(of_class)) + 0.5) / len(of_class)
    ties = generator.permutation(len(strata))
    chosen: Indices = np.lexsort((ties, places))[:count]
    return np.sort(chosen)


def spoiled(records: Records, share: float, classes: int, seed: int) -> tuple[Records, int]:
    """Give some samples a wrong target.

    A class becomes another one, each as likely; of labels, all are turned around; values are
    exchanged among the chosen samples. A sample that is its own target stays as it is.

    Args:
        records: The training part.
        share: Of how many, from 0 to 1.
        classes: How many classes there are.
        seed: Where chance starts.

    Returns:
        The records, and how many of them are spoiled.
    """
    count = round(share * len(records))
    if records.targets is None or not count:
        return records, 0
    generator = np.random.default_rng((seed, 2))
    index = torch.from_numpy(generator.permutation(len(records))[:count])
    targets = records.targets.clone()
    targets[index] = _wrong(targets[index], classes, generator)
    return replace(records, targets=targets), count


def _wrong(targets: Tensor, classes: int, generator: np.random.Generator) -> Tensor:
    if not targets.is_floating_point():
        steps = torch.from_numpy(generator.integers(1, classes, len(targets)))
        return (targets + steps) % classes
    if classes:
        return 1 - targets
    return targets.roll(1, 0)
