"""Finding picture files, with what tells whether one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.class_folders import LeftOut, Pulse
from netstudio.engine.data.images.pictures import PICTURE_SUFFIXES
from netstudio.engine.data.job import Job
from netstudio.engine.events import Preparing

NO_PICTURE = message(QT_TRANSLATE_NOOP("netstudio", "it is no picture"))


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file that is named like a picture.

    Attributes:
        path: Where it is; text, because there may be very many.
        stamp: Differs when the file has changed: its size, time of change and rights.
    """

    path: str
    stamp: tuple[int, int, int]

    @classmethod
    def at(cls, path: str | Path) -> PictureFile:
        """The file at a path, which may be missing or nothing that can be read."""
        try:
            return cls(str(path), _stamp(os.stat(path)))  # noqa: PTH116 (there may be very many)
        except (OSError, ValueError):
            return cls(str(path), (0, 0, 0))

    @property
    def size(self) -> int:
        """In bytes."""
        return self.stamp[0]


def pictures_below(
    folder: Path, left_out: LeftOut, before: int = 0, is_deep: bool = True
) -> Job[list[PictureFile]]:
    """All pictures in a folder in order of their paths, without hidden ones.

    Args:
        folder: Where to look.
        left_out: Takes what is no picture, and the folders that cannot be looked into.
        before: How many were found elsewhere, for the progress.
        is_deep: Whether to look into the folders within it, too.
    """
    found: list[PictureFile] = []
    waiting = [str(folder)]
    pulse = Pulse()
    while waiting:
        for entry in _inside(waiting.pop(), left_out):
            if entry.is_dir(follow_symlinks=False):
                waiting.extend([entry.path] if is_deep else [])
            elif Path(entry.name).suffix.lower() in PICTURE_SUFFIXES:
                found.append(_of_entry(entry))
            else:
                left_out.add(Path(entry.path), NO_PICTURE)
            if pulse.is_due():
                # How many there will be is not known yet.
                yield Preparing("list", before + len(found), before + len(found))
    return sorted(found, key=lambda file: file.path)


def _inside(folder: str, left_out: LeftOut) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        left_out.add_folder(error)


def _of_entry(entry: os.DirEntry[str]) -> PictureFile:
    try:
        return PictureFile(entry.path, _stamp(entry.stat()))
    except OSError:  # a link that leads nowhere; reading it will tell
        return PictureFile(entry.path, (0, 0, 0))


def _stamp(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_mode
