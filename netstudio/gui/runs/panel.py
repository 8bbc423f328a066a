"""The newest runs beside the curves: enough to use one, or to go on with it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.buttons import small_button
from netstudio.gui.runs.actions import RunActions
from netstudio.gui.runs.buttons import action_button, more_button
from netstudio.gui.runs.columns import FEW, NARROW_WIDTHS, Column
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.runs.view import RunsView
from netstudio.gui.texts import translate


class RunsPanel(QWidget):
    """Lists the runs of a store in little room.

    Attributes:
        view: The table.
        actions_of_runs: What can be done with the selected runs.

    Signals:
        page_wanted: All runs shall be looked at, on their page.
    """

    page_wanted = Signal()

    def __init__(self, store: RunsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.view = RunsView(store, FEW, NARROW_WIDTHS)
        self.actions_of_runs = RunActions(store, self.view, self)
        self._menu = self.actions_of_runs.menu(self)
        self._empty = QLabel(translate("netstudio", "Looking for runs…"))
        self._empty.setProperty("role", "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.view.customContextMenuRequested.connect(self._show_menu)
        store.changed.connect(self._show)
        if store.has_read:
            self._show()

    def state(self) -> QByteArray:
        """The columns as the user has arranged them."""
        return self.view.header().saveState()

    def restore(self, state: QByteArray) -> None:
        """Arrange the columns as the user had them."""
        self.view.restore(state)

    def _lay_out(self) -> None:
        actions = self.actions_of_runs
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for action in (actions.use, actions.resume):
            buttons.addWidget(action_button(action))
        buttons.addWidget(more_button(self._menu))
        buttons.addStretch(1)
        every = small_button(translate("netstudio", "All runs…"), "allRuns")
        every.setToolTip(translate("netstudio", "Sort, filter and compare all runs"))
        every.clicked.connect(self.page_wanted)
        buttons.addWidget(every)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(body)
        self.view.header().setStretchLastSection(False)
        self.view.stretch(Column.NAME)

    def _show(self) -> None:
        self._empty.setText(translate("netstudio", "Runs are kept here when you train"))
        self._stack.setCurrentIndex(1 if self._store.records else 0)

    def _show_menu(self, place: QPoint) -> None:
        if self.view.selected:
            self._menu.popup(self.view.viewport().mapToGlobal(place))
