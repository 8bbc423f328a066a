"""Optimizers that divide by what the gradients of each weight were so far."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.optimizers.optimizer import OPTIMIZERS, OptimizerDef, epsilon, rate

_KEPT_SHARE = Real(0.0, 1.0, below_maximum=True)


@OPTIMIZERS.register
class RMSprop(OptimizerDef):
    """Division by the root of the mean square of recent gradients."""

    type = "rmsprop"
    label = QT_TRANSLATE_NOOP("netstudio", "RMSprop")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Divides by the size of recent gradients; often used for recurrent networks.",
    )
    formula = "v ← α v + (1 − α) g²;  w ← w − lr · g / (√v + ε)"
    source = "Hinton, Neural networks for machine learning, lecture 6, 2012"
    target = "optim.RMSprop"

    lr: float = rate(0.01)
    momentum: float = field(
        _KEPT_SHARE,
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the last step is kept in the next one."),
        advanced=True,
    )
    alpha: float = field(
        _KEPT_SHARE,
        default=0.99,
        label=QT_TRANSLATE_NOOP("netstudio", "Alpha"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the mean of the squares is kept."),
        advanced=True,
    )
    eps: float = epsilon(1e-8)
    centered: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Centered"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether the mean of the gradients is taken out of their squares."
        ),
        advanced=True,
    )

    def kept_numbers(self) -> int:
        return 1 + (self.momentum > 0.0) + self.centered


@OPTIMIZERS.register
class Adagrad(OptimizerDef):
    """Division by the root of the sum of all squares so far."""

    type = "adagrad"
    label = QT_TRANSLATE_NOOP("netstudio", "Adagrad")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Steps shrink with all gradients so far; good for features that are rare."
    )
    formula = "s ← s + g²;  w ← w − lr · g / (√s + ε)"
    source = "Duchi, Hazan and Singer, Adaptive subgradient methods for online learning, 2011"
    target = "optim.Adagrad"
    # Not every torch that is supported has it for other devices.
    fused_on = ("cpu",)
    kept = 1

    lr: float = rate(0.01)
    lr_decay: float = field(
        Real(0.0, 1.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Rate decay"),
        help=QT_TRANSLATE_NOOP("netstudio", "How fast the learning rate falls with each update."),
        advanced=True,
    )
    initial_accumulator_value: float = field(
        Real(0.0, 1_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "First sum"),
        help=QT_TRANSLATE_NOOP("netstudio", "What the sum of squares starts with."),
        advanced=True,
    )
    eps: float = epsilon(1e-10)


@OPTIMIZERS.register
class Adadelta(OptimizerDef):
    """Steps as large as recent ones, relative to recent gradients."""

    type = "adadelta"
    label = QT_TRANSLATE_NOOP("netstudio", "Adadelta")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Finds its step sizes by itself; the learning rate usually stays 1."
    )
    formula = "Δ ← √(u + ε) / √(v + ε) · g;  w ← w − lr · Δ"
    source = "Zeiler, ADADELTA: an adaptive learning rate method, 2012"
    target = "optim.Adadelta"
    kept = 2

    lr: float = rate(1.0)
    rho: float = field(
        _KEPT_SHARE,
        default=0.9,
        label=QT_TRANSLATE_NOOP("netstudio", "Rho"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the means of the squares is kept."),
        advanced=True,
    )
    eps: float = epsilon(1e-6)
