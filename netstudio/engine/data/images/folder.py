"""The user's own pictures, one folder for each class."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from netstudio import paths
from netstudio.core.kinds import AUTO
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.images.pictures import (
    PICTURE_SUFFIXES,
    PictureError,
    Pixels,
    inspect_picture,
    read_picture,
)
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.events import Preparing
from netstudio.tasks.sources import ImageFolder

T = TypeVar("T")

_PART_NAMES = {
    "train": ("train", "training"),
    "validation": ("val", "valid", "validation", "dev"),
    "test": ("test", "testing"),
}
_LARGEST_KEPT_SIZE = 256
_SIZE_FOR_MIXED = 64
# How many pictures are being read beyond the one that is waited for.
_AHEAD = 128
# How long, in seconds, a wish to stop may wait.
_PULSE = 0.1
_MOST_NAMED = 10


@dataclass(frozen=True)
class _Picture:
    path: Path
    class_name: str


class _Pulse:
    """Says when it is time again to let go, so that the reader can be stopped."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def is_due(self) -> bool:
        now = time.monotonic()
        if now - self._last < _PULSE:
            return False
        self._last = now
        return True


@dataclass
class _LeftOut:
    """Files and folders that are not used, each with the reason."""

    files: list[tuple[Path, str]] = field(default_factory=list)

    def add_folder(self, error: OSError) -> None:
        self.files.append((Path(error.filename), error.strerror or str(error)))

    def findings(self) -> tuple[Finding, ...]:
        if not self.files:
            return ()
        named = [f"{shorten(path.name)} ({reason})" for path, reason in self.files[:_MOST_NAMED]]
        more = ["…"] if len(self.files) > _MOST_NAMED else []
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Files left out because they are no pictures or could not be read ({count}): "
                "{names}.",
            ),
            count=len(self.files),
            names=", ".join(named + more),
        )
        return (Finding("unreadable-files", text, examples=tuple(named)),)


def read_image_folder(reading: Reading) -> Job[RawData]:
    """Read a folder of class folders, or of train, val and test folders of that kind.

    Pictures are turned as their EXIF says, scaled and cropped to one size. Files, folders and
    classes that cannot be read are left out and named in the notes.

    Raises:
        UserError: The folder has no readable pictures in class folders.
    """
    source = reading.source
    assert isinstance(source, ImageFolder)
    left_out = _LeftOut()
    folders = _part_folders(source)
    listed: dict[str, list[_Picture]] = {}
    for part, folder in folders.items():
        listed[part] = yield from _list_pictures(folder, left_out)
    sample = reading.sample or (yield from _choose_sample(source, listed["train"]))
    classes: tuple[str, ...] = ()
    parts: dict[str, Records] = {}
    for part, pictures in listed.items():
        read, found = yield from _read_part(part, pictures, sample, left_out)
        if part == "train":
            classes = tuple(sorted({picture.class_name for picture in read}))
        _require_pictures(folders[part], read, left_out)
        _require_known_classes(folders[part], read, classes)
        numbers = [classes.index(picture.class_name) for picture in read]
        parts[part] = Records(
            Pictures(found),
            torch.tensor(numbers, dtype=torch.int64),
            origins=[f"{one.class_name}/{one.path.name}" for one in read],
        )
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        findings=(*left_out.findings(), *_empty_classes(folders["train"], classes)),
    )


def _empty_classes(folder: Path, classes: tuple[str, ...]) -> list[Finding]:
    """A finding for each class folder of which nothing is left."""
    return [
        Finding(
            "empty-class",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio", "The class {name} has no readable pictures and is left out."
                ),
                name=shorten(class_folder.name),
            ),
        )
        for class_folder in _subfolders(folder)
        if class_folder.name not in classes
    ]


def _part_folders(source: ImageFolder) -> dict[str, Path]:
    """The folder of each part that the user's folders bring along."""
    root = paths.expanded(source.folder)
    folders = _named_parts(root)
    if source.test_folder:
        test = paths.expanded(source.test_folder)
        folders["test"] = _named_parts(test).get("test", test)
    return folders


def _named_parts(root: Path) -> dict[str, Path]:
    by_name = {folder.name.lower(): folder for folder in _subfolders(root)}
    parts = {
        part: by_name[name]
        for part, names in _PART_NAMES.items()
        for name in names
        if name in by_name and _subfolders(by_name[name])
    }
    return parts if "train" in parts else {"train": root}


def _subfolders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as inside:
            names = [entry.name for entry in inside if _is_folder(entry)]
    except (OSError, ValueError) as error:  # no path holds a NUL
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} could not be read ({reason}). Choose a folder that holds one "
                "folder of pictures for each class.",
            ),
            folder=folder,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    return [folder / name for name in sorted(names) if not name.startswith(".")]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to where nobody may look; it is named among what cannot be read
        return True


def _list_pictures(folder: Path, left_out: _LeftOut) -> Job[list[_Picture]]:
    classes = _subfolders(folder)
    if not classes:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} holds no class folders. Put the pictures of each class into a "
                "folder of its own, named after the class.",
            ),
            folder=folder,
        )
    pictures: list[_Picture] = []
    for class_folder in classes:
        files = yield from _files_below(class_folder, len(pictures), left_out)
        for path in files:
            if path.suffix.lower() in PICTURE_SUFFIXES:
                pictures.append(_Picture(path, class_folder.name))
            else:
                left_out.files.append((path, "it is no picture"))
    return pictures


def _files_below(folder: Path, before: int, left_out: _LeftOut) -> Job[list[Path]]:
    """All files in a class folder; ``before`` is how many were found in others."""
    files: list[Path] = []
    pulse = _Pulse()
    for inside, folders, names in os.walk(folder, onerror=left_out.add_folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                files.append(Path(inside, name))
            if pulse.is_due():
                # How many there will be is not known yet.
                found = before + len(files)
                yield Preparing("list", found, found)
    return sorted(files)


def _choose_sample(source: ImageFolder, pictures: list[_Picture]) -> Job[TensorSpec]:
    """The shape to bring all pictures to, as the settings say or as the pictures suggest."""
    size, color = source.image_size, source.color
    if size != AUTO and color != AUTO:
        return _sample(size, size, color)
    shapes: set[tuple[int, int]] = set()
    greys: set[bool] = set()

    def take(_: _Picture, found: tuple[int, int, bool] | PictureError) -> None:
        if not isinstance(found, PictureError):  # reading it will tell
            height, width, is_grey = found
            shapes.add((height, width))
            greys.add(is_grey)

    yield from _in_threads("inspect", pictures, lambda one: inspect_picture(one.path), take)
    chosen_color = ("rgb" if False in greys else "grey") if color == AUTO else color
    if size != AUTO:
        return _sample(size, size, chosen_color)
    if len(shapes) == 1:
        height, width = next(iter(shapes))
        if max(height, width) <= _LARGEST_KEPT_SIZE:
            return _sample(height, width, chosen_color)
    return _sample(_SIZE_FOR_MIXED, _SIZE_FOR_MIXED, chosen_color)


def _sample(height: int, width: int, color: str) -> TensorSpec:
    return TensorSpec(IMAGE, (1 if color == "grey" else 3, height, width))


def _read_part(
    part: str, pictures: list[_Picture], sample: TensorSpec, left_out: _LeftOut
) -> Job[tuple[list[_Picture], torch.Tensor]]:
    stored = np.empty((len(pictures), *sample.sizes), np.uint8)
    read: list[_Picture] = []

    def take(picture: _Picture, pixels: Pixels | PictureError) -> None:
        if isinstance(pixels, PictureError):
            left_out.files.append((picture.path, str(pixels)))
        else:
            stored[len(read)] = pixels
            read.append(picture)

    yield from _in_threads(
        f"read {part}", pictures, lambda one: read_picture(one.path, sample), take
    )
    return read, torch.from_numpy(stored[: len(read)])


def _in_threads(
    stage: str,
    pictures: list[_Picture],
    work: Callable[[_Picture], T],
    take: Callable[[_Picture, T | PictureError], None],
) -> Job[None]:
    """Work on some pictures at a time, and hand each result or error over in order."""

    def attempt(picture: _Picture) -> T | PictureError:
        try:
            return work(picture)
        except PictureError as error:
            return error

    total, pulse = len(pictures), _Pulse()
    remaining = iter(pictures)
    pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    try:
        yield Preparing(stage, 0, total)
        begun = deque((one, pool.submit(attempt, one)) for one in islice(remaining, _AHEAD))
        for done in range(total):
            picture, future = begun.popleft()
            while not wait((future,), _PULSE).done:
                yield Preparing(stage, done, total)
            take(picture, future.result())
            begun.extend((one, pool.submit(attempt, one)) for one in islice(remaining, 1))
            if pulse.is_due():
                yield Preparing(stage, done + 1, total)
        yield Preparing(stage, total, total)
    finally:
        # Whoever leaves off waits for the few pictures that are being read, and for no more.
        pool.shutdown(cancel_futures=True)


def _require_pictures(folder: Path, read: list[_Picture], left_out: _LeftOut) -> None:
    if read:
        return
    files = [(path, reason) for path, reason in left_out.files if path.is_relative_to(folder)]
    if not files:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The class folders in {folder} are empty. Put JPEG or PNG pictures into them.",
            ),
            folder=folder,
        )
    path, reason = files[0]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "None of the {count} files in {folder} could be read as a picture ({first}: {reason}). "
            "Put JPEG or PNG pictures into the class folders.",
        ),
        count=len(files),
        folder=folder,
        first=shorten(path.name),
        reason=reason,
    )


def _require_known_classes(folder: Path, read: list[_Picture], classes: tuple[str, ...]) -> None:
    unknown = sorted({picture.class_name for picture in read} - set(classes))
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} has a class {name} that the training pictures lack. Rename "
                "its folder to one of: {known}.",
            ),
            folder=folder,
            name=unknown[0],
            known=", ".join(classes),
        )
