"""Taking a run to another place when its own cannot be written any more."""

from __future__ import annotations

import shutil
from pathlib import Path

from netstudio.core.project import Project
from netstudio.core.safe_write import NotWritten
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.engine.training.keeping.run_folder import RunFolder, create_run


def moved(folder: RunFolder, place: Path, project: Project) -> RunFolder:
    """A new folder in ``place`` with everything that can still be read of the old one.

    The old one is removed when nothing of it was lost; what was lost is what only the disk knew.

    Args:
        folder: Where the run was kept.
        place: Where its new folder goes.
        project: What is trained.

    Raises:
        NotWritten: This place cannot be written either; the old folder is as it was.
    """
    new = create_run(place, project)
    try:
        is_complete = _copy_readable(folder.path, new.path)
        if not new.history_file.exists():
            new.rewrite_epochs(folder.epochs)
    except OSError as error:
        shutil.rmtree(new.path, ignore_errors=True)
        raise NotWritten(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} could not be written ({reason}). Choose another place for it."
            ),
            path=new.path,
            reason=error.strerror or error,
        ) from error
    new.claim()
    new.epochs = list(folder.epochs)
    folder.release()
    if is_complete:
        shutil.rmtree(folder.path, ignore_errors=True)
    return new


def _copy_readable(old: Path, new: Path) -> bool:
    """Copy the files of a folder; returns whether all of them could be read."""
    try:
        files = [path for path in old.iterdir() if path.suffix != ".tmp"]
    except OSError:
        return False
    is_complete = True
    for path in files:
        try:
            source = path.open("rb")
        except OSError:
            is_complete = False
            continue
        with source, (new / path.name).open("wb") as target:
            shutil.copyfileobj(source, target)
    return is_complete
