"""A line that opens and closes what lies below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from netstudio.gui.theme.icons import icon


class Disclosure(QWidget):
    """A title with an arrow; a click shows or hides ``body``.

    Signals:
        toggled: Whether it is open now.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.button = QToolButton(self)
        self.button.setProperty("role", "disclosure")
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(body)
        self._toggle(False)

    @property
    def is_open(self) -> bool:
        """Whether its body is in view."""
        return self.button.isChecked()

    def open(self, is_open: bool = True) -> None:
        """Show the body, or hide it."""
        self.button.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.button.setIcon(icon("caret-down" if is_open else "caret-right", "text_secondary"))
        self.toggled.emit(is_open)
