"""The card of predicted files: a table, its progress, and the way out as CSV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.translate import Message
from netstudio.gui.background import Lane
from netstudio.gui.buttons import small_button
from netstudio.gui.messages import show_error
from netstudio.gui.save_text import TextSaver
from netstudio.gui.texts import grouped, translate
from netstudio.gui.use.file_run import FileResult, FileRun
from netstudio.gui.use.files_model import Column, FilesModel, as_csv, titles

_ROW = 29


class FilesCard(QWidget):
    """Predicts files and lists what the model says.

    Signals:
        file_chosen: The user wants to see this file's picture (a path).
    """

    file_chosen = Signal(object)

    def __init__(self, run: FileRun, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._saver = TextSaver(lane, self)
        self._model = FilesModel(self)
        title = QLabel(translate("netstudio", "Files"))
        title.setProperty("role", "heading")
        self._state = QLabel()
        self._state.setProperty("role", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(translate("netstudio", "Files done"))
        self._cancel = small_button(translate("netstudio", "Cancel"), "cancelFiles")
        self._cancel.clicked.connect(run.cancel)
        self._clear = small_button(translate("netstudio", "Clear list"), "clearFiles")
        self._clear.clicked.connect(self.clear)
        self._save = small_button(translate("netstudio", "Save CSV…"), "saveCsv")
        self._save.clicked.connect(self._ask_where)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title)
        head.addWidget(self._state)
        head.addStretch()
        for widget in (self._bar, self._cancel, self._clear, self._save):
            head.addWidget(widget)
        self._table = self._make_table()
        self._hint = QLabel(
            translate("netstudio", "The predictions of files that you drop or choose appear here.")
        )
        self._hint.setProperty("role", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._table, 1)
        column.addStretch()
        run.advanced.connect(self._take)
        run.ended.connect(self._show_state)
        run.failed.connect(self._tell)
        self._show_state()

    @property
    def results(self) -> tuple[FileResult, ...]:
        """All files that are done."""
        return self._model.results

    def add(self, paths: list[Path]) -> None:
        """Predict these files and folders too."""
        self._run.add(paths)
        self._show_state()

    def take_over(self, before: FilesCard) -> None:
        """Show what another card shows, and go on with what it waits for."""
        self._model.add([*before.results])
        self._run.take_over(before._run)
        self._show_state()

    def clear(self) -> None:
        """Stop, and empty the list."""
        self._run.cancel()
        self._model.clear()
        self._show_state()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("filesTable")
        table.setAccessibleName(translate("netstudio", "Predicted files"))
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.NOTE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Column.PREDICTION, 120)
        header.resizeSection(Column.PROBABILITY, 96)
        table.selectionModel().currentRowChanged.connect(self._choose)
        return table

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.file_chosen.emit(self._model.result(current.row()).path)

    def _take(self, results: list[FileResult]) -> None:
        self._model.add(results)
        self._show_state()

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self, text, detail)

    def _show_state(self) -> None:
        is_running = self._run.is_running
        count = len(self._model.results)
        self._hint.setVisible(not count and not is_running)
        self._table.setVisible(bool(count))
        self._bar.setVisible(is_running)
        self._bar.setRange(0, self._run.total)
        self._bar.setValue(self._run.done)
        self._cancel.setVisible(is_running)
        self._clear.setVisible(bool(count) and not is_running)
        self._save.setEnabled(bool(count) and not is_running)
        self._save.setVisible(bool(count) or is_running)
        self._state.setText(self._words(count, is_running))

    def _words(self, count: int, is_running: bool) -> str:
        if is_running and not self._run.total:
            return translate("netstudio", "Looking for files…")
        if is_running:
            return translate("netstudio", "{done} of {total}").format(
                done=grouped(self._run.done), total=grouped(self._run.total)
            )
        if not count:
            return ""
        done = translate("netstudio", "{count} done").format(count=grouped(count))
        if not self._model.to_look_at:
            return done
        odd = translate("netstudio", "{count} to look at")
        return f"{done} · {odd.format(count=grouped(self._model.to_look_at))}"

    def _ask_where(self) -> None:
        text = as_csv(self._model.results, titles())
        self._saver.ask(translate("netstudio", "Save predictions"), "predictions.csv", text)
