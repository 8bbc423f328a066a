"""Attention that looks only at the steps that count."""

from __future__ import annotations

from torch import Tensor, nn

from netstudio.engine.network.modules.attention import (
    AttentionPooling,
    MultiheadAttention,
    future_steps,
)
from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import counting_steps


class MaskedMultiheadAttention(Masked, MultiheadAttention):
    """``MultiheadAttention`` to the steps that count."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        y, _ = nn.MultiheadAttention.forward(
            self,
            x,
            x,
            x,
            key_padding_mask=None if lengths is None else ~counting_steps(x, lengths),
            need_weights=False,
            attn_mask=future_steps(x) if self.is_causal else None,
            is_causal=self.is_causal,
        )
        return y


class MaskedTransformerEncoderLayer(Masked, nn.TransformerEncoderLayer):
    """``nn.TransformerEncoderLayer`` in which steps see those that count."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        padding = None if lengths is None else ~counting_steps(x, lengths)
        return nn.TransformerEncoderLayer.forward(self, x, src_key_padding_mask=padding)


class MaskedAttentionPooling(Masked, AttentionPooling):
    """``AttentionPooling`` over the steps that count."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        scores: Tensor = self.score(self.hidden(x).tanh())
        padding = ~counting_steps(x, lengths)
        weights = scores.masked_fill(padding[..., None], float("-inf")).softmax(1)
        return (weights * x).sum(1)

    def lengths_after(self, lengths: Tensor) -> None:
        return None
