"""A line of text with arrows that move its value up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget


class StepBox(QAbstractSpinBox):
    """Takes any text and has arrows; what the text means is up to its owner.

    Qt's own spin boxes hold 32 bits, refuse keys instead of explaining, and format numbers by the
    system's language.

    Signals:
        typed: The user changed the text to this.
        stepped: The user asked for this many steps up (or down, where negative).
        leapt: The user asked for a large step: whether it goes up.
    """

    typed = Signal(str)
    stepped = Signal(int)
    leapt = Signal(bool)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.leapt.emit(event.key() == Qt.Key.Key_PageUp)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_control:
                self.leapt.emit(event.key() == Qt.Key.Key_Up)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.leapt.emit(turned > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, position
