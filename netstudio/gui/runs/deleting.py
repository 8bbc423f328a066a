"""Deleting runs: asked first, and into the wastebasket where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from netstudio.engine.runs.record import RunRecord
from netstudio.gui.runs.store import RunsStore
from netstudio.gui.texts import size_text, translate


class RunDeleter(QObject):
    """Asks before runs are deleted."""

    def __init__(self, store: RunsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._window = parent
        # Only who asked hears that the wastebasket does not take a run.
        self._asked: set[Path] = set()
        store.untrashed.connect(self._ask_for_good)

    def ask(self, runs: Sequence[RunRecord]) -> None:
        """Ask whether these runs shall go."""
        folders = [run.path for run in runs]
        size = size_text(sum(run.size for run in runs))
        if len(runs) == 1:
            (run,) = runs
            question = translate(
                "netstudio", "Delete the run “{name}” of {when} with its trained model?"
            ).format(name=run.name, when=f"{run.began:%Y-%m-%d %H:%M}")
        else:
            question = translate(
                "netstudio", "Delete {count} runs with their trained models?"
            ).format(count=len(runs))
        more = translate("netstudio", "{size} go to the wastebasket of your system.")
        box = self._box(question, more.format(size=size), translate("netstudio", "Delete"))
        box.setObjectName("deleteRunBox")
        box.accepted.connect(partial(self._trash, folders))
        box.open()

    def _trash(self, folders: Sequence[Path]) -> None:
        self._asked |= set(folders)
        self._store.trash(folders)

    def _ask_for_good(self, left: tuple[Path, ...]) -> None:
        folders = [folder for folder in left if folder in self._asked]
        self._asked.clear()
        if not folders:
            return
        if len(folders) == 1:
            question = translate("netstudio", "The wastebasket does not take the run.")
            more = translate("netstudio", "Deleted for good, it cannot be brought back.")
        else:
            question = translate(
                "netstudio", "The wastebasket does not take {count} of the runs."
            ).format(count=len(folders))
            more = translate("netstudio", "Deleted for good, they cannot be brought back.")
        box = self._box(
            question,
            more,
            translate("netstudio", "Delete for good"),
        )
        box.setObjectName("deleteForGoodBox")
        box.accepted.connect(partial(self._store.delete, folders))
        box.open()

    def _box(self, question: str, more: str, yes: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("netstudio")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(more)
        delete = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        delete.setProperty("role", "danger")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box
