"""Where the program's own files and the user's folders are."""

from __future__ import annotations

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
