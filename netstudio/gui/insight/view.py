"""The view of the layers while they learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableView,
    QWidget,
)

from netstudio.gui.insight.cells import Cells
from netstudio.gui.insight.model import Column, InsightModel
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.events import Event

# Under which name the layers are watched.
LAYERS = "layers"

_NAME, _UNITS = 150, 112
_ROW = 60
# In less room the outputs are left out, so that weights and gradients can be seen.
_ROOM_FOR_ALL = 620


class InsightView(QWidget):
    """Shows weights, gradients and outputs of each layer over the time of a run.

    The network is looked at only while this is seen.

    Signals:
        layer_chosen: The uid of the layer whose row was selected.
    """

    layer_chosen = Signal(str)

    def __init__(self, run_controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("insightView")
        self._controller = run_controller
        self._selected: tuple[str, ...] = ()
        self._is_showing = False
        self.model = InsightModel(self)
        self._hint = QLabel(
            translate(
                "netstudio",
                "While this is shown and a network learns, the weights, gradients and outputs of "
                "its layers appear here.",
            )
        )
        self._hint.setProperty("role", "faint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMargin(40)
        self._table = QTableView()
        self._set_up_table()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self._table)
        self.setFocusProxy(self._table)
        self._table.selectionModel().currentRowChanged.connect(self._choose_current)
        self._table.clicked.connect(self._choose_current)
        run_controller.started.connect(self._begin)
        run_controller.received.connect(self._take)

    def show_selected(self, uids: tuple[str, ...]) -> None:
        """Mark the rows of these layers, and show the first."""
        self._selected = uids
        self._mark_selected(scroll=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._controller.is_busy:
            self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._controller.watch(LAYERS, {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.setColumnHidden(Column.OUTPUTS, self.width() < _ROOM_FOR_ALL)

    def _set_up_table(self) -> None:
        table, header = self._table, self._table.horizontalHeader()
        table.setObjectName("insightTable")
        table.setAccessibleName(translate("netstudio", "Layers while they learn"))
        table.setModel(self.model)
        table.setItemDelegate(Cells(table))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.LAYER, _NAME), (Column.UNITS, _UNITS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, width)

    def _begin(self) -> None:
        self.model.clear()
        self._pages.setCurrentWidget(self._hint)
        if self.isVisible():
            self._watch()

    def _watch(self) -> None:
        from netstudio.engine.insight.layer_watch import LayerWatch

        self._controller.watch(LAYERS, {LAYERS: LayerWatch()})

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Watched
        from netstudio.engine.insight.layers import NetworkSeen

        for event in events:
            if isinstance(event, Watched) and isinstance(event.seen, NetworkSeen):
                was_empty = not self.model.rowCount()
                self.model.add(event.seen)
                if was_empty and self.model.rowCount():
                    self._pages.setCurrentWidget(self._table)
                    self._mark_selected(scroll=True)

    def _mark_selected(self, scroll: bool) -> None:
        self._is_showing = True
        selection, flags = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clear()
        rows = [row for uid in self._selected if (row := self.model.row_of(uid)) is not None]
        if rows:
            place = self.model.index(rows[0], Column.LAYER)
            selection.setCurrentIndex(place, flags.Select | flags.Rows)
            if scroll:
                self._table.scrollTo(place)
        self._is_showing = False

    def _choose_current(self) -> None:
        index = self._table.currentIndex()
        if self._is_showing or not index.isValid():
            return
        uid = self.model.uid_at(index.row())
        if (uid,) != self._selected:
            self.layer_chosen.emit(uid)
