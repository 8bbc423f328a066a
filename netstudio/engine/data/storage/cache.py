"""Decoded samples kept on disk, so that files are decoded only once.

Each entry is a folder ``<key>`` with ``rows.bin`` (all rows one after the other), ``columns.npz``
(what is known of each row) and ``about.json``. It is written under another name and renamed when
it is complete: what has its final name is whole.
"""

from __future__ import annotations

import json
import math
import os
import secrets
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.storage.rows import RowFile, StoredRows

_FORMAT = 1
_ROWS, _COLUMNS, _ABOUT = "rows.bin", "columns.npz", "about.json"
_UNFINISHED = ".unfinished-"
# Who has not written for so long does not write any more.
_GIVEN_UP = 3_600.0
# What must stay free on the disk.
_RESERVE = 256 * 2**20


@dataclass(frozen=True)
class Entry:
    """A data set that is kept decoded.

    Attributes:
        key: Identifies it.
        name: What it was decoded from, such as a folder.
        samples: How many there are.
        bytes: How much of the disk it takes.
        used: When it was last used, in seconds since 1970.
    """

    key: str
    name: str
    samples: int
    bytes: int
    used: float


@dataclass(frozen=True)
class Kept:
    """The content of an entry.

    Attributes:
        rows: The decoded samples.
        columns: What was written about each of them.
        notes: What was written about all of them.
    """

    rows: StoredRows
    columns: Mapping[str, NDArray[Any]]
    notes: Mapping[str, Any]


class Writing:
    """An entry that is being written, row after row.

    Attributes:
        columns: What to keep about each row, to be filled.
        notes: What to keep about all rows, as JSON, to be filled.
    """

    def __init__(self, file: BinaryIO, shape: Sequence[int]) -> None:
        self._file = file
        self._shape = tuple(shape)
        self._count = 0
        self._digest = blake2b(digest_size=16)
        self.columns: dict[str, NDArray[Any]] = {}
        self.notes: dict[str, Any] = {}

    def append(self, row: NDArray[np.uint8]) -> None:
        """Add one row.

        Raises:
            OSError: It cannot be written.
        """
        assert row.shape == self._shape
        content = np.ascontiguousarray(row).data
        self._file.write(content)
        self._digest.update(content)
        self._count += 1

    def about(self) -> dict[str, Any]:
        """What the entry says about itself."""
        return {
            "rows": self._count,
            "shape": self._shape,
            "digest": self._digest.hexdigest(),
            "notes": self.notes,
        }


def folder() -> Path:
    """Where entries are kept; the folder need not exist."""
    return paths.user_cache() / "decoded"


def entries() -> tuple[Entry, ...]:
    """All entries, the last used one first."""
    found = []
    with suppress(OSError):
        for place in folder().iterdir():
            about = _about(place)
            if about is not None and not place.name.startswith("."):
                size = sum(file.stat().st_size for file in place.iterdir())
                used = (place / _ABOUT).stat().st_mtime
                found.append(Entry(place.name, about["name"], about["rows"], size, used))
    return tuple(sorted(found, key=lambda entry: entry.used, reverse=True))


def remove(key: str) -> None:
    """Delete an entry; runs that read it at this moment may fail.

    Raises:
        UserError: It cannot be deleted.
    """
    place = folder() / key
    doomed = place.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        place.rename(doomed)  # at once, so that nobody finds half of it
        shutil.rmtree(doomed)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} could not be deleted ({reason}). Stop the training that uses it first.",
            ),
            path=place,
            reason=error.strerror or error,
        ) from error


def find(key: str, axes: Sequence[int] = ()) -> Kept | None:
    """What is kept under a key; None where that is nothing, or damaged.

    Args:
        key: See ``writing``.
        axes: The order in which the axes of a row are shown; left out, as they are stored.
    """
    place = folder() / key
    about = _about(place)
    if about is None:
        return None
    try:
        row_bytes = math.prod(about["shape"])
        if (place / _ROWS).stat().st_size != about["rows"] * row_bytes:
            return None
        file = RowFile(place / _ROWS, row_bytes, bytes.fromhex(about["digest"]))
        with np.load(place / _COLUMNS) as loaded:
            columns = dict(loaded)
        os.utime(place / _ABOUT)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return None
    index = np.arange(about["rows"], dtype=np.int64)
    return Kept(StoredRows(file, about["shape"], index, axes), columns, about["notes"])


@contextmanager
def writing(key: str, name: str, shape: Sequence[int], most: int) -> Iterator[Writing]:
    """Write a new entry; it appears under its key when the block ends without an error.

    Args:
        key: Differs wherever files or options differ.
        name: What it is decoded from.
        shape: Of one row.
        most: How many rows there will be at most.

    Raises:
        UserError: The disk is too full, or the entry cannot be written.
    """
    place = folder()
    unfinished = place / f"{_UNFINISHED}{secrets.token_hex(8)}"
    try:
        unfinished.mkdir(parents=True)
        _remove_unfinished(place)
        _require_space(place, most * math.prod(shape))
        with (unfinished / _ROWS).open("wb") as file:
            rows = Writing(file, shape)
            yield rows
            _to_disk(file)
        with (unfinished / _COLUMNS).open("wb") as file:
            columns: dict[str, Any] = rows.columns
            np.savez(file, **columns)
            _to_disk(file)
        with (unfinished / _ABOUT).open("wb") as file:
            about = {"format": _FORMAT, "name": name, **rows.about()}
            file.write(json.dumps(about).encode())
            _to_disk(file)
        _put(unfinished, place / key)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The decoded data could not be written to {folder} ({reason}). Free some space or "
                "choose smaller pictures.",
            ),
            folder=place,
            reason=error.strerror or error,
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _put(unfinished: Path, place: Path) -> None:
    """Give a complete entry its name, in the place of a damaged one or of somebody else's."""
    try:
        unfinished.rename(place)
    except OSError:
        shutil.rmtree(place)
        unfinished.rename(place)


def _require_space(place: Path, size: int) -> None:
    free = shutil.disk_usage(place).free
    if size + _RESERVE > free:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The decoded data need {size} MB in {folder}, where {free} MB are free. Free some "
                "space or choose smaller pictures.",
            ),
            size=-(-size // 2**20),
            folder=place,
            free=free // 2**20,
        )


def _remove_unfinished(place: Path) -> None:
    """Delete what a crash has left behind."""
    for left in place.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            times = [file.stat().st_mtime for file in (left, *left.iterdir())]
            if time.time() - max(times) > _GIVEN_UP:
                shutil.rmtree(left)


def _about(place: Path) -> dict[str, Any] | None:
    """What an entry says about itself; None where it is none, or damaged."""
    kinds = {"name": str, "rows": int, "shape": list, "digest": str, "notes": dict}
    try:
        about: dict[str, Any] = json.loads((place / _ABOUT).read_bytes())
        is_known = about["format"] == _FORMAT
        fits = all(isinstance(about[key], kind) for key, kind in kinds.items())
        return about if is_known and fits else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
