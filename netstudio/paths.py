"""Where the program's own files and the user's folders are."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder ``resources``: inside an installed package, or beside it in a source tree."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def user_data() -> Path:
    """The folder for downloaded data sets, which need not exist yet."""
    # Imported here, so that training needs no more than torch, numpy and safetensors.
    from platformdirs import user_data_path

    return user_data_path("netstudio", appauthor=False) / "data"


def user_blocks() -> Path:
    """The folder of the user's own blocks of layers, which need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("netstudio", appauthor=False) / "blocks"


def user_runs() -> Path:
    """The folder where the window puts its training runs, among the user's documents."""
    from platformdirs import user_documents_path

    return user_documents_path() / "netstudio" / "runs"


def user_settings() -> Path:
    """The file that keeps what the window remembers."""
    from platformdirs import user_config_path

    return user_config_path("netstudio", appauthor=False) / "window.ini"


def user_state() -> Path:
    """The folder of what the program keeps for itself: unsaved projects, its log."""
    from platformdirs import user_state_path

    return user_state_path("netstudio", appauthor=False)


def user_cache() -> Path:
    """The folder of what can be made again: decoded pictures. ``NETSTUDIO_CACHE`` names another."""
    if chosen := os.environ.get("NETSTUDIO_CACHE"):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("netstudio", appauthor=False)


def expanded(path: str | Path) -> Path:
    """``path`` with the home folder in the place of ``~``; it never raises."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # nobody is called so; absolute, so that nobody tries again
        return Path(path).absolute()


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; what cannot be a name is none, and it never raises."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Whether anything is there; what cannot be a name is not, and it never raises."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
