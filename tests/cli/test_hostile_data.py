"""Data that would do harm, or that nobody can learn from: one clear sentence, and no harm."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
from pathlib import Path
from typing import Any

import pytest

from netstudio.__main__ import main
from tests.cli import hostile

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, with a data folder of its own."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def complaint(capsys: Capture, *argv: str) -> str:
    """The one line that refuses some data."""
    capsys.readouterr()
    assert main(argv) == 1
    error = capsys.readouterr().err
    lines = [line for line in error.splitlines() if line.startswith("netstudio: ")]
    assert len(lines) == 1, error
    assert "Traceback" not in error
    assert "should not have" not in error
    assert lines[0].endswith((".", ".)"))
    return lines[0]


def report(capsys: Capture, *argv: str) -> dict[str, Any]:
    """What is said of data that can be used all the same."""
    capsys.readouterr()
    status = main(["data", *argv, "--json"])
    captured = capsys.readouterr()
    assert status == 0, captured.err
    found: dict[str, Any] = json.loads(captured.out)
    return found


def findings(found: dict[str, Any]) -> str:
    return "\n".join(finding["text"] for finding in found["findings"])


class TestArchives:
    def test_a_zip_that_would_write_elsewhere(self, capsys: Capture, inside: Path) -> None:
        hostile.write_escaping_zip(Path("evil.zip"))
        line = complaint(capsys, "data", "evil.zip", "--data-root", "root")
        assert "evil.zip" in line
        assert "outside its folder" in line
        assert not list(inside.rglob("escaped.txt"))
        assert not list(Path("root").rglob("*.png"))

    def test_a_bomb(self, capsys: Capture) -> None:
        hostile.write_bomb(Path("bomb.zip"), 400 * 2**20)
        assert Path("bomb.zip").stat().st_size < 2**20
        assert "times as large" in complaint(capsys, "data", "bomb.zip", "--data-root", "root")
        assert not [path for path in Path("root").rglob("*") if path.is_file()]

    def test_an_archive_is_trained_on_like_a_folder(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("pictures"))
        shutil.make_archive("pictures", "gztar", "pictures")
        found = report(capsys, "pictures.tar.gz", "--data-root", "root")
        assert [each["name"] for each in found["classes"]] == ["ants", "bees"]


class TestPictures:
    def test_a_picture_of_fifty_thousand_pixels_a_side(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        hostile.write_endless_png(Path("p/ants/endless.png"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = report(capsys, "p")
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
        assert "endless.png" in findings(found)
        assert sum(found["samples"].values()) == 12

    def test_a_pipe_among_the_files(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        os.mkfifo("p/ants/pipe.png")
        found = report(capsys, "p")
        assert "pipe.png" in findings(found)
        assert sum(found["samples"].values()) == 12

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_folder_that_may_not_be_read(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        Path("p/closed").mkdir(mode=0)
        try:
            assert "closed" in findings(report(capsys, "p"))
        finally:
            Path("p/closed").chmod(0o700)

    def test_a_folder_that_says_no(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        hostile.write_good_pictures(Path("p"))
        Path("p/closed").mkdir()
        scan = os.scandir

        def refuse(path: Any = ".") -> Any:
            if Path(os.fsdecode(path)).name == "closed":
                raise PermissionError(13, "Permission denied", str(path))
            return scan(path)

        monkeypatch.setattr(os, "scandir", refuse)
        found = report(capsys, "p")
        assert "closed (Permission denied)" in findings(found)
        assert sum(found["samples"].values()) == 12


def write_table(name: str, text: str, encoding: str = "utf-8") -> str:
    Path(name).write_bytes(text.encode(encoding))
    return name


ROWS = "".join(f"{at},{at % 7},{'yes' if at % 2 else 'no'}\n" for at in range(40))


class TestTables:
    def test_rows_of_different_lengths(self, capsys: Capture) -> None:
        table = write_table("ragged.csv", "a,b,label\n" + ROWS + "1,2\n" + "1,2,3,4,5\n")
        found = report(capsys, table)
        assert sum(found["samples"].values()) == 40
        assert "42, 43" in findings(found)

    def test_a_table_none_of_whose_rows_is_whole(self, capsys: Capture) -> None:
        table = write_table("torn.csv", "a,b,label\n" + "1,2\n" * 9)
        assert "torn.csv" in complaint(capsys, "data", table)

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "cp1252"])
    def test_other_encodings_are_read(self, encoding: str, capsys: Capture) -> None:
        word = "Größe" if encoding == "cp1252" else "价格很高"
        table = write_table("other.csv", f"a,{word},label\n" + ROWS, encoding)
        assert word in [column["name"] for column in report(capsys, table)["columns"]]

    def test_what_is_no_text_in_any_encoding(self, capsys: Capture) -> None:
        Path("noise.csv").write_bytes(random.Random(0).randbytes(50_000))
        assert "noise.csv" in complaint(capsys, "data", "noise.csv")

    def test_ten_thousand_columns(self, capsys: Capture) -> None:
        names = ",".join(f"c{at}" for at in range(10_000))
        chance = random.Random(0)
        rows = [
            ",".join([*(str(chance.randint(0, 99)) for _ in range(10_000)), "yn"[at % 2]])
            for at in range(30)
        ]
        table = write_table("wide.csv", "\n".join([f"{names},label", *rows]))
        found = report(capsys, table, "--target", "label")
        assert len(found["columns"]) == 10_000
        assert sum(found["samples"].values()) == 30

    def test_a_target_that_is_all_one_value(self, capsys: Capture) -> None:
        table = write_table("one.csv", "a,b,label\n" + "".join(f"{n},2,x\n" for n in range(30)))
        line = complaint(capsys, "data", table, "--target", "label")
        assert "label" in line
        assert "“x”" in line

    def test_a_target_without_a_value(self, capsys: Capture) -> None:
        table = write_table("none.csv", "a,b,label\n" + "".join(f"{n},{n},?\n" for n in range(30)))
        line = complaint(capsys, "data", table, "--target", "label")
        assert "label" in line
        assert "no value" in line

    def test_a_target_that_is_not_there(self, capsys: Capture) -> None:
        table = write_table("t.csv", "a,b,label\n" + ROWS)
        line = complaint(capsys, "data", table, "--target", "lable")
        assert "lable" in line
        assert "label" in line.split("nearest")[1]

    @pytest.mark.parametrize("content", [b"", b"\n\n\n", b"a,b,c\n", b"\xef\xbb\xbf", b"\0" * 99])
    def test_nothing_at_all(self, content: bytes, capsys: Capture) -> None:
        Path("empty.csv").write_bytes(content)
        assert "empty.csv" in complaint(capsys, "data", "empty.csv")


class TestSounds:
    def test_a_sound_of_no_length(self, capsys: Capture) -> None:
        for name in ("yes", "no"):
            for number in range(6):
                hostile.write_sound(Path(f"s/{name}/{number}.wav"), 4_000 + 800 * number)
        hostile.write_sound(Path("s/yes/nothing.wav"), 0)
        found = report(capsys, "s")
        assert "nothing.wav" in findings(found)

    def test_a_sound_that_is_none(self, capsys: Capture) -> None:
        for name in ("yes", "no"):
            for number in range(6):
                hostile.write_sound(Path(f"s/{name}/{number}.wav"), 4_000 + 800 * number)
        Path("s/yes/text.wav").write_text("this is no sound")
        assert "text.wav" in findings(report(capsys, "s"))


class TestTexts:
    def test_a_text_of_ten_megabytes(self, capsys: Capture) -> None:
        for name, word in (("good", "fine"), ("bad", "awful")):
            Path("t", name).mkdir(parents=True)
            for number in range(8):
                text = f"this was {word} for the {number}th time"
                Path("t", name, f"{number}.txt").write_text(text)
        Path("t/good/long.txt").write_text("a very long text " * 650_000)
        assert Path("t/good/long.txt").stat().st_size > 10_000_000
        found = report(capsys, "t")
        assert "long" in findings(found)

    def test_a_cell_of_ten_megabytes(self, capsys: Capture) -> None:
        rows = [f"this was number {at} of them,{'good' if at % 2 else 'bad'}" for at in range(20)]
        rows.append(f"{'a very long text ' * 650_000},good")
        table = write_table("long.csv", "\n".join(["text,label", *rows]))
        found = report(capsys, table)
        assert sum(found["samples"].values()) == 21
