"""The Free Spoken Digit Dataset: a part that is shipped, and the whole of it."""

from __future__ import annotations

from pathlib import Path

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.class_folders import ClassFile, LeftOut, files_below
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.engine.data.sounds.files import SOUND_SUFFIXES
from netstudio.engine.data.sounds.folder import read_sound_files

_RATE = 8_000
# The set's authors: takes 0 to 4 of each digit and speaker are for testing.
_TEST_TAKES = range(5)


def read_spoken_digits(reading: Reading) -> Job[RawData]:
    """The shipped part; its recordings are named as in the whole."""
    raw = yield from _read_digits(paths.resources() / "datasets" / "spoken_digits")
    return raw


def read_fsdd(reading: Reading) -> Job[RawData]:
    """All recordings, from the folder ``fsdd`` in the data folder, flat or by digit.

    Raises:
        UserError: They are not there.
    """
    folder = (reading.data_root or paths.user_data()) / "fsdd"
    if not paths.is_folder(folder):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "There is no folder {folder}. Put the recordings of the Free Spoken Digit Dataset "
                "there, or choose Spoken digits, a part that is shipped.",
            ),
            folder=folder,
        )
    raw = yield from _read_digits(folder)
    return raw


def _read_digits(folder: Path) -> Job[RawData]:
    """Files ``{digit}_{speaker}_{take}``, divided by their take."""
    left_out = LeftOut()
    files = yield from files_below(folder, left_out)
    listed: dict[str, list[ClassFile]] = {"train": [], "test": []}
    for path in files:
        match path.stem.split("_"):
            case [digit, _, take] if path.suffix in SOUND_SUFFIXES and take.isdecimal():
                part = "test" if int(take) in _TEST_TAKES else "train"
                listed[part].append(ClassFile(path, digit))
    raw = yield from read_sound_files(listed, _RATE, left_out, 0, folder)
    return raw
