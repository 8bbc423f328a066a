"""Text files in class folders: what is read, and what is left out with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.class_folders import UnreadableFile
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import read_source
from netstudio.engine.data.records import RawData
from netstudio.engine.data.texts.folder import read_text
from netstudio.engine.data.texts.inputs import Texts
from netstudio.tasks.sources.texts import TextFolder
from netstudio.tasks.texts import TextClassification
from tests.data import settings_for


def write(file: Path, text: str, encoding: str = "utf-8") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding=encoding)


def read(folder: Path) -> RawData:
    source = TextFolder(folder=str(folder))
    return finish(read_source(settings_for(source, task=TextClassification())))


def test_folders_are_classes_and_files_in_any_encoding_are_texts(tmp_path: Path) -> None:
    write(tmp_path / "好/一.txt", "味道很好，送得也很快，下次还来", "gb18030")
    write(tmp_path / "好/deeper/two.txt", "good", "utf-16")
    write(tmp_path / "bad/three.txt", "bad", "utf-8-sig")
    raw = read(tmp_path)
    assert raw.classes == ("bad", "好")
    assert isinstance(raw.train.inputs, Texts)
    assert sorted(raw.train.inputs.texts) == ["bad", "good", "味道很好，送得也很快，下次还来"]


def test_training_and_test_folders_are_parts(tmp_path: Path) -> None:
    for part, count in (("train", 4), ("test", 2)):
        for at in range(count):
            write(tmp_path / part / "ab"[at % 2] / f"{at}.txt", f"text {part} {at}")
    raw = read(tmp_path)
    assert raw.test is not None
    assert (len(raw.train), len(raw.test)) == (4, 2)
    write(tmp_path / "test/c/0.txt", "of a class that nobody knows")
    with pytest.raises(UserError, match="class c that the training texts lack"):
        read(tmp_path)


def test_what_is_no_text_is_left_out_and_named(tmp_path: Path) -> None:
    write(tmp_path / "a/one.txt", "fine")
    write(tmp_path / "b/two.txt", "fine, too")
    write(tmp_path / "b/blank.txt", " \n")
    (tmp_path / "a/picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(60))
    (tmp_path / "a/table.xlsx").write_bytes(b"PK\3\4")
    os.mkfifo(tmp_path / "b/pipe.txt")
    raw = read(tmp_path)
    said = {finding.code: str(finding.text) for finding in raw.findings}
    assert len(raw.train) == 2
    assert "1 text is empty" in said["empty-texts"]
    for reason in ("picture.txt (it is no text)", "table.xlsx (it is no text file)"):
        assert reason in said["unreadable-files"]
    assert "pipe.txt (it is not a file)" in said["unreadable-files"]


def test_a_folder_without_class_folders_says_what_is_wanted(tmp_path: Path) -> None:
    write(tmp_path / "one.txt", "alone")
    with pytest.raises(UserError, match="holds no texts in class folders"):
        read(tmp_path)


def test_a_folder_of_other_files_says_so(tmp_path: Path) -> None:
    write(tmp_path / "a/one.pdf", "%PDF")
    with pytest.raises(UserError, match=r"None of the 1 files.*one\.pdf"):
        read(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("sign", ["字", "a字\n"])
def test_a_file_of_ten_megabytes_is_cut_between_characters(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    if encoding == "gb18030" and "\n" not in sign:
        pytest.skip("nothing tells where a character of GB18030 begins")
    file = tmp_path / "long.txt"
    write(file, sign * (10_000_000 // len(sign.encode(encoding))), encoding)
    text = read_text(file)
    assert len(text) > 100_000
    assert set(text) <= set(sign)


def test_a_file_that_is_not_there_gives_the_systems_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"not a file|No such file"):
        read_text(tmp_path / "absent.txt")
