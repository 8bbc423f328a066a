"""One folder of pictures with a table of labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine.data.images.labelled import read_labelled_images
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.tasks.images import ImageAutoencoding, ImageClassification, ImageLabels
from netstudio.tasks.sources.images import LabelledImages
from netstudio.tasks.task import TaskDef
from tests.pictures import assert_one_sentence, write_class


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six pictures, 000.png to 005.png."""
    write_class(tmp_path / "我的" / "pictures", 6)
    return tmp_path / "我的"


def table(folder: Path, *rows: str, name: str = "labels.csv") -> None:
    (folder / name).write_text("\n".join(rows), encoding="utf-8")


def read(folder: Path, task: TaskDef | None = None, **settings: Any) -> RawData:
    source = LabelledImages(folder=str(folder), **settings)
    return finish(read_labelled_images(Reading(source, task or ImageClassification())))


def found(raw: RawData) -> dict[str, str]:
    return {finding.code: str(finding.text) for finding in raw.findings}


@pytest.mark.parametrize(
    "names",
    [
        ["000.png", "001.png", "002.png"],
        ["000", "001", "002"],
        ["pictures/000.png", "pictures\\001.png", "./pictures/002.PNG"],
    ],
)
def test_pictures_are_found_however_they_are_named(folder: Path, names: list[str]) -> None:
    table(
        folder, "id,breed,file", *(f"{at},{'ab'[at % 2]},{name}" for at, name in enumerate(names))
    )
    raw = read(folder, label_column="breed")
    assert raw.classes == ("a", "b")
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == [0, 1, 0]
    assert [Path(origin).name for origin in raw.train.origins] == ["000.png", "001.png", "002.png"]


def test_a_column_that_is_called_so_has_the_labels(folder: Path) -> None:
    table(folder, "file,photographer,Label", *(f"00{at}.png,me,{'ab'[at % 2]}" for at in range(6)))
    assert read(folder).classes == ("a", "b")


@pytest.mark.parametrize("separator", [";", "|", ","])
def test_several_labels_stand_in_one_cell(folder: Path, separator: str) -> None:
    cells = [f"cat{separator} dog", "dog", "", f"dog{separator}cat{separator}dog"]
    table(folder, "file,tags", *(f'00{at}.png,"{cell}"' for at, cell in enumerate(cells)))
    raw = read(folder, ImageLabels())
    assert raw.classes == ("cat", "dog")
    assert raw.train.targets is not None
    assert raw.train.targets.dtype == torch.float32
    assert raw.train.targets.tolist() == [[1, 1], [0, 1], [0, 0], [1, 1]]


def test_each_label_may_have_a_column_of_its_own(folder: Path) -> None:
    table(folder, "file,cat,dog", "000.png,1,0", "001.png,1,1", "002.png,0,0")
    raw = read(folder, ImageLabels())
    assert raw.classes == ("cat", "dog")
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == [[1, 0], [1, 1], [0, 0]]


def test_a_column_may_say_which_part_a_picture_belongs_to(folder: Path) -> None:
    parts = ["train", "train", "test", "val", "Train", "TEST"]
    rows = (f"00{at}.png,{'ab'[at % 2]},{part}" for at, part in enumerate(parts))
    table(folder, "file,label,split", *rows)
    raw = read(folder)
    assert raw.validation is not None
    assert raw.test is not None
    assert (len(raw.train), len(raw.validation), len(raw.test)) == (3, 1, 2)
    assert [Path(origin).name for origin in raw.test.origins] == ["002.png", "005.png"]


def test_rows_without_picture_and_pictures_without_row_are_named(folder: Path) -> None:
    table(folder, "file,label", "000.png,a", "gone.png,b", "001.png,b", "002.png,")
    raw = read(folder)
    assert len(raw.train) == 2
    assert "gone.png" in found(raw)["rows-without-picture"]
    assert "4 pictures have no label in labels.csv" in found(raw)["pictures-without-label"]
    assert "002.png" in found(raw)["pictures-without-label"]


def test_a_damaged_picture_does_not_shift_the_labels_of_others(folder: Path) -> None:
    (folder / "pictures" / "001.png").write_bytes(b"broken")
    table(folder, "file,label", *(f"00{at}.png,{'abc'[at % 3]}" for at in range(6)))
    raw = read(folder)
    assert raw.train.targets is not None
    assert [raw.classes[at] for at in raw.train.targets.tolist()] == ["a", "c", "a", "b", "c"]
    assert "001.png (it is no picture)" in found(raw)["unreadable-files"]


def test_for_an_autoencoder_labels_do_not_matter(folder: Path) -> None:
    table(folder, "file,label", "000.png,a", "001.png,")
    raw = read(folder, ImageAutoencoding())
    assert raw.train.targets is None
    assert len(raw.train) == 2


class TestRefused:
    def refusal(self, folder: Path, **settings: Any) -> UserError:
        with pytest.raises(UserError) as caught:
            read(folder, **settings)
        return caught.value

    def test_no_table(self, folder: Path) -> None:
        assert_one_sentence(self.refusal(folder), str(folder), "0 tables", "Choose the table")

    def test_several_tables_of_which_none_is_chosen(self, folder: Path) -> None:
        table(folder, "file,label", "000.png,a", "001.png,b")
        table(folder, "file,label", "000.png,a", name="other.csv")
        assert_one_sentence(self.refusal(folder), "2 tables")
        assert len(read(folder, table=str(folder / "labels.csv")).train) == 2

    def test_a_table_that_names_no_picture(self, folder: Path) -> None:
        table(folder, "a,b", "x,y", "z,w")
        assert_one_sentence(self.refusal(folder), "labels.csv", "a, b")

    def test_a_column_that_is_not_there(self, folder: Path) -> None:
        table(folder, "file,label", "000.png,a", "001.png,b")
        assert_one_sentence(self.refusal(folder, label_column="breed"), "breed", "label")

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        assert_one_sentence(self.refusal(tmp_path / "nowhere"), str(tmp_path / "nowhere"))
