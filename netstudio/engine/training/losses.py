"""Losses that torch lacks or takes in one form only, and the way from outputs to probabilities."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional


class MeanSquaredError(nn.Module):
    """Mean squared distance to the targets; to the one-hot vector where they are class numbers.

    Shapes: outputs (N, …), targets (N, …) or class numbers (N,) -> ().

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        if targets.dtype == torch.int64:
            targets = functional.one_hot(targets, outputs.shape[1]).to(outputs.dtype)
        return functional.mse_loss(outputs, targets, reduction=self.reduction)


class BinaryCrossEntropy(nn.Module):
    """Cross-entropy of yes and no under the sigmoid of each logit.

    Shapes: logits (N, …), targets (N, …) from 0 to 1 -> (); or logits (N, 1) for two classes,
    targets class numbers (N,) or shares (N, 2); or logits (N, K), targets class numbers (N,).

    Args:
        label_smoothing: How far targets move from 0 and 1 towards one half.

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def __init__(self, label_smoothing: float = 0.0) -> None:
        super().__init__()
        self._smoothing = label_smoothing

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        targets = _yes_or_no(outputs, targets)
        if self._smoothing:
            targets = targets * (1 - self._smoothing) + self._smoothing / 2
        return functional.binary_cross_entropy_with_logits(
            outputs, targets, reduction=self.reduction
        )


class Focal(nn.Module):
    """``−Σₖ tₖ (1 − pₖ)^γ log pₖ`` with p the softmax of the logits; t is one-hot or shares.

    Lin et al., Focal loss for dense object detection, 2017.

    Shapes: logits (N, K), targets class numbers (N,) or shares of classes (N, K) -> ().

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def __init__(self, gamma: float = 2.0) -> None:
        super().__init__()
        self._gamma = gamma

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        logs = functional.log_softmax(outputs, 1)
        if targets.dtype == torch.int64:
            log = logs.gather(1, targets.unsqueeze(1)).squeeze(1)
            return _reduced(-_hardness(log, self._gamma) * log, self.reduction)
        return _reduced(-(targets * _hardness(logs, self._gamma) * logs).sum(1), self.reduction)


class BinaryFocal(nn.Module):
    """Binary cross-entropy times ``αₜ (1 − pₜ)^γ``, where pₜ is the probability of what is true.

    Lin et al., Focal loss for dense object detection, 2017.

    Shapes: as ``BinaryCrossEntropy``.

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def __init__(self, gamma: float = 2.0, alpha: float = 0.25) -> None:
        super().__init__()
        self._gamma = gamma
        self._alpha = alpha

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        targets = _yes_or_no(outputs, targets)
        yes, no = functional.logsigmoid(outputs), functional.logsigmoid(-outputs)
        of_yes = self._alpha * targets * _hardness(yes, self._gamma) * yes
        of_no = (1 - self._alpha) * (1 - targets) * _hardness(no, self._gamma) * no
        return _reduced(-(of_yes + of_no), self.reduction)


class Hinge(nn.Module):
    """``max(0, m − zₜ + max zⱼ)`` over all classes j but the true one t.

    With shares of classes, the mean over the classes. Crammer and Singer, On the algorithmic
    implementation of multiclass kernel-based vector machines, 2001.

    Shapes: scores (N, K), targets class numbers (N,) or shares of classes (N, K) -> ().

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def __init__(self, margin: float = 1.0) -> None:
        super().__init__()
        self._margin = margin

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        (best, second), places = outputs.topk(2, 1).values.unbind(1), outputs.argmax(1)
        is_best = functional.one_hot(places, outputs.shape[1]).bool()
        rivals = torch.where(is_best, second.unsqueeze(1), best.unsqueeze(1))
        errors = (self._margin - outputs + rivals).clamp(min=0)
        if targets.dtype == torch.int64:
            return _reduced(errors.gather(1, targets.unsqueeze(1)).squeeze(1), self.reduction)
        return _reduced((targets * errors).sum(1), self.reduction)


class LogCosh(nn.Module):
    """``log cosh(z − t)``.

    Shapes: outputs (N, …), targets (N, …) -> ().

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        distance = (outputs - targets).abs()
        # cosh itself overflows.
        errors = distance + functional.softplus(-2 * distance) - math.log(2)
        return _reduced(errors, self.reduction)


class Quantile(nn.Module):
    """``max(q e, (q − 1) e)`` of the error e = t − z, which is smallest at the quantile q of t.

    Koenker and Bassett, Regression quantiles, 1978.

    Shapes: outputs (N, …), targets (N, …) -> ().

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def __init__(self, q: float = 0.5) -> None:
        super().__init__()
        self._q = q

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        errors = targets - outputs
        return _reduced(torch.maximum(self._q * errors, (self._q - 1) * errors), self.reduction)


class ClassWeighted(nn.Module):
    """A loss in which samples of some classes count more than those of others.

    Shapes: as the loss; targets class numbers (N,) or shares of classes (N, K) -> ().

    Args:
        loss: A loss whose ``reduction`` can be chosen; it is changed.
        weights: How much each class counts, (K,).
    """

    def __init__(self, loss: nn.Module, weights: Tensor) -> None:
        super().__init__()
        self.loss = loss
        loss.reduction = "none"  # type: ignore[assignment]
        self.weights = nn.Buffer(weights)

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        losses = self.loss(outputs, targets).reshape(len(outputs), -1).mean(1)
        weights = self.weights[targets] if targets.dim() == 1 else targets @ self.weights
        weighted: Tensor = (losses * weights).mean()
        return weighted


class SigmoidShares(nn.Module):
    """Logits that were trained with binary cross-entropy, as probabilities of classes.

    Shapes: (N, 1) -> (N, 2), the second column the sigmoid; (N, K) -> (N, K), scaled to sum to 1.
    """

    def forward(self, outputs: Tensor) -> Tensor:
        shares = torch.sigmoid(outputs)
        if outputs.shape[-1] == 1:
            return torch.cat((1 - shares, shares), dim=-1)
        return shares / shares.sum(-1, keepdim=True).clamp(min=1e-12)


class ClampedShares(nn.Module):
    """Outputs that were trained towards one-hot vectors, as probabilities: negative ones are 0.

    Shapes: (N, K) -> (N, K); where no output is positive, all classes are equally likely.
    """

    def forward(self, outputs: Tensor) -> Tensor:
        positive = outputs.clamp(min=0)
        total = positive.sum(-1, keepdim=True)
        uniform = torch.full_like(outputs, 1 / outputs.shape[-1])
        return torch.where(total > 0, positive / total.clamp(min=1e-12), uniform)


def _yes_or_no(outputs: Tensor, targets: Tensor) -> Tensor:
    """Targets for each logit; a single logit for two classes says whether it is the second."""
    if targets.dtype == torch.int64:
        if outputs.shape[1] == 1:
            return targets.unsqueeze(1).to(outputs.dtype)
        return functional.one_hot(targets, outputs.shape[1]).to(outputs.dtype)
    if outputs.shape[1] == 1 and targets.shape[1] == 2:
        return targets[:, 1:]
    return targets


def _hardness(log: Tensor, gamma: float) -> Tensor:
    """``(1 − p)^γ`` from log p; never so near to 0 that its slope becomes infinite."""
    return (-torch.expm1(log)).clamp(min=1e-12) ** gamma


def _reduced(errors: Tensor, reduction: str) -> Tensor:
    return errors if reduction == "none" else errors.mean()
