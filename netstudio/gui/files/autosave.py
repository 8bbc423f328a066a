"""Keeps unsaved work on the disk, and offers it back after a crash."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.files import SUFFIX, dumps, read_project
from netstudio.core.project import Project
from netstudio.core.safe_write import write_text
from netstudio.core.translate import UserError
from netstudio.gui.background import Lane
from netstudio.gui.files.project_files import ProjectFiles

_log = logging.getLogger(__name__)

# How long after a change it is on the disk, in milliseconds.
_DELAY = 2_000


@dataclass(frozen=True)
class Unsaved:
    """Work that a crash has left.

    Attributes:
        project: The project with its unsaved changes.
        path: The file it belongs to; None where it had none.
        when: When it was changed last.
    """

    project: Project
    path: Path | None
    when: datetime
    _file: Path
    _lock: QLockFile

    def forget(self) -> None:
        """Remove it from the disk."""
        _remove(self._file)
        self._lock.unlock()


class Autosave(QObject):
    """Writes the document beside the program's own files a moment after each change.

    The file goes when the document is saved or the window closes well. A lock file, which the
    system lets go when the process dies, tells a crashed window's work from a living one's.
    """

    def __init__(
        self, document: Document, files: ProjectFiles, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._files = files
        self._lane = lane
        self._file = _folder() / f"{os.urandom(6).hex()}{SUFFIX}"
        self._lock: QLockFile | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._write)
        self._disconnect = document.connect(self._changed)
        files.saved.connect(self._look)

    def close(self) -> None:
        """Forget the copy: the window was closed well."""
        self._disconnect()
        self._timer.stop()
        _remove(self._file)
        if self._lock is not None:
            self._lock.unlock()

    def _changed(self, change: Change) -> None:
        self._timer.start()

    def _look(self) -> None:
        if not self._document.is_modified:
            self._timer.stop()
            _remove(self._file)

    def _write(self) -> None:
        if not self._document.is_modified:
            _remove(self._file)
            return
        if self._lock is None:
            self._lock = _locked(self._file)
        project, path = self._document.project, self._files.path
        self._lane.start(lambda: _write(self._file, project, path))


def find_unsaved() -> Unsaved | None:
    """The newest work that a crashed window has left; it stays there until it is forgotten."""
    try:
        files = sorted(_folder().glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime)
    except OSError:
        return None
    for file in reversed(files):
        lock = QLockFile(str(file.with_suffix(".lock")))
        if not lock.tryLock(0):
            continue  # a living window's
        if (found := _read(file, lock)) is not None:
            return found
        lock.unlock()
    return None


def _folder() -> Path:
    return paths.user_state() / "unsaved"


def _about(file: Path) -> Path:
    return file.with_suffix(".json")


def _locked(file: Path) -> QLockFile:
    with suppress(OSError):  # writing the project says what is wrong there
        file.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # it is stale when its process is gone, however long it has worked
    lock.tryLock(0)
    return lock


def _write(file: Path, project: Project, path: Path | None) -> None:
    try:
        write_text(_about(file), json.dumps({"path": str(path) if path else None}))
        write_text(file, dumps(project))
    except UserError as error:
        _log.warning("the unsaved project could not be kept: %s", error)


def _remove(file: Path) -> None:
    for left in (file, _about(file)):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _read(file: Path, lock: QLockFile) -> Unsaved | None:
    try:
        project = read_project(file)
        when = datetime.fromtimestamp(file.stat().st_mtime)
        path = json.loads(_about(file).read_text(encoding="utf-8")).get("path")
    except (UserError, OSError, ValueError, AttributeError) as error:
        _log.warning("unsaved work could not be read: %s", error)
        return None
    return Unsaved(project, Path(path) if isinstance(path, str) else None, when, file, lock)
