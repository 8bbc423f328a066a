"""The list of what is off with the training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.buttons import small_button
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.notices.row import NoticeRow
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.events import Noticed


class NoticesPanel(QWidget):
    """Lists the notices of the run, the newest on top.

    Attributes:
        again: The line that offers to train the changed project.

    Signals:
        activated: The uid of the layer whose card shall be shown.
        count_changed: How many there are.
    """

    activated = Signal(str)
    count_changed = Signal(int)

    def __init__(self, board: NoticeBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._rows: list[NoticeRow] = []
        self.again = TrainAgain()
        self._empty = QLabel(translate("netstudio", "Nothing is off with the training"))
        self._empty.setProperty("role", "faint")
        self._empty.setObjectName("noNotices")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = QWidget()
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("noticesView")
        area.setAccessibleName(translate("netstudio", "Notices"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.again)
        column.addWidget(area, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._filled)
        board.changed.connect(self._show)
        self._show()

    @property
    def rows(self) -> tuple[NoticeRow, ...]:
        """What is listed, in this order."""
        return tuple(self._rows)

    def _show(self) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        notices = self._board.notices
        self._rows = [self._row(notice) for notice in reversed(notices)]
        for number, row in enumerate(self._rows):
            self._column.insertWidget(number, row)
        has_changed = self._board.has_changed_project
        self.again.setVisible(has_changed)
        is_filled = bool(notices) or has_changed
        self._pages.setCurrentWidget(self._filled if is_filled else self._empty)
        self.count_changed.emit(len(notices))

    def _row(self, notice: Noticed) -> NoticeRow:
        row = NoticeRow(notice, self._board)
        row.activated.connect(self.activated)
        return row


class TrainAgain(QFrame):
    """Says that the project has changed since the run began, and trains it anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trainAgain")
        self.button = small_button(translate("netstudio", "Train again"), "trainAgainButton")
        self.button.setProperty("strong", True)
        text = QLabel(translate("netstudio", "The project is changed for the next run."))
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.addWidget(text, 1)
        row.addWidget(self.button)

    def follow(self, train: QAction) -> None:
        """Do what the action does, when that can be done."""
        self.button.clicked.connect(train.trigger)
        train.enabledChanged.connect(self.button.setEnabled)
        self.button.setEnabled(train.isEnabled())
