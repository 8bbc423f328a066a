"""Which plots are shown and how they are looked at: what the window remembers of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.gui.plots.figures import LOSS

# The place of the task's first metric, whatever that is.
METRIC = "metric"

# Over which share of what was seen a smooth curve goes, and what people call that.
STRENGTHS = {
    0.01: QT_TRANSLATE_NOOP("netstudio", "Slight"),
    0.04: QT_TRANSLATE_NOOP("netstudio", "Medium"),
    0.1: QT_TRANSLATE_NOOP("netstudio", "Strong"),
    0.25: QT_TRANSLATE_NOOP("netstudio", "Very strong"),
}
_UNITS = ("epochs", "steps", "seconds")


@dataclass(frozen=True)
class PlotSettings:
    """How the plots are looked at.

    Attributes:
        slots: Which plots are shown: ``METRIC`` or the names of figures.
        unit: What the horizontal axes count: ``epochs``, ``steps`` or ``seconds``.
        smoothing: One of ``STRENGTHS``.
        logarithmic: The slots of the plots with a logarithmic scale.
    """

    slots: tuple[str, ...] = (LOSS, METRIC)
    unit: str = "epochs"
    smoothing: float = 0.04
    logarithmic: tuple[str, ...] = ()

    def written(self) -> str:
        """As a text that ``read`` understands."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> PlotSettings:
        """What was written; what cannot be understood is as at the first start."""
        try:
            found = json.loads(text)
            slots = tuple(str(slot) for slot in found["slots"])
            unit, smoothing = found["unit"], float(found["smoothing"])
            logarithmic = tuple(str(slot) for slot in found["logarithmic"])
        except (ValueError, TypeError, KeyError):
            return cls()
        if not slots or unit not in _UNITS or smoothing not in STRENGTHS:
            return cls()
        return cls(slots, unit, smoothing, logarithmic)
