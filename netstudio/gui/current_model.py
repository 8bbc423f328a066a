"""The trained model that the Evaluate and Use pages speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel


class CurrentModel(QObject):
    """Which model file is the current one, and its content once something needs it.

    Signals:
        changed: Another file is the current one, or none.
        loaded: Its content, a ``TrainedModel``.
        failed: It could not be read: the sentence for the user, and a traceback or "".
    """

    changed = Signal()
    loaded = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self.lane = lane
        self._path: Path | None = None
        self._model: TrainedModel | None = None
        self._task: Task | None = None

    @property
    def path(self) -> Path | None:
        """The current model's file; None before anything was trained or opened."""
        return self._path

    @property
    def model(self) -> TrainedModel | None:
        """Its content; None until it is loaded."""
        return self._model

    def set(self, path: Path | None, model: TrainedModel | None = None) -> None:
        """Make another file the current one; ``model`` is its content where that is known."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._path, self._model = path, model
        self.changed.emit()
        if model is not None:
            self.loaded.emit(model)

    def load(self) -> None:
        """Have the content read, unless it is there or on its way; ``loaded`` or ``failed``."""
        if self._path is None or self._model is not None or self._task is not None:
            return
        path = self._path
        self._task = self.lane.start(lambda: _load(path))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, model: TrainedModel) -> None:
        self._task, self._model = None, model
        self.loaded.emit(model)

    def _fail(self, text: object, detail: str) -> None:
        self._task = None
        self.failed.emit(text, detail)


def _load(path: Path) -> TrainedModel:
    from netstudio.engine.model_file import load_model

    return load_model(path)
