"""Optimizers that make use of weights being matrices."""

from __future__ import annotations

from typing import Any

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.optimizers.optimizer import OPTIMIZERS, OptimizerDef, decay, rate


@OPTIMIZERS.register
class Adafactor(OptimizerDef):
    """Adam with one number for each row and column instead of two for each weight."""

    type = "adafactor"
    label = QT_TRANSLATE_NOOP("netstudio", "Adafactor")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Like Adam without momentum, and needs hardly any memory of its own."
    )
    formula = "v̂ = r cᵀ / Σ r;  w ← w − α · clip(g / √v̂),  α = max(ε₂, rms(w)) · min(lr, 1 / √t)"
    source = (
        "Shazeer and Stern, Adafactor: adaptive learning rates with sublinear memory cost, 2018"
    )
    target = "optim.Adafactor"

    lr: float = rate(0.01)
    beta2_decay: float = field(
        Real(-1.0, 0.0),
        default=-0.8,
        label=QT_TRANSLATE_NOOP("netstudio", "Beta 2 decay"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The power with which more and more of the means is kept: 1 − tᵖ."
        ),
        advanced=True,
    )
    d: float = field(
        Real(1.0, 1_000.0),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Clip"),
        help=QT_TRANSLATE_NOOP("netstudio", "From which size on updates are shortened."),
        advanced=True,
    )
    smallest_scale: float = field(
        Real(0.0, 1.0),
        default=1e-3,
        label=QT_TRANSLATE_NOOP("netstudio", "Smallest scale"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Steps grow with the weights; how large these count at least."
        ),
        argument=None,
        advanced=True,
    )

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "eps": (None, self.smallest_scale)}


@OPTIMIZERS.register
class Muon(OptimizerDef):
    """Momentum made orthogonal for the matrices inside the network, AdamW for the rest.

    The sizes of its steps are by default those of AdamW, so that one learning rate suits both;
    torch's own default, and that of the original, is ``original``.
    """

    type = "muon"
    label = QT_TRANSLATE_NOOP("netstudio", "Muon")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Makes the updates of matrices orthogonal: fast for transformers. Convolutions, "
        "embeddings, norms, biases and the last layer learn with AdamW.",
    )
    formula = "m ← μ m + (1 − μ) g;  w ← w − lr · s · orth((1 − μ) g + μ m) − lr · λ w"
    source = "Jordan and others, Muon: an optimizer for hidden layers in neural networks, 2024"
    search = ("orthogonal", "Newton-Schulz")
    target = "optimizing.MuonWithAdamW"
    fused_on = ("cpu", "cuda", "mps")  # the part that AdamW has
    has_foreach = False
    kept = 1
    matrices_only = True

    weight_decay: float = decay(0.1)
    momentum: float = field(
        Real(0.0, 1.0, below_maximum=True),
        default=0.95,
        label=QT_TRANSLATE_NOOP("netstudio", "Momentum"),
        help=QT_TRANSLATE_NOOP("netstudio", "How much of the last step is kept in the next one."),
        advanced=True,
    )
    nesterov: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Nesterov"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether the gradient is taken a step ahead."),
        advanced=True,
    )
    ns_steps: int = field(
        Integer(1, 99),
        default=5,
        label=QT_TRANSLATE_NOOP("netstudio", "Newton–Schulz steps"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many steps make an update orthogonal."),
        advanced=True,
    )
    adjust_lr_fn: str = field(
        Choice(
            ("match_rms_adamw", "original"),
            (
                QT_TRANSLATE_NOOP("netstudio", "As AdamW's"),
                QT_TRANSLATE_NOOP("netstudio", "Original"),
            ),
        ),
        default="match_rms_adamw",
        label=QT_TRANSLATE_NOOP("netstudio", "Size of steps"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "As AdamW's: one learning rate suits all weights. Original: as in the first "
            "publication, with far higher learning rates such as 0.02.",
        ),
        advanced=True,
    )
