"""The catalogue of layers, one file for each family; importing it fills ``LAYERS``."""

from netstudio.core.layer import LAYERS
from netstudio.layers import (
    activation,
    containers,
    convolution,
    linear,
    normalization,
    pooling,
    regularization,
    reshaping,
)

__all__ = [
    "LAYERS",
    "activation",
    "containers",
    "convolution",
    "linear",
    "normalization",
    "pooling",
    "regularization",
    "reshaping",
]
