"""The few kinds of fields of protocol buffers that TensorBoard's messages are made of."""

from __future__ import annotations

import struct

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


def integer(number: int, value: int) -> bytes:
    """A whole number from 0 on."""
    return _key(number, _VARINT) + _varint(value)


def double(number: int, value: float) -> bytes:
    """A number in 64 bits."""
    return _key(number, _FIXED64) + struct.pack("<d", value)


def single(number: int, value: float) -> bytes:
    """A number in 32 bits; what is too large for them is infinite."""
    try:
        packed = struct.pack("<f", value)
    except OverflowError:
        packed = struct.pack("<f", float("inf") if value > 0 else float("-inf"))
    return _key(number, _FIXED32) + packed


def nested(number: int, *content: bytes) -> bytes:
    """A message within a message, or bytes."""
    joined = b"".join(content)
    return _key(number, _BYTES) + _varint(len(joined)) + joined


def text(number: int, value: str) -> bytes:
    """A text."""
    return nested(number, value.encode(errors="backslashreplace"))


def _key(number: int, wire: int) -> bytes:
    return _varint(number << 3 | wire)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
