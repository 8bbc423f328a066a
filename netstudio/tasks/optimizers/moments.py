"""Optimizers that keep a mean of the gradients and one of their squares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.optimizers.optimizer import (
    OPTIMIZERS,
    OptimizerDef,
    decay,
    decoupled,
    epsilon,
    rate,
)

_BETAS = Real(0.0, 1.0, below_maximum=True)


class _OfMoments(OptimizerDef):
    """What all of them have; torch takes both betas as one argument."""

    kept = 2

    beta1: float = field(
        _BETAS,
        default=0.9,
        label=QT_TRANSLATE_NOOP("netstudio", "Beta 1"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How much of the mean of the gradients is kept: their momentum."
        ),
        argument=None,
        advanced=True,
    )
    beta2: float = field(
        _BETAS,
        default=0.999,
        label=QT_TRANSLATE_NOOP("netstudio", "Beta 2"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the mean of their squares is kept."),
        argument=None,
        advanced=True,
    )
    eps: float = epsilon(1e-8)

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "betas": (self.beta1, self.beta2)}

    @classmethod
    def settings_of(cls, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        match arguments.get("betas"):
            case (beta1, beta2) | [beta1, beta2]:
                return {**arguments, "beta1": beta1, "beta2": beta2}
        return arguments


class _WithLargest(_OfMoments):
    """Adam and AdamW, which may use the largest mean of squares so far."""

    fused_on = ("cpu", "cuda", "mps")

    amsgrad: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "AMSGrad"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether steps are divided by the largest mean of squares so far."
        ),
        advanced=True,
    )

    def kept_numbers(self) -> int:
        return self.kept + self.amsgrad


@OPTIMIZERS.register
class Adam(_WithLargest):
    """Adaptive moments."""

    type = "adam"
    label = QT_TRANSLATE_NOOP("netstudio", "Adam")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Gives every weight its own step size; works well without tuning."
    )
    formula = "w ← w − lr · m̂ / (√v̂ + ε)"
    source = "Kingma and Ba, Adam: a method for stochastic optimization, 2014"
    target = "optim.Adam"


@OPTIMIZERS.register
class AdamW(_WithLargest):
    """Adam with decoupled weight decay."""

    type = "adamw"
    label = QT_TRANSLATE_NOOP("netstudio", "AdamW")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Adam whose weight decay does not depend on the gradients."
    )
    formula = "w ← w − lr · (m̂ / (√v̂ + ε) + λ w)"
    source = "Loshchilov and Hutter, Decoupled weight decay regularization, 2017"
    target = "optim.AdamW"

    weight_decay: float = decay(0.01)


@OPTIMIZERS.register
class NAdam(_OfMoments):
    """Adam with Nesterov momentum."""

    type = "nadam"
    label = QT_TRANSLATE_NOOP("netstudio", "NAdam")
    help = QT_TRANSLATE_NOOP("netstudio", "Adam that takes the gradient a step ahead.")
    formula = "w ← w − lr · (μ′ m̂ + (1 − μ) ĝ) / (√v̂ + ε)"
    source = "Dozat, Incorporating Nesterov momentum into Adam, 2016"
    search = ("Nesterov", "Adam with Nesterov momentum")
    target = "optim.NAdam"

    lr: float = rate(0.002)
    momentum_decay: float = field(
        Real(0.0, 1.0),
        default=0.004,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum decay"),
        help=QT_TRANSLATE_NOOP("netstudio", "How slowly momentum comes in at the beginning."),
        advanced=True,
    )
    decoupled_weight_decay: bool = decoupled()


@OPTIMIZERS.register
class RAdam(_OfMoments):
    """Adam with a rectified beginning."""

    type = "radam"
    label = QT_TRANSLATE_NOOP("netstudio", "RAdam")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Adam that begins carefully, as with a warm-up of its own."
    )
    formula = "w ← w − lr · r · m̂ / √v̂"
    source = "Liu and others, On the variance of the adaptive learning rate and beyond, 2019"
    search = ("rectified Adam",)
    target = "optim.RAdam"

    decoupled_weight_decay: bool = decoupled()


@OPTIMIZERS.register
class Adamax(_OfMoments):
    """Adam with the largest gradient instead of the mean of squares."""

    type = "adamax"
    label = QT_TRANSLATE_NOOP("netstudio", "Adamax")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Adam that divides by the largest recent gradient; steady with rare features."
    )
    formula = "w ← w − lr · m̂ / u,  u ← max(β₂ u, |g| + ε)"
    source = "Kingma and Ba, Adam: a method for stochastic optimization, 2014"
    search = ("infinity norm",)
    target = "optim.Adamax"

    lr: float = rate(0.002)
