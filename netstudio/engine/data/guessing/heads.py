"""Some rows of a table, without reading the rest of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import polars as pl

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.job import finish
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.csv_files import (
    Cells,
    guess_delimiter,
    has_header,
    split_rows,
)
from netstudio.engine.data.tables.sheet import Sheet, distinct_names, from_frame, read_sheet
from netstudio.engine.data.text_files import decode_text

# How much of a large file is read: at its beginning, and in its middle and at its end.
_HEAD_BYTES = 2**20
_MORE_BYTES = 2**18
_MOST_ROWS = 100_000
_PARQUET = (".parquet", ".pq")
_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")


def read_head(path: Path) -> pl.DataFrame:
    """Some rows from all over a table, with every column as numbers, dates or text.

    Raises:
        UserError: It cannot be read as one.
    """
    suffix = path.suffix.lower()
    if suffix in _SPREADSHEETS:
        sheet = finish(read_sheet(path))
    elif suffix in _PARQUET:
        sheet = _parquet(path)
    else:
        sheet = _text(path, suffix)
    if not len(sheet.frame):
        raise _no_table(path)
    return finish(typed(sheet)).frame.head(_MOST_ROWS)


def _parquet(path: Path) -> Sheet:
    try:
        return from_frame(pl.scan_parquet(path).head(_MOST_ROWS).collect())
    # Readers of foreign formats raise whatever comes to their mind, Rust panics among it.
    except (Exception, pl.exceptions.PanicException) as error:
        raise _no_table(path) from error


def _text(path: Path, suffix: str) -> Sheet:
    text = _some_lines(path)
    delimiter = guess_delimiter(text, suffix)
    rows = list(islice((row for row in split_rows(text, delimiter) if row), _MOST_ROWS))
    if not rows:
        raise _no_table(path)
    is_named = has_header(rows)
    width = len(rows[0])
    names, _ = distinct_names(rows[0] if is_named else [""] * width)
    body = [row for row in rows[is_named:] if len(row) == width]
    comma_is_decimal = delimiter != ","
    return replace(from_frame(_frame(names, body)), comma_is_decimal=comma_is_decimal)


def _frame(names: list[str], rows: list[Cells]) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pl.DataFrame(
        [
            pl.Series(name, cells, dtype=pl.String)
            for name, cells in zip(names, columns, strict=True)
        ]
    )


def _some_lines(path: Path) -> str:
    """Whole lines from the beginning of a file, and of a large one from its middle and end."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            pieces = []
            if size > _HEAD_BYTES + 2 * _MORE_BYTES:
                for place in (size // 2, size - _MORE_BYTES):
                    file.seek(place - place % 4)  # the characters of UTF-16 and UTF-32 stay whole
                    pieces.append(file.read(_MORE_BYTES))
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{file} could not be read ({reason}). Choose a file that can be read."
            ),
            file=shorten(str(path)),
            reason=error.strerror or error,
        ) from error
    text, encoding = _decoded(path, head, is_whole=size <= _HEAD_BYTES)
    for piece in pieces:
        lines = piece.decode(encoding.removesuffix("-sig"), "ignore")
        # The first line and the last one are torn.
        text += lines.partition("\n")[2].rpartition("\n")[0] + "\n"
    return text.removeprefix("\ufeff")


def _decoded(path: Path, head: bytes, is_whole: bool) -> tuple[str, str]:
    ends = [len(head)]
    if not is_whole:
        end = head.rfind(b"\n") + 1 or len(head)
        ends = [end, end + 1]  # in UTF-16 a line feed has two bytes
    for end in ends:
        if (decoded := decode_text(head[:end])) is not None:
            return decoded
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{file} is not a text file. Save it as text in the encoding UTF-8, or choose another "
            "file.",
        ),
        file=shorten(str(path)),
    )


def _no_table(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{file} could not be read as a table. Choose another file, or save it as CSV.",
        ),
        file=shorten(str(path)),
    )
