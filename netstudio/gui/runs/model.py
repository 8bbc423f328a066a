"""Runs as rows, the folds of a cross-validation below it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from netstudio.engine.runs.notes import RunNote
from netstudio.engine.runs.record import RunRecord
from netstudio.gui.runs.columns import (
    Column,
    explanation,
    is_text,
    state_icon,
    state_text,
    text,
    title,
)
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole

_EDITABLE = (Column.NAME, Column.NOTE)


class RunsModel(QAbstractItemModel):
    """All runs; what changes is told row by row, so that nothing that is selected is lost.

    Signals:
        noted: A run's folder, and its new ``RunNote``.
    """

    noted = Signal(Path, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: list[RunRecord] = []
        self._active: Path | None = None
        # A number for each run that was ever shown, by which its folds know it: 0 is for none.
        self._numbers: dict[Path, int] = {}
        self._rows: dict[int, int] = {}

    @property
    def records(self) -> Sequence[RunRecord]:
        """The runs, the newest first."""
        return self._records

    def show_records(self, records: Sequence[RunRecord], active: Path | None) -> None:
        """Show these runs, of which one may go on."""
        remarked = {active, self._active} if active != self._active else set()
        self._active = active
        if not self._records:
            self._fill(records)
            return
        self._remove_missing({record.path for record in records})
        for row, record in enumerate(records):
            before = self._records[row] if row < len(self._records) else None
            if before is record and record.path not in remarked:
                continue  # nearly always, so it must be quick
            if before is not None and before.path == record.path:
                self._replace(row, record)
            else:
                self._take_out(record.path)
                self._insert(row, record)

    def record_at(self, index: Index) -> RunRecord:
        """The run, or the fold, of a row."""
        if number := index.internalId():
            return self._records[self._rows[number]].folds[index.row()]
        return self._records[index.row()]

    def index_of(self, path: Path) -> QModelIndex:
        """The row of a run; an invalid index where there is none."""
        row = self._rows.get(self._numbers.get(path, 0))
        return self.index(row, 0) if row is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's)
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, self._numbers[self._records[parent.row()].path])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(self._rows[number], 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        if not parent.isValid():
            return len(self._records)
        if parent.internalId() or parent.column():
            return 0
        return len(self._records[parent.row()].folds)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title(Column(section))
            case Qt.ItemDataRole.ToolTipRole:
                return explanation(Column(section))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_edit = not index.internalId() and index.column() in _EDITABLE
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record, column = self.record_at(index), Column(index.column())
        is_active = record.path == self._active
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if index.internalId() and column is Column.NAME:
                    return _fold_text(record)
                return text(record, column, is_active)
            case Qt.ItemDataRole.EditRole:
                return record.name if column is Column.NAME else record.note
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
                return icon(*state_icon(record, is_active))
            case Qt.ItemDataRole.ToolTipRole:
                return _tool_tip(record, column, is_active)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                told = translate("netstudio", "{name}, {state}")
                return told.format(name=record.name, state=state_text(record, is_active))
            case _ if role == RECORD_ROLE:
                return record
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record, written = self.record_at(index), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or written == self.data(index, role):
            return False
        # A run without a name of its own is called like its project.
        name, note = (
            (written, record.note) if index.column() == Column.NAME else (record.name, written)
        )
        self.noted.emit(record.path, RunNote(name, note))
        return True

    def _fill(self, records: Sequence[RunRecord]) -> None:
        self.beginResetModel()
        self._records = list(records)
        for record in records:
            self._numbers.setdefault(record.path, len(self._numbers) + 1)
        self._number_rows()
        self.endResetModel()

    def _remove_missing(self, kept: set[Path]) -> None:
        for record in tuple(self._records):
            if record.path not in kept:
                self._take_out(record.path)

    def _take_out(self, path: Path) -> None:
        row = self._rows.get(self._numbers.get(path, 0))
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._records[row]
            self._number_rows()
            self.endRemoveRows()

    def _insert(self, row: int, record: RunRecord) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._records.insert(row, record)
        self._numbers.setdefault(record.path, len(self._numbers) + 1)
        self._number_rows()
        self.endInsertRows()

    def _replace(self, row: int, record: RunRecord) -> None:
        """Show a run as it is now; folds are only ever added."""
        before, parent = self._records[row], self.index(row, 0)
        added = len(record.folds) - len(before.folds)
        if added > 0:
            self.beginInsertRows(parent, len(before.folds), len(record.folds) - 1)
            self._records[row] = record
            self.endInsertRows()
        elif added < 0:
            self.beginRemoveRows(parent, len(record.folds), len(before.folds) - 1)
            self._records[row] = record
            self.endRemoveRows()
        else:
            self._records[row] = record
        last = len(Column) - 1
        self.dataChanged.emit(parent, self.index(row, last))
        if record.folds:
            end = self.index(len(record.folds) - 1, last, parent)
            self.dataChanged.emit(self.index(0, 0, parent), end)

    def _number_rows(self) -> None:
        self._rows = {self._numbers[each.path]: row for row, each in enumerate(self._records)}


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if is_text(column) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _fold_text(fold: RunRecord) -> str:
    number = fold.path.name.rpartition("-")[2]
    return translate("netstudio", "Fold {number}").format(number=number)


def _tool_tip(record: RunRecord, column: Column, is_active: bool) -> str:
    if column is Column.NOTE:
        return record.note
    if column is Column.DEVICE:
        return record.device
    if column is not Column.NAME:
        return ""
    lines = (state_text(record, is_active), record.reason, str(record.path))
    return "\n".join(line for line in lines if line)
