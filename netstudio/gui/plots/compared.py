"""Earlier runs whose curves are drawn beside those of the run in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from netstudio.core.layer import Family
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.gui.plots.curves import RunCurves

# Far from the colours of training and validation, and from each other.
_HUES = (
    Family.REGULARIZATION,
    Family.LINEAR,
    Family.ATTENTION,
    Family.RECURRENT,
    Family.ACTIVATION,
    Family.NORMALIZATION,
)
MOST_COMPARED = len(_HUES)


@dataclass(frozen=True)
class ComparedRun:
    """An earlier run as it is drawn beside another.

    Attributes:
        key: What tells it from others: its folder.
        name: What the user calls it.
        hue: Which of the ``MOST_COMPARED`` colours it has, from 0.
        curves: Its curves.
    """

    key: str
    name: str
    hue: int
    curves: RunCurves

    @classmethod
    def of_history(
        cls, key: str, name: str, hue: int, history: Iterable[Mapping[str, Any]]
    ) -> ComparedRun:
        """A run with the curves of its history: all its events as JSON, in order.

        A long history takes a moment: call it in the background.
        """
        from netstudio.gui.plots.curves import RunCurves

        return cls(key, name, hue, RunCurves.of_history(history))


def compared_colour(hue: int) -> QColor:
    """The colour of a compared run in the theme that is worn now."""
    return QColor(colours().families[_HUES[hue % MOST_COMPARED]])
