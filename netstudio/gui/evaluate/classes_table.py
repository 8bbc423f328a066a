"""How well each class is recognised, as a table that can be sorted."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from netstudio.gui.texts import grouped, percent, translate

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import ClassScore

Index = QModelIndex | QPersistentModelIndex

_FIGURE_WIDTH = 84
SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns, from the left."""

    CLASS = 0
    PRECISION = 1
    RECALL = 2
    F1 = 3
    SAMPLES = 4


class ClassesModel(QAbstractTableModel):
    """One row for each class, in the order of the network's outputs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scores: tuple[ClassScore, ...] = ()

    def show_scores(self, scores: tuple[ClassScore, ...]) -> None:
        """Hold these scores."""
        self.beginResetModel()
        self._scores = scores
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._scores)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return _titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        score, column = self._scores[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in (Qt.ItemDataRole.DisplayRole, SORT_ROLE):
            return None
        if column is Column.CLASS:
            return score.label if role == Qt.ItemDataRole.DisplayRole else index.row()
        if column is Column.SAMPLES:
            return grouped(score.samples) if role == Qt.ItemDataRole.DisplayRole else score.samples
        value = (score.precision, score.recall, score.f1)[column - Column.PRECISION]
        if role == SORT_ROLE:
            return -1.0 if value is None else value
        return "–" if value is None else percent(value)


class ClassesTable(QTableView):
    """Precision, recall and F1 of each class; a click on a column's title sorts by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classesTable")
        self.setAccessibleName(translate("netstudio", "Figures of each class"))
        self._scores = ClassesModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._scores)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(27)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.CLASS, QHeaderView.ResizeMode.Stretch)
        header.setDefaultSectionSize(_FIGURE_WIDTH)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.CLASS, Qt.SortOrder.AscendingOrder)

    def show_scores(self, scores: tuple[ClassScore, ...]) -> None:
        """Show these scores."""
        self._scores.show_scores(scores)


def _titles() -> tuple[str, ...]:
    return (
        translate("netstudio", "Class"),
        translate("netstudio", "Precision"),
        translate("netstudio", "Recall"),
        translate("netstudio", "F1"),
        translate("netstudio", "Samples"),
    )


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_name = column is Column.CLASS
    side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
