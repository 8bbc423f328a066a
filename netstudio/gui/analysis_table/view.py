"""The analysis of the network: every layer and what it costs, to be sorted and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Document
from netstudio.gui.analysis import Analyser
from netstudio.gui.analysis_table.cells import Cells
from netstudio.gui.analysis_table.model import ROW_ROLE, AnalysisModel, SortedRows
from netstudio.gui.analysis_table.rows import Column, Row, as_table, rows_of, totals_of
from netstudio.gui.background import Lane
from netstudio.gui.buttons import small_button
from netstudio.gui.save_text import TextSaver
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.fonts import tabular

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

_WIDTHS = {
    Column.TYPE: 116,
    Column.OUTPUT: 128,
    Column.PARAMETERS: 88,
    Column.FLOPS: 80,
    Column.MEMORY: 80,
    Column.FIELD: 88,
}
_NARROWEST_NAME = 130
_ROW = 28


class AnalysisView(QWidget):
    """Lists all layers with their costs; selecting a row selects the layer's card.

    Signals:
        layer_chosen: The uid of the layer whose row was selected.
    """

    layer_chosen = Signal(str)

    def __init__(
        self, document: Document, analyser: Analyser, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._analyser = analyser
        self._selected: tuple[str, ...] = ()
        self._is_showing = False
        self._is_old = True
        self._saver = TextSaver(lane, self)
        self._model = AnalysisModel(self)
        self._sorted = SortedRows(self._model, self)
        self._cells = Cells(self)
        self._table = QTableView()
        self._filter = QLineEdit()
        self._set_up_table()
        self._lay_out()
        self._filter.textChanged.connect(self._sorted.want)
        self._table.selectionModel().currentRowChanged.connect(self._choose_current)
        self._table.clicked.connect(self._choose_current)
        self._table.horizontalHeader().sortIndicatorChanged.connect(self._note_order)
        analyser.analysed.connect(self._take)

    def show_selected(self, uids: tuple[str, ...]) -> None:
        """Mark the rows of these layers, and show the first."""
        self._selected = uids
        self._mark_selected(scroll=True)

    def copy(self) -> None:
        """Put the rows that are shown on the clipboard, as spreadsheets read them."""
        QGuiApplication.clipboard().setText(as_table(self._shown_rows(), delimiter="\t"))

    def export(self) -> None:
        """Ask where to save all rows."""
        text = as_table(self._model.rows)
        self._saver.ask(translate("netstudio", "Save the analysis"), "layers.csv", text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old and self._analyser.current is not None:
            self._show(self._analyser.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header, modes = self._table.horizontalHeader(), QHeaderView.ResizeMode
        has_room = self.width() - sum(_WIDTHS.values()) >= _NARROWEST_NAME
        mode = modes.Stretch if has_room else modes.Interactive
        header.setSectionResizeMode(Column.LAYER, mode)
        if not has_room:
            self._table.setColumnWidth(Column.LAYER, _NARROWEST_NAME)

    def _set_up_table(self) -> None:
        table, header = self._table, self._table.horizontalHeader()
        table.setObjectName("analysisView")
        table.setAccessibleName(translate("netstudio", "Analysis of the layers"))
        table.setModel(self._sorted)
        table.setItemDelegate(self._cells)
        table.setFont(tabular(table.font()))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setMouseTracking(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(80)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.LAYER, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        self._filter.setObjectName("analysisFilter")
        self._filter.setPlaceholderText(translate("netstudio", "Filter by name or type"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(240)
        copy = small_button(translate("netstudio", "Copy"), "analysisCopy")
        copy.setToolTip(translate("netstudio", "Copy the rows, to be pasted into a spreadsheet"))
        copy.clicked.connect(self.copy)
        export = small_button(translate("netstudio", "Export CSV…"), "analysisExport")
        export.clicked.connect(self.export)
        header = QHBoxLayout()
        header.setContentsMargins(metrics.PANEL_PADDING, 6, 10, 6)
        header.setSpacing(6)
        header.addWidget(self._filter, 1)
        header.addStretch(1)
        header.addWidget(copy)
        header.addWidget(export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._table, 1)
        self.setFocusProxy(self._table)

    def _take(self, analysis: Analysis) -> None:
        self._is_old = True
        if self.isVisible():
            self._show(analysis)

    def _show(self, analysis: Analysis) -> None:
        self._is_old = False
        scrolled = self._table.verticalScrollBar().value()
        self._model.show_rows(rows_of(self._document.project, analysis), totals_of(analysis))
        self._mark_selected(scroll=False)
        self._table.verticalScrollBar().setValue(scrolled)

    def _shown_rows(self) -> list[Row]:
        count = self._sorted.rowCount()
        return [self._sorted.index(at, 0).data(ROW_ROLE) for at in range(count)]

    def _mark_selected(self, scroll: bool) -> None:
        self._is_showing = True
        selection = self._table.selectionModel()
        selection.clear()
        flags = QItemSelectionModel.SelectionFlag
        places = [
            self._sorted.mapFromSource(self._model.index(row, 0))
            for uid in self._selected
            if (row := self._model.row_of(uid)) is not None
        ]
        for place in places:
            selection.select(place, flags.Select | flags.Rows)
        if places:
            selection.setCurrentIndex(places[0], flags.NoUpdate)
            if scroll:
                self._table.scrollTo(places[0])
        self._is_showing = False

    def _choose_current(self) -> None:
        index = self._table.currentIndex()
        row: Row | None = index.data(ROW_ROLE) if index.isValid() else None
        if not self._is_showing and row is not None and row.uid and (row.uid,) != self._selected:
            self.layer_chosen.emit(row.uid)

    def _note_order(self, column: int) -> None:
        self._cells.is_nested = column == Column.LAYER
        self._table.viewport().update()
