"""The catalogue of layers; importing it fills ``LAYERS``.

The order below is the one in which each family's layers are listed: usual ones first. A layer that
is not named comes after those that are.
"""

from netstudio.core.layer import LAYERS
from netstudio.layers import (
    activation,
    attention,
    containers,
    convolution,
    edges,
    embedding,
    gating,
    linear,
    normalization,
    pooling,
    pooling_over_time,
    pooling_to_size,
    recurrent,
    regularization,
    resampling,
    reshaping,
    sample_normalization,
    separable,
    smooth_activation,
    softmax,
    transposed_convolution,
)

__all__ = [
    "LAYERS",
    "activation",
    "attention",
    "containers",
    "convolution",
    "edges",
    "embedding",
    "gating",
    "linear",
    "normalization",
    "pooling",
    "pooling_over_time",
    "pooling_to_size",
    "recurrent",
    "regularization",
    "resampling",
    "reshaping",
    "sample_normalization",
    "separable",
    "smooth_activation",
    "softmax",
    "transposed_convolution",
]

LAYERS.arrange(
    "Linear",
    # Convolution
    *("Conv2d", "Conv1d", "Conv3d", "SeparableConv2d", "DepthwiseConv2d"),
    *("ConvTranspose2d", "ConvTranspose1d", "ConvTranspose3d"),
    # Pooling
    *("MaxPool2d", "AvgPool2d", "MaxPool1d", "AvgPool1d", "MaxPool3d", "AvgPool3d"),
    *("GlobalAvgPool", "GlobalMaxPool", "SelectStep", "AttentionPooling"),
    *("AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "AdaptiveAvgPool1d", "AdaptiveMaxPool1d"),
    *("LPPool2d", "LPPool1d"),
    # Activation
    *("ReLU", "Sigmoid", "Tanh", "Softmax", "LeakyReLU", "GELU", "SiLU", "ELU", "SELU", "PReLU"),
    *("ReLU6", "Hardswish", "Hardsigmoid", "Hardtanh", "Mish", "CELU", "Softplus", "Softsign"),
    *("LogSoftmax", "LogSigmoid", "GLU"),
    # Normalisation
    *("BatchNorm2d", "BatchNorm1d", "BatchNorm3d", "LayerNorm", "GroupNorm", "RMSNorm"),
    *("InstanceNorm2d", "InstanceNorm1d", "LocalResponseNorm"),
    # Regularisation
    *("Dropout", "Dropout2d", "Dropout1d", "Dropout3d", "StochasticDepth"),
    *("GaussianNoise", "GaussianDropout", "AlphaDropout", "FeatureAlphaDropout"),
    # Recurrent
    *("LSTM", "GRU", "RNN"),
    # Attention and embedding
    *("Embedding", "PositionalEncoding", "MultiheadAttention", "TransformerEncoderLayer"),
    *("PatchEmbedding", "ClassToken", "SqueezeExcitation", "CBAM"),
    # Reshaping
    *("Flatten", "Unflatten", "Reshape", "Permute", "ToSequence"),
    *("Upsample", "Upsample1d", "PixelShuffle", "PixelUnshuffle"),
    *("ZeroPad2d", "ZeroPad1d", "ReflectionPad2d", "ReflectionPad1d"),
    *("ReplicationPad2d", "ReplicationPad1d", "CenterCrop", "Crop2d", "Crop1d"),
    # Containers
    *("Residual", "Parallel", "Repeat", "Group"),
)
