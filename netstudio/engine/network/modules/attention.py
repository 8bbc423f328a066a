"""torch's attention layers with one input and one output, laid out (batch, time, features)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class MultiheadAttention(nn.MultiheadAttention):
    """``nn.MultiheadAttention`` of a sequence to itself; ``is_causal``: to earlier steps only.

    Shapes: (N, T, embed_dim) -> (N, T, embed_dim).
    """

    def __init__(
        self,
        embed_dim: int,
        num_heads: int,
        dropout: float = 0.0,
        bias: bool = True,
        is_causal: bool = False,
    ) -> None:
        super().__init__(embed_dim, num_heads, dropout, bias, batch_first=True)
        self.is_causal = is_causal

    def forward(self, x: Tensor) -> Tensor:
        mask = future_steps(x) if self.is_causal else None
        y, _ = super().forward(
            x, x, x, need_weights=False, attn_mask=mask, is_causal=self.is_causal
        )
        return y


class CausalTransformerEncoderLayer(nn.TransformerEncoderLayer):
    """``nn.TransformerEncoderLayer`` in which each step sees only itself and earlier ones.

    Shapes: (N, T, d_model) -> (N, T, d_model).
    """

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x, src_mask=future_steps(x), is_causal=True)


class AttentionPooling(nn.Module):
    """The mean over time with learned weights: softmax over steps of ``score(tanh(hidden(x)))``.

    Shapes: (N, T, in_features) -> (N, in_features).
    """

    def __init__(self, in_features: int, hidden_size: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(in_features, hidden_size)
        self.score = nn.Linear(hidden_size, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        weights: Tensor = self.score(self.hidden(x).tanh()).softmax(1)
        return (weights * x).sum(1)


def future_steps(x: Tensor) -> Tensor:
    """True where a step, by row, must not look at another: at all that come after it."""
    steps = x.shape[1]
    return torch.ones(steps, steps, dtype=torch.bool, device=x.device).triu(1)
