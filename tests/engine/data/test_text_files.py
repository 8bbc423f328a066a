"""Text files in the encodings that people have."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.text_files import decode_text, read_text_file

CHINESE = "送餐很快，菜品味道不错，下次还会再来的。\n"
GERMAN = "Größe;Länge;Straße\n1,5;2,75;Müllerstraße\n"
RUSSIAN = "Привет, как дела? Всё хорошо, спасибо. Сегодня очень холодно, и мы остались дома.\n"


@pytest.mark.parametrize(
    ("text", "written_in", "named"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-32", "utf-32"),
        ("plain ASCII,1\n", "utf-16-le", "utf-16-le"),
        ("plain ASCII,1\n", "utf-16-be", "utf-16-be"),
        (GERMAN, "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(
    tmp_path: Path, text: str, written_in: str, named: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode(written_in))
    assert read_text_file(file) == (text, named)


@pytest.mark.parametrize(
    ("text", "written_in"), [(GERMAN, "cp1252"), (GERMAN, "latin-1"), (RUSSIAN, "cp1251")]
)
def test_the_older_encodings_of_europe_are_told_from_chinese(text: str, written_in: str) -> None:
    decoded = decode_text(text.encode(written_in))
    assert decoded is not None
    assert decoded[0] == text


def test_real_chinese_reviews_are_recognised_in_gb18030(test_data: Path) -> None:
    text = (test_data / "text/waimai_10k.csv").read_text("utf-8")
    assert decode_text(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("text", ["好评", "差", "服务好,1", "味道不错 :)"])
def test_a_few_chinese_characters_are_enough_to_tell_gb18030(text: str) -> None:
    assert decode_text(text.encode("gb18030")) == (text, "gb18030")


def test_bytes_in_which_nuls_lie_anywhere_are_no_text() -> None:
    assert decode_text(b"a\0\0b" * 20) is None


def test_a_file_of_another_kind_is_refused_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(UserError, match=r"picture\.csv is not a text file"):
        read_text_file(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.csv could not be read \(No such file"):
        read_text_file(tmp_path / "gone.csv")
