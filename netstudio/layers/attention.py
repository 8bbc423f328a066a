"""Attention: every step of a sequence looks at all others and takes what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Real
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
)
from netstudio.core.spec import SEQUENCE, Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.divisors import nearest_divisor

_HEADS = QT_TRANSLATE_NOOP("netstudio", "Heads")
_HEADS_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How many things at once each step can look for; must divide the features."
)
_CAUSAL = QT_TRANSLATE_NOOP("netstudio", "Causal")
_CAUSAL_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "Whether a step sees only itself and earlier ones, as for predicting the next."
)
_CAUSAL_WORD = QT_TRANSLATE_NOOP("netstudio", "causal")
_DROPOUT = QT_TRANSLATE_NOOP("netstudio", "Dropout")
_BIAS = QT_TRANSLATE_NOOP("netstudio", "Bias")
_BIAS_HELP = QT_TRANSLATE_NOOP("netstudio", "Whether learned numbers are added to the projections.")
_BELOW_ONE = Real(0.0, 1.0, below_maximum=True)
_ATTENTION_SOURCE = "Vaswani et al., Attention is all you need, 2017"


def _heads_do_not_divide(
    label: str, field_name: str, heads: int, features: int
) -> Iterator[Objection]:
    """An objection where the features cannot be dealt out to the heads evenly."""
    if features % heads:
        yield Objection(
            "heads-do-not-divide",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} deals out {features} features to {heads} heads, which is not even. "
                    "Set {setting} to a divisor of {features}.",
                ),
                layer=Message(label),
                features=features,
                heads=heads,
                setting=Message(_HEADS),
            ),
            field_name,
            (field_name, nearest_divisor(heads, features)),
        )


def _heads(count: int) -> Message:
    """The number of heads in words."""
    if count == 1:
        return message(QT_TRANSLATE_NOOP("netstudio", "1 head"))
    return message(QT_TRANSLATE_NOOP("netstudio", "{count} heads"), count=count)


@LAYERS.register
class MultiheadAttention(LayerDef):
    """Self-attention."""

    label = QT_TRANSLATE_NOOP("netstudio", "MultiheadAttention")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Lets every step of a sequence look at all others and take what it needs from them.",
    )
    formula = "y = concat(headᵢ) W + b,  headᵢ = softmax(Qᵢ Kᵢᵀ / √d) Vᵢ,  Q, K, V from x"
    source = _ATTENTION_SOURCE
    search = ("self-attention", "Transformer", "scaled dot-product")
    family = Family.ATTENTION
    target = "modules.MultiheadAttention"
    accepts = (SEQUENCE,)
    reads = {"embed_dim": "features"}
    example = TensorSpec(SEQUENCE, (10, 12))

    num_heads: int = field(Integer(1, 1_024), default=4, label=_HEADS, help=_HEADS_HELP)
    dropout: float = field(
        _BELOW_ONE,
        default=0.0,
        label=_DROPOUT,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The share of the looks that are set to zero while training."
        ),
    )
    is_causal: bool = field(Flag(), default=False, label=_CAUSAL, help=_CAUSAL_HELP)
    bias: bool = field(Flag(), default=True, label=_BIAS, help=_BIAS_HELP, advanced=True)

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from _heads_do_not_divide(self.label, "num_heads", self.num_heads, x.size("features"))

    def summary(self) -> tuple[Message, ...]:
        heads = _heads(self.num_heads)
        return (heads, Message(_CAUSAL_WORD)) if self.is_causal else (heads,)


@LAYERS.register
class TransformerEncoderLayer(LayerDef):
    """A block of the Transformer."""

    label = QT_TRANSLATE_NOOP("netstudio", "TransformerEncoderLayer")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "One block of a Transformer: attention between the steps, then a small network for each "
        "step, both with shortcut and LayerNorm.",
    )
    formula = "h = LayerNorm(x + Attention(x)),  y = LayerNorm(h + W₂ · act(W₁ h))"
    source = _ATTENTION_SOURCE
    search = ("Transformer block", "BERT", "ViT", "GPT", "encoder", "TransformerEncoder")
    family = Family.ATTENTION
    target = "nn.TransformerEncoderLayer"
    accepts = (SEQUENCE,)
    reads = {"d_model": "features"}
    example = TensorSpec(SEQUENCE, (10, 12))

    nhead: int = field(Integer(1, 1_024), default=4, label=_HEADS, help=_HEADS_HELP)
    dim_feedforward: int = field(
        Integer(1, 65_536),
        default=2048,
        label=QT_TRANSLATE_NOOP("netstudio", "Inner features"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How wide the small network is; four times the features is usual."
        ),
    )
    dropout: float = field(
        _BELOW_ONE,
        default=0.1,
        label=_DROPOUT,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The share of the numbers set to zero inside while training."
        ),
    )
    activation: str = field(
        Choice(
            ("relu", "gelu"),
            (QT_TRANSLATE_NOOP("netstudio", "ReLU"), QT_TRANSLATE_NOOP("netstudio", "GELU")),
        ),
        default="relu",
        label=QT_TRANSLATE_NOOP("netstudio", "Activation"),
        help=QT_TRANSLATE_NOOP("netstudio", "The bend inside the small network."),
    )
    is_causal: bool = field(Flag(), default=False, label=_CAUSAL, help=_CAUSAL_HELP, argument=None)
    norm_first: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Normalise first"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether LayerNorm comes before attention and network, which lets deep stacks train "
            "more steadily.",
        ),
    )
    layer_norm_eps: float = field(
        Real(0.0, 1.0, above_minimum=True),
        default=1e-5,
        label=QT_TRANSLATE_NOOP("netstudio", "Epsilon"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "A tiny number that keeps the division by the deviation safe."
        ),
        advanced=True,
    )
    bias: bool = field(
        Flag(),
        default=True,
        label=_BIAS,
        help=QT_TRANSLATE_NOOP("netstudio", "Whether its Linear and LayerNorm parts have a bias."),
        advanced=True,
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        yield from _heads_do_not_divide(self.label, "nhead", self.nhead, x.size("features"))

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        plain = super().lower(x, context, slots)
        target = _CAUSAL_BLOCK if self.is_causal else self.target
        return Call(target, (*plain.arguments, ("batch_first", True)))

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        plain = super().raised(call)
        if plain is None:
            return None
        return Raised({**plain.fields, "is_causal": call.target == _CAUSAL_BLOCK}, {})

    def summary(self) -> tuple[Message, ...]:
        template = QT_TRANSLATE_NOOP("netstudio", "{count} inner features")
        words = (_heads(self.nhead), message(template, count=self.dim_feedforward))
        return (*words, Message(_CAUSAL_WORD)) if self.is_causal else words


_CAUSAL_BLOCK = "modules.CausalTransformerEncoderLayer"
