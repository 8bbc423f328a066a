"""The list of earlier runs, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.translate import Message
from netstudio.gui.activity.run_records import Known, RunEnd, RunRecord, delete_run, read_runs
from netstudio.gui.background import Lane, Task
from netstudio.gui.buttons import small_button
from netstudio.gui.messages import show_error
from netstudio.gui.metric_words import metric_text
from netstudio.gui.texts import day_text, translate
from netstudio.gui.theme.fonts import tabular
from netstudio.gui.theme.icons import icon

_RECORD = Qt.ItemDataRole.UserRole
_NOTHING = "–"
# The first actions have buttons, the others are in a menu.
_SHOWN_ACTIONS = 2


class RunsPanel(QWidget):
    """Lists the runs in a folder, the newest first; they are read in the background.

    Signals:
        open_model: The trained model's file of a run that shall be used.
        resume: The folder of a run that shall go on.
        open_project: The project file of a run.
        count_changed: How many runs there are.
    """

    open_model = Signal(Path)
    resume = Signal(Path)
    open_project = Signal(Path)
    count_changed = Signal(int)

    def __init__(self, runs_folder: Path, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = runs_folder
        self._lane = lane
        self._known: Known = {}
        self._task: Task | None = None
        self._is_stale = False
        self._active: Path | None = None
        self._view = _View()
        self._view.itemSelectionChanged.connect(self._show_actions)
        self._view.chosen.connect(self._open_model)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._empty = QLabel(translate("netstudio", "Looking for runs…"))
        self._empty.setProperty("role", "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._actions = self._make_actions()
        self._more = QMenu(self)
        self._more.addActions(self._actions)
        self._lay_out()
        self._show_actions()
        self.refresh()

    @property
    def records(self) -> list[RunRecord]:
        """The runs as they are listed."""
        return [record for _, record in self._known.values()]

    @property
    def selected(self) -> RunRecord | None:
        """The run that the buttons act on."""
        items = self._view.selectedItems()
        return items[0].data(0, _RECORD) if items else None

    def refresh(self) -> None:
        """Read the folder anew."""
        if self._task is not None:
            self._is_stale = True
            return
        folder, known = self._folder, self._known
        self._task = self._lane.start(lambda: read_runs(folder, known))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._tell_error)
        self._task.ended.connect(self._ended)

    def set_active(self, path: Path | None) -> None:
        """Tell which run goes on now: it can be neither resumed nor deleted."""
        self._active = path
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for action in self._actions[:_SHOWN_ACTIONS]:
            buttons.addWidget(_button(action))
        more = QPushButton(icon("dots-three", "text_secondary"), "")
        more.setProperty("role", "small")
        more.setProperty("square", True)
        more.setAccessibleName(translate("netstudio", "More to do with this run"))
        more.setToolTip(more.accessibleName())
        more.setMenu(self._more)
        buttons.addWidget(more)
        buttons.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(body)

    def _make_actions(self) -> list[QAction]:
        use = self._action(translate("netstudio", "Use this model"), "sparkle", self._open_model)
        resume = self._action(translate("netstudio", "Resume"), "play", self._resume)
        project = self._action(
            translate("netstudio", "Open its project"), "file", self._open_project
        )
        show = self._action(translate("netstudio", "Show in folder"), "folder-open", self._show)
        delete = self._action(translate("netstudio", "Delete…"), "trash", self._ask_to_delete)
        return [use, resume, project, show, delete]

    def _action(self, text: str, glyph: str, act: Callable[[], object]) -> QAction:
        action = QAction(icon(glyph, "text_secondary"), text, self)
        action.triggered.connect(act)
        return action

    def _take(self, known: Known) -> None:
        selected = self.selected.path if self.selected else None
        self._known = known
        self._view.clear()
        for record in self.records:
            item = _item(record, record.path == self._active)
            self._view.addTopLevelItem(item)
            if record.path == selected:
                self._view.setCurrentItem(item)
        self._empty.setText(translate("netstudio", "Runs are kept here when you train"))
        self._stack.setCurrentIndex(1 if known else 0)
        self._show_actions()
        self.count_changed.emit(len(known))

    def _ended(self) -> None:
        self._task = None
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _show_actions(self) -> None:
        record = self.selected
        is_active = record is not None and record.path == self._active
        use, resume, *others, delete = self._actions
        use.setEnabled(record is not None and record.model is not None)
        resume.setEnabled(record is not None and record.can_resume and not is_active)
        for action in others:
            action.setEnabled(record is not None)
        delete.setEnabled(record is not None and not is_active)

    def _show_menu(self, place: QPoint) -> None:
        if self.selected is not None:
            self._more.popup(self._view.viewport().mapToGlobal(place))

    def _open_model(self) -> None:
        if (record := self.selected) is not None and record.model is not None:
            self.open_model.emit(record.model)

    def _resume(self) -> None:
        if (record := self.selected) is not None:
            self.resume.emit(record.path)

    def _open_project(self) -> None:
        if (record := self.selected) is not None:
            self.open_project.emit(record.path / "project.netstudio")

    def _show(self) -> None:
        if (record := self.selected) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(record.path)))

    def _ask_to_delete(self) -> None:
        if (record := self.selected) is None:
            return
        box = QMessageBox(self)
        box.setObjectName("deleteRunBox")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("netstudio")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            translate(
                "netstudio",
                "Delete the run {name} of {when} with its trained model? It cannot be brought "
                "back.",
            ).format(name=record.name, when=f"{record.when:%Y-%m-%d %H:%M}")
        )
        delete = box.addButton(
            translate("netstudio", "Delete"), QMessageBox.ButtonRole.DestructiveRole
        )
        delete.setProperty("role", "danger")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(partial(self._delete, record.path))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _delete(self, path: Path) -> None:
        task = self._lane.start(lambda: delete_run(path))
        task.failed.connect(self._tell_error)
        task.ended.connect(self.refresh)

    def _tell_error(self, text: Message, detail: str) -> None:
        show_error(self, text, detail)


class _View(QTreeWidget):
    """The table of runs.

    Signals:
        chosen: Enter was pressed on the selected run, or it was double-clicked.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("runsView")
        self.setAccessibleName(translate("netstudio", "Runs"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFont(tabular(self.font()))
        self.setHeaderLabels(
            [
                translate("netstudio", "Run"),
                translate("netstudio", "When"),
                translate("netstudio", "Epochs"),
                translate("netstudio", "Val."),
                translate("netstudio", "Test"),
            ]
        )
        self.headerItem().setToolTip(
            3, translate("netstudio", "Best figure on the validation part")
        )
        self.headerItem().setToolTip(4, translate("netstudio", "Figure on the test part"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.itemDoubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


def _item(record: RunRecord, is_active: bool) -> QTreeWidgetItem:
    texts = [
        record.name,
        _when(record.when),
        _progress(record),
        _figure(record.metric, record.validation),
        _figure(record.metric, record.test),
    ]
    item = QTreeWidgetItem(texts)
    item.setData(0, _RECORD, record)
    glyph, colour, state = _state(record.end, is_active)
    item.setIcon(0, icon(glyph, colour))
    item.setToolTip(0, f"{state}\n{record.path}")
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{record.name}, {state}")
    for column in range(2, len(texts)):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _state(end: RunEnd, is_active: bool) -> tuple[str, str, str]:
    """Icon, colour and words for how a run has ended."""
    if is_active:
        return "play-circle", "accent", translate("netstudio", "goes on")
    match end:
        case RunEnd.FINISHED:
            return "check-circle", "ok", translate("netstudio", "finished")
        case RunEnd.STOPPED:
            return "pause-circle", "text_secondary", translate("netstudio", "stopped")
        case RunEnd.FAILED:
            return "warning-circle", "error", translate("netstudio", "failed")
        case RunEnd.OPEN:
            return "warning-circle", "warning", translate("netstudio", "interrupted")


def _progress(record: RunRecord) -> str:
    if not record.has_folds:
        return f"{record.epochs} / {record.planned}"
    text = translate("netstudio", "{done} / {planned} folds")
    return text.format(done=record.epochs, planned=record.planned)


def _when(when: datetime) -> str:
    """The time today, the day this year, the date before."""
    day = when.date()
    return f"{when:%H:%M}" if day == datetime.now().date() else day_text(day)


def _figure(name: str, value: float | None) -> str:
    return _NOTHING if value is None else metric_text(name, value)


def _button(action: QAction) -> QPushButton:
    """A small button that does what the action does, and is enabled when it is."""
    button = small_button(action.text())
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
