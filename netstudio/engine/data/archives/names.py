"""The names inside an archive: what they say, and where they may lead."""

from __future__ import annotations

import os
import re
from pathlib import Path

# What systems leave beside the user's files.
_LITTER = frozenset(("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"))
_DRIVE = re.compile(r"[A-Za-z]:")
_SEPARATORS = re.compile(r"[/\\]+")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')


class UnsafeName(Exception):
    """A name that leads out of the folder that is unpacked into."""


def decoded_name(raw: bytes, otherwise: str) -> str:
    """A name of which the archive does not say how it is encoded.

    Programs on Chinese systems write GBK where the formats know no encoding. Bytes are taken for
    it where they decode, mostly to characters of everyday use: Western names in their old
    encodings do not.

    Args:
        raw: The name as it stands in the archive.
        otherwise: What it is called where it is neither UTF-8 nor Chinese.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    try:
        chinese = raw.decode("gb18030")
    except UnicodeDecodeError:
        return otherwise
    special = [character for character in chinese if not character.isascii()]
    common = sum(_is_everyday(character) for character in special)
    return chinese if 2 * common >= len(special) else otherwise


def _is_everyday(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def place_of(name: str) -> Path | None:
    """Where a member belongs, relative to the folder; None for what nobody needs.

    Raises:
        UnsafeName: It would lead elsewhere.
    """
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or "\0" in name:
        raise UnsafeName(name)
    parts = [part for part in _SEPARATORS.split(name) if part not in ("", ".")]
    if ".." in parts:
        raise UnsafeName(name)
    if not parts or _LITTER.intersection(parts):
        return None
    if os.name == "nt":
        parts = [_NOT_ON_WINDOWS.sub("_", part).rstrip(". ") or "_" for part in parts]
    return Path(*parts)
