"""The colours and strokes of a plot's lines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPen

from netstudio.gui.plots.compared import compared_colour
from netstudio.gui.plots.lines import Role
from netstudio.gui.plots.marks import MarkKind
from netstudio.gui.theme.colours import blend, colours

_CURVE = 1.5
# How much of its colour is left to a line that lies behind another.
_BEHIND = 0.38
_BESIDE = 0.55


@dataclass(frozen=True)
class RunPens:
    """What the lines of one run are drawn with.

    Attributes:
        raw: The colour of single measurements.
        train: That of the curve of training.
        validation: That of the curve on the validation part.
        train_width: How broad the curve of training is.
        is_compared: Whether it is an earlier run.
    """

    raw: str
    train: str
    validation: str
    train_width: float
    is_compared: bool

    @classmethod
    def of(cls, hue: int | None, roles: Collection[Role]) -> RunPens:
        """The pens of a run.

        Args:
            hue: The colour it is compared in; None for the run in view.
            roles: Which lines it has.
        """
        worn = colours()
        if hue is None:
            faint = blend(worn.curve_train, worn.panel, _BEHIND).name()
            return cls(faint, worn.curve_train, worn.curve_validation, _CURVE, is_compared=False)
        colour = compared_colour(hue).name()
        if Role.VALIDATION not in roles:
            return cls(colour, colour, colour, _CURVE, is_compared=True)
        beside = blend(colour, worn.panel, _BESIDE).name()
        return cls(beside, beside, colour, 1.0, is_compared=True)

    def pen(self, role: Role) -> QPen:
        """The pen of a line."""
        match role:
            case Role.RAW:
                return plain_pen(self.raw, 1)
            case Role.TRAIN:
                return plain_pen(self.train, self.train_width)
            case Role.VALIDATION:
                return plain_pen(self.validation, _CURVE)


def mark_pen(kind: MarkKind) -> QPen:
    """The pen of a marked moment."""
    worn = colours()
    match kind:
        case MarkKind.BEST:
            pen = plain_pen(worn.ok, 1)
            pen.setDashPattern([1, 3])
        case MarkKind.RATE:
            pen = plain_pen(worn.connector, 1)
            pen.setDashPattern([4, 4])
        case MarkKind.NOTICE:
            pen = plain_pen(worn.warning, 1)
            pen.setDashPattern([4, 3])
    return pen


def plain_pen(colour: str | QColor, width: float) -> QPen:
    """A pen that is as broad at every zoom."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen
