"""How points become the network's input."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef


class PointPreparation(PreparationDef):
    """The two coordinates, scaled."""

    type = "point_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Points")
    help = QT_TRANSLATE_NOOP("netstudio", "How points become the network's input.")

    scaling: str = field(
        Choice(
            ("standard", "none"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Standard"),
                QT_TRANSLATE_NOOP("netstudio", "None"),
            ),
        ),
        default="standard",
        label=QT_TRANSLATE_NOOP("netstudio", "Scaling"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Standard brings both coordinates to mean 0 and deviation 1."
        ),
    )
