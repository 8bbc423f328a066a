"""Why data are not there, in the panel itself, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.labels import breakable
from netstudio.gui.theme.roles import restyle


@dataclass(frozen=True)
class Remedy:
    """Something the user can do: what the button says and what it does."""

    label: str
    act: Callable[[], None]


class Notice(QWidget):
    """A sentence with buttons below it; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[str, bool, tuple[Remedy, ...]] | None = None
        self._text = QLabel()
        self._text.setObjectName("dataNotice")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while it is silent."""
        return self._said[0] if self._said else ""

    def say(self, text: str, is_error: bool, *remedies: Remedy) -> None:
        """Say this; saying the same again disturbs nothing."""
        if (text, is_error, remedies) == self._said:
            return
        self._said = (text, is_error, remedies)
        self._text.setText(breakable(text))
        self._text.setAccessibleName(text)
        restyle(self._text, "role", "error" if is_error else "small")
        self._remove_buttons()
        for place, remedy in enumerate(remedies):
            button = QPushButton(remedy.label, self)
            button.setProperty("role", "small")
            button.clicked.connect(remedy.act)
            self._buttons.insertWidget(place, button)
        self.show()

    def be_silent(self) -> None:
        """Say nothing any more."""
        self._said = None
        self.hide()

    def _remove_buttons(self) -> None:
        while self._buttons.count() > 1:
            item = self._buttons.takeAt(0)
            button = item.widget() if item else None
            if button is not None:
                button.hide()
                button.deleteLater()
