"""The rows of the analysis for Qt's views."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from netstudio.gui.analysis_table.rows import COSTS, Column, Row, costliest
from netstudio.gui.texts import (
    grouped,
    percent,
    shape_text,
    short_count,
    size_text,
    translate,
    words,
)

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
SHARE_ROLE = Qt.ItemDataRole.UserRole + 1
COSTLIEST_ROLE = Qt.ItemDataRole.UserRole + 2
_NOTHING = "–"
_COLUMNS = len(Column)


class AnalysisModel(QAbstractTableModel):
    """A row for every layer, in the order of the stack, and one for all together at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._costliest: dict[Column, Row | None] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, the totals last."""
        return self._rows

    def show_rows(self, rows: Sequence[Row], totals: Row) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self._rows = (*rows, totals)
        self._costliest = {column: costliest(rows, column) for column in COSTS}
        self.endResetModel()

    def row_of(self, uid: str) -> int | None:
        """Where a layer is."""
        return next((at for at, row in enumerate(self._rows) if row.uid == uid), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _titles()[section]
            case Qt.ItemDataRole.ToolTipRole:
                return _explanations()[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text_of(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(row, column)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == SHARE_ROLE:
                return self._share(row, column)
            case _ if role == COSTLIEST_ROLE:
                return self._costliest.get(column) is row
        return None

    def _share(self, row: Row, column: Column) -> float:
        if column not in COSTS or not row.uid:
            return 0.0
        total = self._rows[-1].cost(column)
        return min(row.cost(column) / total, 1.0) if total else 0.0

    def _tool_tip(self, row: Row, column: Column) -> str:
        if column is Column.LAYER:
            return " › ".join(row.path)
        if column is Column.PARAMETERS and row.frozen:
            return _learning_text(row)
        if column not in COSTS or not row.uid:
            return ""
        text = translate("netstudio", "{count}: {share} of the network")
        exact = grouped(row.cost(column))
        return text.format(count=exact, share=percent(self._share(row, column)))


class SortedRows(QSortFilterProxyModel):
    """The rows that are wanted, sorted; the totals stay at the end."""

    def __init__(self, source: AnalysisModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        # Asking Qt's model for every comparison takes a quarter of a second for 500 layers.
        self._source = source
        self._ranks: Sequence[int] = ()
        self._ranked: tuple[int, Qt.SortOrder] | None = None
        source.modelAboutToBeReset.connect(self._forget_ranks)
        self.setSourceModel(source)

    def want(self, text: str) -> None:
        """Keep the layers whose name or type holds ``text``."""
        self.beginFilterChange()
        self._wanted = text.strip().casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, number: int, parent: Index) -> bool:
        row = self._source.rows[number]
        if not self._wanted or not row.uid:
            return True
        return any(
            self._wanted in text.casefold() for text in (row.name, row.type, words(row.label))
        )

    def lessThan(self, left: Index, right: Index) -> bool:
        ranked = left.column(), self.sortOrder()
        if self._ranked != ranked:
            self._ranked, self._ranks = ranked, _ranks(self._source.rows, *ranked)
        return self._ranks[left.row()] < self._ranks[right.row()]

    def _forget_ranks(self) -> None:
        self._ranked = None


def _ranks(rows: Sequence[Row], column: int, order: Qt.SortOrder) -> Sequence[int]:
    """The place of each row among all, counted upwards, with the totals shown as the last."""
    last = 1 if order is Qt.SortOrder.AscendingOrder else -1
    numbers = range(len(rows))
    keys = [(0 if row.uid else last, *_key(row, Column(column))) for row in rows]
    ranks = [0] * len(rows)
    for rank, number in enumerate(sorted(numbers, key=lambda number: keys[number])):
        ranks[number] = rank
    return ranks


def _key(row: Row, column: Column) -> tuple[object, ...]:
    match column:
        case Column.LAYER:
            return ()  # the order of the stack
        case Column.TYPE:
            return (words(row.label).casefold(),)
        case Column.OUTPUT:
            sizes = row.output.sizes if row.output is not None else ()
            return (_product(sizes) if sizes else -1, sizes)
        case Column.FIELD:
            if row.field is None:
                return (-1,)
            return (float("inf") if row.field.sizes is None else _product(row.field.sizes),)
    return (row.cost(column),)


def _product(sizes: Sequence[int]) -> int:
    product = 1
    for size in sizes:
        product *= size
    return product


def text_of(row: Row, column: Column) -> str:
    """What a cell says."""
    match column:
        case Column.LAYER:
            return row.name if row.uid else translate("netstudio", "Total")
        case Column.TYPE:
            return _type_text(row)
        case Column.OUTPUT:
            return shape_text(row.output) if row.output is not None else _NOTHING
        case Column.MEMORY:
            return size_text(row.cost(column)) if row.cost(column) else _NOTHING
        case Column.FIELD:
            return _field_text(row)
    return short_count(row.cost(column)) if row.cost(column) else _NOTHING


def _type_text(row: Row) -> str:
    """What people call its type, and what is special about it; of the totals, what learns."""
    learning = row.cost(Column.PARAMETERS) - row.frozen
    if not row.uid:
        trainable = translate("netstudio", "{count} trainable")
        return trainable.format(count=short_count(learning)) if row.frozen else ""
    label = words(row.label)
    if not row.enabled:
        return translate("netstudio", "{type}, switched off").format(type=label)
    if row.is_frozen:
        return translate("netstudio", "{type}, frozen").format(type=label)
    return label


def _learning_text(row: Row) -> str:
    """How many of its parameters learn."""
    count = row.cost(Column.PARAMETERS)
    text = translate("netstudio", "{count}, frozen")
    if row.frozen < count:
        text = translate("netstudio", "{count}, {trainable} trainable")
    return text.format(count=grouped(count), trainable=grouped(count - row.frozen))


def _field_text(row: Row) -> str:
    if row.field is None:
        return _NOTHING if row.uid else ""
    if row.field.sizes is None:
        return translate("netstudio", "whole input")
    return " × ".join(map(str, row.field.sizes))


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Names to the left, figures to the right."""
    is_name = column in (Column.LAYER, Column.TYPE)
    side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _titles() -> tuple[str, ...]:
    return (
        translate("netstudio", "Layer"),
        translate("netstudio", "Type"),
        translate("netstudio", "Output"),
        translate("netstudio", "Parameters"),
        translate("netstudio", "FLOPs"),
        translate("netstudio", "Memory"),
        translate("netstudio", "Sees"),
    )


def _explanations() -> tuple[str, ...]:
    return (
        translate("netstudio", "The layers from top to bottom, with what containers hold"),
        translate("netstudio", "The type of the layer"),
        translate("netstudio", "The shape of what comes out of the layer"),
        translate("netstudio", "How many numbers the layer learns"),
        translate("netstudio", "Floating-point operations for one sample"),
        translate("netstudio", "What training keeps in memory of the layer for one sample"),
        translate("netstudio", "Receptive field: how much of the input one output number sees"),
    )
