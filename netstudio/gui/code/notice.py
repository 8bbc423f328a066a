"""A sentence above the code, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from netstudio.gui.buttons import small_button
from netstudio.gui.labels import text_label
from netstudio.gui.theme import metrics


class Notice(QFrame):
    """Tells of something and offers two ways to go on; hidden at first, and after either.

    Signals:
        first_chosen: The first way.
        second_chosen: The second.
    """

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, text: str, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeNotice")
        self.setProperty("role", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.PANEL_PADDING, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(text_label(text, "", self), 1)
        for label, name, chosen in (
            (first, "noticeFirst", self.first_chosen),
            (second, "noticeSecond", self.second_chosen),
        ):
            button = small_button(label, name)
            button.clicked.connect(self.hide)
            button.clicked.connect(chosen)
            row.addWidget(button)
        self.hide()
