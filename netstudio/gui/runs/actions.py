"""What can be done with the runs that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from netstudio.engine.runs.record import RunRecord
from netstudio.gui.plots.compared import MOST_COMPARED
from netstudio.gui.runs.columns import Column, as_csv
from netstudio.gui.runs.deleting import RunDeleter
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.runs.view import RunsView
from netstudio.gui.save_text import TextSaver
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon


class RunActions(QObject):
    """The actions of one view of runs.

    Attributes:
        use: Use the trained model.
        resume: Go on with a run that did not come to its end.
        extend: Train a run that did for more epochs.
        restore: Put the run's project into the editor.

    Signals:
        model_chosen: The trained model's file of a run that shall be used.
        resume_chosen: The folder of a run that shall go on.
        extend_chosen: The folder of a run that shall be trained longer.
        restore_chosen: The record of a run whose project shall be edited in place of the present.
        project_chosen: The record of a run whose project shall be opened as a new one.
        overlay_chosen: The records of runs whose curves shall be drawn beside those in view.
    """

    model_chosen = Signal(Path)
    resume_chosen = Signal(Path)
    extend_chosen = Signal(Path)
    restore_chosen = Signal(object)
    project_chosen = Signal(object)
    overlay_chosen = Signal(object)

    def __init__(self, store: RunsStore, view: RunsView, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._view = view
        self._parent = parent
        self._deleter = RunDeleter(store, parent)
        self._saver = TextSaver(store.lane, parent)
        make = self._make
        self.use = make(translate("netstudio", "Use this model"), "sparkle", self._use)
        self.resume = make(translate("netstudio", "Resume"), "play", self._resume)
        self.extend = make(translate("netstudio", "Train longer…"), "plus-circle", self._extend)
        self.restore = make(
            translate("netstudio", "Restore its project"), "arrow-counter-clockwise", self._restore
        )
        self.restore.setToolTip(
            translate("netstudio", "Put the run's project into the editor; undo takes it back")
        )
        self._open = make(
            translate("netstudio", "Open its project as a new one"), "file", self._open_project
        )
        self._overlay = make(
            translate("netstudio", "Draw beside the present curves"), "chart-line", self._draw
        )
        self._rename = make(
            translate("netstudio", "Rename"), "pencil-simple", lambda: view.edit_cell(Column.NAME)
        )
        self._show = make(
            translate("netstudio", "Show in folder"), "folder-open", self._show_folder
        )
        self._delete = make(translate("netstudio", "Delete…"), "trash", self._ask_to_delete)
        self._export = make(
            translate("netstudio", "Export the table as CSV…"), "export", self._ask_to_export
        )
        view.picked.connect(self.follow)
        view.chosen.connect(self._use)
        view.delete_wanted.connect(self._ask_to_delete)
        store.changed.connect(self.follow)
        self.follow()

    def menu(self, parent: QWidget) -> QMenu:
        """All of them."""
        menu = QMenu(parent)
        menu.addActions([self.use, self.resume, self.extend])
        menu.addSeparator()
        menu.addActions([self.restore, self._open])
        menu.addSeparator()
        menu.addActions([self._overlay, self._rename, self._show, self._delete])
        menu.addSeparator()
        menu.addAction(self._export)
        return menu

    def follow(self) -> None:
        """Enable what can be done with the runs that are selected now."""
        selected = self._view.selected
        record = selected[0] if len(selected) == 1 else None
        is_active = record is not None and record.path == self._store.active
        self.use.setEnabled(record is not None and record.model is not None)
        self.resume.setEnabled(record is not None and record.can_resume and not is_active)
        self.extend.setEnabled(record is not None and record.can_extend and not is_active)
        for action in (self.restore, self._open, self._rename, self._show):
            action.setEnabled(record is not None)
        self._overlay.setEnabled(0 < len(selected) <= MOST_COMPARED)
        self._delete.setEnabled(bool(self._deletable))
        self._export.setEnabled(bool(self._store.records))

    @property
    def _deletable(self) -> Sequence[RunRecord]:
        return [record for record in self._view.selected if record.path != self._store.active]

    @property
    def _only(self) -> RunRecord | None:
        selected = self._view.selected
        return selected[0] if len(selected) == 1 else None

    def _make(self, text: str, glyph: str, act: Callable[[], object]) -> QAction:
        action = QAction(icon(glyph, "text_secondary"), text, self._parent)
        action.triggered.connect(act)
        return action

    def _use(self) -> None:
        if (record := self._only) is not None and record.model is not None:
            self.model_chosen.emit(record.model)

    def _resume(self) -> None:
        if (record := self._only) is not None:
            self.resume_chosen.emit(record.path)

    def _extend(self) -> None:
        if (record := self._only) is not None:
            self.extend_chosen.emit(record.path)

    def _restore(self) -> None:
        if (record := self._only) is not None:
            self.restore_chosen.emit(record)

    def _open_project(self) -> None:
        if (record := self._only) is not None:
            self.project_chosen.emit(record)

    def _draw(self) -> None:
        self.overlay_chosen.emit(self._view.selected)

    def _show_folder(self) -> None:
        if (record := self._only) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(record.path)))

    def _ask_to_delete(self) -> None:
        if runs := self._deletable:
            self._deleter.ask(runs)

    def _ask_to_export(self) -> None:
        title = translate("netstudio", "Save the table of runs")
        self._saver.ask(title, "runs.csv", as_csv(self._view.listed))
