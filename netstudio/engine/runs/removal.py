"""Deleting runs for good."""

from __future__ import annotations

import shutil
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError


def delete_run(path: Path) -> None:
    """Delete a run's folder with all that is in it.

    Raises:
        UserError: It cannot be deleted.
    """
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The run {path} could not be deleted ({reason}). Close what uses its files, then "
                "try again.",
            ),
            path=path,
            reason=error.strerror or error,
        ) from error
