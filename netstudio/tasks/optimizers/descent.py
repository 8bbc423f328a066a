"""The optimizer with one step size for all weights."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.tasks.optimizers.optimizer import OPTIMIZERS, OptimizerDef, rate

_NESTEROV_ALONE = QT_TRANSLATE_NOOP(
    "netstudio",
    "Nesterov needs momentum and no dampening. Set momentum above 0 and dampening to 0, or switch "
    "Nesterov off.",
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
    fused_on = ("cpu", "cuda", "mps")
    kept = 1

    lr: float = rate(0.01)
    momentum: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.9,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the last step is kept in the next one."),
    )
    nesterov: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Nesterov"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether the gradient is taken a step ahead."),
        advanced=True,
    )
    dampening: float = field(
        Real(0.0, 1.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Dampening"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How much of each new gradient is left out of the momentum."
        ),
        advanced=True,
    )

    def kept_numbers(self) -> int:
        return self.kept if self.momentum else 0

    def misfit(self) -> tuple[str, Message] | None:
        if self.nesterov and (self.momentum == 0.0 or self.dampening != 0.0):
            return "nesterov", message(_NESTEROV_ALONE)
        return None
