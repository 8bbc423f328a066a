"""The list of what is wrong with the project, with a fix where one is known."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from netstudio.core.document import Document
from netstudio.core.problems import DATA, NETWORK, TARGETS, TRAINING, Problem, Severity
from netstudio.core.tree import find
from netstudio.gui.analysis import Analyser
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

_ORDER = (Severity.ERROR, Severity.WARNING)


class ProblemsPanel(QWidget):
    """Lists the problems of the document's project, errors first.

    Signals:
        activated: The ``Problem`` whose place shall be shown.
        count_changed: How many there are.
    """

    activated = Signal(object)
    count_changed = Signal(int)

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._problems: tuple[Problem, ...] = ()
        self._looks: list[tuple[object, ...]] = []
        self._view = _List()
        self._view.chosen.connect(self._activate)
        self._empty = QLabel(translate("netstudio", "No problems"))
        self._empty.setProperty("role", "faint")
        self._empty.setObjectName("noProblems")
        self._empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        analyser.analysed.connect(self._take)
        if analyser.current is not None:
            self._take(analyser.current)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is listed, in this order."""
        return self._problems

    def _take(self, analysis: Analysis) -> None:
        problems = tuple(
            sorted(analysis.problems, key=lambda problem: _ORDER.index(problem.severity))
        )
        looks = [self._look(problem) for problem in problems]
        self._problems = problems
        if looks == self._looks:
            # What is typed elsewhere must not take the list from under the mouse.
            for row, problem in zip(self._view.rows(), problems, strict=True):
                row.problem = problem
            return
        self._looks = looks
        has_focus = self._view.hasFocus() or self._view.isAncestorOf(self.focusWidget())
        self._view.clear()
        for problem in problems:
            self._add(problem)
        self._view.fit_rows()
        shown = self._view if problems else self._empty
        self._stack.setCurrentWidget(shown)
        if has_focus:
            # Else Qt passes it on with the button that goes, to a field where keys would edit.
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count_changed.emit(len(problems))

    def _look(self, problem: Problem) -> tuple[object, ...]:
        """All that can be seen of a problem."""
        return (
            problem.severity,
            self._target_name(problem),
            problem.text,
            problem.fix.label if problem.fix else None,
        )

    def _add(self, problem: Problem) -> None:
        target = self._target_name(problem)
        row = _Row(problem, target)
        if row.fix is not None:
            row.fix.clicked.connect(lambda: self._mend(problem))
        item = QListWidgetItem(f"{target}: {words(problem.text)}")
        self._view.addItem(item)
        self._view.setItemWidget(item, row)

    def _activate(self, row: int) -> None:
        self.activated.emit(self._problems[row])

    def _mend(self, problem: Problem) -> None:
        fix, target = problem.fix, problem.target
        is_there = target in TARGETS or find(self._document.project.network, target) is not None
        if fix is not None and is_there:
            self._document.edit(words(fix.label), fix.apply)

    def _target_name(self, problem: Problem) -> str:
        match problem.target:
            case t if t == DATA:
                return translate("netstudio", "Data")
            case t if t == TRAINING:
                return translate("netstudio", "Training")
            case t if t == NETWORK:
                return translate("netstudio", "Network")
        node = find(self._document.project.network, problem.target)
        return node.name if node is not None else problem.target


class _List(QListWidget):
    """A list whose rows are widgets that wrap their text.

    Signals:
        chosen: The row that was clicked, or on which Enter was pressed.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problemsView")
        self.setAccessibleName(translate("netstudio", "Problems"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Blank(self))
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def rows(self) -> list[_Row]:
        """The rows' widgets."""
        widgets = (self.itemWidget(self.item(row)) for row in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, _Row)]

    def fit_rows(self) -> None:
        """Make each row as high as its text needs."""
        width = self.viewport().width()
        for number, row in enumerate(self.rows()):
            row.text.ensurePolished()  # its font comes from the style sheet
            size = QSize(width, row.heightForWidth(width))
            if self.item(number).sizeHint() != size:
                self.item(number).setSizeHint(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class _Blank(QStyledItemDelegate):
    """Paints the selection and leaves the text to the row's widget."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        editor.setGeometry(option.rect)


class _Row(QWidget):
    """One problem: how bad it is, what it is about, what is wrong, and the fix."""

    def __init__(self, problem: Problem, target: str) -> None:
        super().__init__()
        self.problem = problem
        self.fix: QPushButton | None = None
        self.text = QLabel(
            f'<span style="font-weight: 600">{escape(target)}</span>&nbsp; '
            f"{escape(words(problem.text))}"
        )
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(_Dot(problem.severity), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        if problem.fix is not None:
            self.fix = QPushButton(words(problem.fix.label))
            self.fix.setProperty("role", "small")
            row.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignTop)


class _Dot(QWidget):
    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self._severity = severity
        self.setFixedSize(10, 17)
        self.setToolTip(
            translate("netstudio", "Error: it keeps the network from being trained")
            if severity is Severity.ERROR
            else translate("netstudio", "Warning: training is possible")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_error = self._severity is Severity.ERROR
        painter.setBrush(QColor(worn.error if is_error else worn.warning))
        painter.drawEllipse(1, 4, 9, 9)
