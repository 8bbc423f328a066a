"""All runs: sorted, filtered, compared."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Document
from netstudio.gui.buttons import small_button
from netstudio.gui.runs.actions import RunActions
from netstudio.gui.runs.buttons import action_button, more_button
from netstudio.gui.runs.columns import MANY, WIDTHS
from netstudio.gui.runs.comparison_pane import ComparisonPane
from netstudio.gui.runs.sorting import Wanted
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.runs.view import RunsView
from netstudio.gui.texts import grouped, size_text, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.icons import icon


class RunsPage(QWidget):
    """The table of all runs, and beside it what is told of those that are selected.

    Attributes:
        view: The table.
        actions_of_runs: What can be done with the selected runs.
        pane: Curves, figures and differences of the selected runs.
    """

    def __init__(self, store: RunsStore, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runsPage")
        self._store = store
        self.view = RunsView(store, MANY, WIDTHS)
        self.view.setObjectName("runsTable")
        self.actions_of_runs = RunActions(store, self.view, self)
        self._menu = self.actions_of_runs.menu(self)
        self.pane = ComparisonPane(store, document)
        self._search = QLineEdit()
        self._states = QComboBox()
        self._count = QLabel()
        self._empty = QLabel(translate("netstudio", "Looking for runs…"))
        self._lay_out()
        self._connect()
        self._show()

    def state(self) -> QByteArray:
        """The columns as the user has arranged them."""
        return self.view.header().saveState()

    def restore(self, state: QByteArray) -> None:
        """Arrange the columns as the user had them."""
        self.view.restore(state)

    def create_plots(self) -> None:
        """Begin to draw; pyqtgraph should have been imported by now."""
        self.pane.plots.create_plots()

    def take_over(self, before: RunsPage) -> None:
        """Show what another page has shown."""
        self._search.setText(before._search.text())
        self._states.setCurrentIndex(before._states.currentIndex())
        self.view.select(record.path for record in before.view.selected)

    def _connect(self) -> None:
        store = self._store
        self._search.textChanged.connect(self.view.sorted.want_text)
        self._search.textChanged.connect(self._show)
        self._states.activated.connect(self._want_state)
        self.view.picked.connect(self._tell_selected)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.pane.closed.connect(self.view.clearSelection)
        store.changed.connect(self._show)
        store.changed.connect(self._tell_selected)
        store.read.connect(self._tell_reading)

    def _lay_out(self) -> None:
        self._empty.setProperty("role", "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        holder = QWidget()
        self._listing = QStackedLayout(holder)
        self._listing.addWidget(self.view)
        self._listing.addWidget(self._empty)
        left = QWidget()
        left.setProperty("role", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(metrics.PANEL_PADDING, 10, metrics.PANEL_PADDING, 10)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(holder, 1)
        column.addLayout(self._buttons())
        self.pane.setProperty("role", "panel")
        self.pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(self.pane)
        parts.setSizes([640, 640])
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(parts)
        self.setFocusProxy(self.view)

    def _head(self) -> QHBoxLayout:
        self._search.setObjectName("runsFilter")
        self._search.setPlaceholderText(
            translate("netstudio", "Filter by name, note, data or optimizer")
        )
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._states.setObjectName("runsStates")
        self._states.setAccessibleName(translate("netstudio", "Which runs are listed"))
        for wanted in Wanted:
            self._states.addItem(wanted.label)
        columns = small_button(translate("netstudio", "Columns"), "runsColumns")
        columns.clicked.connect(lambda: self._show_columns(columns))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._states)
        row.addWidget(columns)
        return row

    def _buttons(self) -> QHBoxLayout:
        actions = self.actions_of_runs
        row = QHBoxLayout()
        row.setSpacing(6)
        for action in (actions.use, actions.restore, actions.resume, actions.extend):
            row.addWidget(action_button(action))
        row.addWidget(more_button(self._menu))
        row.addStretch(1)
        self._count.setProperty("role", "faint")
        row.addWidget(self._count)
        return row

    def _show(self) -> None:
        """Bring everything but the selection up to date."""
        listed, every = self.view.sorted.rowCount(), len(self._store.records)
        if self._store.has_read:
            self._empty.setText(
                translate("netstudio", "No run is like that. Clear the filter to see all.")
                if every
                else translate("netstudio", "Runs are kept here when you train")
            )
        self._listing.setCurrentIndex(0 if listed else 1)
        size = size_text(sum(record.size for record in self._store.records))
        told = (
            translate("netstudio", "{listed} of {count} runs · {size}")
            if listed != every
            else translate("netstudio", "1 run · {size}")
            if every == 1
            else translate("netstudio", "{count} runs · {size}")
        )
        self._count.setText(
            told.format(listed=grouped(listed), count=grouped(every), size=size) if every else ""
        )

    def _tell_selected(self) -> None:
        selected = self.view.selected
        self.pane.show_records(self.view.looked_at, selected[0] if len(selected) == 1 else None)

    def _tell_reading(self, done: int, count: int) -> None:
        text = translate("netstudio", "Looking for runs… {done} of {count}")
        self._empty.setText(text.format(done=grouped(done), count=grouped(count)))

    def _want_state(self, number: int) -> None:
        self.view.sorted.want_state(list(Wanted)[number])
        self._show()

    def _show_columns(self, button: QWidget) -> None:
        menu = self.view.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_menu(self, place: QPoint) -> None:
        if self.view.selected:
            self._menu.popup(self.view.viewport().mapToGlobal(place))
