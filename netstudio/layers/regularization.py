"""Layers that make over-fitting harder; outside training they change nothing."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.layer import LAYERS, Family, LayerDef, Role
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

_PROBABILITY = QT_TRANSLATE_NOOP("netstudio", "Probability")
_SHARE_HELP = QT_TRANSLATE_NOOP("netstudio", "The share of the numbers that is set to zero.")
_P = QT_TRANSLATE_NOOP("netstudio", "p = {p}")
_BELOW_ONE = Real(0.0, 1.0, below_maximum=True)

_DROPOUT_FORMULA = "y = x · m / (1 − p),  m ~ Bernoulli(1 − p);  y = x when not training"
_DROPOUT_SOURCE = (
    "Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014"
)
_SPATIAL_SOURCE = "Tompson et al., Efficient object localization using convolutional networks, 2015"
_ALPHA_SOURCE = "Klambauer et al., Self-normalizing neural networks, 2017"


class _Noise(LayerDef):
    """What all these layers share."""

    family = Family.REGULARIZATION
    role = Role.PASSING
    example = TensorSpec(FEATURES, (12,))


class _Dropout(_Noise):
    """What layers share that drop numbers with a probability."""

    is_pointwise = True

    p: float = field(_BELOW_ONE, default=0.5, label=_PROBABILITY, help=_SHARE_HELP)

    def summary(self) -> tuple[Message, ...]:
        return (message(_P, p=f"{self.p:g}"),)


@LAYERS.register
class Dropout(_Dropout):
    """Random zeros while training."""

    label = QT_TRANSLATE_NOOP("netstudio", "Dropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Sets a random part of its input to zero while training, so that no unit is relied on.",
    )
    formula = _DROPOUT_FORMULA
    source = _DROPOUT_SOURCE
    search = ("regularisation", "noise")
    target = "nn.Dropout"


@LAYERS.register
class Dropout1d(_Dropout):
    """Random features to zero at all steps."""

    label = QT_TRANSLATE_NOOP("netstudio", "Dropout1d")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Sets whole features of a sequence to zero while training, the same ones at all steps.",
    )
    formula = _DROPOUT_FORMULA
    source = _SPATIAL_SOURCE
    search = ("SpatialDropout1D", "spatial dropout")
    target = "modules.Dropout1d"
    accepts = (SEQUENCE,)
    example = TensorSpec(SEQUENCE, (10, 6))


@LAYERS.register
class Dropout2d(_Dropout):
    """Random channels of pictures to zero."""

    label = QT_TRANSLATE_NOOP("netstudio", "Dropout2d")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Sets whole channels of a picture to zero while training; neighbouring numbers within one "
        "say nearly the same, so that dropping them singly would do little.",
    )
    formula = _DROPOUT_FORMULA
    source = _SPATIAL_SOURCE
    search = ("SpatialDropout2D", "spatial dropout")
    target = "nn.Dropout2d"
    accepts = (IMAGE,)
    example = TensorSpec(IMAGE, (6, 10, 12))


@LAYERS.register
class Dropout3d(_Dropout):
    """Random channels of volumes to zero."""

    label = QT_TRANSLATE_NOOP("netstudio", "Dropout3d")
    help = QT_TRANSLATE_NOOP("netstudio", "Sets whole channels of a volume to zero while training.")
    formula = _DROPOUT_FORMULA
    source = _SPATIAL_SOURCE
    search = ("SpatialDropout3D", "spatial dropout")
    target = "nn.Dropout3d"
    accepts = (VOLUME,)
    example = TensorSpec(VOLUME, (6, 4, 5, 6))


@LAYERS.register
class AlphaDropout(_Dropout):
    """Dropout that keeps mean and variance."""

    label = QT_TRANSLATE_NOOP("netstudio", "AlphaDropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Dropout for networks with SELU: it drops numbers to the lowest that SELU gives and keeps "
        "mean and variance.",
    )
    formula = "y = a · (x · m + α′ · (1 − m)) + b,  m ~ Bernoulli(1 − p),  α′ ≈ −1.758"
    source = _ALPHA_SOURCE
    search = ("SELU", "self-normalising")
    target = "nn.AlphaDropout"


@LAYERS.register
class FeatureAlphaDropout(_Dropout):
    """AlphaDropout of whole channels."""

    label = QT_TRANSLATE_NOOP("netstudio", "FeatureAlphaDropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "AlphaDropout of whole channels, for convolutions followed by SELU."
    )
    formula = "y = a · (x · m + α′ · (1 − m)) + b,  m ~ Bernoulli(1 − p) for each channel"
    source = _ALPHA_SOURCE
    search = ("SELU", "SpatialAlphaDropout")
    target = "nn.FeatureAlphaDropout"
    accepts = (IMAGE, VOLUME)
    example = TensorSpec(IMAGE, (6, 10, 12))


@LAYERS.register
class GaussianDropout(_Dropout):
    """Multiplies by noise."""

    label = QT_TRANSLATE_NOOP("netstudio", "GaussianDropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Multiplies each number by noise around 1 while training, as strong as dropout with the "
        "same probability.",
    )
    formula = "y = x · n,  n ~ N(1, p / (1 − p));  y = x when not training"
    source = _DROPOUT_SOURCE
    search = ("multiplicative noise",)
    target = "modules.GaussianDropout"

    p: float = field(
        _BELOW_ONE,
        default=0.5,
        label=_PROBABILITY,
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The probability of the dropout that it is as strong as."
        ),
    )


@LAYERS.register
class GaussianNoise(_Noise):
    """Adds noise."""

    label = QT_TRANSLATE_NOOP("netstudio", "GaussianNoise")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Adds normal noise while training, so that the network learns to see through it.",
    )
    formula = "y = x + n,  n ~ N(0, σ²);  y = x when not training"
    source = "Bishop, Training with noise is equivalent to Tikhonov regularization, 1995"
    search = ("noise", "stddev")
    target = "modules.GaussianNoise"
    is_pointwise = True

    std: float = field(
        Real(0.0, 1_000.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Standard deviation"),
        help=QT_TRANSLATE_NOOP("netstudio", "How strong the noise is."),
    )

    def summary(self) -> tuple[Message, ...]:
        return (message(QT_TRANSLATE_NOOP("netstudio", "σ = {std}"), std=f"{self.std:g}"),)


@LAYERS.register
class StochasticDepth(_Dropout):
    """Random samples to zero."""

    label = QT_TRANSLATE_NOOP("netstudio", "StochasticDepth")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Sets all numbers of a random part of the samples to zero while training; at the end of a "
        "Residual, those samples skip the block.",
    )
    formula = "y = x · m / (1 − p),  m ~ Bernoulli(1 − p) for each sample"
    source = "Huang et al., Deep networks with stochastic depth, 2016"
    search = ("DropPath", "drop path", "skip")
    target = "modules.StochasticDepth"

    p: float = field(
        _BELOW_ONE,
        default=0.1,
        label=_PROBABILITY,
        help=QT_TRANSLATE_NOOP("netstudio", "The share of the samples that is set to zero."),
    )
