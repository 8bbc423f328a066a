"""The user's own sounds, one folder for each class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np
import torch

from netstudio.core.kinds import AUTO, Auto
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.class_folders import (
    ClassFile,
    LeftOut,
    UnreadableFile,
    files_below,
    part_folders,
    subfolders,
    with_suffix,
    work_in_threads,
)
from netstudio.engine.data.contents import group_numbers
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.sounds.files import (
    LONGEST_SECONDS,
    SOUND_SUFFIXES,
    Samples16,
    Wave,
    read_sound,
    sound_rate,
)
from netstudio.engine.data.sounds.inputs import Sounds
from netstudio.tasks.sources.sounds import SoundFolder

_FASTEST_AUTO_RATE = 16_000
# The rates of so many files are looked at to choose one for all.
_MOST_INSPECTED = 200
_QUIETEST_PEAK = 33  # of 32,767: less than a thousandth is silence
_MOST_EXAMPLES = 5


@dataclass
class _Remarks:
    """Files that are used although there is something to say about them."""

    cut: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    def look_at(self, path: Path, wave: Wave) -> None:
        if wave.is_cut:
            self.cut.append(str(path))
        if np.abs(wave.samples.astype(np.int32)).max() < _QUIETEST_PEAK:
            self.silent.append(str(path))

    def findings(self) -> list[Finding]:
        cut = QT_TRANSLATE_NOOP(
            "netstudio",
            "Sounds longer than {seconds} seconds: {count}. Only their beginning is read.",
        )
        silent = QT_TRANSLATE_NOOP(
            "netstudio", "Sounds in which there is only silence: {count}. Look for a bad recording."
        )
        found = (("long-sounds", cut, self.cut), ("silent-sounds", silent, self.silent))
        return [
            Finding(
                code,
                message(template, count=len(paths), seconds=LONGEST_SECONDS),
                examples=tuple(paths[:_MOST_EXAMPLES]),
            )
            for code, template, paths in found
            if paths
        ]


def read_sound_folder(reading: Reading) -> Job[RawData]:
    """Read a folder of class folders, or of train, val and test folders of that kind.

    Where there are no class folders, the class is what stands before the first underscore of each
    file's name. Sounds become mono and get one rate.

    Raises:
        UserError: The folder has no readable sounds in classes.
    """
    source = reading.source
    assert isinstance(source, SoundFolder)
    left_out = LeftOut()
    folders = part_folders(source.folder, source.test_folder)
    listed: dict[str, list[ClassFile]] = {}
    for part, folder in folders.items():
        listed[part] = yield from _list_sounds(folder, left_out)
    if source.test_files:
        _take_test_files(listed, source.test_files)
    raw = yield from read_sound_files(
        listed, source.sample_rate, left_out, source.group_part, folders["train"]
    )
    return raw


def read_sound_files(
    listed: dict[str, list[ClassFile]],
    sample_rate: int | Auto,
    left_out: LeftOut,
    group_part: int,
    folder: Path,
) -> Job[RawData]:
    """Read the listed files of each part.

    Args:
        listed: The files by part; ``train`` is one of them.
        sample_rate: The rate of all sounds.
        left_out: Takes what cannot be read.
        group_part: Which part of a file's name is its group, from 1; 0 for none.
        folder: What sentences say that the files are in.
    """
    rate = sample_rate
    if rate == AUTO:
        rate = yield from _common_rate([item for items in listed.values() for item in items])
    remarks = _Remarks()
    classes: tuple[str, ...] = ()
    parts: dict[str, Records] = {}
    for part, files in listed.items():
        kept, waves = yield from _read_part(part, files, rate, left_out, remarks)
        if part == "train":
            classes = tuple(sorted({item.class_name for item in kept}))
        _require_sounds(folder, kept, left_out)
        _require_known_classes(part, kept, classes)
        parts[part] = Records(
            Sounds(waves, rate),
            torch.tensor([classes.index(item.class_name) for item in kept], dtype=torch.int64),
            origins=[str(item.path) for item in kept],
            groups=_groups(kept, group_part),
        )
    unreadable = QT_TRANSLATE_NOOP(
        "netstudio", "Files left out because they cannot be read as sounds ({count}): {names}."
    )
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        findings=(*left_out.finding(unreadable), *remarks.findings()),
    )


def _list_sounds(folder: Path, left_out: LeftOut) -> Job[list[ClassFile]]:
    no_sound = message(QT_TRANSLATE_NOOP("netstudio", "it is no sound"))
    sounds: list[ClassFile] = []
    classes = subfolders(folder)
    for class_folder in classes:
        files = yield from files_below(class_folder, left_out, len(sounds))
        found = with_suffix(files, SOUND_SUFFIXES, left_out, no_sound)
        sounds += [ClassFile(path, class_folder.name) for path in found]
    if sounds:
        return sounds
    files = yield from files_below(folder, left_out)
    named = [path for path in files if path.suffix.lower() in SOUND_SUFFIXES and "_" in path.stem]
    if not named and not left_out.files:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} holds no sounds in class folders. Put the sounds of each "
                "class into a folder of its own, named after the class.",
            ),
            folder=folder,
        )
    return [ClassFile(path, path.stem.split("_")[0]) for path in named]


def _take_test_files(listed: dict[str, list[ClassFile]], pattern: str) -> None:
    """Move the training files whose names fit the pattern to the test part."""
    is_test = [fnmatchcase(item.path.name, pattern) for item in listed["train"]]
    if not any(is_test):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "None of the {count} files fits the pattern {pattern} for test files. Correct the "
                "pattern, or leave it empty.",
            ),
            count=len(is_test),
            pattern=shorten(pattern),
        )
    taken = [item for item, takes in zip(listed["train"], is_test, strict=True) if takes]
    listed["train"] = [
        item for item, takes in zip(listed["train"], is_test, strict=True) if not takes
    ]
    listed["test"] = [*listed.get("test", ()), *taken]


def _common_rate(files: Sequence[ClassFile]) -> Job[int]:
    """The most frequent rate of some of the files, but no more than speech needs."""
    step = max(1, len(files) // _MOST_INSPECTED)
    rates: Counter[int] = Counter()

    def take(_: ClassFile, rate: int | UnreadableFile) -> None:
        if not isinstance(rate, UnreadableFile):  # reading it will tell
            rates[rate] += 1

    yield from work_in_threads(
        "inspect sounds", files[::step], lambda one: sound_rate(one.path), take
    )
    most_frequent = max(rates, key=lambda rate: (rates[rate], rate), default=_FASTEST_AUTO_RATE)
    return min(most_frequent, _FASTEST_AUTO_RATE)


def _read_part(
    part: str, files: Sequence[ClassFile], rate: int, left_out: LeftOut, remarks: _Remarks
) -> Job[tuple[list[ClassFile], list[Samples16]]]:
    kept: list[ClassFile] = []
    waves: list[Samples16] = []

    def take(item: ClassFile, wave: Wave | UnreadableFile) -> None:
        if isinstance(wave, UnreadableFile):
            left_out.add(item.path, wave.reason)
            return
        remarks.look_at(item.path, wave)
        kept.append(item)
        waves.append(wave.samples)

    yield from work_in_threads(f"read {part}", files, lambda one: read_sound(one.path, rate), take)
    return kept, waves


def _groups(files: Sequence[ClassFile], group_part: int) -> torch.Tensor | None:
    if not group_part:
        return None
    names = [item.path.stem.split("_") for item in files]
    return group_numbers(
        [parts[group_part - 1 : group_part] or parts for parts in map(tuple, names)]
    )


def _require_sounds(folder: Path, kept: Sequence[ClassFile], left_out: LeftOut) -> None:
    if kept:
        return
    if not left_out.files:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The class folders in {folder} are empty. Put WAV or FLAC files into them.",
            ),
            folder=folder,
        )
    path, reason = left_out.files[0]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "None of the {count} files in {folder} could be read as a sound ({first}: {reason}). "
            "Put WAV or FLAC files into the class folders.",
        ),
        count=len(left_out.files),
        folder=folder,
        first=shorten(path.name),
        reason=reason,
    )


def _require_known_classes(part: str, kept: Sequence[ClassFile], classes: tuple[str, ...]) -> None:
    unknown = sorted({item.class_name for item in kept} - set(classes))
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The {part} part has a class {name} that the training sounds lack. Rename its "
                "folder to one of: {known}.",
            ),
            part=part,
            name=shorten(unknown[0]),
            known=", ".join(classes),
        )
