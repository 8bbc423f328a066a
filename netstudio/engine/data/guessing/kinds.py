"""What files are by their names."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from netstudio.engine.data.images.pictures import PICTURE_SUFFIXES
from netstudio.engine.data.sounds.files import SOUND_SUFFIXES
from netstudio.engine.data.tables.sheet import TABLE_SUFFIXES

_TEXT_SUFFIXES = frozenset((".txt", ".md"))
_ARRAY_SUFFIXES = frozenset((".npz", ".npy"))


class Kind(Enum):
    """What a file is by its name."""

    PICTURE = auto()
    SOUND = auto()
    TEXT = auto()
    TABLE = auto()
    ARRAY = auto()


def kind_of(path: Path) -> Kind | None:
    """What a file is by its name; None for anything else."""
    suffix = path.suffix.lower()
    if suffix in PICTURE_SUFFIXES:
        return Kind.PICTURE
    if suffix in SOUND_SUFFIXES:
        return Kind.SOUND
    if suffix in _ARRAY_SUFFIXES:
        return Kind.ARRAY
    if suffix in _TEXT_SUFFIXES:
        return Kind.TEXT
    return Kind.TABLE if suffix in TABLE_SUFFIXES else None
