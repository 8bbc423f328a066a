"""The user's own pictures, one folder for each class."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from netstudio.core.kinds import AUTO
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message, shorten
from netstudio.engine.data.dataset import Job, RawData, Reading, Samples
from netstudio.engine.data.pictures import (
    PICTURE_SUFFIXES,
    PictureError,
    inspect_picture,
    read_picture,
)
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
_BLOCK = 128
_MOST_NAMED = 10


@dataclass(frozen=True)
class _Picture:
    path: Path
    class_name: str


@dataclass
class _LeftOut:
    """Files that are not used, each with the reason."""

    files: list[tuple[Path, str]] = field(default_factory=list)

    def note(self) -> tuple[Message, ...]:
        if not self.files:
            return ()
        named = [f"{shorten(path.name)} ({reason})" for path, reason in self.files[:_MOST_NAMED]]
        more = ["…"] if len(self.files) > _MOST_NAMED else []
        return (
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "Files left out because they are no pictures or could not be read ({count}): "
                    "{names}.",
                ),
                count=len(self.files),
                names=", ".join(named + more),
            ),
        )


def read_image_folder(reading: Reading) -> Job[RawData]:
    """Read a folder of class folders, or of train, val and test folders of that kind.

    Pictures are turned as their EXIF says, scaled and cropped to one size. Files that cannot be
    read are left out and named in the notes.

    Raises:
        UserError: The folder has no readable pictures in class folders.
    """
    source = reading.source
    assert isinstance(source, ImageFolder)
    left_out = _LeftOut()
    folders = _part_folders(source)
    listed = {part: _list_pictures(folder, left_out) for part, folder in folders.items()}
    sample = reading.sample or (yield from _choose_sample(source, listed["train"]))
    classes: tuple[str, ...] = ()
    parts: dict[str, Samples] = {}
    for part, pictures in listed.items():
        read, found = yield from _read_part(part, pictures, sample, left_out)
        if part == "train":
            classes = tuple(sorted({picture.class_name for picture in read}))
        _require_pictures(folders[part], read, left_out)
        _require_known_classes(folders[part], read, classes)
        numbers = [classes.index(picture.class_name) for picture in read]
        parts[part] = Samples(found, torch.tensor(numbers, dtype=torch.int64))
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        notes=left_out.note(),
    )


def _part_folders(source: ImageFolder) -> dict[str, Path]:
    """The folder of each part that the user's folders bring along."""
    root = Path(source.folder).expanduser()
    folders = _named_parts(root)
    if source.test_folder:
        test = Path(source.test_folder).expanduser()
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
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} could not be read ({reason}). Choose a folder that holds one "
                "folder of pictures for each class.",
            ),
            folder=folder,
            reason=error.strerror or error,
        ) from error
    return [path for path in inside if path.is_dir() and not path.name.startswith(".")]


def _list_pictures(folder: Path, left_out: _LeftOut) -> list[_Picture]:
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
    pictures = []
    for class_folder in classes:
        for path in sorted(_files_below(class_folder)):
            if path.suffix.lower() in PICTURE_SUFFIXES:
                pictures.append(_Picture(path, class_folder.name))
            else:
                left_out.files.append((path, "it is no picture"))
    return pictures


def _files_below(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(inside, name) for name in names if not name.startswith("."))


def _choose_sample(source: ImageFolder, pictures: list[_Picture]) -> Job[TensorSpec]:
    """The shape to bring all pictures to, as the settings say or as the pictures suggest."""
    size, color = source.image_size, source.color
    if size != AUTO and color != AUTO:
        return _sample(size, size, color)
    shapes: set[tuple[int, int]] = set()
    all_grey = True
    done = 0
    for _, found in _in_threads(pictures, lambda picture: inspect_picture(picture.path)):
        done += 1
        if done % _BLOCK == 0:
            yield Preparing("inspect", done, len(pictures))
        if isinstance(found, PictureError):
            continue  # reading it will tell
        height, width, is_grey = found
        shapes.add((height, width))
        all_grey = all_grey and is_grey
    chosen_color = ("grey" if all_grey else "rgb") if color == AUTO else color
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
    yield Preparing(f"read {part}", 0, len(pictures))
    results = _in_threads(pictures, lambda picture: read_picture(picture.path, sample))
    for done, (picture, pixels) in enumerate(results, start=1):
        if isinstance(pixels, PictureError):
            left_out.files.append((picture.path, str(pixels)))
        else:
            stored[len(read)] = pixels
            read.append(picture)
        if done % _BLOCK == 0 or done == len(pictures):
            yield Preparing(f"read {part}", done, len(pictures))
    return read, torch.from_numpy(stored[: len(read)])


def _in_threads(
    pictures: list[_Picture], work: Callable[[_Picture], T]
) -> Iterator[tuple[_Picture, T | PictureError]]:
    """The result or the error for each picture, in order; a few are worked on at a time."""

    def attempt(picture: _Picture) -> T | PictureError:
        try:
            return work(picture)
        except PictureError as error:
            return error

    remaining = iter(pictures)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        while block := list(islice(remaining, _BLOCK)):
            yield from zip(block, pool.map(attempt, block), strict=True)


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
