"""Text files whatever their encoding: people's files come from every program and every country."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How much of a file is looked at to guess its encoding.
_LOOKED_AT = 256 * 1024
# Two-byte characters of GB2312: punctuation in rows A1 to A3, the 3,755 common characters in rows
# B0 to D7, the rare ones behind them.
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_COMMON_PAIR = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
_MOSTLY = 0.7
# At least this share of the upper bytes of a text in UTF-16 are NUL.
_TWO_BYTES = 0.3


def read_text_file(path: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding, without byte-order mark.

    Args:
        path: A file in UTF-8, UTF-16, UTF-32, GB18030 or an older encoding that can be told from
            its bytes.

    Raises:
        UserError: It cannot be read, or holds no text.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # no path holds a NUL
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{file} could not be read ({reason}). Choose a file that can be read."
            ),
            file=shorten(str(path)),
            reason=getattr(error, "strerror", None) or error,
        ) from error
    decoded = decode_text(content)
    if decoded is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} is not a text file. Save it as text in the encoding UTF-8, or choose "
                "another file.",
            ),
            file=shorten(str(path)),
        )
    return decoded


def decode_text(content: bytes) -> tuple[str, str] | None:
    """The text that these bytes are and the name of their encoding; None where they are none."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # No text holds NULs; in files of other kinds they abound.
        return None if "\0" in text else (text, encoding)
    return None


def _candidates(content: bytes) -> Iterator[str]:
    """The encodings to try, the likeliest first."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding
            return
    head = content[:_LOOKED_AT]
    if b"\0" in head:
        yield from _of_two_bytes(head)
        return
    yield "utf-8"
    if _is_chinese(head):
        yield "gb18030"
    yield from _guessed(head)


def _of_two_bytes(head: bytes) -> Iterator[str]:
    """UTF-16 without a mark: in Western text every other byte is NUL, and no others."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) > _TWO_BYTES * len(head) / 2:
        yield "utf-16-le" if odd else "utf-16-be"


def _is_chinese(head: bytes) -> bool:
    """Whether the bytes beyond ASCII are mostly common characters of GB2312."""
    pairs = _PAIR.findall(head)
    common = sum(_COMMON_PAIR.fullmatch(pair) is not None for pair in pairs)
    return common > _MOSTLY * len(pairs) > 0


def _guessed(head: bytes) -> Iterator[str]:
    # Imported here, because hardly any file needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    if best is not None:
        yield best.encoding
    yield "cp1252"
