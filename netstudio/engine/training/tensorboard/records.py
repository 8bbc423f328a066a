"""A file of records, each with its length and checksums, as TensorBoard reads them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_LENGTH, _CHECKSUM = struct.Struct("<Q"), struct.Struct("<I")
# The polynomial of CRC-32C, its bits in reverse.
_POLYNOMIAL = 0x82F63B78
_AROUND = _LENGTH.size + 2 * _CHECKSUM.size


def framed(content: bytes) -> bytes:
    """A record as it lies in the file."""
    length = _LENGTH.pack(len(content))
    return length + _checksum(length) + content + _checksum(content)


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


def _masked(checksum: int) -> int:
    rotated = (checksum >> 15 | checksum << 17) & 0xFFFFFFFF
    return rotated + 0xA282EAD8 & 0xFFFFFFFF


def _checksum(content: bytes) -> bytes:
    found = 0xFFFFFFFF
    for byte in content:
        found = _TABLE[(found ^ byte) & 0xFF] ^ found >> 8
    return _CHECKSUM.pack(_masked(found ^ 0xFFFFFFFF))


def _shifted(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)
    return value


_TABLE = tuple(_shifted(byte) for byte in range(256))
