"""A table as it is in its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding
from netstudio.engine.events import Preparing

# Of more names or rows than these, only the first are told.
_MOST_NAMED = 8

TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".txt", ".data", ".parquet", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True)
class Sheet:
    """A table as it is in its file, and what is odd about it.

    Attributes:
        frame: Its columns, with names that differ; of text files and spreadsheets all cells may
            still be text.
        numbers: The number that each row has in the file, as a spreadsheet counts.
        findings: What was found while reading.
        comma_is_decimal: Whether "1,234" rather means a bit more than one than over a thousand.
        test: Which rows come from a table of official tests, bool (N,); None where there is none.
    """

    frame: pl.DataFrame
    numbers: NDArray[np.int64]
    findings: tuple[Finding, ...] = ()
    comma_is_decimal: bool = False
    test: NDArray[np.bool_] | None = None

    def rows(self, index: NDArray[np.int64]) -> Sheet:
        """The rows with these indices, in this order."""
        return replace(
            self,
            frame=self.frame[index],
            numbers=self.numbers[index],
            test=None if self.test is None else self.test[index],
        )


def read_sheet(path: Path, header: str = "auto", sheet: str = "") -> Job[Sheet]:
    """Read a CSV, TSV, Parquet or Excel file.

    Args:
        path: The file; its suffix says what it is, and any other suffix stands for text.
        header: Whether the first row of a text file holds the columns' names: "yes", "no" or
            "auto".
        sheet: The name of a spreadsheet's sheet; its first one when empty.

    Raises:
        UserError: It cannot be read, or holds no rows.
    """
    from netstudio.engine.data.tables.csv_files import read_csv

    yield Preparing("read", 0, 1)
    suffix = path.suffix.lower()
    if suffix in (".parquet", ".pq"):
        found = from_frame(_opened(path, pl.read_parquet), first_row=1)
    elif suffix in (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"):
        found = from_frame(_opened(path, lambda file: _spreadsheet(file, sheet)), first_row=2)
    else:
        found = yield from read_csv(path, header)
    if not len(found.frame) or not found.frame.width:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} holds no rows of data. Choose a table with a row for each sample.",
            ),
            file=shorten(str(path)),
        )
    yield Preparing("read", 1, 1)
    return found


def from_frame(frame: pl.DataFrame, first_row: int = 1) -> Sheet:
    """A sheet of a table that is there already.

    Args:
        frame: The table.
        first_row: The number of its first row.
    """
    return Sheet(frame, np.arange(first_row, first_row + len(frame), dtype=np.int64))


def distinct_names(names: Sequence[str]) -> tuple[list[str], tuple[Finding, ...]]:
    """Names for all columns: nameless ones, and of equal ones the later, are numbered."""
    taken: Counter[str] = Counter()
    wanted = [" ".join(name.split()) or f"column {at}" for at, name in enumerate(names, 1)]
    found: list[str] = []
    for name in wanted:
        taken[name] += 1
        found.append(name if taken[name] == 1 else _free(name, taken[name], wanted))
    repeated = [name for name, count in taken.items() if count > 1]
    if not repeated:
        return found, ()
    finding = Finding(
        "equal-names",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Several columns have the same name ({names}); a number was added to the later "
                "ones.",
            ),
            names=some(repeated),
        ),
        is_harmless=True,
    )
    return found, (finding,)


def some(items: Sequence[str]) -> str:
    """The first few of some names, for a sentence."""
    named = [shorten(item, 40) for item in items[:_MOST_NAMED]]
    return ", ".join([*named, *(["…"] if len(items) > _MOST_NAMED else [])])


def _free(name: str, number: int, taken: Sequence[str]) -> str:
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"


def _opened(path: Path, read: Callable[[Path], pl.DataFrame]) -> pl.DataFrame:
    try:
        frame = read(path)
    except UserError:
        raise
    # Readers of foreign formats raise whatever comes to their mind, Rust panics among it.
    except (Exception, pl.exceptions.PanicException) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} could not be read as a table ({reason}). Choose another file, or save it "
                "as CSV.",
            ),
            file=shorten(str(path)),
            reason=shorten(getattr(error, "strerror", None) or str(error).split("\n")[0], 120),
        ) from error
    return frame


def _spreadsheet(path: Path, sheet: str) -> pl.DataFrame:
    # Opened here: the reader's own complaint names neither reason nor remedy.
    path.open("rb").close()
    return pl.read_excel(
        path,
        sheet_name=sheet or None,
        # Guessed types would turn odd cells into missing ones without a word.
        infer_schema_length=0,
        raise_if_empty=False,
        drop_empty_rows=False,
    )
