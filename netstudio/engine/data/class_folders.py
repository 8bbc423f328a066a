"""Files sorted into one folder for each class, whatever is in them."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from netstudio import paths
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    UserError,
    listing,
    message,
    shorten,
)
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding
from netstudio.engine.events import Preparing

T = TypeVar("T")
Item = TypeVar("Item")

_PART_NAMES = {
    "train": ("train", "training"),
    "validation": ("val", "valid", "validation", "dev"),
    "test": ("test", "testing"),
}
# Small files are read faster than they are handed over one by one.
_TOGETHER = 8
# How many such portions are being read beyond the one that is waited for.
_AHEAD = 16
# How long, in seconds, a wish to stop may wait.
_PULSE = 0.1
_MOST_NAMED = 10


@dataclass(frozen=True)
class ClassFile:
    """A file with the class that its folder, or its name, says it belongs to."""

    path: Path
    class_name: str


class UnreadableFile(Exception):
    """A file that cannot be used; ``reason`` says why, as the end of "… because"."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(str(reason))


@dataclass
class LeftOut:
    """Files and folders that are not used, each with the reason."""

    files: list[tuple[Path, Message]] = field(default_factory=list)

    def add(self, path: Path, reason: Message) -> None:
        """Remember a file that is not used."""
        self.files.append((path, reason))

    def add_folder(self, error: OSError) -> None:
        """Remember a folder that ``os.walk`` could not look into."""
        self.add(Path(error.filename), system_reason(error))

    def finding(self, template: str) -> tuple[Finding, ...]:
        """What to tell about them: ``template`` with ``{count}`` and ``{names}``; none if none."""
        if not self.files:
            return ()
        named = [
            message(NAME_AND_REASON, name=shorten(path.name), reason=reason)
            for path, reason in self.files[:_MOST_NAMED]
        ]
        more = ["…"] if len(self.files) > _MOST_NAMED else []
        text = message(template, count=len(self.files), names=listing([*named, *more]))
        examples = tuple(str(path) for path, _ in self.files[:_MOST_NAMED])
        return (Finding("unreadable-files", text, examples=examples),)


NAME_AND_REASON = QT_TRANSLATE_NOOP("netstudio", "{name} ({reason})")


def system_reason(error: OSError | ValueError) -> Message:
    """Why a file or folder cannot be opened, in the system's own words."""
    return message("{reason}", reason=getattr(error, "strerror", None) or error)


def part_folders(folder: str, test_folder: str = "") -> dict[str, Path]:
    """The folder of each part that the user's folders bring along; always one for ``train``.

    Raises:
        UserError: A folder cannot be read.
    """
    root = paths.expanded(folder)
    folders = _named_parts(root)
    if test_folder:
        test = paths.expanded(test_folder)
        folders["test"] = _named_parts(test).get("test", test)
    return folders


def part_named(name: str) -> str | None:
    """Which part people call so: ``train``, ``validation`` or ``test``; None for other names."""
    plain = name.strip().lower()
    return next((part for part, names in _PART_NAMES.items() if plain in names), None)


def _named_parts(root: Path) -> dict[str, Path]:
    by_name = {folder.name.lower(): folder for folder in subfolders(root)}
    parts = {
        part: by_name[name]
        for part, names in _PART_NAMES.items()
        for name in names
        if name in by_name and subfolders(by_name[name])
    }
    return parts if "train" in parts else {"train": root}


def subfolders(folder: Path) -> list[Path]:
    """The folders in a folder by name, without hidden ones.

    Raises:
        UserError: It cannot be read.
    """
    try:
        with os.scandir(folder) as inside:
            names = [entry.name for entry in inside if _is_folder(entry)]
    except (OSError, ValueError) as error:  # no path holds a NUL
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} could not be read ({reason}). Choose a folder that holds one "
                "folder of files for each class.",
            ),
            folder=folder,
            reason=system_reason(error),
        ) from error
    return [folder / name for name in sorted(names) if not name.startswith(".")]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to where nobody may look; it is named among what cannot be read
        return True


def files_below(folder: Path, left_out: LeftOut, before: int = 0) -> Job[list[Path]]:
    """All files in a folder and the folders within it, without hidden ones.

    Args:
        folder: Where to look.
        left_out: Takes the folders that cannot be looked into.
        before: How many files were found elsewhere, for the progress.
    """
    files: list[Path] = []
    pulse = Pulse()
    for inside, folders, names in os.walk(folder, onerror=left_out.add_folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                files.append(Path(inside, name))
            if pulse.is_due():
                # How many there will be is not known yet.
                found = before + len(files)
                yield Preparing("list files", found, found)
    return sorted(files)


def with_suffix(
    files: Collection[Path], suffixes: Collection[str], left_out: LeftOut, reason: Message
) -> Iterator[Path]:
    """The files with one of these suffixes; the others are left out for that ``reason``."""
    for path in files:
        if path.suffix.lower() in suffixes:
            yield path
        else:
            left_out.add(path, reason)


def work_in_threads(
    stage: str,
    items: Sequence[Item],
    work: Callable[[Item], T],
    take: Callable[[Item, T | UnreadableFile], None],
) -> Job[None]:
    """Work on some files at a time, and hand each result or error over in order."""
    leave_off = threading.Event()

    def attempt(item: Item) -> T | UnreadableFile:
        try:
            return work(item)
        except UnreadableFile as error:
            return error

    def attempt_all(portion: Sequence[Item]) -> list[T | UnreadableFile]:
        return [attempt(item) for item in portion if not leave_off.is_set()]

    total, pulse = len(items), Pulse()
    portions = iter([items[at : at + _TOGETHER] for at in range(0, total, _TOGETHER)])
    pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    begun: deque[tuple[Sequence[Item], Future[list[T | UnreadableFile]]]] = deque()
    done = 0
    try:
        yield Preparing(stage, 0, total)
        begun.extend((some, pool.submit(attempt_all, some)) for some in islice(portions, _AHEAD))
        while begun:
            portion, future = begun.popleft()
            while not wait((future,), _PULSE).done:
                yield Preparing(stage, done, total)
            for item, result in zip(portion, future.result(), strict=True):
                take(item, result)
            done += len(portion)
            begun.extend((some, pool.submit(attempt_all, some)) for some in islice(portions, 1))
            if pulse.is_due():
                yield Preparing(stage, done, total)
        yield Preparing(stage, total, total)
    finally:
        # Whoever leaves off waits for the few files that are being read, and for no more.
        leave_off.set()
        pool.shutdown(cancel_futures=True)


class Pulse:
    """Says when it is time again to let go, so that the reader can be stopped."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def is_due(self) -> bool:
        now = time.monotonic()
        if now - self._last < _PULSE:
            return False
        self._last = now
        return True
