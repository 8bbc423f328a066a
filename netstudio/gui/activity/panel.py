"""Problems, notices, log and runs in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Document
from netstudio.core.problems import Problem
from netstudio.gui.activity.log import LogPanel
from netstudio.gui.activity.problems import ProblemsPanel
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.notices.panel import NoticesPanel
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics

if TYPE_CHECKING:
    from netstudio.engine.devices import DeviceReport


class ActivityPanel(QWidget):
    """Shows one of problems, notices, log and runs; its header tells how many there are.

    Args:
        document: The project that is edited.
        analyser: Finds what is wrong with it.
        board: What is off with the training.
        run_controller: Whose runs are logged.
        runs: Lists earlier runs.
        lane: Where devices are looked for.

    Attributes:
        problems: What is wrong with the project.
        notices: What is off with the training.
        log: What happened.

    Signals:
        problem_activated: The target of the problem or notice whose place shall be shown.
    """

    problem_activated = Signal(str)

    def __init__(
        self,
        document: Document,
        analyser: Analyser,
        board: NoticeBoard,
        run_controller: RunController,
        runs: QWidget,
        lane: Lane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.problems = ProblemsPanel(document, analyser)
        self.notices = NoticesPanel(board)
        self.log = LogPanel(run_controller)
        self._run_count = 0
        self._pages = QStackedWidget()
        for page in (self.problems, self.notices, self.log, runs):
            self._pages.addWidget(page)
        self._segments = [QPushButton() for _ in range(self._pages.count())]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.PANEL_PADDING, 8, metrics.PANEL_PADDING, 8)
        column.setSpacing(8)
        column.addWidget(self._header())
        column.addWidget(self._pages, 1)
        self._show_counts()
        self._connect()
        devices = lane.start(_devices)
        devices.succeeded.connect(self.log.set_devices)

    def show_problems(self) -> None:
        """Bring the problems to the front."""
        self._segments[0].click()

    def show_run_count(self, count: int) -> None:
        """Tell how many runs there are."""
        self._run_count = count
        self._show_counts()

    def close_log(self) -> None:
        """Hear no more of what the program logs."""
        self.log.stop_listening()

    def _header(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(self._segments):
            segment.setProperty("role", "segment")
            segment.setCheckable(True)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self._segments[0].setChecked(True)
        around = QWidget()
        outer = QHBoxLayout(around)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)
        return around

    def _connect(self) -> None:
        self._group.idClicked.connect(self._pages.setCurrentIndex)
        self.problems.count_changed.connect(self._show_counts)
        self.notices.count_changed.connect(self._show_counts)
        self.notices.activated.connect(self.problem_activated)
        self.problems.activated.connect(self._reveal)

    def _show_counts(self) -> None:
        texts = (
            (translate("netstudio", "Problems"), len(self.problems.problems)),
            (translate("netstudio", "Notices"), len(self.notices.rows)),
            (translate("netstudio", "Log"), 0),
            (translate("netstudio", "Runs"), self._run_count),
        )
        for segment, (text, count) in zip(self._segments, texts, strict=True):
            segment.setText(f"{text} {count}" if count else text)

    def _reveal(self, problem: Problem) -> None:
        self.problem_activated.emit(problem.target)


def _devices() -> tuple[DeviceReport, ...]:
    from netstudio.engine.devices import describe_devices

    return describe_devices()
