"""What the network starts from."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Choice, File, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.initializations import INITIALIZATIONS
from netstudio.tasks.options import LARGEST_SEED


class Start(Declared):
    """What the network starts from."""

    label = QT_TRANSLATE_NOOP("netstudio", "Start")
    help = QT_TRANSLATE_NOOP("netstudio", "What the network starts from.")

    seed: int = field(
        Integer(0, LARGEST_SEED),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Seed"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The same number gives the same start and the same order of samples."
        ),
        advanced=True,
    )
    initialization: str = field(
        Choice(
            INITIALIZATIONS.names(),
            tuple(cls.label for cls in INITIALIZATIONS),
            tuple(INITIALIZATIONS),
        ),
        default="default",
        label=QT_TRANSLATE_NOOP("netstudio", "First weights"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How the first weights are drawn. Xavier suits tanh and sigmoid, Kaiming suits ReLU; "
            "with all zero a network of several layers does not learn.",
        ),
        advanced=True,
    )
    start_from: str = field(
        File((".safetensors", ".pt", ".pth", ".th", ".bin", ".ckpt")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Start from"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "A file with the weights of another trained network; those that match by name and "
            "shape, or by order, are taken over. Prepare the inputs as they were for it. Empty for "
            "new weights.",
        ),
        advanced=True,
    )
