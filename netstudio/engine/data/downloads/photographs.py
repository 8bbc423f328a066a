"""Downloaded sets whose pictures stay files; torchvision knows which belongs to what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from netstudio.engine.data.class_folders import ClassFile, LeftOut, Pulse
from netstudio.engine.data.downloads.download import damaged_set, require_present
from netstudio.engine.data.images.files import PictureFile
from netstudio.engine.data.images.parts import LEFT_OUT, ReadPart, read_parts, wish_of
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.waiting import in_thread
from netstudio.engine.events import Preparing

Part = list[ClassFile]


@dataclass(frozen=True)
class Listed:
    """Which files make up a set.

    Attributes:
        parts: The files of "train", and of "validation" and "test" where there are such parts.
        classes: The class names by number.
    """

    parts: dict[str, Part]
    classes: tuple[str, ...]


def read_gtsrb(reading: Reading) -> Job[RawData]:
    """German traffic signs with their official split; their classes have numbers only."""

    def listed(root: Path) -> Listed:
        from torchvision.datasets import GTSRB

        classes = tuple(f"{number:02}" for number in range(43))
        parts = {
            part: [ClassFile(Path(path), classes[number]) for path, number in each._samples]
            for part, each in ((name, GTSRB(root, name)) for name in ("train", "test"))
        }
        return Listed(parts, classes)

    return _read(reading, listed)


def read_oxford_pets(reading: Reading) -> Job[RawData]:
    """Breeds of cats and dogs with the official split."""

    def listed(root: Path) -> Listed:
        from torchvision.datasets import OxfordIIITPet

        train, test = (OxfordIIITPet(root, part) for part in ("trainval", "test"))
        classes = tuple(train.classes)
        return Listed(
            {
                "train": _paired(train._images, train._labels, classes),
                "test": _paired(test._images, test._labels, classes),
            },
            classes,
        )

    return _read(reading, listed)


def read_food101(reading: Reading) -> Job[RawData]:
    """Dishes with the official split."""

    def listed(root: Path) -> Listed:
        from torchvision.datasets import Food101

        train, test = (Food101(root, part) for part in ("train", "test"))
        classes = tuple(train.classes)
        return Listed(
            {
                "train": _paired(train._image_files, train._labels, classes),
                "test": _paired(test._image_files, test._labels, classes),
            },
            classes,
        )

    return _read(reading, listed)


def read_flowers102(reading: Reading) -> Job[RawData]:
    """Flowers with their official three parts."""

    def listed(root: Path) -> Listed:
        from torchvision.datasets import Flowers102

        classes = tuple(Flowers102.classes)
        names = {"train": "train", "validation": "val", "test": "test"}
        parts = {
            part: _paired(each._image_files, each._labels, classes)
            for part, each in ((part, Flowers102(root, name)) for part, name in names.items())
        }
        return Listed(parts, classes)

    return _read(reading, listed)


def read_eurosat(reading: Reading) -> Job[RawData]:
    """Land use from above; it has no official split."""

    def listed(root: Path) -> Listed:
        from torchvision.datasets import EuroSAT

        whole: Any = EuroSAT(root)
        classes = tuple(whole.classes)
        return Listed(
            {"train": [ClassFile(Path(path), classes[number]) for path, number in whole.samples]},
            classes,
        )

    return _read(reading, listed)


def _paired(files: Sequence[Path], labels: Sequence[int], classes: Sequence[str]) -> Part:
    return [ClassFile(file, classes[label]) for file, label in zip(files, labels, strict=True)]


def _read(reading: Reading, list_files: Callable[[Path], Listed]) -> Job[RawData]:
    source = reading.source
    root = require_present(source, reading.data_root)
    try:
        listed = yield from in_thread("list files", lambda: list_files(root))
    # torchvision raises whatever damaged files provoke.
    except Exception as error:
        raise damaged_set(source, root) from error
    files = yield from _found(listed)
    left_out = LeftOut()
    read, findings = yield from read_parts(files, wish_of(reading), source.label, left_out)
    if not all(len(part.pictures) for part in read.values()):
        raise damaged_set(source, root)
    parts = {part: _records(listed.parts[part], read[part], listed.classes) for part in read}
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=listed.classes,
        findings=(*left_out.finding(LEFT_OUT), *findings),
    )


def _found(listed: Listed) -> Job[dict[str, list[PictureFile]]]:
    files: dict[str, list[PictureFile]] = {part: [] for part in listed.parts}
    total, pulse = sum(map(len, listed.parts.values())), Pulse()
    for part, of_part in listed.parts.items():
        for file in of_part:
            files[part].append(PictureFile.at(file.path))
            if pulse.is_due():
                yield Preparing("list", sum(map(len, files.values())), total)
    return files


def _records(files: Part, read: ReadPart, classes: Sequence[str]) -> Records:
    found = [files[place] for place in read.places.tolist()]
    numbers = {name: number for number, name in enumerate(classes)}
    return Records(
        read.pictures,
        torch.tensor([numbers[file.class_name] for file in found], dtype=torch.int64),
        origins=[f"{file.class_name}/{file.path.name}" for file in found],
        groups=read.groups,
    )
