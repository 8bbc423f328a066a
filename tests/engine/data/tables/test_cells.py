"""Cells as people write them."""

from __future__ import annotations

from datetime import datetime

import polars as pl
import pytest

from netstudio.engine.data.job import finish
from netstudio.engine.data.tables.cells import as_text, typed
from netstudio.engine.data.tables.sheet import Sheet, from_frame


def read(cells: list[str | None]) -> tuple[list[object], Sheet]:
    sheet = finish(typed(from_frame(pl.DataFrame({"x": pl.Series(cells, dtype=pl.String)}))))
    return sheet.frame["x"].to_list(), sheet


@pytest.mark.parametrize(
    "mark", ["", " ", "NA", "n/a", "?", " ? ", "NaN", "NULL", "None", "\ufeff"]
)
def test_cells_that_say_there_is_no_value_are_missing(mark: str) -> None:
    assert read(["1", mark, "3"])[0] == [1, None, 3]


def test_marks_of_missing_values_are_named_as_they_are_written() -> None:
    (finding,) = (one for one in read(["a", "?", "NA", ""])[1].findings)
    assert finding.code == "missing-marks"
    assert str(finding.text) == "Cells with one of these marks count as missing: ?, NA."


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1", "-2", "+3"], [1, -2, 3]),
        (["1", "2.5", "-.5", "1e3"], [1.0, 2.5, -0.5, 1000.0]),
        (["1,5", "2,25"], [1.5, 2.25]),
        (["1,234", "5,678,901"], [1234, 5678901]),
        (["1,234.5", "2,000.25"], [1234.5, 2000.25]),
        (["1", "inf", "word"], ["1", "inf", "word"]),
        (["TRUE", "false"], ["TRUE", "false"]),
        (["007", "012"], [7, 12]),
    ],
)
def test_numbers_are_read_with_point_or_comma(cells: list[str | None], values: object) -> None:
    assert read(cells)[0] == values


def test_a_few_words_among_numbers_are_missing_and_named() -> None:
    values, sheet = read([*map(str, range(99)), "unknown"])
    assert values == [*range(99), None]
    (finding,) = sheet.findings
    assert finding.code == "no-numbers"
    assert "unknown" in str(finding.text)


def test_many_words_among_numbers_stay_words() -> None:
    cells: list[str | None] = [*map(str, range(60)), *["a"] * 40]
    assert read(cells)[0] == cells


@pytest.mark.parametrize(
    "cells",
    [
        ["2024-01-31", "2023-12-01"],
        ["31.01.2024", "01.12.2023"],
        ["01/31/2024", "12/01/2023"],
        ["31/01/2024", "01/12/2023"],
        ["2024/01/31", "2023/12/01"],
        ["2024年01月31日", "2023年12月01日"],
        ["2024-01-31 00:00:00", "2023-12-01 00:00:00"],
        ["2024-01-31T00:00:00Z", "2023-12-01T00:00:00Z"],
    ],
)
def test_dates_are_read_as_people_write_them(cells: list[str | None]) -> None:
    assert read(cells)[0] == [datetime(2024, 1, 31), datetime(2023, 12, 1)]


def test_one_cell_that_is_no_date_keeps_the_column_text() -> None:
    assert read(["2024-01-31", "soon"])[0] == ["2024-01-31", "soon"]


def test_words_of_numbers_do_not_depend_on_the_type_they_were_read_as() -> None:
    assert as_text(pl.Series([1.0, None, 2.0])).to_list() == ["1", None, "2"]
    assert as_text(pl.Series([1, None, 2])).to_list() == ["1", None, "2"]
    assert as_text(pl.Series([1.5, 2.0])).to_list() == ["1.5", "2.0"]
