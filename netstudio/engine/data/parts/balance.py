"""Classes of unequal size: how unequal they are, and what makes up for it in training."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.records import Indices

# From how many times the smallest class's samples on the largest is called larger.
UNBALANCED = 3.0


def imbalance(counts: Indices) -> float:
    """How many times as many samples the largest class has as the smallest that has any."""
    present = counts[counts > 0]
    return float(present.max() / present.min()) if len(present) else 1.0


def class_weights(targets: Tensor, classes: int) -> Tensor:
    """How much a sample of each class counts, so that all classes count alike, float32 (K,).

    The weights' mean over the samples is 1, so that the learning rate need not change:
    w_c = N / (K · N_c) for the K classes that occur (King and Zeng, Logistic regression in rare
    events data, 2001). Classes without samples get 0.

    Args:
        targets: The class of each training sample, int64 (N,).
        classes: How many classes there are.
    """
    counts = torch.bincount(targets, minlength=classes).double()
    present = counts > 0
    weights = len(targets) / (present.sum() * counts.clamp(min=1))
    return torch.where(present, weights, 0.0).float()


def oversampled(targets: Tensor, generator: torch.Generator) -> Tensor:
    """An order of the samples in which all classes come equally often, int64 (M,).

    Each sample of the largest class comes once; those of others as often as it takes, and none
    more than once oftener than another of its class.

    Args:
        targets: The class of each training sample, int64 (N,), on the CPU.
        generator: Where chance comes from.
    """
    counts = torch.bincount(targets)
    largest = int(counts.max())
    drawn = []
    for number in torch.nonzero(counts).flatten().tolist():
        of_class = torch.nonzero(targets == number).flatten()
        whole, rest = divmod(largest, len(of_class))
        some = of_class[torch.randperm(len(of_class), generator=generator)[:rest]]
        drawn.append(torch.cat((of_class.repeat(whole), some)))
    every = torch.cat(drawn)
    return every[torch.randperm(len(every), generator=generator)]


def oversampled_length(targets: Tensor) -> int:
    """How many samples an oversampled epoch has."""
    counts = np.bincount(targets.numpy())
    return int(counts.max()) * int((counts > 0).sum())
