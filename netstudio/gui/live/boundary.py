"""The boundary between classes of points, as it bends while the network learns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from netstudio.gui.live.contract import LiveView
from netstudio.gui.plane.plane import Plane, Spot
from netstudio.gui.plane.units import UnitGrid
from netstudio.gui.texts import translate
from netstudio.tasks.sources.points import REACH

if TYPE_CHECKING:
    from netstudio.engine.evaluation.watched_boundary import Boundary
    from netstudio.engine.watching import Watch

# Under which name the boundary is watched.
BOUNDARY = "boundary"

_WIDTH = 340
_PLANE, _LARGEST, _HEAD = 180, 300, 44
_UNIT = 26
_UNIT_SIDE = 32
# What is looked at reaches a little beyond the points and their noise.
_FIELD = 1.3 * REACH


class BoundaryLive(LiveView):
    """The plane in the colours of its classes, and what each hidden unit makes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("liveBoundary")
        # As wide before the training as during it, so that the curves stay where they are.
        self.setMinimumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.plane = Plane(_FIELD)
        self.plane.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.plane.setFixedWidth(_PLANE)
        self.units = UnitGrid(_UNIT)
        self.units.chosen.connect(self.plane.show_unit)
        self._hint = QLabel(
            translate("netstudio", "The boundary appears as soon as training starts.")
        )
        self._hint.setProperty("role", "secondary")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        title = QLabel(translate("netstudio", "Boundary"))
        title.setProperty("role", "strong")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.plane)
        row.addWidget(self.units, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._hint, 1)
        column.addLayout(row, 1)
        self.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A square, as high as there is room for.
        side = max(_PLANE, min(_LARGEST, self.height() - _HEAD))
        if side != self.plane.width():
            self.plane.setFixedWidth(side)

    def watches(self) -> Mapping[str, Watch]:
        from netstudio.engine.evaluation.watched_boundary import BoundaryWatch

        return {BOUNDARY: BoundaryWatch(_FIELD, unit_side=_UNIT_SIDE)}

    def show_seen(self, name: str, seen: object) -> None:
        from netstudio.engine.evaluation.watched_boundary import Boundary

        assert isinstance(seen, Boundary)
        self._show(seen)

    def clear(self) -> None:
        self._show(None)

    def _show(self, boundary: Boundary | None) -> None:
        self._hint.setVisible(boundary is None)
        self.plane.setVisible(boundary is not None)
        self.plane.show_boundary(boundary)
        self.plane.show_spots(() if boundary is None else lettered(boundary))
        self.units.show_units(() if boundary is None else boundary.units)


def lettered(boundary: Boundary) -> list[Spot]:
    """The points with the numbers of their letters, by which they have their colours."""
    letters = [ord(name) - ord("A") for name in boundary.names]
    return [(x, y, letters[number]) for x, y, number in boundary.spots]
