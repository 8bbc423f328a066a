"""Modules that torch lacks; each file stands by itself, so that exported code can carry it."""

from netstudio.engine.network.modules.attention import (
    AttentionPooling,
    CausalTransformerEncoderLayer,
    MultiheadAttention,
)
from netstudio.engine.network.modules.edges_over_time import (
    ReflectionPad1d,
    ReplicationPad1d,
    UpsampleOverTime,
    ZeroPad1d,
)
from netstudio.engine.network.modules.gating import CBAM, SqueezeExcitation
from netstudio.engine.network.modules.noise import (
    Dropout1d,
    GaussianDropout,
    GaussianNoise,
    StochasticDepth,
)
from netstudio.engine.network.modules.over_time import (
    BatchNormOverTime,
    Conv1d,
    ConvTranspose1d,
    GroupNormOverTime,
    InstanceNorm1d,
    PReLUOverTime,
)
from netstudio.engine.network.modules.parallel import Parallel
from netstudio.engine.network.modules.pooling import GlobalAvgPool, GlobalMaxPool
from netstudio.engine.network.modules.pooling_over_time import (
    AdaptiveAvgPool1d,
    AdaptiveMaxPool1d,
    AvgPool1d,
    LPPool1d,
    MaxPool1d,
)
from netstudio.engine.network.modules.recurrent import GRU, LSTM, RNN
from netstudio.engine.network.modules.repeat import Repeat
from netstudio.engine.network.modules.reshaping import (
    CenterCrop,
    Crop1d,
    Crop2d,
    Permute,
    Reshape,
    ToSequence,
)
from netstudio.engine.network.modules.residual import PaddedShortcut, Residual
from netstudio.engine.network.modules.separable import DepthwiseConv2d, SeparableConv2d
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
    "AdaptiveAvgPool1d",
    "AdaptiveMaxPool1d",
    "AttentionPooling",
    "AvgPool1d",
    "BatchNormOverTime",
    "CausalTransformerEncoderLayer",
    "CenterCrop",
    "ClassToken",
    "Conv1d",
    "ConvTranspose1d",
    "Crop1d",
    "Crop2d",
    "DepthwiseConv2d",
    "Dropout1d",
    "GaussianDropout",
    "GaussianNoise",
    "GlobalAvgPool",
    "GlobalMaxPool",
    "GroupNormOverTime",
    "InstanceNorm1d",
    "LPPool1d",
    "LearnedPositions",
    "MaxPool1d",
    "MultiheadAttention",
    "PReLUOverTime",
    "PaddedShortcut",
    "Parallel",
    "PatchEmbedding",
    "Permute",
    "ReflectionPad1d",
    "Repeat",
    "ReplicationPad1d",
    "Reshape",
    "Residual",
    "SelectStep",
    "SeparableConv2d",
    "SinusoidalPositions",
    "SqueezeExcitation",
    "StochasticDepth",
    "ToSequence",
    "UpsampleOverTime",
    "ZeroPad1d",
]
