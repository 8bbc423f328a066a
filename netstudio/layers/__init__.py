"""The catalogue of layers, one file for each family; importing it fills ``LAYERS``."""

from netstudio.core.layer import LAYERS
from netstudio.layers import (
    activation,
    attention,
    containers,
    convolution,
    embedding,
    gating,
    linear,
    normalization,
    pooling,
    pooling_over_time,
    recurrent,
    regularization,
    reshaping,
)

__all__ = [
    "LAYERS",
    "activation",
    "attention",
    "containers",
    "convolution",
    "embedding",
    "gating",
    "linear",
    "normalization",
    "pooling",
    "pooling_over_time",
    "recurrent",
    "regularization",
    "reshaping",
]
