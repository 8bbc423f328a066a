"""The table of runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from netstudio.engine.runs.record import RunRecord
from netstudio.gui.runs.columns import Column, title
from netstudio.gui.runs.model import RECORD_ROLE, RunsModel
from netstudio.gui.runs.sorting import SortedRuns
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.texts import translate
from netstudio.gui.theme.fonts import tabular

_INDENT = 14


class RunsView(QTreeView):
    """Lists the runs of a store; which columns it shows is the user's choice.

    Args:
        store: Where the runs come from.
        shown: The columns that are shown at first.
        widths: How wide the columns are at first.

    Attributes:
        sorted: What is listed, in its order.

    Signals:
        picked: Other runs are selected.
        chosen: Enter was pressed on the selected run, or it was double-clicked.
        delete_wanted: Delete was pressed.
        arranged: Other columns are shown, are wider, or sort the rows.
    """

    picked = Signal()
    chosen = Signal()
    delete_wanted = Signal()
    arranged = Signal()

    def __init__(
        self,
        store: RunsStore,
        shown: Sequence[Column],
        widths: Mapping[Column, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._model = RunsModel(self)
        self.sorted = SortedRuns(self._model, self)
        self.setModel(self.sorted)
        self._set_up(shown, widths)
        self._model.noted.connect(store.note)
        store.changed.connect(self._take)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self.picked)
        self.sorted.dataChanged.connect(self.picked)
        if store.has_read:
            self._take()

    @property
    def selected(self) -> tuple[RunRecord, ...]:
        """The selected runs, folds left out, in the order of the table."""
        rows = self.selectionModel().selectedRows()
        whole = sorted(
            (row for row in rows if not row.parent().isValid()), key=lambda row: row.row()
        )
        return tuple(row.data(RECORD_ROLE) for row in whole)

    @property
    def looked_at(self) -> tuple[RunRecord, ...]:
        """The selected runs and folds; of a cross-validation by itself, its folds, too."""
        rows = sorted(self.selectionModel().selectedRows(), key=_place)
        found = tuple(_named(row) for row in rows)
        return (*found, *_folds(rows[0])) if len(rows) == 1 else found

    @property
    def listed(self) -> list[RunRecord]:
        """The runs that are listed, in their order."""
        count = self.sorted.rowCount()
        return [self.sorted.index(row, 0).data(RECORD_ROLE) for row in range(count)]

    def select(self, runs: Iterable[Path]) -> None:
        """Select these runs."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        selection.clear()
        for run in runs:
            place = self.sorted.mapFromSource(self._model.index_of(run))
            selection.select(place, flags.Select | flags.Rows)
            selection.setCurrentIndex(place, flags.NoUpdate)

    def stretch(self, column: Column) -> None:
        """Give a column all the room that the others leave."""
        self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def restore(self, state: QByteArray) -> None:
        """Show the columns as they were arranged before."""
        if not state.isEmpty():
            self.header().restoreState(state)

    def edit_cell(self, column: Column) -> None:
        """Let the user write the name of the selected run, or its note."""
        row = self.currentIndex().siblingAtColumn(column)
        if not self.isColumnHidden(column) and row.isValid():
            self.setCurrentIndex(row)
            self.edit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() is QAbstractItemView.State.EditingState
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not is_editing:
                self.chosen.emit()
            case Qt.Key.Key_Delete if not is_editing:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _set_up(self, shown: Sequence[Column], widths: Mapping[Column, int]) -> None:
        self.setObjectName("runsView")
        self.setAccessibleName(translate("netstudio", "Runs"))
        self.setFont(tabular(self.font()))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(44)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in widths.items():
            header.resizeSection(column, width)
            header.setSectionHidden(column, column not in shown)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.BEGAN, Qt.SortOrder.DescendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)
        header.sectionResized.connect(self.arranged)
        header.sortIndicatorChanged.connect(self.arranged)

    def column_menu(self) -> QMenu:
        """Lets the user choose the columns; whoever shows it deletes it."""
        menu = QMenu(self)
        for column in Column:
            action = QAction(title(column), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setEnabled(column is not Column.NAME)
            action.toggled.connect(partial(self._show_column, column))
            menu.addAction(action)
        return menu

    def _show_columns(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.header().viewport().mapToGlobal(place))

    def _show_column(self, column: Column, is_shown: bool) -> None:
        self.setColumnHidden(column, not is_shown)
        self.arranged.emit()

    def _take(self) -> None:
        self._model.show_records(self._store.records, self._store.active)
        has_folds = any(record.folds for record in self._store.records)
        self.setRootIsDecorated(has_folds)
        self.setIndentation(_INDENT if has_folds else 0)

    def _choose(self) -> None:
        self.chosen.emit()


def _place(row: QModelIndex) -> tuple[int, int]:
    """Where a row is: that of its parent, and its own below that."""
    parent = row.parent()
    return (parent.row(), row.row()) if parent.isValid() else (row.row(), -1)


def _named(row: QModelIndex) -> RunRecord:
    """The run of a row under the name that the row has."""
    record: RunRecord = row.data(RECORD_ROLE)
    return replace(record, name=str(row.data()))


def _folds(row: QModelIndex) -> list[RunRecord]:
    model = row.model()
    return [_named(model.index(at, 0, row)) for at in range(model.rowCount(row))]
