"""The hidden units of a small network, each as a little picture of the plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from netstudio.gui.plane.picture import unit_image
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.evaluation.watched_boundary import UnitField

_ROWS = 4
_MOST = 24


class UnitGrid(QWidget):
    """A button for each hidden unit; the one that is pressed shows its boundary.

    Args:
        side: The pixels of each picture.

    Signals:
        chosen: The ``UnitField`` to be drawn large, or None.
    """

    chosen = Signal(object)

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._buttons: list[QToolButton] = []
        self._units: tuple[UnitField, ...] = ()
        self._chosen: tuple[str, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3)

    @property
    def units(self) -> tuple[UnitField, ...]:
        """The units that are shown."""
        return self._units

    def show_units(self, units: Sequence[UnitField]) -> None:
        """Show what the units put out now; the chosen one stays chosen."""
        self._units = tuple(units[:_MOST])
        self._have_buttons(len(self._units))
        for button, unit in zip(self._buttons, self._units, strict=True):
            button.setIcon(QIcon(QPixmap.fromImage(unit_image(unit.outputs))))
            name = translate("netstudio", "{layer}, unit {number}").format(
                layer=unit.layer, number=unit.number + 1
            )
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setChecked((unit.layer, unit.number) == self._chosen)
        self.chosen.emit(self._chosen_unit())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.show_units(self._units)

    def _choose(self, at: int) -> None:
        unit = self._units[at]
        key = (unit.layer, unit.number)
        self._chosen = None if key == self._chosen else key
        for button, other in zip(self._buttons, self._units, strict=True):
            button.setChecked((other.layer, other.number) == self._chosen)
        self.chosen.emit(self._chosen_unit())

    def _chosen_unit(self) -> UnitField | None:
        return next(
            (unit for unit in self._units if (unit.layer, unit.number) == self._chosen), None
        )

    def _have_buttons(self, count: int) -> None:
        while len(self._buttons) > count:
            button = self._buttons.pop()
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self._buttons) < count:
            at = len(self._buttons)
            button = QToolButton()
            button.setObjectName(f"unit{at + 1}")
            button.setProperty("role", "unit")
            button.setCheckable(True)
            button.setIconSize(QSize(self._side, self._side))
            button.clicked.connect(lambda _, at=at: self._choose(at))
            self._buttons.append(button)
            self._grid.addWidget(button, at % _ROWS, at // _ROWS)
