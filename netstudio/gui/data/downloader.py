"""Downloads data sets beside everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from netstudio.core.project import Selected
from netstudio.gui.background import Lane, Task
from netstudio.tasks.sources import SOURCES


class Downloader(QObject):
    """Brings one data set at a time into the data folder.

    Args:
        parent: Who closes it.
        data_root: The data folder; the user's own when left out.

    Signals:
        started: The ``Task`` that downloads.
        done: This data set (``Selected``) is there.
        failed: The sentence for the user, and a traceback or "".
    """

    started = Signal(object)
    done = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject, data_root: Path | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("downloads", self)
        self._data_root = data_root
        self._task: Task | None = None

    @property
    def task(self) -> Task | None:
        """The task that downloads now."""
        return self._task

    def size(self, selected: Selected) -> int:
        """How many bytes are to be downloaded before this can be read; 0 for none."""
        source = SOURCES.get(selected.type)
        if source is None or not source.download:
            return 0
        from netstudio.engine.data.downloads.catalogue import is_present

        return 0 if is_present(source.type, self._data_root) else source.download

    def start(self, selected: Selected) -> None:
        """Download a data set; one that is under way is left off, and keeps what it has."""
        self.cancel()
        root = self._data_root

        def work() -> object:
            from netstudio.engine.data.downloads.download import download

            return download(selected.type, root)

        self._task = task = self._lane.start(work)
        task.succeeded.connect(lambda _: self.done.emit(selected))
        task.failed.connect(self.failed)
        task.ended.connect(self._forget)
        self.started.emit(task)

    def cancel(self) -> None:
        """Leave off what is under way."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Leave off what is under way and wait until it has ended."""
        self._lane.close()

    def _forget(self) -> None:
        if self.sender() is self._task:
            self._task = None
