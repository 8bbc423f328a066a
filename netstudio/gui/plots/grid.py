"""Plots side by side, in as many rows as the room asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

# Narrower ones cannot show legend and switches.
_NARROWEST = 300


class PlotGrid(QScrollArea):
    """Shows plots in rows; where they do not fit, it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._panels: Sequence[QWidget] = ()
        self._expanded: QWidget | None = None
        self._columns = 0
        self._sheet = QWidget()
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_panels(self, panels: Sequence[QWidget]) -> None:
        """Show these plots, and no others."""
        for panel in self._panels:
            if panel not in panels:
                panel.hide()
        self._panels = panels
        if self._expanded not in panels:
            self._expanded = None
        self._arrange()

    def expand(self, panel: QWidget | None) -> None:
        """Give one plot all the room; None gives each its part."""
        self._expanded = panel
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_now() != self._columns:
            self._arrange()

    @property
    def _shown(self) -> Sequence[QWidget]:
        return self._panels if self._expanded is None else (self._expanded,)

    def _columns_now(self) -> int:
        return max(1, min(len(self._shown), self.viewport().width() // _NARROWEST))

    def _arrange(self) -> None:
        columns = self._columns = self._columns_now()
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, panel in enumerate(self._shown):
            self._grid.addWidget(panel, number // columns, number % columns)
        for panel in self._panels:
            panel.setVisible(panel in self._shown)
