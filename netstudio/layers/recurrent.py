"""Recurrent layers: they read a sequence step by step and remember."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Real
from netstudio.core.layer import LAYERS, Family, LayerDef, LoweredSlot, Objection
from netstudio.core.spec import FEATURES, SEQUENCE, Axes, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

_DROPOUT = QT_TRANSLATE_NOOP("netstudio", "Dropout between layers")
_UNITS = QT_TRANSLATE_NOOP("netstudio", "{count} units")
_ONE_UNIT = QT_TRANSLATE_NOOP("netstudio", "1 unit")
_LAYER_COUNT = QT_TRANSLATE_NOOP("netstudio", "{count} layers")
_BOTH_WAYS = QT_TRANSLATE_NOOP("netstudio", "both directions")
_WHOLE = QT_TRANSLATE_NOOP("netstudio", "whole sequence")


class _Recurrent(LayerDef):
    """What the recurrent layers share."""

    family = Family.RECURRENT
    accepts = (SEQUENCE,)
    reads = {"input_size": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    hidden_size: int = field(
        Integer(1, 65_536),
        default=64,
        label=QT_TRANSLATE_NOOP("netstudio", "Units"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many numbers it remembers from step to step."),
    )
    num_layers: int = field(
        Integer(1, 64),
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Layers"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many such layers lie on one another, each reading the one below."
        ),
    )
    output: str = field(
        Choice(
            ("last", "sequence"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Last step"),
                QT_TRANSLATE_NOOP("netstudio", "Whole sequence"),
            ),
        ),
        default="last",
        label=QT_TRANSLATE_NOOP("netstudio", "Output"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Only what it remembers at the end, as a flat vector, or what it says at every step.",
        ),
    )
    bidirectional: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Both directions"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether a second one reads the sequence backwards; its numbers are put beside.",
        ),
    )
    dropout: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.0,
        label=_DROPOUT,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The share of the numbers set to zero between two of its layers."
        ),
    )
    bias: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Bias"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether learned numbers are added at each step."),
        advanced=True,
    )

    def output_axes(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Axes:
        return SEQUENCE if self.output == "sequence" else FEATURES

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        if self.dropout > 0 and self.num_layers == 1:
            yield Objection(
                "dropout-between-one-layer",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} drops numbers between its layers but has only one. Set {setting} "
                        "to 0 and add a Dropout layer after it, or give it 2 layers.",
                    ),
                    layer=Message(self.label),
                    setting=Message(_DROPOUT),
                ),
                "dropout",
                ("dropout", 0.0),
            )

    def summary(self) -> tuple[Message, ...]:
        one = self.hidden_size == 1
        words = [Message(_ONE_UNIT) if one else message(_UNITS, count=self.hidden_size)]
        if self.num_layers > 1:
            words.append(message(_LAYER_COUNT, count=self.num_layers))
        if self.bidirectional:
            words.append(Message(_BOTH_WAYS))
        if self.output == "sequence":
            words.append(Message(_WHOLE))
        return tuple(words)


@LAYERS.register
class LSTM(_Recurrent):
    """Long short-term memory."""

    label = QT_TRANSLATE_NOOP("netstudio", "LSTM")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Reads a sequence step by step; gates learn what to keep in its memory and what to forget.",
    )
    formula = (
        "i, f, o = σ(W xₜ + U hₜ₋₁ + b),  "
        "cₜ = f · cₜ₋₁ + i · tanh(V xₜ + R hₜ₋₁ + d),  "
        "hₜ = o · tanh(cₜ)"
    )
    source = "Hochreiter and Schmidhuber, Long short-term memory, 1997; Gers et al., 2000"
    search = ("long short-term memory", "recurrent", "Bidirectional", "return_sequences")
    target = "modules.LSTM"


@LAYERS.register
class GRU(_Recurrent):
    """Gated recurrent unit."""

    label = QT_TRANSLATE_NOOP("netstudio", "GRU")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Reads a sequence step by step like LSTM, with two gates and fewer weights.",
    )
    formula = (
        "r, z = σ(W xₜ + U hₜ₋₁ + b),  "
        "n = tanh(V xₜ + d + r · (R hₜ₋₁ + e)),  "
        "hₜ = (1 − z) · n + z · hₜ₋₁"
    )
    source = "Cho et al., Learning phrase representations using RNN encoder-decoder, 2014"
    search = ("gated recurrent unit", "recurrent", "Bidirectional", "return_sequences")
    target = "modules.GRU"


@LAYERS.register
class RNN(_Recurrent):
    """Plain recurrent layer."""

    label = QT_TRANSLATE_NOOP("netstudio", "RNN")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Reads a sequence step by step, mixing each step with what it remembers; it forgets soon.",
    )
    formula = "hₜ = tanh(W xₜ + b + U hₜ₋₁ + c)"
    source = "Elman, Finding structure in time, 1990"
    search = ("SimpleRNN", "recurrent", "Elman", "return_sequences")
    target = "modules.RNN"

    nonlinearity: str = field(
        Choice(
            ("tanh", "relu"),
            (QT_TRANSLATE_NOOP("netstudio", "Tanh"), QT_TRANSLATE_NOOP("netstudio", "ReLU")),
        ),
        default="tanh",
        label=QT_TRANSLATE_NOOP("netstudio", "Activation"),
        help=QT_TRANSLATE_NOOP("netstudio", "How each step bends the numbers it remembers."),
    )
