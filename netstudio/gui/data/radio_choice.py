"""A question with a few answers below it, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from netstudio.gui.labels import text_label

# Where the text of a radio button begins.
_INDENT = 24


@dataclass(frozen=True)
class Answer:
    """One of the answers.

    Attributes:
        label: What it is.
        lines: What else is to be known of it.
    """

    label: str
    lines: tuple[str, ...] = ()


class RadioChoice(QWidget):
    """Asks the question; hidden while there are no answers.

    Signals:
        changed: Another answer is chosen.
    """

    changed = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        heading = QLabel(question)
        heading.setProperty("role", "heading")
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._tell)
        self._answers: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(heading)
        self.hide()

    @property
    def chosen(self) -> int:
        """The number of the chosen answer."""
        return self._group.checkedId()

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self._group.buttons())

    def offer(self, answers: Sequence[Answer]) -> None:
        """Offer these answers; the first one is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        if self._answers is not None:
            self._answers.hide()
            self._answers.deleteLater()
        self._answers = QWidget(self)
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, answer in enumerate(answers):
            button = QRadioButton(answer.label.replace("&", "&&"))
            button.setAccessibleName(f"{self._question} {answer.label}")
            button.setAccessibleDescription(" ".join(answer.lines))
            self._group.addButton(button, number)
            column.addWidget(button)
            for line in answer.lines:
                label = text_label(line, "small", self._answers)
                label.setContentsMargins(_INDENT, 0, 0, 0)
                column.addWidget(label)
            column.addSpacing(4)
        self._column.addWidget(self._answers)
        self.show()
        self._group.button(0).setChecked(True)

    def _tell(self, number: int, is_checked: bool) -> None:
        if is_checked:
            self.changed.emit()
