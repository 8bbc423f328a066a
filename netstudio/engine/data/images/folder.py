"""The user's own pictures, one folder for each class, or any folder where classes do not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.class_folders import LeftOut, part_folders, subfolders
from netstudio.engine.data.images.files import PictureFile, pictures_below
from netstudio.engine.data.images.parts import (
    LEFT_OUT,
    ReadPart,
    read_parts,
    require_pictures,
    wish_of,
)
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.tasks.content import Aim
from netstudio.tasks.sources.images import ImageFolder


@dataclass
class _Listed:
    """The pictures of a part's folder.

    Attributes:
        folder: Where they are.
        files: Their files.
        names: The class of each; empty where classes do not matter.
    """

    folder: Path
    files: list[PictureFile] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def read_image_folder(reading: Reading) -> Job[RawData]:
    """Read a folder of class folders, or of train, val and test folders of that kind.

    Pictures are turned as their EXIF says and brought to one size. Files, folders and classes that
    cannot be read are left out and named in the findings. Where samples are their own targets, all
    pictures below the folder are taken.

    Raises:
        UserError: The folder has no readable pictures in class folders.
    """
    source = reading.source
    assert isinstance(source, ImageFolder)
    has_classes = reading.task.aim is not Aim.ITSELF
    left_out = LeftOut()
    listed: dict[str, _Listed] = {}
    before = 0
    for part, folder in part_folders(source.folder, source.test_folder).items():
        listed[part] = yield from _list(folder, has_classes, left_out, before)
        before += len(listed[part].files)
    files = {part: found.files for part, found in listed.items()}
    read, findings = yield from read_parts(files, wish_of(reading), source.folder, left_out)
    for part, found in listed.items():
        require_pictures(found.folder, read[part], left_out)
    train = listed["train"]
    classes = tuple(sorted(set(_names(train, read["train"]))))
    parts = {part: _records(listed[part], read[part], classes) for part in listed}
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        findings=(*left_out.finding(LEFT_OUT), *_empty_classes(train, classes), *findings),
    )


def _list(folder: Path, has_classes: bool, left_out: LeftOut, before: int) -> Job[_Listed]:
    listed = _Listed(folder)
    if not has_classes:
        listed.files = yield from pictures_below(folder, left_out, before)
        return listed
    classes = subfolders(folder)
    if not classes:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} holds no class folders. Put the pictures of each class into a "
                "folder of its own, named after the class.",
            ),
            folder=folder,
        )
    for class_folder in classes:
        found = yield from pictures_below(class_folder, left_out, before + len(listed.files))
        listed.files.extend(found)
        listed.names.extend([class_folder.name] * len(found))
    return listed


def _names(listed: _Listed, read: ReadPart) -> list[str]:
    """The class of each picture that was read."""
    return [listed.names[place] for place in read.places.tolist()] if listed.names else []


def _records(listed: _Listed, read: ReadPart, classes: Sequence[str]) -> Records:
    names = _names(listed, read)
    _require_known_classes(listed.folder, names, classes)
    numbers = {name: number for number, name in enumerate(classes)}
    targets: Tensor | None = None
    if names:
        targets = torch.tensor([numbers[name] for name in names], dtype=torch.int64)
    begin = len(str(listed.folder)) + 1
    origins = [listed.files[place].path[begin:] for place in read.places.tolist()]
    return Records(read.pictures, targets, origins, read.groups)


def _empty_classes(listed: _Listed, classes: Sequence[str]) -> list[Finding]:
    """A finding for each class folder of which nothing is left."""
    text = QT_TRANSLATE_NOOP(
        "netstudio", "The class {name} has no readable pictures and is left out."
    )
    return [
        Finding("empty-class", message(text, name=shorten(class_folder.name)))
        for class_folder in (subfolders(listed.folder) if classes else ())
        if class_folder.name not in classes
    ]


def _require_known_classes(folder: Path, names: Sequence[str], classes: Sequence[str]) -> None:
    unknown = sorted(set(names) - set(classes))
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
