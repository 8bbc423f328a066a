"""The rows of a form: label, editor, and what is wrong below."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Unfit
from netstudio.core.problems import Problem, Severity
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Fields, Value
from netstudio.gui.forms.editors import editor_for
from netstudio.gui.forms.problem_line import ProblemLine
from netstudio.gui.texts import words
from netstudio.gui.theme import metrics

EDITOR_WIDTH = 132

_GAP = 4


class FieldRow(QWidget):
    """One field: its label left, its editor right, what is wrong with it below.

    Signals:
        edited: The field's name and its new value.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    edited = Signal(str, object)
    fix_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor_for(spec, self)
        self.editor.edited.connect(self._tell)
        self.editor.judged.connect(self._explain)
        self._problem: Problem | None = None
        self._explanation: ProblemLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top = self._line(self._label())
        self._column.addLayout(self._top)

    @property
    def is_wrong(self) -> bool:
        """Whether something is explained below the field."""
        return self._explanation is not None

    def put_beside(self, widget: QWidget) -> None:
        """Put something else, such as a button, between label and editor."""
        self._top.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_problem(self, problem: Problem | None) -> None:
        """Explain what an analysis found; what the editor itself finds goes first."""
        if problem != self._problem:
            self._problem = problem
            self._explain()

    def _label(self) -> QLabel:
        label = QLabel(words(self.spec.label), self)
        label.setProperty("role", "secondary")
        label.setWordWrap(True)
        label.setBuddy(self.editor.control)
        label.setToolTip(words(self.spec.help))
        told = (words(self.spec.help), self.editor.hint)
        self.editor.setToolTip("\n".join(text for text in told if text))
        return label

    def _line(self, label: QLabel) -> QBoxLayout:
        if self.editor.is_wide:
            line: QBoxLayout = QVBoxLayout()
            line.addWidget(label)
            line.addWidget(self.editor)
        else:
            line = QHBoxLayout()
            line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addStrut(metrics.ROW - _GAP)
            self.editor.setFixedWidth(EDITOR_WIDTH)
        line.setContentsMargins(0, _GAP // 2, 0, _GAP // 2)
        line.setSpacing(_GAP)
        return line

    def _tell(self, value: object) -> None:
        self.edited.emit(self.spec.name, value)

    def _explain(self) -> None:
        if self._explanation is not None:
            self._column.removeWidget(self._explanation)
            self._explanation.deleteLater()
            self._explanation.hide()
            self._explanation = None
        problem = self._misfit() or self._problem
        if problem is not None:
            self._explanation = ProblemLine(problem, self)
            self._explanation.fix_chosen.connect(self.fix_chosen)
            self._column.addWidget(self._explanation)
            self._explanation.show()  # at once, not when the layout comes to it

    def _misfit(self) -> Problem | None:
        """What the editor itself finds wrong."""
        if (wanted := self.editor.problem) is None:
            return None
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "{setting} must be {wanted}."),
            setting=Message(self.spec.label),
            wanted=wanted,
        )
        return Problem("bad-setting", Severity.ERROR, "", text, self.spec.name)


class FieldRows(QWidget):
    """Rows for some declared fields, all in view.

    Args:
        specs: The fields.
        values: Their written values.
        parent: What they belong to.
        is_late: Whether they are made only when they are seen, or when one of them has something
            to explain: for those that lie in what is closed at first.

    Signals:
        edited: A field's name and its new value.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    edited = Signal(str, object)
    fix_chosen = Signal(object)

    def __init__(
        self,
        specs: Iterable[FieldSpec],
        values: Fields,
        parent: QWidget | None = None,
        *,
        is_late: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._specs = tuple(specs)
        self._values, self._mixed = values, frozenset[str]()
        self._problems: Mapping[str, Problem] = {}
        self._idle = frozenset[str]()
        self._rows: dict[str, FieldRow] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if not is_late:
            self._make_rows()

    @property
    def names(self) -> frozenset[str]:
        """The fields that have a row."""
        return frozenset(spec.name for spec in self._specs)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The row of each field."""
        if self._rows is None:
            self._make_rows()
        assert self._rows is not None
        return self._rows

    @property
    def is_wrong(self) -> bool:
        """Whether something is explained below one of the fields."""
        if self._rows is None and not self._has_something_to_explain():
            return False
        return any(row.is_wrong for row in self.rows.values())

    def show_values(self, values: Fields, mixed: Collection[str] = ()) -> None:
        """Show written values; absent ones take their default, and no edit is disturbed.

        Args:
            values: The written values.
            mixed: The fields that stand for several values that differ.
        """
        self._values, self._mixed = values, frozenset(mixed)
        for name, row in (self._rows or {}).items():
            if name in mixed:
                row.editor.show_mixed()
            else:
                row.editor.show_value(values.get(name, row.spec.default))

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Explain under each field what an analysis found, by the field's name."""
        self._problems = problems
        for name, row in (self._rows or {}).items():
            row.show_problem(problems.get(name))

    def show_idle(self, names: Collection[str]) -> None:
        """Let the fields rest that have no effect as things stand."""
        self._idle = frozenset(names)
        for name, row in (self._rows or {}).items():
            row.setEnabled(name not in self._idle)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for row in self.rows.values():
            row.show()  # those that were made just now: Qt has shown its children already

    def _make_rows(self) -> None:
        self._rows = {spec.name: FieldRow(spec, self) for spec in self._specs}
        for row in self._rows.values():
            row.edited.connect(self.edited)
            row.fix_chosen.connect(self.fix_chosen)
            self._column.addWidget(row)
        self.show_values(self._values, self._mixed)
        self.show_problems(self._problems)
        self.show_idle(self._idle)

    def _has_something_to_explain(self) -> bool:
        """Whether a field has a problem or a value that does not fit it."""
        return not self.names.isdisjoint(self._problems) or any(
            spec.name in self._values and not _fits(spec, self._values[spec.name])
            for spec in self._specs
        )


def _fits(spec: FieldSpec, value: Value) -> bool:
    try:
        spec.kind.parse(value)
    except Unfit:
        return False
    return True
