"""Losses that torch lacks or takes in one form only, and the way from outputs to probabilities."""

from __future__ import annotations

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

    Attributes:
        reduction: As in torch's own losses; "none" gives the errors one by one.
    """

    reduction = "mean"

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        if targets.dtype == torch.int64:
            if outputs.shape[1] == 1:
                targets = targets.unsqueeze(1).to(outputs.dtype)
            else:
                targets = functional.one_hot(targets, outputs.shape[1]).to(outputs.dtype)
        elif outputs.shape[1] == 1 and targets.shape[1] == 2:
            targets = targets[:, 1:]
        return functional.binary_cross_entropy_with_logits(
            outputs, targets, reduction=self.reduction
        )


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
