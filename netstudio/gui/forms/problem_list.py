"""The problems of a panel that belong to none of its fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.document import Document
from netstudio.core.problems import Fix, Problem
from netstudio.gui.forms.problem_line import ProblemLine
from netstudio.gui.texts import words


class ProblemList(QWidget):
    """Problems below each other, each with its fix; applies the fix that is chosen."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: tuple[Problem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these instead."""
        wanted = tuple(problems)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for problem in wanted:
            line = ProblemLine(problem, self)
            line.fix_chosen.connect(self.apply)
            self._column.addWidget(line)
            line.show()  # at once, not when the layout comes to it
        self.setVisible(bool(wanted))

    def apply(self, fix: Fix) -> None:
        """Mend what the fix mends, as one undoable step."""
        self._document.edit(words(fix.label), fix.apply)
