"""One problem in words, with the click that mends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from netstudio.core.problems import Problem, Severity
from netstudio.gui.labels import text_label
from netstudio.gui.texts import words


class ProblemLine(QWidget):
    """What is wrong, and a button for the fix where one is known.

    Signals:
        fix_chosen: The problem's ``Fix``; whoever holds the document applies it.
    """

    fix_chosen = Signal(object)

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(6)
        column.addWidget(explanation(problem, self))
        self._fix = problem.fix
        if problem.fix is not None:
            button = QPushButton(words(problem.fix.label), self)
            button.setProperty("role", "small")
            button.clicked.connect(self._choose)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self) -> None:
        self.fix_chosen.emit(self._fix)


def explanation(problem: Problem, parent: QWidget) -> QLabel:
    """The words of a problem, in the colour of how bad it is."""
    role = "error" if problem.severity is Severity.ERROR else "warning"
    return text_label(words(problem.text), role, parent)
