"""Predicting many files, a few at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message, UserError, one_line, verbatim
from netstudio.gui.background import Lane, Task
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.data.job import Job
    from netstudio.engine.predictions import Prediction
    from netstudio.engine.trained_model import TrainedModel

# Few enough that a drawing, which waits for them, is still looked at soon.
_AT_ONCE = 8


@dataclass(frozen=True)
class FileResult:
    """What the model says about a file, or about a row of it, or why it cannot be used.

    Attributes:
        path: The file.
        prediction: What the model says.
        fault: Why it says nothing.
        origin: Which part of the file it is, such as "row 17"; "" for all of it.
    """

    path: Path
    prediction: Prediction | None
    fault: Message | None = None
    origin: str = ""


class FileRun(QObject):
    """Predicts files and folders of them in the order in which they were given.

    Signals:
        advanced: Some files are done: a list of ``FileResult``.
        ended: All are done, or it was cancelled.
        failed: It cannot go on: the sentence for the user and a traceback or "".
    """

    advanced = Signal(list)
    ended = Signal()
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._model: TrainedModel | None = None
        self._given: list[Path] = []
        self._files: list[Path] = []
        # What the task under way was begun with.
        self._begun: list[Path] = []
        self._task: Task | None = None
        self._done = 0
        self._total = 0

    @property
    def is_running(self) -> bool:
        """Whether files are being looked for or predicted."""
        return self._task is not None

    @property
    def done(self) -> int:
        """How many files of this run are done."""
        return self._done

    @property
    def total(self) -> int:
        """How many files this run has; 0 while they are looked for."""
        return self._total

    def use(self, model: TrainedModel | None) -> None:
        """Ask this model from now on; what is under way is dropped."""
        self.cancel()
        self._model = model

    def add(self, paths: list[Path]) -> None:
        """Predict these files, and those in these folders, after those that wait."""
        if self._model is None or not paths:
            return
        self._given += paths
        if self._task is None:
            self._done = self._total = 0
            self._go_on()

    def take_over(self, before: FileRun) -> None:
        """Predict what another run has not predicted yet, in its place."""
        waiting = [*before._begun, *before._files, *before._given]
        before.cancel()
        self.add(waiting)

    def cancel(self) -> None:
        """Leave out all that is not done yet."""
        self._given, self._files = [], []
        if self._task is not None:
            self._task.cancel()

    def _go_on(self) -> None:
        """Begin what comes next: looking for files, predicting some, or the end."""
        model = self._model
        if self._given:
            self._begun = given = self._given
            self._given = []
            is_pictures = model is not None and model.task.content is Content.IMAGES
            self._begin(self._lane.start(lambda: _find(given, is_pictures)))
            self._current().succeeded.connect(self._take_files)
        elif self._files and model is not None:
            self._begun = some = self._files[:_AT_ONCE]
            self._files = self._files[_AT_ONCE:]
            self._begin(self._lane.start(lambda: _predict(model, some)))
            self._current().succeeded.connect(self._take_results)
        else:
            self.ended.emit()

    def _begin(self, task: Task) -> None:
        self._task = task
        task.failed.connect(self._give_up)
        task.ended.connect(self._end)

    def _current(self) -> Task:
        assert self._task is not None
        return self._task

    def _take_files(self, files: list[Path]) -> None:
        self._files += files
        self._total += len(files)

    def _take_results(self, results: list[FileResult]) -> None:
        self._done += len(self._begun)
        self.advanced.emit(results)

    def _give_up(self, text: Message, detail: str) -> None:
        self._given, self._files = [], []
        self.failed.emit(text, detail)

    def _end(self) -> None:
        self._task, self._begun = None, []
        self._go_on()


def _find(given: list[Path], is_pictures: bool) -> Job[list[Path]]:
    """The files given, and those in the folders given, in order of their names.

    Args:
        given: Files and folders.
        is_pictures: Whether only pictures are taken of folders.
    """
    from netstudio.engine.data.images.pictures import PICTURE_SUFFIXES
    from netstudio.engine.events import Preparing

    def _is_wanted(file: Path) -> bool:
        if file.name.startswith("."):
            return False
        return not is_pictures or file.suffix.lower() in PICTURE_SUFFIXES

    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            files = (Path(folder, name) for name in sorted(names))
            found += [file for file in files if _is_wanted(file)]
            yield Preparing("list", 0, 0)
    return found


def _predict(model: TrainedModel, paths: list[Path]) -> Job[list[FileResult]]:
    results: list[FileResult] = []
    for path in paths:
        results += yield from _predict_one(model, path)
    return results


def _predict_one(model: TrainedModel, path: Path) -> Job[list[FileResult]]:
    """One file by itself, so that one that cannot be read does not spoil the rest."""
    from netstudio.engine.predict_file import predict_file

    try:
        found = yield from predict_file(model, path)
    except UserError as error:
        return [FileResult(path, None, _by_name(error.message, path))]
    has_rows = len(found) > 1
    return [
        FileResult(path, None, _by_name(one.outcome.message, path), one.origin if has_rows else "")
        if isinstance(one.outcome, UserError)
        else FileResult(path, one.outcome, origin=one.origin if has_rows else "")
        for one in found
    ]


def _by_name(fault: Message, path: Path) -> Message:
    """The sentence with the file's name in place of its whole path."""
    values = {"picture": verbatim(one_line(path.name))} if "picture" in fault.values else {}
    return replace(fault, values={**fault.values, **values})
