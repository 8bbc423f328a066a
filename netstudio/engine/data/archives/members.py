"""What an archive holds, one member after the other, in a form that zip and tar share."""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from netstudio.engine.data.archives.names import decoded_name

SUFFIXES = (
    ".zip",
    ".tar",
    ".tar.gz",
    ".tgz",
    ".tar.bz2",
    ".tbz2",
    ".tbz",
    ".tar.xz",
    ".txz",
)

# Everything that Python's own readers raise on damaged or unusual files.
FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    IndexError,
)

_CHUNK = 2**20
# What tar keeps in memory between two members: long names and the like.
_LARGEST_HEADER = 2**24

_ZIP_ENCRYPTED = 0x1
_ZIP_NAME_IS_UTF8 = 0x800
_OPENERS: dict[bytes, Callable[[BinaryIO], object]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}


class Encrypted(Exception):
    """A member cannot be read without a password."""


@dataclass(frozen=True)
class Member:
    """One thing in an archive.

    Attributes:
        name: Its path in the archive.
        is_file: Whether it is a plain file; its chunks must be read before the next member.
        is_folder: Whether it is a folder; what is neither is a link, a pipe or a device.
        chunks: Its content.
    """

    name: str
    is_file: bool
    is_folder: bool
    chunks: Callable[[], Iterator[bytes]]


def is_archive(path: Path) -> bool:
    """Whether a file is an archive by its name; tables and arrays that are zip files are none."""
    return path.name.lower().endswith(SUFFIXES)


def declared_size(file: BinaryIO) -> int | None:
    """How many bytes all members have together, where the archive says so."""
    if not _is_zip(file):
        return None
    with zipfile.ZipFile(file) as archive:
        return sum(member.file_size for member in archive.infolist())


def members(file: BinaryIO) -> Iterator[Member]:
    """All members in order.

    Raises:
        Encrypted: One needs a password.
        FAULTS: The file is damaged, or no archive.
    """
    if _is_zip(file):
        yield from _zip_members(file)
    else:
        yield from _tar_members(file)


def _is_zip(file: BinaryIO) -> bool:
    # zipfile's own test also takes a tar for one whose last member is a zip file.
    return _start(file).startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    start = file.read(6)
    file.seek(0)
    return start


def _zip_members(file: BinaryIO) -> Iterator[Member]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if info.flag_bits & _ZIP_ENCRYPTED:
                raise Encrypted(info.filename)
            # The upper half holds what Unix knows of the file; other systems leave it empty.
            kind = stat.S_IFMT(info.external_attr >> 16)
            is_folder = info.is_dir()
            yield Member(
                _zip_name(info),
                is_file=not is_folder and kind in (0, stat.S_IFREG),
                is_folder=is_folder,
                chunks=lambda info=info: _zip_chunks(archive, info),  # type: ignore[misc]
            )


def _zip_name(info: zipfile.ZipInfo) -> str:
    # zipfile cuts a name at a NUL and takes what is not marked as UTF-8 for cp437.
    if info.flag_bits & _ZIP_NAME_IS_UTF8:
        return info.orig_filename
    try:
        return decoded_name(info.orig_filename.encode("cp437"), info.orig_filename)
    except UnicodeEncodeError:
        return info.orig_filename


def _zip_chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as content:
        while chunk := content.read(_CHUNK):
            yield chunk


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class _Guarded:
    """A tar file's bytes, of which only so many may pass before the next member."""

    def __init__(self, source: _Readable) -> None:
        self._source = source
        self.allowed = _LARGEST_HEADER

    def read(self, size: int) -> bytes:
        self.allowed -= size
        if self.allowed < 0:
            raise tarfile.ReadError("a header without an end")
        return self._source.read(size)


def _tar_members(file: BinaryIO) -> Iterator[Member]:
    start = _start(file)
    opener = next((each for magic, each in _OPENERS.items() if start.startswith(magic)), None)
    source = _Guarded(cast("_Readable", opener(file) if opener else file))
    with tarfile.open(fileobj=cast("BinaryIO", source), mode="r|") as archive:
        while True:
            source.allowed = _LARGEST_HEADER
            if (info := archive.next()) is None:
                break
            yield Member(
                _tar_name(info),
                is_file=info.isreg(),
                is_folder=info.isdir(),
                chunks=lambda info=info: _tar_chunks(archive, source, info),  # type: ignore[misc]
            )
            # Otherwise it would keep a record of every member.
            archive.members = []  # type: ignore[attr-defined]
        # The checksum of what is compressed stands at its end.
        source.allowed = _LARGEST_HEADER
        while source.read(tarfile.BLOCKSIZE):
            pass


def _tar_name(info: tarfile.TarInfo) -> str:
    return decoded_name(info.name.encode("utf-8", "surrogateescape"), info.name)


def _tar_chunks(
    archive: tarfile.TarFile, source: _Guarded, info: tarfile.TarInfo
) -> Iterator[bytes]:
    content = archive.extractfile(info)
    assert content is not None, "only files have chunks"
    left = info.size
    while left:
        source.allowed = _LARGEST_HEADER
        chunk = content.read(min(_CHUNK, left))
        if not chunk:
            raise EOFError(info.name)
        left -= len(chunk)
        yield chunk
