"""Modules for texts of different lengths in one batch: what fills up the short ones never counts.

Each has the weights of the module that it is derived from, under the same names.
"""

from netstudio.engine.network.modules.masked.attention import (
    MaskedAttentionPooling,
    MaskedMultiheadAttention,
    MaskedTransformerEncoderLayer,
)
from netstudio.engine.network.modules.masked.containers import (
    MaskedParallel,
    MaskedRepeat,
    MaskedResidual,
)
from netstudio.engine.network.modules.masked.convolution import (
    MaskedConv1d,
    MaskedConvTranspose1d,
)
from netstudio.engine.network.modules.masked.edges import (
    MaskedCrop1d,
    MaskedReflectionPad1d,
    MaskedReplicationPad1d,
    MaskedUpsampleOverTime,
    MaskedZeroPad1d,
)
from netstudio.engine.network.modules.masked.normalization import (
    MaskedBatchNormOverTime,
    MaskedGroupNormOverTime,
    MaskedInstanceNorm1d,
)
from netstudio.engine.network.modules.masked.pooling import (
    MaskedAvgPool1d,
    MaskedLPPool1d,
    MaskedMaxPool1d,
)
from netstudio.engine.network.modules.masked.pooling_to_size import (
    MaskedAdaptiveAvgPool1d,
    MaskedAdaptiveMaxPool1d,
    MaskedGlobalAvgPool,
    MaskedGlobalMaxPool,
)
from netstudio.engine.network.modules.masked.recurrent import MaskedGRU, MaskedLSTM, MaskedRNN
from netstudio.engine.network.modules.masked.reshaping import (
    MaskedClassToken,
    MaskedFlatten,
    MaskedPermute,
    MaskedReshape,
    MaskedSelectStep,
)
from netstudio.engine.network.modules.masked.running import (
    Masked,
    MaskedSequential,
    TextSequential,
    run_masked,
    text_lengths,
)

__all__ = [
    "Masked",
    "MaskedAdaptiveAvgPool1d",
    "MaskedAdaptiveMaxPool1d",
    "MaskedAttentionPooling",
    "MaskedAvgPool1d",
    "MaskedBatchNormOverTime",
    "MaskedClassToken",
    "MaskedConv1d",
    "MaskedConvTranspose1d",
    "MaskedCrop1d",
    "MaskedFlatten",
    "MaskedGRU",
    "MaskedGlobalAvgPool",
    "MaskedGlobalMaxPool",
    "MaskedGroupNormOverTime",
    "MaskedInstanceNorm1d",
    "MaskedLPPool1d",
    "MaskedLSTM",
    "MaskedMaxPool1d",
    "MaskedMultiheadAttention",
    "MaskedParallel",
    "MaskedPermute",
    "MaskedRNN",
    "MaskedReflectionPad1d",
    "MaskedRepeat",
    "MaskedReplicationPad1d",
    "MaskedReshape",
    "MaskedResidual",
    "MaskedSelectStep",
    "MaskedSequential",
    "MaskedTransformerEncoderLayer",
    "MaskedUpsampleOverTime",
    "MaskedZeroPad1d",
    "TextSequential",
    "run_masked",
    "text_lengths",
]
