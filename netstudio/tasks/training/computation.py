"""How updates are computed: trades between time, memory and precision."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Choice, Flag, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP


class Computation(Declared):
    """How updates are computed: trades between time, memory and precision."""

    label = QT_TRANSLATE_NOOP("netstudio", "Computation")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How updates are computed: trades between time, memory and precision."
    )

    accumulate: int = field(
        Integer(1, 1_024),
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Batches per update"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many batches are added up before each update: acts like a batch so many times as "
            "large, in the memory of one.",
        ),
        advanced=True,
    )
    precision: str = field(
        Choice(
            ("float32", "bfloat16", "float16"),
            (
                QT_TRANSLATE_NOOP("netstudio", "float32"),
                QT_TRANSLATE_NOOP("netstudio", "bfloat16, mixed"),
                QT_TRANSLATE_NOOP("netstudio", "float16, mixed"),
            ),
        ),
        default="float32",
        label=QT_TRANSLATE_NOOP("netstudio", "Number precision"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Mixed precision computes products with 16 bits: much faster on recent GPUs, seldom "
            "on CPUs.",
        ),
        advanced=True,
    )
    checkpoint_activations: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Save memory"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Activation checkpointing: layers are computed a second time instead of remembered; "
            "needs far less memory and about a third more time.",
        ),
        advanced=True,
    )
    compile: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Compile"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Compiles the network before training (torch.compile): takes a minute, and pays for "
            "long runs; where it does not work, training goes on without.",
        ),
        advanced=True,
    )
    halve_when_full: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Halve when full"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether a run that finds the memory full goes on with half a batch at a time; the "
            "updates stay those of the whole batch.",
        ),
        advanced=True,
    )
