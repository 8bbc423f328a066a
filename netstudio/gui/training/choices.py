"""What is chosen from a list: a loss, an optimizer, a schedule."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netstudio.core.declare import Declared
from netstudio.core.problems import Problem
from netstudio.core.project import Selected
from netstudio.core.translate import shorten
from netstudio.gui.forms.editor import WheelGuard
from netstudio.gui.forms.problem_line import ProblemLine
from netstudio.gui.labels import text_label
from netstudio.gui.texts import words
from netstudio.gui.theme import metrics
from netstudio.gui.tool_tips import about

# Names such as "Mean squared error" are longer than any value of a field.
_WIDTH = 172


class Picker(QWidget):
    """Which of several declared things is chosen, and what that one does.

    Signals:
        chosen: The type name of another one.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    chosen = Signal(str)
    fix_chosen = Signal(object)

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[type[Declared], ...] = ()
        self._problem: Problem | None = None
        self._explanation: ProblemLine | None = None
        self._combo = QComboBox(self)
        self._combo.setObjectName(name)
        self._combo.setFixedWidth(_WIDTH)
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.installEventFilter(WheelGuard(self._combo))
        self._combo.activated.connect(self._choose)
        label = QLabel(title, self)
        label.setProperty("role", "secondary")
        label.setBuddy(self._combo)
        row = QHBoxLayout()
        row.addStrut(metrics.ROW)
        row.addWidget(label, 1)
        row.addWidget(self._combo)
        self._help = text_label("", "small", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(2)
        self._column.addLayout(row)
        self._column.addWidget(self._help)

    def offer(self, types: Iterable[type[Declared]]) -> None:
        """Offer these."""
        offered = tuple(types)
        if offered == self._offered:
            return
        self._offered = offered
        self._combo.clear()
        for cls in offered:
            self._combo.addItem(words(cls.label), cls.type)
            self._combo.setItemData(
                self._combo.count() - 1, about(cls), Qt.ItemDataRole.ToolTipRole
            )

    def show_selected(self, selected: Selected, cls: type[Declared] | None) -> None:
        """Show what is chosen, as written where it is not among those offered.

        Args:
            selected: What is chosen.
            cls: Its declaration; None where there is none.
        """
        self._combo.setCurrentIndex(self._combo.findData(selected.type))
        self._combo.setPlaceholderText(words(cls.label) if cls else shorten(selected.type))
        self._help.setVisible(cls is not None)
        if cls is not None:
            self._help.setText(words(cls.help))
            for part in (self._help, self._combo):
                part.setToolTip(about(cls))
            self._combo.setAccessibleDescription(words(cls.help))

    def show_problem(self, problem: Problem | None) -> None:
        """Explain what is wrong with the choice."""
        if problem == self._problem:
            return
        self._problem = problem
        if self._explanation is not None:
            self._explanation.hide()
            self._explanation.deleteLater()
            self._explanation = None
        if problem is not None:
            self._explanation = ProblemLine(problem, self)
            self._explanation.fix_chosen.connect(self.fix_chosen)
            self._column.insertWidget(1, self._explanation)
            self._explanation.show()  # at once, not when the layout comes to it

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._combo.itemData(index))
