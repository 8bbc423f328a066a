"""A line of text with arrows that move its value up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget


class StepBox(QAbstractSpinBox):
    """Takes any text and has arrows; what the text means is up to its owner.

    Qt's own spin boxes hold 32 bits, refuse keys instead of explaining, and format numbers by the
    system's language.

    Signals:
        typed: The user changed the text to this.
        stepped: The user asked for this many steps up (or down, where negative).
    """

    typed = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # its style rules know no padding
        self.lineEdit().textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show another text, unless it is there already."""
        if self.lineEdit().text() != text:
            self.lineEdit().setText(text)

    def stepBy(self, steps: int) -> None:
        self.stepped.emit(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, position
