"""Files and folders that are dropped or pasted.

While something is dragged, these are asked at every widget that it comes over, and it may be
thousands of files: only what is really dropped is looked at one by one.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from netstudio import paths


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in ``data``."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def has_paths(data: QMimeData) -> bool:
    """Whether there are local files or folders in ``data``."""
    return any(url.isLocalFile() for url in data.urls())


def dropped_path(data: QMimeData) -> Path | None:
    """The file or folder that ``data`` holds and nothing else, if it does."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if paths.exists(path) else None
