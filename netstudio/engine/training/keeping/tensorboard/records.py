"""Where the records in a file of TensorBoard's end."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_LENGTH = struct.Struct("<Q")
# Beside its content, a record has its length, and a checksum of four bytes of either.
_AROUND = _LENGTH.size + 8


def ends_of_records(path: Path) -> Iterator[int]:
    """After how many bytes each whole record of a file ends.

    Raises:
        OSError: The file cannot be read.
    """
    size = path.stat().st_size
    place = 0
    with path.open("rb") as file:
        while len(head := file.read(_LENGTH.size)) == _LENGTH.size:
            place += _LENGTH.unpack(head)[0] + _AROUND
            if place > size:
                return
            yield place
            file.seek(place)
