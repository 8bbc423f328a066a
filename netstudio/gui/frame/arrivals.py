"""What is dropped on the window: files to open, or a folder of pictures to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from netstudio.core.files import SUFFIX
from netstudio.gui.code.files import CODE_SUFFIXES
from netstudio.gui.drops import dropped_folder, dropped_paths
from netstudio.gui.files.project_files import MODEL_SUFFIX

OPENED = (SUFFIX, MODEL_SUFFIX, *CODE_SUFFIXES)


class Arrivals(QObject):
    """Takes what is dropped anywhere on a window where nothing else takes it.

    Signals:
        file_dropped: A project, a model or code (a ``Path``) is to be opened.
        folder_dropped: This folder (a ``Path``) is to be learned from.
    """

    file_dropped = Signal(object)
    folder_dropped = Signal(object)

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
            (self.folder_dropped if path.is_dir() else self.file_dropped).emit(path)


def _arriving(event: QDropEvent) -> Path | None:
    """The folder that was dropped alone, or the first file that can be opened."""
    data = event.mimeData()
    files = (path for path in dropped_paths(data) if path.suffix.lower() in OPENED)
    return dropped_folder(data) or next(files, None)
