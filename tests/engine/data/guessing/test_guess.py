"""What is dropped or named is recognised by a look at a little of it."""

from __future__ import annotations

import os
import wave
import zipfile
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.guessing.guess import Guess, guess
from netstudio.engine.data.job import finish
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS
from tests.pictures import write_class


def guessed(path: Path, root: Path | None = None) -> Guess:
    found = finish(guess(path, root))
    for each in (found, *found.alternatives):
        source, task = SOURCES[each.source.type], TASKS[each.task]
        assert source.serves(task.content, task.aim)
        assert SOURCES.make(each.source.type, each.source.fields).path
    return found


def outcome(found: Guess) -> tuple[str, str]:
    return found.source.type, found.task


def write_sounds(folder: Path, count: int = 3) -> None:
    folder.mkdir(parents=True)
    for number in range(count):
        with wave.open(str(folder / f"{number}.wav"), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(bytes(200))


def write_texts(folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"a text with the number {number}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hymenoptera_data", ("image_folder", "image_classification")),
        ("cifar10-png-5k", ("image_folder", "image_classification")),
        ("fsdd", ("sound_folder", "sound_classification")),
        ("text/sms_spam.csv", ("text_table", "text_classification")),
        ("text/ag_news_test.csv", ("text_table", "text_classification")),
        ("text/waimai_10k.csv", ("text_table", "text_classification")),
        ("text/ChnSentiCorp_htl_all.csv", ("text_table", "text_classification")),
        ("tabular/titanic.csv", ("table_file", "table_classification")),
        ("tabular/adult_census_20k.csv", ("table_file", "table_classification")),
        ("tabular/penguins.csv", ("table_file", "table_classification")),
        ("tabular/california_housing.csv", ("table_file", "table_regression")),
        ("timeseries/daily-min-temperatures.csv", ("series_file", "forecasting")),
        ("timeseries/beijing_pm25_2010_2011.csv", ("series_file", "forecasting")),
    ],
)
def test_well_known_data_are_recognised(
    name: str, expected: tuple[str, str], test_data: Path
) -> None:
    found = guessed(test_data / name)
    assert outcome(found) == expected
    assert Path(SOURCES.make(found.source.type, found.source.fields).path) == test_data / name


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("tabular/titanic.csv", "survived"),
        ("tabular/adult_census_20k.csv", "income"),
        ("tabular/penguins.csv", "species"),
        ("tabular/california_housing.csv", "median_house_value"),
    ],
)
def test_the_target_of_a_table_is_guessed_and_said(name: str, column: str, test_data: Path) -> None:
    found = guessed(test_data / name)
    assert found.source.fields["target_columns"] == (column,)
    assert column in str(found.why)


def test_class_folders_of_each_kind(tmp_path: Path) -> None:
    write_class(tmp_path / "pictures" / "ants", 3)
    write_class(tmp_path / "pictures" / "bees", 3)
    write_sounds(tmp_path / "sounds" / "yes")
    write_sounds(tmp_path / "sounds" / "no")
    write_texts(tmp_path / "texts" / "good")
    write_texts(tmp_path / "texts" / "bad")
    for name, expected in (
        ("pictures", ("image_folder", "image_classification")),
        ("sounds", ("sound_folder", "sound_classification")),
        ("texts", ("text_folder", "text_classification")),
    ):
        assert outcome(guessed(tmp_path / name)) == expected
    assert str(guessed(tmp_path / "pictures").why) == (
        "2 folders of pictures, one for each class: ants, bees"
    )


def test_training_and_test_folders_are_looked_through(tmp_path: Path) -> None:
    for part in ("train", "test"):
        for name in ("ants", "bees"):
            write_class(tmp_path / part / name, 2)
    found = guessed(tmp_path)
    assert outcome(found) == ("image_folder", "image_classification")
    assert found.source.fields["folder"] == str(tmp_path)


def test_what_most_folders_hold_comes_first_and_the_rest_is_an_alternative(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write_sounds(tmp_path / name, 5)
        write_class(tmp_path / name / "covers", 0)
    write_texts(tmp_path / "d")
    write_texts(tmp_path / "e")
    found = guessed(tmp_path)
    assert outcome(found) == ("sound_folder", "sound_classification")
    assert [outcome(each) for each in found.alternatives] == [
        ("text_folder", "text_classification")
    ]


def test_an_archive_is_looked_into(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("table.csv", "a,b,label\n" + "1.5,2,x\n2.5,3,y\n" * 20)
    found = guessed(tmp_path / "t.zip", tmp_path / "root")
    assert outcome(found) == ("table_file", "table_classification")
    assert Path(str(found.source.fields["file"])).is_relative_to(tmp_path / "root")


def test_a_table_in_a_folder_of_its_own_is_found(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("a,b,price\n" + "".join(f"1,{n},{n}.5\n" for n in range(60)))
    (tmp_path / "LICENSE").write_text("free")
    found = guessed(tmp_path)
    assert outcome(found) == ("table_file", "table_regression")
    assert found.source.fields["file"] == str(tmp_path / "data.csv")


def write_days(path: Path, count: int, step: int = 1) -> None:
    days = [date(2020, 1, 1) + timedelta(days=step * number) for number in range(count)]
    pl.DataFrame(
        {"day": days, "price": [100 + 0.5 * number for number in range(count)]}
    ).write_parquet(path)


def test_parquet_and_excel_are_looked_into(tmp_path: Path) -> None:
    write_days(tmp_path / "days.parquet", 50)
    assert outcome(guessed(tmp_path / "days.parquet")) == ("series_file", "forecasting")


def test_rows_in_no_regular_order_of_time_are_no_series(tmp_path: Path) -> None:
    days = ["2020-01-01", "2020-01-01", "2020-03-05", "2020-03-05", "2021-01-01"] * 10
    rows = [f"{day},{at % 7},{at * 1.5}" for at, day in enumerate(days)]
    (tmp_path / "sales.csv").write_text("\n".join(["day,shop,price", *rows]))
    assert outcome(guessed(tmp_path / "sales.csv")) == ("table_file", "table_regression")


def test_a_class_and_a_smooth_course_a_row_are_sequences(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    rows = []
    for at in range(60):
        course = np.cumsum(generator.normal(size=40))
        rows.append("\t".join([str(at % 3), *(f"{value:.4f}" for value in course)]))
    (tmp_path / "GunPoint_TRAIN.tsv").write_text("\n".join(rows))
    found = guessed(tmp_path / "GunPoint_TRAIN.tsv")
    assert outcome(found) == ("sequence_file", "sequence_classification")
    assert ("table_file", "table_classification") in map(outcome, found.alternatives)


def test_many_unlike_numbers_a_row_are_a_table(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    names = ["class", *(f"f{at}" for at in range(40))]
    rows = [
        ",".join([str(at % 3), *(f"{value:.4f}" for value in generator.normal(size=40))])
        for at in range(60)
    ]
    (tmp_path / "features.csv").write_text("\n".join([",".join(names), *rows]))
    assert outcome(guessed(tmp_path / "features.csv"))[0] == "table_file"


def test_classes_that_come_one_after_the_other_are_seen(tmp_path: Path) -> None:
    good = "这家店的味道非常好，下次还来,1\n"
    bad = "送餐太慢了，菜都凉了不好吃,0\n"
    texts = "".join(f"{at}{good}" for at in range(40_000))
    texts += "".join(f"{at}{bad}" for at in range(40_000))
    (tmp_path / "reviews.csv").write_text("review,label\n" + texts, encoding="gb18030")
    assert (tmp_path / "reviews.csv").stat().st_size > 2**21
    found = guessed(tmp_path / "reviews.csv")
    assert outcome(found) == ("text_table", "text_classification")
    assert found.source.fields["text_columns"] == ("review",)
    assert found.source.fields["label_column"] == "label"


def test_a_large_table_in_utf_16_is_recognised(tmp_path: Path) -> None:
    rows = "".join(f"{at},{at % 2},{'yes' if at % 3 else 'no'}\n" for at in range(150_000))
    (tmp_path / "large.csv").write_text("a,b,label\n" + rows, encoding="utf-16")
    found = guessed(tmp_path / "large.csv")
    assert outcome(found) == ("table_file", "table_classification")
    assert found.source.fields["target_columns"] == ("label",)


def test_arrays_of_sequences(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    np.savez(tmp_path / "gait.npz", x=generator.normal(size=(30, 50, 6)), y=np.arange(30) % 3)
    assert outcome(guessed(tmp_path / "gait.npz")) == ("sequence_file", "sequence_classification")


def test_objects_in_arrays_are_never_unpickled(tmp_path: Path) -> None:
    np.save(tmp_path / "objects.npy", np.array([{"a": 1}, None]), allow_pickle=True)
    with pytest.raises(UserError, match="nothing to learn from"):
        guessed(tmp_path / "objects.npy")


def write_labels(folder: Path, rows: list[str]) -> None:
    write_class(folder / "images", len(rows))
    names = sorted(path.name for path in (folder / "images").iterdir())
    lines = [f"{name},{row}" for name, row in zip(names, rows, strict=True)]
    (folder / "labels.csv").write_text("\n".join(["file,label", *lines]))


def test_pictures_with_a_table_of_labels(tmp_path: Path) -> None:
    write_labels(tmp_path, ["ant", "bee"] * 6)
    assert outcome(guessed(tmp_path)) == ("labelled_images", "image_classification")


def test_pictures_with_several_labels_each(tmp_path: Path) -> None:
    write_labels(tmp_path, ["ant;red", "bee", "ant;black"] * 4)
    found = guessed(tmp_path)
    assert outcome(found) == ("labelled_images", "image_labels")
    assert outcome(found.alternatives[0]) == ("labelled_images", "image_classification")


def test_pictures_of_which_nothing_is_known(tmp_path: Path) -> None:
    write_class(tmp_path / "holiday", 12)
    for folder in (tmp_path, tmp_path / "holiday"):
        assert outcome(guessed(folder)) == ("image_folder", "image_autoencoding")


def test_sounds_that_are_named_by_their_class(tmp_path: Path) -> None:
    write_sounds(tmp_path / "all", 8)
    for at, path in enumerate(sorted((tmp_path / "all").iterdir())):
        path.rename(path.with_name(f"{at % 2}_anna_{at}.wav"))
    assert outcome(guessed(tmp_path / "all")) == ("sound_folder", "sound_classification")


def test_arrays_of_pictures(tmp_path: Path) -> None:
    pixels = np.zeros((20, 28, 28), np.uint8)
    np.savez(tmp_path / "digits.npz", x_train=pixels, y_train=np.arange(20) % 10)
    np.save(tmp_path / "photos.npy", np.zeros((9, 3, 32, 40), np.float32))
    for name in ("digits.npz", "photos.npy"):
        assert outcome(guessed(tmp_path / name)) == ("image_arrays", "image_classification")


def complaint(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        guessed(path, path.parent / "root")
    line = str(caught.value)
    assert path.name in line
    return line


def test_what_holds_nothing_to_learn_from_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("only a note")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "one").mkdir()
    write_class(tmp_path / "one" / "only-class", 2)
    for name in ("empty", "note.txt", "empty.csv", "one"):
        complaint(tmp_path / name)


def test_a_single_picture_is_no_data_set(tmp_path: Path) -> None:
    write_class(tmp_path / "ants", 1)
    picture = next((tmp_path / "ants").iterdir())
    assert "single sample" in complaint(picture)


def test_what_is_neither_file_nor_folder_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "neither" in complaint(tmp_path / "pipe")
    assert "does not exist" in complaint(tmp_path / "absent")


def test_damaged_files_are_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "d.parquet").write_bytes(b"PAR1 but no table")
    (tmp_path / "d.npz").write_bytes(b"no arrays")
    (tmp_path / "d.xlsx").write_bytes(b"no sheet")
    (tmp_path / "d.csv").write_bytes(bytes(range(256)) * 50)
    for name in ("d.parquet", "d.npz", "d.xlsx", "d.csv"):
        complaint(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "could not be read" in complaint(tmp_path / "closed")
