"""The structural similarity of pictures: whether light, contrast and structure agree locally."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from netstudio.engine.evaluation.metrics import Measuring, total

_WINDOW = 7
# Wang et al.'s constants for numbers from 0 to 1, which keep dark and even places stable.
_LIGHT, _CONTRAST = 0.01**2, 0.03**2


class StructuralSimilarity:
    """The mean structural similarity of pictures from 0 to 1, mean over samples."""

    def __init__(self, measuring: Measuring) -> None:
        pass

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return total(structural_similarity(outputs, targets)).unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / samples


def structural_similarity(first: Tensor, second: Tensor) -> Tensor:
    """How alike pictures are: 1 for equal ones.

    Over all windows of 7×7 pixels that fit (Wang et al., Image quality assessment: from error
    visibility to structural similarity, 2004, with even weights).

    Shapes: (N, C, H, W) twice, numbers from 0 to 1 -> (N,).
    """
    window = (min(_WINDOW, first.shape[2]), min(_WINDOW, first.shape[3]))
    products = torch.cat((first, second, first * first, second * second, first * second), 1)
    means = avg_pool2d(products, window, stride=1).chunk(5, 1)
    mean_1, mean_2, square_1, square_2, product = means
    light = (2 * mean_1 * mean_2 + _LIGHT) / (mean_1**2 + mean_2**2 + _LIGHT)
    covariance = product - mean_1 * mean_2
    variances = square_1 - mean_1**2 + square_2 - mean_2**2
    structure = (2 * covariance + _CONTRAST) / (variances + _CONTRAST)
    return (light * structure).flatten(1).mean(1)
