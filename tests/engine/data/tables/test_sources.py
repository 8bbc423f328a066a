"""From a table to samples: roles of columns, targets, and what is odd about them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.core.values import Fields
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.data.tables.sources import read_table_file
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources.tables import TableFile
from netstudio.tasks.tables import TableClassification, TableRegression
from netstudio.tasks.task import TaskDef

CLASSES, VALUES = TableClassification(), TableRegression()


def read(
    file: Path,
    task: TaskDef = CLASSES,
    options: DataOptions | None = None,
    columns: Mapping[str, str] | None = None,
    **fields: object,
) -> RawData:
    source = TableFile(file=str(file), columns=Fields(columns or {}), **fields)  # type: ignore[arg-type]
    return finish(read_table_file(Reading(source, task, options or DataOptions())))


def written(folder: Path, header: str, *rows: str) -> Path:
    file = folder / "t.csv"
    file.write_text("\n".join([header, *rows]), encoding="utf-8")
    return file


def rows_of(raw: RawData) -> Rows:
    assert isinstance(raw.train.inputs, Rows)
    return raw.train.inputs


def text_of(raw: RawData, code: str) -> str:
    (found,) = (str(finding.text) for finding in raw.findings if finding.code == code)
    return found


def test_every_oddity_of_titanic_is_found_and_named(test_data: Path) -> None:
    raw = read(test_data / "tabular/titanic.csv")
    assert raw.classes == ("0", "1")
    assert raw.train.targets is not None
    assert raw.train.targets.bincount().tolist() == [549, 342]
    assert rows_of(raw).used == ("pclass", "sex", "age", "sibsp", "parch", "fare", "embarked")
    assert "survived" in text_of(raw, "target-guessed")
    assert "CRLF" in text_of(raw, "line-ends")
    assert "age 177, cabin 687, embarked 2" in text_of(raw, "missing-values")
    assert "ticket" in text_of(raw, "column-mixed")
    assert "name" in text_of(raw, "column-unique")


def test_every_oddity_of_adult_is_found_and_named(test_data: Path) -> None:
    raw = read(test_data / "tabular/adult_census_20k.csv")
    assert raw.classes == ("<=50K", ">50K")
    assert "workclass" in text_of(raw, "blanks")
    assert "age" not in text_of(raw, "blanks").split()
    assert text_of(raw, "missing-marks").endswith(": ?.")
    named = "workclass 1115, occupation 1118, native-country 360"
    assert named in text_of(raw, "missing-values")
    keys = finish(raw.train.inputs.keys())
    assert len(keys) - len(set(keys)) >= 9


def test_every_oddity_of_penguins_and_california_is_found_and_named(test_data: Path) -> None:
    penguins = read(test_data / "tabular/penguins.csv")
    assert penguins.classes == ("Adelie", "Chinstrap", "Gentoo")
    assert "body_mass_g 2, sex 11" in text_of(penguins, "missing-values")
    houses = read(test_data / "tabular/california_housing.csv", VALUES)
    assert houses.values == ("median_house_value",)
    assert "total_bedrooms 207" in text_of(houses, "missing-values")
    assert "ocean_proximity = ISLAND (5)" in text_of(houses, "rare-categories")


def test_rows_of_beijing_without_a_target_are_left_out(test_data: Path) -> None:
    file = test_data / "timeseries/beijing_pm25_2010_2011.csv"
    raw = read(file, VALUES, target_columns=("pm2.5",))
    assert len(raw.train) == 17_520 - 1_397
    assert raw.train.origins[0] == "row 26"
    assert "1397 rows" in text_of(raw, "missing-target")
    assert "No" in text_of(raw, "column-numbering")
    assert rows_of(raw).roles["cbwd"] == "category"


def test_roles_are_guessed_by_the_values(tmp_path: Path) -> None:
    rows = [
        f"{at},{at * 37 % 101},{'abc'[at % 3]},word {at * 7},2024-01-{at % 28 + 1:02},5,,{at % 2}"
        for at in range(60)
    ]
    file = written(tmp_path, "id,number,kind,note,day,same,empty,label", *rows)
    raw = read(file)
    assert rows_of(raw).roles == {
        "id": "ignore",
        "number": "number",
        "kind": "category",
        "note": "ignore",
        "day": "date",
        "same": "ignore",
        "empty": "ignore",
    }
    assert "id" in text_of(raw, "column-numbering")
    assert "same" in text_of(raw, "column-constant")
    assert "empty" in text_of(raw, "column-empty")


def test_numbers_that_count_up_are_told_from_measures_whatever_they_are_called(
    tmp_path: Path,
) -> None:
    rows = [f"{at + 5},{at * 7 % 40},{'ab'[at % 2]}" for at in range(40)]
    raw = read(written(tmp_path, "line,size,label", *rows))
    assert rows_of(raw).roles == {"line": "ignore", "size": "number"}


def test_a_role_that_the_user_chooses_holds_and_needs_no_remark(tmp_path: Path) -> None:
    rows = [f"{at},{at % 4},{'ab'[at % 2]}" for at in range(40)]
    file = written(tmp_path, "id,size,label", *rows)
    raw = read(file, columns={"id": "number", "size": "category"})
    assert rows_of(raw).roles == {"id": "number", "size": "category"}
    assert rows_of(raw).frame["size"].to_list()[:4] == ["0", "1", "2", "3"]
    assert not any(finding.code.startswith("column-") for finding in raw.findings)


@pytest.mark.parametrize(
    ("cells", "classes"),
    [
        (("yes", "no"), ("no", "yes")),
        (("1", "0"), ("0", "1")),
        (("1.0", "0.0"), ("0", "1")),
        (("true", "false"), ("false", "true")),
        (("10", "9", "2"), ("2", "9", "10")),
    ],
)
def test_classes_are_read_from_any_type(
    tmp_path: Path, cells: tuple[str, ...], classes: tuple[str, ...]
) -> None:
    rows = [f"{at * 0.5},{cells[at % len(cells)]}" for at in range(30)]
    raw = read(written(tmp_path, "x,label", *rows))
    assert raw.classes == classes
    assert raw.train.targets is not None
    assert raw.train.targets[0] == classes.index(cells[0].removesuffix(".0"))


def test_several_numbers_can_be_predicted_at_once(tmp_path: Path) -> None:
    rows = [f"{at % 7},{at},{at * 2}" for at in range(30)]
    raw = read(written(tmp_path, "x,y,z", *rows), VALUES, target_columns=("z", "y"))
    assert raw.values == ("z", "y")
    assert raw.train.targets is not None
    assert raw.train.targets[3].tolist() == [6.0, 3.0]


@pytest.mark.parametrize(
    ("cells", "task", "words"),
    [
        (("a",), CLASSES, "label is “a” in every row"),
        (("3",), VALUES, "label is “3” in every row"),
        (("NA",), CLASSES, "label has no value in any row"),
        (("NA",), VALUES, "label has no value in any row"),
        (("a", "b"), VALUES, "label holds words such as “a”"),
        (tuple(f"w{at}" for at in range(30)), CLASSES, "different in nearly every row"),
        (tuple(f"{at}.5" for at in range(30)), CLASSES, "hardly classes. Choose the task of regr"),
    ],
)
def test_a_target_that_says_nothing_is_refused_in_one_sentence(
    tmp_path: Path, cells: tuple[str, ...], task: TaskDef, words: str
) -> None:
    rows = [f"{at % 7},{cells[at % len(cells)]}" for at in range(30)]
    with pytest.raises(UserError, match=words):
        read(written(tmp_path, "x,label", *rows), task, target_columns=("label",))


def test_a_column_that_is_not_there_is_named_with_its_neighbours(tmp_path: Path) -> None:
    file = written(tmp_path, "age,label", *(f"{at},{at % 2}" for at in range(9)))
    with pytest.raises(UserError, match=r"no column called lable.*label"):
        read(file, target_columns=("lable",))
    with pytest.raises(UserError, match=r"no column called agee.*age"):
        read(file, columns={"agee": "number"})
    with pytest.raises(UserError, match="no column called who"):
        read(file, options=DataOptions(group_column="who"))


def test_a_table_with_nothing_beside_the_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no column to learn from beside the target"):
        read(written(tmp_path, "label", *("ab"[at % 2] for at in range(9))))


def test_rows_of_one_group_get_one_number_and_the_group_is_not_learned_from(tmp_path: Path) -> None:
    rows = [f"{'xyz'[at % 3]},{at % 5},{'ab'[at % 2]}" for at in range(30)]
    file = written(tmp_path, "who,size,label", *rows)
    raw = read(file, options=DataOptions(group_column="who"))
    assert raw.train.groups is not None
    assert raw.train.groups.tolist() == [raw.train.groups[at % 3].item() for at in range(30)]
    assert len(set(raw.train.groups.tolist())) == 3
    assert rows_of(raw).used == ("size",)


def test_rows_that_are_divided_by_time_are_put_in_order(tmp_path: Path) -> None:
    rows = [f"2024-01-{31 - at:02},{at % 5},{'ab'[at % 2]}" for at in range(30)]
    file = written(tmp_path, "day,size,label", *rows)
    raw = read(file, options=DataOptions(split_by="time", time_column="day"))
    days = rows_of(raw).frame["day"].to_list()
    assert days == sorted(days)
    assert raw.train.origins[0] == "row 31"


def test_a_test_file_is_read_like_the_other_and_becomes_the_test_part(tmp_path: Path) -> None:
    file = written(
        tmp_path, "x,kind,label", *(f"{at},{'pq'[at % 2]},a{at % 3}" for at in range(30))
    )
    tests = tmp_path / "tests.csv"
    tests.write_text("label,kind,x\na1,q,100\n,q,7\na2,?,NA\n", encoding="utf-8")
    raw = read(file, test_file=str(tests), columns={"x": "number"})
    assert raw.test is not None
    assert isinstance(raw.test.inputs, Rows)
    assert raw.test.inputs.frame.rows() == [(100, "q"), (None, None)]
    assert raw.test.targets is not None
    assert raw.test.targets.tolist() == [1, 2]
    tests.write_text("label,x\na1,100\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"tests\.csv lacks the column kind"):
        read(file, test_file=str(tests))
