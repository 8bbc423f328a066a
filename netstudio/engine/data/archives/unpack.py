"""Unpacking an archive into the user's data folder, where nothing half-unpacked ever stays."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, TypeVar

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.archives.budget import Budget
from netstudio.engine.data.archives.members import (
    FAULTS,
    SUFFIXES,
    Encrypted,
    Member,
    declared_size,
    members,
)
from netstudio.engine.data.archives.names import UnsafeName, place_of
from netstudio.engine.data.job import Job
from netstudio.engine.events import Preparing

T = TypeVar("T")

_CHUNK = 2**20
# How long, in seconds, a wish to stop may wait.
_PULSE = 0.1
# An unfinished folder that is older, in seconds, was left by a program that was killed.
_ABANDONED = 24 * 3600
_PARTIAL = ".partial-"


def unpack(archive: Path, data_root: Path | None = None) -> Job[Path]:
    """Unpack an archive once, into the folder ``unpacked`` of the data folder.

    Args:
        archive: A zip or tar file.
        data_root: The data folder; the user's own when left out.

    Returns:
        The folder with its content, or the only file in it. Equal content is found again instead
        of being unpacked again.

    Raises:
        UserError: It is damaged, encrypted or too large, or would write outside its folder.
    """
    key = yield from _content_key(archive)
    home = (paths.user_data() if data_root is None else data_root) / "unpacked"
    folder = home / f"{_readable_name(archive)}-{key}"
    if not folder.is_dir():
        partial = home / f"{_PARTIAL}{secrets.token_hex(8)}"
        _remove_abandoned(home)
        try:
            yield from extract(archive, partial)
            with _writing(archive), suppress(FileExistsError):  # another program was faster
                partial.rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return _innermost(folder)


def extract(archive: Path, folder: Path) -> Job[None]:
    """Write all files of an archive below ``folder``; the caller removes it where this fails.

    Raises:
        UserError: As ``unpack``.
    """
    with _opened(archive) as file:
        packed = os.fstat(file.fileno()).st_size
        with _writing(archive):
            folder.mkdir(parents=True, exist_ok=True)
            budget = Budget(archive, packed, shutil.disk_usage(folder).free)
        with _reading(archive):
            budget.require(declared_size(file) or 0)
        told = -_PULSE
        for member in _sound(archive, members(file)):
            budget.count()
            place = _place(archive, member)
            if place is None:
                continue
            for size in _write(archive, member, folder / place):
                budget.take(size)
                if time.monotonic() - told > _PULSE:
                    told = time.monotonic()
                    yield Preparing("unpack", min(file.tell(), packed), packed)
        yield Preparing("unpack", packed, packed)


def _place(archive: Path, member: Member) -> Path | None:
    """Where a member belongs in the folder; None for what nobody needs.

    Raises:
        UserError: It would write, or point, somewhere else.
    """
    try:
        place = place_of(member.name)
    except UnsafeName:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{archive} would write outside its folder ({name}) and was not unpacked. Do not "
                "use it, or ask where it comes from.",
            ),
            archive=archive,
            name=shorten(member.name),
        ) from None
    if not member.is_file and not member.is_folder:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{archive} holds a link or a device ({name}) and was not unpacked. Pack it again "
                "with nothing but files and folders.",
            ),
            archive=archive,
            name=shorten(member.name),
        )
    return place


def _write(archive: Path, member: Member, target: Path) -> Iterator[int]:
    """Write a member, giving the size of every piece just before it is written."""
    with _writing(archive):
        if member.is_folder:
            target.mkdir(parents=True, exist_ok=True)
            yield 0
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as written:
            for chunk in _sound(archive, member.chunks()):
                yield len(chunk)
                written.write(chunk)
        yield 0


@contextmanager
def _opened(archive: Path) -> Iterator[BinaryIO]:
    try:
        # A pipe would be waited for.
        if not archive.is_file():
            raise OSError(None, "it is not a file" if archive.exists() else "there is no such file")
        file = archive.open("rb")
    except (OSError, ValueError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{archive} could not be read ({reason}). Choose another file."
            ),
            archive=archive,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    with file:
        yield file


def _sound(archive: Path, items: Iterator[T]) -> Iterator[T]:
    """``items``, where a damaged archive is said to be one."""
    while True:
        with _reading(archive):
            try:
                item = next(items)
            except StopIteration:
                return
        yield item


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    try:
        yield
    except Encrypted:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{archive} is locked with a password. Unpack it yourself and choose the folder.",
            ),
            archive=archive,
        ) from None
    except FAULTS as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{archive} cannot be unpacked, because it is damaged or packed in an unusual way. "
                "Get a fresh copy, or unpack it yourself and choose the folder.",
            ),
            archive=archive,
        ) from error


@contextmanager
def _writing(archive: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{archive} could not be unpacked to {file} ({reason}). Free some space, or unpack "
                "it yourself and choose the folder.",
            ),
            archive=archive,
            file=shorten(str(error.filename or "")),
            reason=error.strerror or error,
        ) from error


def _content_key(archive: Path) -> Job[str]:
    digest = blake2b(digest_size=8)
    with _opened(archive) as file:
        size = os.fstat(file.fileno()).st_size
        told = -_PULSE
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            if time.monotonic() - told > _PULSE:
                told = time.monotonic()
                yield Preparing("check", min(file.tell(), size), size)
    return digest.hexdigest()


def _readable_name(archive: Path) -> str:
    """The archive's name without its suffix, short enough for every disk."""
    name = archive.name
    suffix = max((one for one in SUFFIXES if name.lower().endswith(one)), key=len, default="")
    stem = name[: len(name) - len(suffix)]
    # Long names in Chinese take three bytes for each character.
    return re.sub(r"[^\w-]+", "-", stem).strip("-")[:40] or "archive"


def _innermost(folder: Path) -> Path:
    """Down through folders that hold one folder, or one file, and nothing else."""
    inside = folder
    while inside.is_dir():
        entries = list(inside.iterdir())
        if len(entries) != 1:
            break
        inside = entries[0]
    return inside


def _remove_abandoned(home: Path) -> None:
    with suppress(OSError):
        for entry in home.iterdir():
            is_old = time.time() - entry.stat().st_mtime > _ABANDONED
            if entry.name.startswith(_PARTIAL) and is_old:
                shutil.rmtree(entry, ignore_errors=True)
