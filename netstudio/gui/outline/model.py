"""The network as a model of lines and columns, which screen readers read too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from netstudio.core.problems import Problem, Severity
from netstudio.core.project import Project
from netstudio.gui.layer_words import describe, spoken
from netstudio.gui.outline.lines import Line, branch_text, lines_of, walk_lines
from netstudio.gui.texts import grouped, shape_text, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis
    from netstudio.engine.network.report import LayerReport

Index = QModelIndex | QPersistentModelIndex

NAME, TYPE, OUTPUT, PARAMETERS, PROBLEMS = range(5)
_ROLE = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OutlineModel(QAbstractItemModel):
    """A line for each layer of the network.

    Signals:
        renamed: The uid of a layer and the name that the user wants for it.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._by_uid: dict[str, Line] = {}
        # Qt keeps no Python object alive: its indexes carry numbers, which are never used again.
        self._numbers = count(1)
        self._by_number: dict[int, Line] = {}
        self._number_of: dict[int, int] = {}
        self._analysis: Analysis | None = None
        self._problems: Mapping[str, list[Problem]] = {}

    def show_project(self, project: Project, analysis: Analysis | None) -> bool:
        """Show this network; says whether there are other lines than before."""
        lines = lines_of(project.network)
        is_other = [line.shape() for line in lines] != [line.shape() for line in self._lines]
        if is_other:
            self.beginResetModel()
            self._lines = lines
            self._by_uid = {line.node.uid: line for line in walk_lines(lines) if line.is_layer}
            self._by_number = {next(self._numbers): line for line in walk_lines(lines)}
            self._number_of = {id(line): number for number, line in self._by_number.items()}
        else:
            self._renew(lines)
        self._take_analysis(analysis)
        if is_other:
            self.endResetModel()
        else:
            self._tell_findings(self._lines)
        return is_other

    def uid(self, index: Index) -> str:
        """The layer of a line; empty for a branch."""
        line = self._line(index)
        return line.node.uid if line is not None and line.is_layer else ""

    def index_of(self, uid: str) -> QModelIndex:
        """The line of a layer; invalid where there is none."""
        line = self._by_uid.get(uid)
        return self._index(line, NAME) if line is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (as Qt has it)
        lines = self._below(parent)
        if not (0 <= row < len(lines) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self._index(lines[row], column)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other overload is QObject's
        line = self._line(index)
        if line is None or line.parent is None:
            return QModelIndex()
        return self._index(line.parent, NAME)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._below(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if section == PARAMETERS else None
        if role != _ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            translate("netstudio", "Name"),
            translate("netstudio", "Type"),
            translate("netstudio", "Output"),
            translate("netstudio", "Parameters"),
            translate("netstudio", "Problems"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self._line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if not line.is_layer:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        line = self._line(index)
        if line is None:
            return None
        if not line.is_layer:
            is_named = role == _ROLE.DisplayRole and index.column() == NAME
            return branch_text(line) if is_named else None
        getter = _ROLES.get(_ROLE(role))
        return getter(self, line, index.column()) if getter is not None else None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        line = self._line(index)
        if line is None or role != _ROLE.EditRole or str(value) == line.node.name:
            return False
        self.renamed.emit(line.node.uid, str(value).strip())
        return True

    def _take_analysis(self, analysis: Analysis | None) -> None:
        self._analysis = analysis
        problems: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in analysis.problems if analysis is not None else ():
            problems[problem.target].append(problem)
        self._problems = problems

    def _renew(self, lines: list[Line]) -> None:
        """Take over what has changed within the same lines."""
        for old, new in zip(walk_lines(self._lines), walk_lines(lines), strict=True):
            if old.node is not new.node:
                old.node = new.node
                self.dataChanged.emit(self._index(old, NAME), self._index(old, TYPE))

    def _tell_findings(self, lines: list[Line]) -> None:
        """What the analysis says may be new; names are left alone, as one may be being typed."""
        if lines:
            self.dataChanged.emit(self._index(lines[0], OUTPUT), self._index(lines[-1], PROBLEMS))
        for line in lines:
            self._tell_findings(line.lines)

    def _below(self, parent: Index) -> list[Line]:
        line = self._line(parent)
        return self._lines if line is None else line.lines

    def _index(self, line: Line, column: int) -> QModelIndex:
        return self.createIndex(line.row, column, self._number_of[id(line)])

    def _line(self, index: Index) -> Line | None:
        return self._by_number.get(index.internalId()) if index.isValid() else None

    def _report(self, line: Line) -> LayerReport | None:
        return self._analysis.layers.get(line.node.uid) if self._analysis is not None else None

    def _text(self, line: Line, column: int) -> str:
        report = self._report(line)
        match column:
            case 0:
                return line.node.name
            case 1:
                return describe(line.node.type, line.node.fields).label
            case 2:
                return shape_text(report.output) if report and report.output else ""
            case 3:
                return grouped(report.parameters) if report and report.parameters else ""
        return " ".join(words(problem.text) for problem in self._problems.get(line.node.uid, ()))

    def _spoken(self, line: Line, column: int) -> str:
        problems = self._problems.get(line.node.uid, ())
        text = self._text(line, column)
        return text if column else f"{text}: {spoken(line.node, self._report(line), problems)}"

    def _picture(self, line: Line, column: int) -> object:
        problems = self._problems.get(line.node.uid, ())
        if column == PROBLEMS and problems:
            is_error = any(problem.severity is Severity.ERROR for problem in problems)
            return icon("warning-circle", "error") if is_error else icon("warning", "warning")
        if column == NAME:
            told = describe(line.node.type, line.node.fields)
            hue = colours().families[told.family] if told.family else "text_faint"
            return icon(told.icon, hue)
        return None

    def _ink(self, line: Line, column: int) -> object:
        worn = colours()
        is_quiet = column != NAME or not line.node.enabled
        return QColor(worn.text_secondary if is_quiet else worn.text)

    def _tip(self, line: Line, column: int) -> str:
        return self._text(line, column) or line.node.note

    def _alignment(self, line: Line, column: int) -> object:
        return _RIGHT if column == PARAMETERS else None


_ROLES: dict[Qt.ItemDataRole, Callable[[OutlineModel, Line, int], object]] = {
    _ROLE.DisplayRole: OutlineModel._text,
    _ROLE.EditRole: OutlineModel._text,
    _ROLE.DecorationRole: OutlineModel._picture,
    _ROLE.ForegroundRole: OutlineModel._ink,
    _ROLE.ToolTipRole: OutlineModel._tip,
    _ROLE.TextAlignmentRole: OutlineModel._alignment,
    _ROLE.AccessibleTextRole: OutlineModel._spoken,
}
