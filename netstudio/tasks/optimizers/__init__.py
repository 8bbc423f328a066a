"""Optimizers: how weights follow their gradients. One file for each family."""

from netstudio.tasks.optimizers.adaptive import Adadelta, Adagrad, RMSprop
from netstudio.tasks.optimizers.descent import SGD
from netstudio.tasks.optimizers.matrices import Adafactor, Muon
from netstudio.tasks.optimizers.moments import Adam, Adamax, AdamW, NAdam, RAdam
from netstudio.tasks.optimizers.optimizer import OPTIMIZERS, OptimizerDef

__all__ = [
    "OPTIMIZERS",
    "SGD",
    "Adadelta",
    "Adafactor",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "Muon",
    "NAdam",
    "OptimizerDef",
    "RAdam",
    "RMSprop",
]

OPTIMIZERS.arrange(
    *("adam", "adamw", "sgd", "rmsprop", "nadam", "radam", "adamax"),
    *("adagrad", "adadelta", "adafactor", "muon"),
)
