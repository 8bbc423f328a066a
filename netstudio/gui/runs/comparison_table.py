"""The table in which runs stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from netstudio.gui.plots.compared import compared_colour
from netstudio.gui.runs.comparing import Line
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import tabular, text_font
from netstudio.gui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex

_ROW = 26
_LABELS, _NARROWEST = 190, 110


@dataclass(frozen=True)
class Heading:
    """What stands above a column of values.

    Attributes:
        text: The run's name.
        hue: The number of the colour that its curves have; None where it has no curves.
    """

    text: str
    hue: int | None = None


class ComparisonModel(QAbstractTableModel):
    """A label and a value for each run, line by line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[Heading] = ()
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines

    def show_lines(self, headings: Sequence[Heading], lines: Sequence[Line]) -> None:
        """Hold these lines."""
        self.beginResetModel()
        self._headings, self._lines = headings, lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._headings) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 < section <= len(self._headings):
            return None
        heading = self._headings[section - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return heading.text
            case Qt.ItemDataRole.DecorationRole if heading.hue is not None:
                return icon("circle-fill", compared_colour(heading.hue).name()).pixmap(QSize(9, 9))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self._lines[index.row()], index.column()
        is_best = 0 < column <= len(line.best) and line.best[column - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _text(line, column)
            case Qt.ItemDataRole.FontRole if line.is_heading or is_best:
                return text_font(strong=True)
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(line, column, is_best)
            case Qt.ItemDataRole.AccessibleTextRole if is_best:
                return translate("netstudio", "{value}, the best").format(value=_text(line, column))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_heading = self._lines[index.row()].is_heading
        return flags & ~Qt.ItemFlag.ItemIsSelectable if is_heading else flags


class ComparisonTable(QTableView):
    """Shows runs beside each other; what is selected can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ComparisonModel(self)
        self.setModel(self._model)
        self.setObjectName("comparisonTable")
        self.setAccessibleName(translate("netstudio", "The selected runs beside each other"))
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, headings: Sequence[Heading], lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.clearSpans()
        self._model.show_lines(headings, lines)
        header = self.horizontalHeader()
        for column in range(1, len(headings) + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, _LABELS)
        count = len(headings)
        for row, line in enumerate(lines):
            if line.is_heading and count:
                self.setSpan(row, 0, 1, count + 1)
            elif 0 < len(line.values) < count:  # the last value takes the room of what is not there
                self.setSpan(row, len(line.values), 1, count + 1 - len(line.values))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))


def _text(line: Line, column: int) -> str:
    if not column:
        return line.label
    return line.values[column - 1] if column <= len(line.values) else ""


def _colour(line: Line, column: int, is_best: bool) -> QColor:
    worn = colours()
    if is_best:
        return QColor(worn.ok)
    if line.is_heading:
        return QColor(worn.text)
    return QColor(worn.text if column else worn.text_secondary)
