"""What is dropped on the window: files to open, or data to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from netstudio import paths
from netstudio.core.files import SUFFIX
from netstudio.gui.code.files import CODE_SUFFIXES
from netstudio.gui.drops import dropped_path, dropped_paths
from netstudio.gui.files.project_files import MODEL_SUFFIX

OPENED = (SUFFIX, MODEL_SUFFIX, *CODE_SUFFIXES)


class Arrivals(QObject):
    """Takes what is dropped anywhere on a window where nothing else takes it.

    Signals:
        file_dropped: A project, a model or code (a ``Path``) is to be opened.
        data_dropped: This file or folder (a ``Path``) is to be learned from.
    """

    file_dropped = Signal(object)
    data_dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter:
            entering = cast("QDragEnterEvent", event)
            if _arriving(entering) is not None:
                entering.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop:
            self._take(cast("QDropEvent", event))
            return True
        return False

    def _take(self, event: QDropEvent) -> None:
        if (path := _arriving(event)) is not None:
            event.acceptProposedAction()
            (self.file_dropped if is_opened(path) else self.data_dropped).emit(path)


def is_opened(path: Path) -> bool:
    """Whether this is a project, a model or code, and no data."""
    return path.suffix.lower() in OPENED and not paths.is_folder(path)


def dropped_data(data: QMimeData) -> Path | None:
    """The file or folder that was dropped alone, unless it is opened instead."""
    path = dropped_path(data)
    return None if path is None or is_opened(path) else path


def _arriving(event: QDropEvent) -> Path | None:
    """The data that were dropped, or the first file that can be opened."""
    data = event.mimeData()
    files = (path for path in dropped_paths(data) if path.suffix.lower() in OPENED)
    return next(files, None) or dropped_data(data)
