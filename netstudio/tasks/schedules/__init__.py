"""How the learning rate changes while a network learns; one file for each kind of course."""

from netstudio.tasks.schedules.cosine import Cosine, CosineRestarts, OneCycle
from netstudio.tasks.schedules.lines import Linear, Polynomial
from netstudio.tasks.schedules.plateau import Plateau
from netstudio.tasks.schedules.schedule import SCHEDULES, ScheduleDef
from netstudio.tasks.schedules.steps import Constant, Exponential, MultiStep, Step

__all__ = [
    "SCHEDULES",
    "Constant",
    "Cosine",
    "CosineRestarts",
    "Exponential",
    "Linear",
    "MultiStep",
    "OneCycle",
    "Plateau",
    "Polynomial",
    "ScheduleDef",
    "Step",
]

SCHEDULES.arrange(
    *("constant", "cosine", "one_cycle", "linear", "step", "multi_step", "exponential"),
    *("polynomial", "cosine_restarts", "plateau"),
)
