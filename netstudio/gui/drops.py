"""Files and folders that are dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in ``data``."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
