"""Tables as they are in files: delimiters, headers, torn rows, foreign formats."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.tables.cells import typed
from netstudio.engine.data.tables.sheet import Sheet, read_sheet
from tests.engine.data.tables.spreadsheets import write_spreadsheet


def read(path: Path, content: str | bytes | None = None, header: str = "auto") -> Sheet:
    """The typed sheet of a file with this content."""
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return finish(typed(finish(read_sheet(path, header))))


def codes(sheet: Sheet) -> set[str]:
    return {finding.code for finding in sheet.findings}


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("a,b\n1,x\n2,y\n", [(1, "x"), (2, "y")]),
        ("a;b\n1,5;x\n2,25;y\n", [(1.5, "x"), (2.25, "y")]),
        ("a\tb\n1\tx\n2\ty\n", [(1, "x"), (2, "y")]),
        ("a|b\n1|x\n2|y\n", [(1, "x"), (2, "y")]),
        ('a,b\n"1,234","x, ""y"""\n"2,345",z\n', [(1234, 'x, "y"'), (2345, "z")]),
        ('a, b\n1, "x, y"\n2, "z"\n', [(1, "x, y"), (2, "z")]),
        ("a;b\n1.234,5;x\n2,25;y\n", [(1234.5, "x"), (2.25, "y")]),
        ('a,b\n1,"two\nlines"\n2,y\n', [(1, "two\nlines"), (2, "y")]),
        ("a,b\r\n1,x\r\n2,y", [(1, "x"), (2, "y")]),
        ("a,b,\n1,x,\n2,y,\n", [(1, "x", None), (2, "y", None)]),
    ],
)
def test_the_delimiter_is_guessed_and_the_cells_are_read(
    tmp_path: Path, content: str, rows: list[tuple[object, ...]]
) -> None:
    assert read(tmp_path / "t.csv", content).frame.rows() == rows


def test_rows_with_too_few_or_too_many_cells_are_left_out_by_their_numbers(tmp_path: Path) -> None:
    sheet = read(tmp_path / "t.csv", "a,b\n1,2\n3\n4,5,6\n7,8\n")
    assert sheet.frame.rows() == [(1, 2), (7, 8)]
    assert sheet.numbers.tolist() == [2, 5]
    (torn,) = (finding for finding in sheet.findings if finding.code == "torn-rows")
    assert str(torn.text) == (
        "Rows that do not have 2 cells like the header are left out (2): 3, 4."
    )


def test_a_table_without_header_gets_numbered_columns(tmp_path: Path) -> None:
    sheet = read(tmp_path / "iris.data", "5.1,3.5,setosa\n4.9,3.0,setosa\n")
    assert sheet.frame.columns == ["column 1", "column 2", "column 3"]
    assert len(sheet.frame) == 2
    assert "no-header" in codes(sheet)


def test_numbers_as_names_are_a_header_when_they_count_up(tmp_path: Path) -> None:
    sheet = read(tmp_path / "pixels.csv", "0,1,2\n17,0,255\n3,4,5\n")
    assert sheet.frame.columns == ["0", "1", "2"]


def test_the_user_may_say_that_the_first_row_is_data(tmp_path: Path) -> None:
    assert len(read(tmp_path / "t.csv", "a,b\nc,d\n", header="no").frame) == 2


def test_equal_and_empty_names_are_numbered(tmp_path: Path) -> None:
    sheet = read(tmp_path / "t.csv", "x,x,,x (2)\n1,2,3,4\n")
    assert sheet.frame.columns == ["x", "x (3)", "column 3", "x (2)"]
    assert "equal-names" in codes(sheet)


def test_row_names_of_r_get_a_column(tmp_path: Path) -> None:
    sheet = read(tmp_path / "r.csv", 'mpg,cyl\n"Mazda",21,6\n"Fiat",32,4\n')
    assert sheet.frame.columns == ["column 1", "mpg", "cyl"]


@pytest.mark.parametrize(
    ("encoding", "code"),
    [("gb18030", "encoding"), ("utf-16", "encoding"), ("utf-8-sig", "byte-order-mark")],
)
def test_a_foreign_encoding_is_read_and_named(tmp_path: Path, encoding: str, code: str) -> None:
    content = "城市,评价\n" + "北京,服务很好\n上海,味道不错\n" * 5
    sheet = read(tmp_path / "t.csv", content.encode(encoding))
    assert sheet.frame.columns == ["城市", "评价"]
    assert code in codes(sheet)


def test_lines_that_end_as_on_windows_are_named(tmp_path: Path) -> None:
    assert "line-ends" in codes(read(tmp_path / "t.csv", "a,b\r\n1,2\r\n"))
    assert "line-ends" not in codes(read(tmp_path / "u.csv", "a,b\n1,2\n"))


def test_an_unclosed_quotation_mark_is_named(tmp_path: Path) -> None:
    assert "quotes" in codes(read(tmp_path / "t.csv", 'a,b\n1,"x\n2,y\n3,z\n4,"u"\n'))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", r"t\.csv holds no rows"),
        ("\n \n", r"t\.csv holds no rows"),
        ("a,b,c\n", r"t\.csv holds no rows"),
        ("a,b,c\n1,2\n3,4\n", r"No row of .*t\.csv has 3 cells like its header"),
        (b"a,b\n1,\0\n", r"t\.csv is not a text file"),
        (bytes(range(256)) * 9, r"t\.csv is not a text file"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(tmp_path / "t.csv", content)


@pytest.mark.parametrize("name", ["t.parquet", "t.xlsx", "t.xls"])
def test_a_damaged_file_of_another_format_is_refused_in_one_sentence(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UserError, match=rf"{name} could not be read as a table \("):
        read(tmp_path / name, os.urandom(500))


def test_a_file_that_is_not_there_is_named_whatever_its_format(tmp_path: Path) -> None:
    for name in ("t.csv", "t.parquet", "t.xlsx"):
        with pytest.raises(UserError, match=rf"{name} could not be read.*No such file"):
            read(tmp_path / name)


def test_parquet_keeps_its_types_and_leaves_out_what_no_cell_can_hold(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "number": [1, None, 3],
            "word": ["a", " NA ", "c"],
            "yes": [True, False, None],
            "list": [[1], [2], [3]],
            "day": ["2024-01-31", "2024-02-29", None],
        }
    ).with_columns(pl.col("day").str.to_date())
    frame.write_parquet(tmp_path / "t.parquet")
    sheet = read(tmp_path / "t.parquet")
    assert sheet.frame["number"].to_list() == [1, None, 3]
    assert sheet.frame["word"].to_list() == ["a", None, "c"]
    assert sheet.frame["yes"].to_list() == ["true", "false", None]
    assert sheet.frame["day"].dtype == pl.Datetime
    assert "list" not in sheet.frame.columns
    assert "foreign-columns" in codes(sheet)


def test_a_spreadsheet_is_read_with_its_empty_cells(tmp_path: Path) -> None:
    file = write_spreadsheet(tmp_path / "t.xlsx", [["a", "b"], [1, "x"], [None, "y"], [2.5, "?"]])
    assert read(file).frame.rows() == [(1.0, "x"), (None, "y"), (2.5, None)]
    with pytest.raises(UserError, match="Two"):
        finish(read_sheet(file, sheet="Two"))
