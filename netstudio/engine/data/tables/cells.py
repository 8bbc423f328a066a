"""From cells as people write them to values: missing ones, numbers, dates, words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import polars as pl

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding
from netstudio.engine.data.tables.sheet import Sheet, some
from netstudio.engine.events import Preparing

# What people write where they have no value, in lower case and without blanks around.
MISSING = ("", "?", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "nat", "-", "--")
# Blanks of all kinds, and the byte-order mark, which joined files carry inside.
_BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\ufeff"

_DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.fZ",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%m/%d/%Y",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y",
    "%Y年%m月%d日",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
)
# A column of numbers may hold this share of cells that are none, such as "unknown".
_ODD_CELLS = 0.05
_TEXTS = pl.col(pl.String)
_CELLS_AT_ONCE = 1_000_000
# How many cells are looked at before a whole column is tried.
_LOOKED_AT = 200

_THOUSANDS = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"
_DECIMAL_COMMA = r"^[+-]?(\d{1,3}(\.\d{3})+|\d*),\d+([eE][+-]?\d+)?$"
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"


@dataclass
class _Oddities:
    """What is odd about cells, by the names of their columns."""

    blanks: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    no_numbers: list[Finding] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def findings(self) -> tuple[Finding, ...]:
        return (
            *_blanks(self.blanks),
            *_marks(self.marks),
            *self.no_numbers,
            *_foreign(self.foreign),
        )


def typed(sheet: Sheet) -> Job[Sheet]:
    """The sheet with missing cells as null and each column as numbers, dates, or text.

    Column types afterwards: Int64, Float64, Datetime and String; truth values become the words
    "true" and "false", and what is none of these (lists, bytes) is left out.
    """
    columns: list[pl.Series] = []
    odd = _Oddities()
    width, at_once = sheet.frame.width, max(1, _CELLS_AT_ONCE // len(sheet.frame))
    for start in range(0, width, at_once):
        yield Preparing("inspect columns", start, width)
        block = _without_blanks(sheet.frame[:, start : start + at_once], odd)
        for column in block:
            if column.dtype == pl.String:
                columns.append(_values(column, sheet.comma_is_decimal, odd))
            elif (plain := _plain(column)) is not None:
                columns.append(plain)
            else:
                odd.foreign.append(column.name)
    findings = (*sheet.findings, *odd.findings())
    return replace(sheet, frame=pl.DataFrame(columns), findings=findings)


def _without_blanks(block: pl.DataFrame, odd: _Oddities) -> pl.DataFrame:
    """Texts stripped, and null where they only say that there is no value."""
    # Many columns in one operation: operations cost more than short columns do.
    bare = block.with_columns(_TEXTS.str.strip_chars(_BLANKS))
    touched = block.select((_TEXTS.str.strip_chars(_BLANKS) != _TEXTS).any())
    odd.blanks.extend(name for name in touched.columns if touched[name][0])
    low = bare.select(_TEXTS.str.to_lowercase().is_in(MISSING))
    marked = [name for name, count in low.sum().to_dicts()[0].items() if count] if low.width else []
    for name in marked:
        odd.marks.update(bare[name].filter(low[name] & (bare[name] != "")))
    return bare.with_columns(bare[name].set(low[name], None) for name in marked)


def _values(cells: pl.Series, comma_is_decimal: bool, odd: _Oddities) -> pl.Series:
    values = as_values(cells, comma_is_decimal)
    lost = cells.filter(values.is_null() & cells.is_not_null())
    if len(lost):
        odd.no_numbers.append(_odd(cells.name, lost))
    return values


def stripped(cells: pl.Series) -> pl.Series:
    """Cells of text without blanks around."""
    return cells.str.strip_chars(_BLANKS)


def without_missing(cells: pl.Series) -> pl.Series:
    """Stripped cells of text, null where they only say that there is no value."""
    return cells.set(cells.str.to_lowercase().is_in(MISSING), None)


def as_values(cells: pl.Series, comma_is_decimal: bool = False) -> pl.Series:
    """Cells of text as what they are: numbers, dates, or still text.

    Args:
        cells: Stripped text, null where a value is missing.
        comma_is_decimal: Whether "1,234" rather means a bit more than one than over a thousand.
    """
    for dtype in (pl.Int64, pl.Float64):
        # What nearly all columns are comes first: a cast is fast.
        plain = cells.cast(dtype, strict=False)
        if plain.null_count() == cells.null_count() < len(cells) and not _overflows(plain):
            return plain
    some_cells = cells.drop_nulls().head(_LOOKED_AT)
    if not len(some_cells):
        return cells
    if _share(as_numbers(some_cells, comma_is_decimal)) >= 1 - 4 * _ODD_CELLS:
        numbers = as_numbers(cells, comma_is_decimal)
        if _share(numbers.filter(cells.is_not_null())) >= 1 - _ODD_CELLS:
            return numbers
    for pattern in _DATE_FORMATS:
        if not as_dates(some_cells, pattern).null_count():
            dates = as_dates(cells, pattern)
            if dates.null_count() == cells.null_count():
                return dates
    return cells


def as_numbers(cells: pl.Series, comma_is_decimal: bool = False) -> pl.Series:
    """Cells of text as Int64 or Float64, null where they are no finite number."""
    commas = cells.filter(cells.str.contains(",", literal=True))
    if len(commas):
        thousands = commas.str.contains(_THOUSANDS)
        if thousands.all() and not comma_is_decimal:
            cells = cells.str.replace_all(",", "", literal=True)
        else:
            shown = pl.col(cells.name)
            point = shown.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
            mended = pl.when(shown.str.contains(_DECIMAL_COMMA)).then(point).otherwise(shown)
            cells = cells.to_frame().select(mended).to_series()
    cells = cells.set(~cells.str.contains(_NUMBER), None)
    numbers = cells.cast(pl.Float64, strict=False)
    whole = cells.cast(pl.Int64, strict=False)
    if whole.null_count() == numbers.null_count():
        return whole
    return _finite(numbers)


def as_dates(cells: pl.Series, pattern: str) -> pl.Series:
    """Cells of text as dates with time, null where they do not follow the pattern."""
    return cells.str.to_datetime(pattern, strict=False, time_unit="us", ambiguous="earliest")


def as_text(values: pl.Series) -> pl.Series:
    """Values as words: whole numbers without a point, whatever type they were read as."""
    if values.dtype.is_float():
        whole = values.cast(pl.Int64, strict=False)
        if (whole.cast(pl.Float64) == values).all():
            values = whole
    if values.dtype == pl.Datetime:
        return values.dt.to_string("%Y-%m-%d %H:%M:%S").str.strip_suffix(" 00:00:00")
    return values.cast(pl.String)


def _plain(column: pl.Series) -> pl.Series | None:
    """A column of a typed file as one of the types used here."""
    dtype = column.dtype
    if dtype == pl.Boolean or dtype in (pl.Categorical, pl.Enum):
        return without_missing(stripped(column.cast(pl.String)))
    if dtype.is_integer():
        return column.cast(pl.Int64, strict=False)
    if dtype.is_numeric():
        return _finite(column.cast(pl.Float64))
    if dtype in (pl.Date, pl.Datetime):
        return column.cast(pl.Datetime("us"), strict=False)
    if dtype == pl.Null:
        return column.cast(pl.String)
    return None


def _finite(numbers: pl.Series) -> pl.Series:
    return numbers.set(~numbers.is_finite(), None)


def _overflows(numbers: pl.Series) -> bool:
    return numbers.dtype.is_float() and not numbers.is_finite().all()


def _share(values: pl.Series) -> float:
    return 1 - values.null_count() / len(values)


def _blanks(names: list[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "Blanks before or after values are taken away (columns: {names})."
        ),
        names=some(names),
    )
    return (Finding("blanks", text, is_harmless=True),)


def _marks(marks: set[str]) -> tuple[Finding, ...]:
    if not marks:
        return ()
    text = message(
        QT_TRANSLATE_NOOP("netstudio", "Cells with one of these marks count as missing: {marks}."),
        marks=some(sorted(marks)),
    )
    return (Finding("missing-marks", text, is_harmless=True),)


def _odd(name: str, cells: pl.Series) -> Finding:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} values of the column {name} are no numbers and count as missing: {cells}.",
        ),
        count=len(cells),
        name=name,
        cells=some(cells.unique(maintain_order=True).to_list()),
    )
    return Finding("no-numbers", text, setting="source.columns")


def _foreign(names: list[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Columns that hold lists or raw bytes are left out: {names}.",
        ),
        names=some(names),
    )
    return (Finding("foreign-columns", text),)
