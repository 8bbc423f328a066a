"""One notice of a list: where and when, what it is, and the buttons that mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.buttons import small_button
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.events import Noticed


class NoticeRow(QFrame):
    """Shows one notice of a board.

    Attributes:
        remedies: A button for each thing that one click can change; hidden once one was taken.
        taken: Says which was taken; None before.
        aside: Puts the notice aside.
        place: Leads to the card of its layer; None where it is no layer's.

    Signals:
        activated: The uid of its layer, whose card shall be shown.
    """

    activated = Signal(str)

    def __init__(self, notice: Noticed, board: NoticeBoard) -> None:
        super().__init__()
        self.notice = notice
        self._board = board
        self.setObjectName("noticeRow")
        self.text = QLabel(words(notice.text))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.remedies = [small_button(words(remedy.label)) for remedy in notice.remedies]
        self.taken = self._taken()
        self.place = self._place()
        self.aside = _aside_button()
        self.aside.clicked.connect(lambda: board.put_aside(notice))
        body = QVBoxLayout()
        body.setSpacing(4)
        body.addLayout(self._head())
        body.addWidget(self.text)
        if self.remedies:
            body.addSpacing(2)
            body.addLayout(self._actions())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 10)
        row.setSpacing(8)
        row.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(body, 1)

    def _place(self) -> QPushButton | None:
        name = self._board.layer_name(self.notice)
        if not name:
            return None
        button = QPushButton(name)
        button.setProperty("role", "link")
        button.setToolTip(translate("netstudio", "Show the layer"))
        button.clicked.connect(lambda: self.activated.emit(self.notice.layer))
        return button

    def _taken(self) -> QLabel | None:
        remedy = self._board.remedy_taken(self.notice)
        if remedy is None:
            return None
        done = translate("netstudio", "Changed: {remedy}").format(remedy=words(remedy.label))
        label = QLabel(done)
        label.setProperty("role", "small")
        return label

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        if self.place is not None:
            line.addWidget(self.place)
        epoch = QLabel(translate("netstudio", "Epoch {epoch}").format(epoch=self.notice.epoch))
        epoch.setProperty("role", "faint")
        line.addWidget(epoch)
        line.addStretch(1)
        line.addWidget(self.aside)
        return line

    def _actions(self) -> QHBoxLayout:
        """What can be changed, or what was."""
        line = QHBoxLayout()
        line.setSpacing(6)
        if self.taken is not None:
            line.addWidget(self.taken)
        for button, remedy in zip(self.remedies, self.notice.remedies, strict=True):
            button.setToolTip(translate("netstudio", "Change the project, for the next run"))
            if self.taken is not None:
                button.hide()
            button.clicked.connect(lambda _=False, one=remedy: self._board.mend(self.notice, one))
            line.addWidget(button)
        line.addStretch(1)
        return line


class _Sign(QWidget):
    """The sign that cards wear, too."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(15, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon("warning-fill", "warning").paint(QPainter(self), self.rect())


def _aside_button() -> QToolButton:
    button = QToolButton()
    name = translate("netstudio", "Put this notice aside")
    button.setIcon(icon("x", "text_faint"))
    button.setProperty("role", "bare")
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
