"""Optimizers: how weights follow their gradients."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry, field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP

_LR = QT_TRANSLATE_NOOP("netstudio", "Learning rate")
_LR_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far each update goes: too low learns slowly, too high not at all."
)
_DECAY = QT_TRANSLATE_NOOP("netstudio", "Weight decay")
_DECAY_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How strongly weights are pulled towards zero, against over-fitting."
)
_RATES = Real(0.0, 1_000.0, above_minimum=True)
_DECAYS = Real(0.0, 1_000.0)


class OptimizerDef(Declared):
    """Base of every optimizer; each has a learning rate ``lr``.

    Attributes:
        can_be_fused: Whether torch can update all weights in one operation.
        kept: How many numbers it keeps for each weight.
    """

    can_be_fused: ClassVar[bool] = True
    kept: ClassVar[int] = 0

    lr: float = field(_RATES, default=0.001, label=_LR, help=_LR_HELP)

    def kept_numbers(self) -> int:
        """How many numbers it keeps for each weight with its settings."""
        return self.kept


OPTIMIZERS: Registry[OptimizerDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "optimizer"))


@OPTIMIZERS.register
class Adam(OptimizerDef):
    """Adaptive moments."""

    type = "adam"
    label = QT_TRANSLATE_NOOP("netstudio", "Adam")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Gives every weight its own step size; works well without tuning."
    )
    formula = "w ← w − lr · m̂ / (√v̂ + ε)"
    source = "Kingma and Ba, Adam: a method for stochastic optimization, 2014"
    target = "optim.Adam"
    kept = 2

    weight_decay: float = field(_DECAYS, default=0.0, label=_DECAY, help=_DECAY_HELP, advanced=True)


@OPTIMIZERS.register
class AdamW(OptimizerDef):
    """Adam with decoupled weight decay."""

    type = "adamw"
    label = QT_TRANSLATE_NOOP("netstudio", "AdamW")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Adam whose weight decay does not depend on the gradients."
    )
    formula = "w ← w − lr · (m̂ / (√v̂ + ε) + λ w)"
    source = "Loshchilov and Hutter, Decoupled weight decay regularization, 2017"
    target = "optim.AdamW"
    kept = 2

    weight_decay: float = field(
        _DECAYS, default=0.01, label=_DECAY, help=_DECAY_HELP, advanced=True
    )


@OPTIMIZERS.register
class SGD(OptimizerDef):
    """Stochastic gradient descent with momentum."""

    type = "sgd"
    label = QT_TRANSLATE_NOOP("netstudio", "SGD")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Steps against the gradient, with momentum; simple, and best when tuned."
    )
    formula = "v ← μ v + g;  w ← w − lr · v"
    source = "Robbins and Monro, A stochastic approximation method, 1951"
    search = ("momentum", "gradient descent")
    target = "optim.SGD"
    kept = 1

    lr: float = field(_RATES, default=0.01, label=_LR, help=_LR_HELP)
    momentum: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.9,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the last step is kept in the next one."),
    )
    weight_decay: float = field(_DECAYS, default=0.0, label=_DECAY, help=_DECAY_HELP, advanced=True)
    nesterov: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Nesterov"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether the gradient is taken a step ahead."),
        advanced=True,
    )

    def kept_numbers(self) -> int:
        return self.kept if self.momentum else 0
