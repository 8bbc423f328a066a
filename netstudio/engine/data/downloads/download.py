"""Bringing a well-known data set into the data folder, and knowing whether it is there."""

from __future__ import annotations

import gzip
import secrets
import shutil
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.engine.data.archives.unpack import extract
from netstudio.engine.data.downloads.catalogue import (
    FILES,
    Form,
    RemoteFile,
    data_folder,
    is_present,
)
from netstudio.engine.data.downloads.fetch import fetch
from netstudio.engine.data.job import Job
from netstudio.engine.events import Preparing
from netstudio.tasks.sources import SourceDef

_CHUNK = 2**20
_PULSE = 0.1


def download(name: str, data_root: Path | None = None) -> Job[None]:
    """Download what is missing of a data set; what is complete stays when it ends early.

    Args:
        name: The type of its data source.
        data_root: The data folder; the user's own when left out.

    Raises:
        UserError: It cannot be had or does not fit on the disk.
    """
    root = data_folder(data_root)
    for file in FILES[name]:
        if not file.is_present(root):
            yield from _download_file(file, root)


def require_present(source: SourceDef, data_root: Path | None = None) -> Path:
    """The data folder, with all of a data set in it.

    Raises:
        UserError: It has to be downloaded first.
    """
    root = data_folder(data_root)
    if not is_present(source.type, root):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{source} is not in {folder}. Download it under Data set or with: netstudio "
                "datasets --download {name}; or name the folder that holds it with --data-root.",
            ),
            source=Message(source.label),
            folder=root,
            name=source.type,
        )
    return root


def damaged_set(source: SourceDef, root: Path) -> UserError:
    """What to say where files of a downloaded set are not what they should be."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The files of {source} in {folder} are damaged. Remove them and download them again.",
        ),
        source=Message(source.label),
        folder=root,
    )


def _download_file(file: RemoteFile, root: Path) -> Job[None]:
    folder = root / file.folder
    packed = folder / file.name
    if not packed.exists():
        yield from fetch(file.url, packed, file.md5, file.size)
    if file.form is Form.PLAIN:
        return
    partial = folder / f".partial-{secrets.token_hex(8)}"
    try:
        with _unpacking(packed):
            yield from _unpack(file, packed, partial)
            _merge(partial, folder)
            packed.unlink()
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _unpack(file: RemoteFile, packed: Path, into: Path) -> Job[None]:
    if file.form is Form.GZIP:
        into.mkdir()
        yield from _gunzip(packed, into / packed.stem)
        return
    if file.form is Form.ARCHIVE:
        yield from extract(packed, into)
        return
    inside = into / "packed"
    yield from extract(packed, inside)
    for inner in sorted(inside.rglob("*.gz")):
        yield from _gunzip(inner, into / inner.stem)
    shutil.rmtree(inside)


def _gunzip(packed: Path, target: Path) -> Job[None]:
    size, told = packed.stat().st_size, time.monotonic()
    with packed.open("rb") as raw, gzip.GzipFile(fileobj=raw) as content, target.open("wb") as file:
        while chunk := content.read(_CHUNK):
            file.write(chunk)
            if time.monotonic() - told > _PULSE:
                told = time.monotonic()
                yield Preparing("unpack", min(raw.tell(), size), size)


def _merge(source: Path, target: Path) -> None:
    """Move all of a folder into another; a folder that is new there arrives whole."""
    for entry in source.iterdir():
        place = target / entry.name
        if entry.is_dir() and place.is_dir():
            _merge(entry, place)
        else:
            entry.replace(place)


@contextmanager
def _unpacking(packed: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{packed} could not be unpacked ({reason}). Free some space, or remove the file "
                "and download it again.",
            ),
            packed=packed,
            reason=getattr(error, "strerror", None) or error,
        ) from error
