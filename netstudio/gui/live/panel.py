"""The place beside the curves where a network is seen learning."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netstudio.core.document import Change, Document
from netstudio.gui.live.contract import LiveView
from netstudio.gui.live.registry import live_view_of
from netstudio.gui.run_controller import Run, RunController

if TYPE_CHECKING:
    from netstudio.engine.events import Event

# Under which name the panel's watches are known to the controller.
_OWNER = "live"


class LivePanel(QWidget):
    """Shows the view of the document's task; hidden where the task has none."""

    def __init__(
        self, document: Document, run_controller: RunController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = run_controller
        self._made_by: Callable[[], LiveView] | None = None
        self._view: LiveView | None = None
        self._names: frozenset[str] = frozenset()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._disconnect = document.connect(self._document_changed)
        self.destroyed.connect(self._disconnect)
        run_controller.started.connect(self._begin)
        run_controller.received.connect(self._take)
        self._follow(document.project.task.type)

    @property
    def view(self) -> LiveView | None:
        """The view that is shown."""
        return self._view

    def _document_changed(self, change: Change) -> None:
        if change.after.task.type != change.before.task.type:
            self._follow(change.after.task.type)
        elif change.after.data.source != change.before.data.source and self._view is not None:
            self._view.clear()

    def _follow(self, task_type: str) -> None:
        """Show the view of this task."""
        maker = live_view_of(task_type)
        if maker is self._made_by:
            return
        self._made_by = maker
        if self._view is not None:
            self._controller.watch(_OWNER, {})
            self._row.removeWidget(self._view)
            self._view.deleteLater()
            self._view = None
        if maker is not None:
            self._view = maker()
            self._row.addWidget(self._view)
            self._view.watches_changed.connect(self._watch)
            if self._controller.is_busy:
                self._watch()
        self.setVisible(self._view is not None)

    def _begin(self, run: Run) -> None:
        if self._view is not None:
            self._view.clear()
        self._watch()

    def _watch(self) -> None:
        """Let the view's watches look at the network that learns, if it is of the same kind."""
        run = self._controller.run
        is_ours = (
            self._view is not None
            and run is not None
            and live_view_of(run.project.task.type) is self._made_by
        )
        watches = self._view.watches() if is_ours and self._view is not None else {}
        self._names = frozenset(watches)
        self._controller.watch(_OWNER, watches)

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Watched

        if self._view is None:
            return
        watched = [event for event in events if isinstance(event, Watched)]
        newest = {event.name: event.seen for event in watched if event.name in self._names}
        for name, seen in newest.items():
            self._view.show_seen(name, seen)
