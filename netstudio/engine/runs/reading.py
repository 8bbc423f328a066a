"""Looking through run folders; those that have not changed are not read again."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from os import scandir
from pathlib import Path

from netstudio import paths
from netstudio.core.files import read_project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.runs.assembling import Files, fold_numbers, make_record
from netstudio.engine.runs.notes import read_note
from netstudio.engine.runs.record import RunRecord
from netstudio.engine.runs.scanning import NOTHING, Scan, scan


@dataclass(frozen=True)
class Seen:
    """A folder as it was seen last.

    Attributes:
        files: Its files, and those of its folds.
        told: What its history has told.
        record: What was made of all that.
        folds: The runs in it, by the number of the fold.
    """

    files: Files
    told: Scan
    record: RunRecord
    folds: Mapping[int, Seen] = field(default_factory=dict)


Known = Mapping[Path, Seen]


def read_runs(folder: Path, known: Known) -> Generator[tuple[int, int], None, dict[Path, Seen]]:
    """All runs in ``folder``, the newest first; what is no run is left out.

    Yields how many folders are done, and how many there are.

    Args:
        folder: Where run folders lie.
        known: What this returned the last time.
    """
    found: dict[Path, Seen] = {}
    folders = _folders(folder)
    for number, path in enumerate(folders, 1):
        try:
            found[path] = _look(path, known.get(path))
        except (OSError, UserError):
            continue
        finally:
            yield number, len(folders)
    return _newest_first(found)


def read_one_again(path: Path, known: Known) -> dict[Path, Seen]:
    """What is known, with one run as it is now; it is left out where it is a run no more.

    Args:
        path: The run's folder.
        known: What is known of all runs.
    """
    others = {each: seen for each, seen in known.items() if each != path}
    try:
        return _newest_first({**others, path: _look(path, known.get(path))})
    except (OSError, UserError):
        return others


def read_run(path: Path) -> RunRecord:
    """The record of one run.

    Raises:
        UserError: The folder is no run, or its files cannot be read.
    """
    try:
        return _look(path, None).record
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} is not the folder of a training run ({reason}). Name a folder that "
                "netstudio train has made.",
            ),
            path=path,
            reason=error.strerror or error,
        ) from error


def _newest_first(found: Known) -> dict[Path, Seen]:
    return dict(sorted(found.items(), key=lambda item: item[1].record.began, reverse=True))


def _folders(folder: Path) -> list[Path]:
    if not paths.is_folder(folder):
        return []
    return [path for path in folder.iterdir() if not path.name.startswith(".") and path.is_dir()]


def _look(path: Path, before: Seen | None) -> Seen:
    files = _files(path)
    if before is not None and before.files == files:
        return before
    told = scan(path / "history.jsonl", before.told if before is not None else NOTHING)
    project = read_project(path / "project.netstudio")
    earlier = before.folds if before is not None else {}
    folds = {
        number: _look(path / f"fold-{number}", earlier.get(number))
        for number in fold_numbers(project, files)
    }
    runs = tuple(seen.record for seen in folds.values())
    return Seen(files, told, make_record(path, files, told, project, read_note(path), runs), folds)


def _files(path: Path) -> dict[str, tuple[int, int]]:
    """The files in a folder and in the folders in it, leaving out what is half-written."""
    found: dict[str, tuple[int, int]] = {}
    with scandir(path) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                inner = _files(Path(entry.path))
                found |= {f"{entry.name}/{name}": stamp for name, stamp in inner.items()}
            else:
                stat = entry.stat()
                found[entry.name] = stat.st_mtime_ns, stat.st_size
    return found
