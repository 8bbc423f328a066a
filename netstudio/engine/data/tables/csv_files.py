"""Tables in text files: which delimiter, which header, which rows are torn."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding
from netstudio.engine.data.tables.sheet import Sheet, distinct_names, some
from netstudio.engine.data.text_files import read_text_file
from netstudio.engine.events import Preparing

_DELIMITERS = (",", ";", "\t", "|")
# How many rows are looked at to guess delimiter and header.
_LOOKED_AT = 100
_HEAD = 200_000
# About so many cells are turned into columns at a time.
_CELLS_AT_ONCE = 200_000
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")

Cells = list[str]


def read_csv(path: Path, header: str = "auto") -> Job[Sheet]:
    """Read a table from a text file; every cell stays text.

    Args:
        path: The file.
        header: Whether its first row holds the columns' names: "yes", "no" or "auto".

    Raises:
        UserError: It cannot be read, or no row is whole.
    """
    text, encoding = read_text_file(path)
    text = text.removeprefix("\ufeff")
    delimiter = guess_delimiter(text, path.suffix.lower())
    head = list(islice((row for row in split_rows(text, delimiter) if row), _LOOKED_AT))
    is_named = bool(head) and (header == "yes" or (header == "auto" and has_header(head)))
    body = head[1:] if is_named else head
    names = _names(head[0], body) if is_named else [""] * _usual_width(body)
    unique, findings = distinct_names(names)
    frame, numbers, torn = yield from _columns(text, delimiter, unique, is_named)
    if torn and not len(frame):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No row of {file} has {width} cells like its header. Choose a table in which all "
                "rows have the same number of cells.",
            ),
            file=shorten(str(path)),
            width=len(unique),
        )
    if not is_named and head:
        findings += (_NAMELESS,)
    if text.count('"') % 2:
        findings += (_UNCLOSED,)
    findings += (*_torn(torn, len(unique)), *_foreign(encoding), *_line_ends(text))
    return Sheet(frame, numbers, findings, comma_is_decimal=delimiter != ",")


def guess_delimiter(text: str, suffix: str = "") -> str:
    """The delimiter that cuts the first rows into the most alike pieces."""
    if suffix in (".tsv", ".tab") and "\t" in text[:_HEAD]:
        return "\t"
    head = "\n".join(text[:_HEAD].splitlines()[:_LOOKED_AT])

    def fit(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in split_rows(head, delimiter) if row)
        if not widths:
            return 0.0, 0
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        return (count / widths.total(), width) if width > 1 else (0.0, 0)

    # Of equally good ones the first: commas are the commonest.
    return max(_DELIMITERS, key=fit)


def split_rows(text: str, delimiter: str) -> Iterator[Cells]:
    """The rows of a text, each with its cells; an empty line is a row without cells."""
    # One cell may hold a whole book.
    csv.field_size_limit(2**31 - 1)
    # A quote counts only at a cell's very beginning.
    skips = f'{delimiter} "' in text[:_HEAD]
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=skips)


def has_header(head: Sequence[Cells]) -> bool:
    """Whether the first row names the columns: no number stands in it above numbers."""
    first, rest = head[0], head[1:]
    if not rest or first == [str(at) for at in range(int(first[0] == "1"), len(first))]:
        return True

    def is_above_numbers(at: int) -> bool:
        below = [row[at] for row in rest if at < len(row) and row[at].strip()]
        return bool(below) and all(map(is_number, below))

    return not any(is_number(cell) and is_above_numbers(at) for at, cell in enumerate(first))


def is_number(cell: str) -> bool:
    """Whether a cell reads like a number, with point or comma."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def _usual_width(rows: Sequence[Cells]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0] if rows else 0


def _names(header: Cells, body: Sequence[Cells]) -> list[str]:
    """The columns' names; R leaves out that of the first column, which numbers the rows."""
    lacks_first = _usual_width(body) == len(header) + 1 and bool(header[-1].strip())
    return ["", *header] if lacks_first else header


def _columns(
    text: str, delimiter: str, names: list[str], is_named: bool
) -> Job[tuple[pl.DataFrame, NDArray[np.int64], list[int]]]:
    """The whole rows as columns of text, their numbers, and the numbers of the torn rows."""
    width = len(names)
    parts: list[pl.DataFrame] = []
    numbers: list[int] = []
    torn: list[int] = []
    block: list[Cells] = []
    rows = (row for row in split_rows(text, delimiter) if row)
    done = 0
    for number, row in enumerate(rows, 1):
        if is_named and number == 1:
            continue
        if len(row) == width:
            block.append(row)
        elif len(row) > width and not any(cell.strip() for cell in row[width:]):
            block.append(row[:width])  # delimiters at the end of the line
        else:
            torn.append(number)
            continue
        numbers.append(number)
        if len(block) * width >= _CELLS_AT_ONCE:
            done += sum(map(len, chain.from_iterable(block)))
            parts.append(_frame(block, names))
            block.clear()
            yield Preparing("read", done, len(text))
    parts.append(_frame(block, names))
    return pl.concat(parts), np.array(numbers, np.int64), torn


def _frame(block: Sequence[Cells], names: Sequence[str]) -> pl.DataFrame:
    columns: Iterable[Sequence[str]] = zip(*block, strict=True) if block else [()] * len(names)
    series = [
        pl.Series(name, cells, dtype=pl.String) for name, cells in zip(names, columns, strict=True)
    ]
    return pl.DataFrame(series)


_NAMELESS = Finding(
    "no-header",
    message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The first row of the file holds numbers, so it is read as data; the columns are "
            "numbered.",
        )
    ),
    setting="source.header",
    is_harmless=True,
)

_UNCLOSED = Finding(
    "quotes",
    message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The number of quotation marks in the file is odd: where one is not closed, a cell "
            "swallows the rows behind it.",
        )
    ),
)


def _torn(numbers: list[int], width: int) -> tuple[Finding, ...]:
    if not numbers:
        return ()
    return (
        Finding(
            "torn-rows",
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "Rows that do not have {width} cells like the header are left out ({count}): "
                    "{rows}.",
                ),
                width=width,
                count=len(numbers),
                rows=some([str(number) for number in numbers]),
            ),
        ),
    )


def _foreign(encoding: str) -> tuple[Finding, ...]:
    if encoding == "utf-8":
        return ()
    if encoding == "utf-8-sig":
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The file begins with a byte-order mark (U+FEFF), which is taken away.",
            )
        )
        return (Finding("byte-order-mark", text, is_harmless=True),)
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The file is not written in UTF-8; it is read as {encoding}. If characters look "
            "wrong, save it as UTF-8.",
        ),
        encoding=encoding.upper(),
    )
    return (Finding("encoding", text, is_harmless=True),)


def _line_ends(text: str) -> tuple[Finding, ...]:
    if "\r\n" not in text[:_HEAD]:
        return ()
    text_of_it = message(
        QT_TRANSLATE_NOOP("netstudio", "Lines end as on Windows (CRLF), which does no harm.")
    )
    return (Finding("line-ends", text_of_it, is_harmless=True),)
