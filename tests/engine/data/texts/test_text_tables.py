"""Texts in tables: which columns they stand in, and what is odd about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import divide_for, read_source
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.data.texts.oddities import LONGEST
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SourceDef
from netstudio.tasks.sources.texts import SmsSpam, TextTable
from netstudio.tasks.texts import TextClassification
from tests.data import settings_for

ROWS = [("a fine day", "good"), ("rain, rain", "bad"), ("sun and tea", "good"), ("cold", "bad")]


def read(source: SourceDef) -> RawData:
    return finish(read_source(settings_for(source, task=TextClassification())))


def table(folder: Path, *rows: tuple[str, ...], header: str = "text,label") -> TextTable:
    file = folder / "评论.csv"
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    file.write_text("\n".join([header, *lines]) if header else "\n".join(lines), encoding="utf-8")
    return TextTable(file=str(file))


def inputs(records: Records) -> list[str]:
    assert isinstance(records.inputs, Texts)
    return list(records.inputs.texts)


def texts(raw: RawData) -> list[str]:
    return inputs(raw.train)


def codes(raw: RawData) -> set[str]:
    return {finding.code for finding in raw.findings}


def test_texts_and_classes_are_found_wherever_they_stand(tmp_path: Path) -> None:
    rows = [(str(at), label, text) for at, (text, label) in enumerate(ROWS * 3)]
    raw = read(table(tmp_path, *rows, header="id,sentiment,what they wrote"))
    assert texts(raw)[:2] == ["a fine day", "rain, rain"]
    assert raw.classes == ("bad", "good")
    assert raw.train.origins[0] == "row 2"
    assert "columns-guessed" in codes(raw)


def test_a_table_without_header_is_read(tmp_path: Path) -> None:
    file = tmp_path / "SMSSpamCollection"
    file.write_text("ham\tsee you at eight\nspam\tWIN 1000 now\n" * 4, encoding="utf-8")
    raw = read(TextTable(file=str(file), header="no"))
    assert texts(raw)[:2] == ["see you at eight", "WIN 1000 now"]
    assert raw.classes == ("ham", "spam")


def test_the_columns_can_be_chosen(tmp_path: Path) -> None:
    rows = [("title", f"a much longer body {at}", "ab"[at % 2], "xy"[at % 2]) for at in range(8)]
    source = table(tmp_path, *rows, header="title,body,kind,label")
    raw = read(TextTable(file=source.file, text_columns=("title", "body"), label_column="kind"))
    assert texts(raw)[0] == "title\na much longer body 0"
    assert raw.classes == ("a", "b")
    assert "columns-guessed" not in codes(raw)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"text_columns": ("txet",)}, "no column called txet.*text"),
        ({"label_column": "lable"}, "no column called lable.*label"),
    ],
)
def test_a_column_that_does_not_exist_is_named(
    tmp_path: Path, choice: dict[str, str], said: str
) -> None:
    source = table(tmp_path, *ROWS)
    with pytest.raises(UserError, match=said):
        read(TextTable(file=source.file, **choice))  # type: ignore[arg-type]


def test_a_table_without_classes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no column with their classes"):
        read(table(tmp_path, *[(text,) for text, _ in ROWS], header="text"))


def test_a_table_of_empty_texts_is_refused(tmp_path: Path) -> None:
    source = table(tmp_path, ("", "a"), (" ", "b"), ("", "a"))
    with pytest.raises(UserError, match="All texts in the column text are empty"):
        read(TextTable(file=source.file, text_columns=("text",), label_column="label"))


def test_texts_that_look_like_missing_values_are_texts(tmp_path: Path) -> None:
    raw = read(table(tmp_path, *ROWS, ("NA", "bad"), ("?", "good")))
    assert texts(raw)[-2:] == ["NA", "?"]


def test_empty_texts_are_left_out_and_named(tmp_path: Path) -> None:
    raw = read(table(tmp_path, *ROWS, ("", "bad"), ("\ufeff ", "good")))
    (finding,) = [finding for finding in raw.findings if finding.code == "empty-texts"]
    assert str(finding.text) == "2 texts are empty and are left out."
    assert finding.examples == ("row 6", "row 7")
    assert len(raw.train) == 4


def test_entities_and_invisible_characters_are_named(tmp_path: Path) -> None:
    raw = read(table(tmp_path, *ROWS, ("win &lt;#&gt;", "bad"), ("tea\ufefftime", "good")))
    said = {finding.code: str(finding.text) for finding in raw.findings}
    assert "1 text holds HTML entities such as &lt;" in said["html-entities"]
    assert "1 text holds invisible characters such as U+FEFF" in said["invisible-characters"]


def test_of_a_text_of_ten_megabytes_the_beginning_is_read(tmp_path: Path) -> None:
    raw = read(table(tmp_path, *ROWS, ("endless " * 1_250_000, "bad")))
    assert max(map(len, texts(raw))) == LONGEST
    assert "very-long-texts" in codes(raw)


def test_official_tests_have_the_numbers_of_the_training_classes(tmp_path: Path) -> None:
    source = table(tmp_path, *ROWS, ("so so", "middling"), ("well, well", "middling"))
    tests = tmp_path / "test.csv"
    tests.write_text("text,label\nlovely,good\nneither,middling\ngreat,good\n", encoding="utf-8")
    raw = read(TextTable(file=source.file, test_file=str(tests)))
    assert raw.classes == ("bad", "good", "middling")
    assert raw.test is not None
    assert raw.test.targets is not None
    assert raw.test.targets.tolist() == [1, 2, 1]
    tests.write_text("text,label\nodd,strange\nbad,bad\n", encoding="utf-8")
    with pytest.raises(UserError, match="class strange that the training texts lack"):
        read(TextTable(file=source.file, test_file=str(tests)))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_chinese_in_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "评论.csv"
    rows = [f"味道很好，送得也很快{at},好\n难吃，等了一个小时{at},坏\n" for at in range(20)]
    file.write_text("评价,标签\n" + "".join(rows), encoding=encoding)
    raw = read(TextTable(file=str(file)))
    assert texts(raw)[0] == "味道很好，送得也很快0"
    assert raw.classes == ("坏", "好")


def test_the_shipped_messages_are_complete() -> None:
    raw = read(SmsSpam())
    assert raw.train.targets is not None
    assert raw.train.targets.bincount().tolist() == [4_827, 747]
    assert raw.classes == ("ham", "spam")
    said = {finding.code: str(finding.text) for finding in raw.findings}
    assert said.keys() == {"html-entities"}


def test_the_oddities_of_the_test_data_are_named(test_data: Path) -> None:
    hotels = read(TextTable(file=str(test_data / "text/ChnSentiCorp_htl_all.csv")))
    assert "1 text is empty and is left out." in {str(found.text) for found in hotels.findings}
    settings = settings_for(
        TextTable(file=str(test_data / "text/waimai_10k.csv")), task=TextClassification()
    )
    divided = finish(divide_for(settings, finish(read_source(settings))))
    assert "conflicting-labels" in {finding.code for finding in divided.findings}


def test_texts_of_one_person_stay_in_one_part(tmp_path: Path) -> None:
    rows = [(f"text {at}", f"person {at % 10}", "ab"[at % 2]) for at in range(100)]
    source = table(tmp_path, *rows, header="text,who,label")
    options = DataOptions(split_by="groups", group_column="who")
    settings = settings_for(source, options, TextClassification())
    divided = finish(divide_for(settings, finish(read_source(settings))))
    people = [{int(text.split()[1]) % 10 for text in inputs(part)} for part in divided.parts]
    assert sum(map(len, people)) == 10


def test_the_latest_texts_are_the_test_part(tmp_path: Path) -> None:
    rows = [
        (f"text {at}", f"2024-01-{at:02}", "ab"[at % 2])
        for at in (*range(31, 15, -1), *range(1, 16))
    ]
    source = table(tmp_path, *rows, header="text,day,label")
    options = DataOptions(split_by="time", time_column="day", test_share=0.2)
    settings = settings_for(source, options, TextClassification())
    divided = finish(divide_for(settings, finish(read_source(settings))))
    assert min(int(text.split()[1]) for text in inputs(divided.test)) > 24
