"""Results to standard output, everything else to standard error."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence


def print_json(value: object) -> None:
    """One JSON value on one line, with escapes for what the stream cannot write."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, allow_nan=False)
    print(text, flush=True)


def never_fail_to_print() -> None:
    """Escape what a stream cannot write, such as file names that are no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """A message for the person at the terminal."""
    print(text, file=sys.stderr, flush=True)


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], right: str = "") -> None:
    """Columns that line up.

    Args:
        header: A title for each column.
        rows: The cells.
        right: One character for each column, ``r`` to align it to the right.
    """
    alignments = right.ljust(len(header))
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]
    for row in (header, *rows):
        cells = (
            cell.rjust(width) if side == "r" else cell.ljust(width)
            for cell, width, side in zip(row, widths, alignments, strict=True)
        )
        print("  ".join(cells).rstrip())


def byte_count(count: int) -> str:
    """A number of bytes in three digits: 320 B, 18.5 kB, 14.7 MB."""
    if count < 1_000:
        return f"{count} B"
    for unit, size in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)):
        if count < 999.5 * size:
            return f"{count / size:.3g} {unit}"
    return f"{count / 1e12:.3g} TB"
