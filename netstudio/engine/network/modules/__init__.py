"""Modules that torch lacks; each file stands by itself, so that exported code can carry it."""

from netstudio.engine.network.modules.over_time import BatchNormOverTime, Conv1d
from netstudio.engine.network.modules.parallel import Parallel
from netstudio.engine.network.modules.pooling import GlobalAvgPool
from netstudio.engine.network.modules.repeat import Repeat
from netstudio.engine.network.modules.residual import Residual

__all__ = ["BatchNormOverTime", "Conv1d", "GlobalAvgPool", "Parallel", "Repeat", "Residual"]
