"""What dialogs share that try something in the background and offer what they find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.translate import Message
from netstudio.gui.background import Lane, Work
from netstudio.gui.labels import text_label
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.roles import restyle

_BAR_HEIGHT = 4


class TrialDialog(QDialog):
    """Tries something as soon as it is open; closed early, it stops that and nothing is left.

    Args:
        name: The dialog's object name.
        title: What is tried.
        about: What that means, in a sentence or two.
        body: Where the result is shown.
        parent: The window.
    """

    def __init__(self, name: str, title: str, about: str, body: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._stop: Callable[[], None] = lambda: None
        self._bar = QProgressBar(self)
        self._bar.setFixedHeight(_BAR_HEIGHT)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self.said: QLabel = text_label("", "secondary", self)
        self._close = QPushButton(translate("netstudio", "Cancel"), self)
        self._close.setObjectName("trialCancel")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self.use = QPushButton(self)
        self.use.setObjectName("trialUse")
        self.use.setProperty("role", "primary")
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        self.use.hide()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._close)
        self._buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(text_label(about, "secondary", self))
        column.addWidget(self._bar)
        column.addWidget(body, 1)
        column.addWidget(self.said)
        column.addLayout(self._buttons)

    def begin(self, lane: Lane, work: Work) -> None:
        """Open, and try in the background."""
        task = lane.start(work)
        self._stop = task.cancel
        task.progressed.connect(self.take)
        task.succeeded.connect(self._succeed)
        task.failed.connect(self._fail)
        self.say(translate("netstudio", "Getting ready…"))
        self.show_progress(0, 0)
        self.open()

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def take(self, event: object) -> None:
        """Show how it goes on."""
        raise NotImplementedError

    def conclude(self, found: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def say(self, text: str, *, is_fault: bool = False) -> None:
        """Say a sentence below the result."""
        self.said.setText(text)
        restyle(self.said, "role", "error" if is_fault else "secondary")

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done; of nothing, that it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _succeed(self, found: object) -> None:
        self._end()
        self.conclude(found)

    def _fail(self, text: Message, detail: str) -> None:
        self._end()
        self.said.setToolTip(detail)
        self.say(words(text), is_fault=True)

    def _end(self) -> None:
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
        self._bar.hide()
        self._close.setText(translate("netstudio", "Close"))
