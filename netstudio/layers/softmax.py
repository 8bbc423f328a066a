"""Activations that look at all features of a place together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from netstudio.core.layer import LAYERS, LayerContext, LoweredSlot, Objection
from netstudio.core.spec import Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.activation import Activation


class _OverFeatures(Activation):
    """What they share: they run over the channels of pictures, else over the features."""

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(self.target, dim=1 if "channels" in x.axes else -1)


@LAYERS.register
class Softmax(_OverFeatures):
    """Numbers into shares."""

    label = QT_TRANSLATE_NOOP("netstudio", "Softmax")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Turns numbers into positive shares that add up to 1, like probabilities."
    )
    formula = "yᵢ = e^{xᵢ} / Σⱼ e^{xⱼ}"
    source = (
        "Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990"
    )
    search = ("probabilities",)
    target = "nn.Softmax"
    gives_probabilities = True
    gives_range = (0.0, 1.0)


@LAYERS.register
class LogSoftmax(_OverFeatures):
    """Logarithms of shares."""

    label = QT_TRANSLATE_NOOP("netstudio", "LogSoftmax")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "The logarithm of Softmax: exact where probabilities are tiny."
    )
    formula = "yᵢ = xᵢ − ln Σⱼ e^{xⱼ}"
    search = ("log_softmax", "log probabilities")
    target = "nn.LogSoftmax"
    gives_range = (-inf, 0.0)


@LAYERS.register
class GLU(_OverFeatures):
    """One half gates the other."""

    label = QT_TRANSLATE_NOOP("netstudio", "GLU")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Lets one half of the features decide how much of the other half comes through.",
    )
    formula = "y = a · σ(b), where x = (a, b)"
    source = "Dauphin et al., Language modeling with gated convolutional networks, 2016"
    search = ("gated linear unit", "gate")
    target = "nn.GLU"

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        halved = x.size("channels") if "channels" in x.axes else x.sizes[-1]
        if halved % 2:
            yield Objection(
                "odd-number-of-features",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} splits its features in two halves but receives {count} of them. "
                        "Let the layer before it put out an even number.",
                    ),
                    layer=Message(self.label),
                    count=halved,
                ),
            )
