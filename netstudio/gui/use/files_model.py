"""The predicted files as a table."""

from __future__ import annotations

import csv
import io
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from netstudio.core.translate import one_line
from netstudio.gui.results.answers import certainty, certainty_text, prediction_text
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.use.file_run import FileResult

# Below this probability a prediction deserves a look.
UNSURE_BELOW = 0.6

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    FILE = 0
    PREDICTION = 1
    PROBABILITY = 2
    NOTE = 3


class FilesModel(QAbstractTableModel):
    """One row for each file, in the order in which they were done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[FileResult] = []

    @property
    def results(self) -> tuple[FileResult, ...]:
        """All files so far."""
        return tuple(self._results)

    @property
    def to_look_at(self) -> int:
        """How many are unsure or unreadable."""
        return sum(bool(note(result)) for result in self._results)

    def result(self, row: int) -> FileResult:
        """The file in this row."""
        return self._results[row]

    def add(self, results: list[FileResult]) -> None:
        """Put more files below."""
        begin = len(self._results)
        self.beginInsertRows(QModelIndex(), begin, begin + len(results) - 1)
        self._results += results
        self.endInsertRows()

    def clear(self) -> None:
        """Take all files out."""
        self.beginResetModel()
        self._results = []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._results)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        result, column = self._results[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(result, column)
            case Qt.ItemDataRole.ToolTipRole:
                return str(result.path) if column is Column.FILE else _text(result, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole if column is Column.NOTE:
                return QColor(colours().error if result.fault else colours().warning)
        return None


def titles() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        translate("netstudio", "File"),
        translate("netstudio", "Prediction"),
        translate("netstudio", "Probability"),
        translate("netstudio", "Note"),
    )


def note(result: FileResult) -> str:
    """What the user should know about a file; "" where all is well."""
    if result.fault is not None:
        return words(result.fault)
    assert result.prediction is not None
    share = certainty(result.prediction)
    is_unsure = share is not None and share < UNSURE_BELOW
    return translate("netstudio", "unsure") if is_unsure else ""


def as_csv(results: tuple[FileResult, ...], header: tuple[str, ...]) -> str:
    """The files as comma-separated values (RFC 4180), with a mark that tells Excel it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    for result in results:
        predicted = result.prediction
        share = certainty(predicted) if predicted else None
        says = prediction_text(predicted) if predicted else ""
        probability = "" if share is None else f"{share:.6f}"
        origin = f"{result.path} {result.origin}".rstrip()
        writer.writerow((origin, says, probability, note(result)))
    return "\ufeff" + text.getvalue()


def _text(result: FileResult, column: Column) -> str:
    match column:
        case Column.FILE:
            name = one_line(result.path.name)
            return f"{name} · {result.origin}" if result.origin else name
        case Column.PREDICTION:
            return prediction_text(result.prediction) if result.prediction else "–"
        case Column.PROBABILITY:
            return certainty_text(result.prediction) if result.prediction else ""
        case Column.NOTE:
            return note(result)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_figure = column is Column.PROBABILITY
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
