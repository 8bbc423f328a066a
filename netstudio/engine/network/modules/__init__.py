"""Modules that torch lacks; each file stands by itself, so that exported code can carry it."""

from netstudio.engine.network.modules.attention import (
    AttentionPooling,
    CausalTransformerEncoderLayer,
    MultiheadAttention,
)
from netstudio.engine.network.modules.gating import CBAM, SqueezeExcitation
from netstudio.engine.network.modules.noise import (
    Dropout1d,
    GaussianDropout,
    GaussianNoise,
    StochasticDepth,
)
from netstudio.engine.network.modules.over_time import BatchNormOverTime, Conv1d
from netstudio.engine.network.modules.parallel import Parallel
from netstudio.engine.network.modules.pooling import GlobalAvgPool
from netstudio.engine.network.modules.recurrent import GRU, LSTM, RNN
from netstudio.engine.network.modules.repeat import Repeat
from netstudio.engine.network.modules.residual import PaddedShortcut, Residual
from netstudio.engine.network.modules.tokens import (
    ClassToken,
    LearnedPositions,
    PatchEmbedding,
    SelectStep,
    SinusoidalPositions,
)

__all__ = [
    "CBAM",
    "GRU",
    "LSTM",
    "RNN",
    "AttentionPooling",
    "BatchNormOverTime",
    "CausalTransformerEncoderLayer",
    "ClassToken",
    "Conv1d",
    "Dropout1d",
    "GaussianDropout",
    "GaussianNoise",
    "GlobalAvgPool",
    "LearnedPositions",
    "MultiheadAttention",
    "PaddedShortcut",
    "Parallel",
    "PatchEmbedding",
    "Repeat",
    "Residual",
    "SelectStep",
    "SinusoidalPositions",
    "SqueezeExcitation",
    "StochasticDepth",
]
