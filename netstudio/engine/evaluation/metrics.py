"""Metrics as sums over samples, which add up over batches on the device, and figures from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

import torch
from torch import Tensor

from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.resolve import resolve
from netstudio.tasks.metrics import MetricDef

# From which share on a label is given.
_GIVEN = 0.5


@dataclass(frozen=True)
class Measuring:
    """What metrics know of the task.

    Attributes:
        classes: How many classes or labels there are; 0 for other aims.
        scaling: The scale of predicted values; None for other aims.
        has_logits: Whether outputs are logits; those of labels are shares otherwise.
    """

    classes: int = 0
    scaling: ValueScaling | None = None
    has_logits: bool = True

    def given_labels(self, outputs: Tensor) -> Tensor:
        """Which labels are more likely than not, (N, K)."""
        return outputs > (0 if self.has_logits else _GIVEN)

    def in_own_units(self, scaled: Tensor) -> Tensor:
        """Values on the network's scale (N, K) as people know them."""
        if self.scaling is None:
            return scaled
        means, stds = (
            torch.tensor(numbers, dtype=scaled.dtype, device=scaled.device)
            for numbers in (self.scaling.means, self.scaling.stds)
        )
        return scaled * stds + means


class Metric(Protocol):
    """One figure over many samples; made from what ``Measuring`` says of the task."""

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        """What adds up over batches: outputs (N, …), targets (N, …) -> (k,)."""
        ...

    def figure(self, sums: Sequence[float], samples: int) -> float:
        """The figure from the sums over so many samples."""
        ...


Metrics = Mapping[str, Metric]


def open_metrics(metrics: tuple[MetricDef, ...], measuring: Measuring) -> Metrics:
    """The engine's side of declared metrics."""
    return {metric.type: resolve(metric.target)(measuring) for metric in metrics}


def predicted_classes(outputs: Tensor) -> Tensor:
    """The class of each row of outputs (N, K), or (N, 1) for two classes -> int64 (N,)."""
    return (outputs[:, 0] > 0).long() if outputs.shape[1] == 1 else outputs.argmax(1)


def true_classes(targets: Tensor) -> Tensor:
    """Class numbers (N,) of targets, which may be shares of classes (N, K)."""
    return targets if targets.dim() == 1 else targets.argmax(1)


def total(values: Tensor) -> Tensor:
    """Their sum over samples, in double precision where the device has it."""
    exact = torch.float32 if values.device.type == "mps" else torch.float64
    return values.sum(0, dtype=exact)


class Accuracy:
    """Which share of samples is taken for the true class."""

    def __init__(self, measuring: Measuring) -> None:
        pass

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return (predicted_classes(outputs) == true_classes(targets)).sum().unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / samples


class LabelAccuracy:
    """Which share of labels is rightly given or left out."""

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        given, wanted = self._measuring.given_labels(outputs), targets > _GIVEN
        return (given == wanted).sum().unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / (samples * max(1, self._measuring.classes))


class TopFive:
    """Which share of samples has the true class among the five most probable."""

    def __init__(self, measuring: Measuring) -> None:
        pass

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        best = outputs.topk(min(5, outputs.shape[1]), dim=1).indices
        return (best == true_classes(targets).unsqueeze(1)).any(1).sum().unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / samples


class _EachClass:
    """Counts for each class: rightly predicted, predicted, and there.

    Figures are means over all that occur, predicted or true; a share of nothing is 0.
    """

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        predicted, true = predicted_classes(outputs), true_classes(targets)
        counted = (predicted[predicted == true], predicted, true)
        return torch.cat([each.bincount(minlength=self._measuring.classes) for each in counted])

    def figure(self, sums: Sequence[float], samples: int) -> float:
        count = len(sums) // 3
        rows = zip(sums[:count], sums[count : 2 * count], sums[2 * count :], strict=True)
        shares = [self._share(*row) for row in rows if row[1] or row[2]]
        return sum(shares) / len(shares) if shares else 0.0

    def _share(self, right: float, predicted: float, true: float) -> float:
        raise NotImplementedError


class Precision(_EachClass):
    """Which share of what is taken for a class is of it, mean over classes."""

    def _share(self, right: float, predicted: float, true: float) -> float:
        return right / predicted if predicted else 0.0


class Recall(_EachClass):
    """Which share of a class is recognised, mean over classes."""

    def _share(self, right: float, predicted: float, true: float) -> float:
        return right / true if true else 0.0


class F1(_EachClass):
    """The harmonic mean of precision and recall, mean over classes."""

    def _share(self, right: float, predicted: float, true: float) -> float:
        return 2 * right / (predicted + true)


class LabelF1(F1):
    """The harmonic mean of precision and recall, mean over labels."""

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        given, wanted = self._measuring.given_labels(outputs), targets > _GIVEN
        return torch.cat(((given & wanted).sum(0), given.sum(0), wanted.sum(0)))


class PixelError:
    """The mean squared difference of all numbers of a sample, mean over samples."""

    def __init__(self, measuring: Measuring) -> None:
        pass

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        squares = (outputs - targets).square().flatten(1).mean(1)
        return total(squares).unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / samples


class MeanAbsoluteError:
    """The mean distance in the values' own units, mean over several values."""

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        own = self._measuring.in_own_units
        distances = (own(outputs) - own(targets)).abs().mean(1)
        return total(distances).unsqueeze(0)

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sums[0] / samples


class RootMeanSquaredError:
    """The root of the mean squared distance in the values' own units, mean over several values."""

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        own = self._measuring.in_own_units
        return total((own(outputs) - own(targets)).square())

    def figure(self, sums: Sequence[float], samples: int) -> float:
        return sum(sqrt(each / samples) for each in sums) / len(sums)


class RSquared:
    """How much of the spread is explained, mean over several values."""

    def __init__(self, measuring: Measuring) -> None:
        pass

    def sums(self, outputs: Tensor, targets: Tensor) -> Tensor:
        squares = (outputs - targets).square()
        return torch.cat((total(squares), total(targets), total(targets.square())))

    def figure(self, sums: Sequence[float], samples: int) -> float:
        count = len(sums) // 3
        errors, totals, squares = sums[:count], sums[count : 2 * count], sums[2 * count :]
        spreads = [
            square - total**2 / samples for total, square in zip(totals, squares, strict=True)
        ]
        scores = [
            1 - error / spread if spread > 0 else 0.0
            for error, spread in zip(errors, spreads, strict=True)
        ]
        return sum(scores) / count
