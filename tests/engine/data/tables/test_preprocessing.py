"""From rows to what the network receives, learned from the training part alone."""

from __future__ import annotations

import json
from typing import Any

import polars as pl
import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.tables.incomplete import without_incomplete
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.data.tables.preprocessing import TablePreprocessing
from netstudio.tasks.preparation.tables import TablePreparation

FRAME = pl.DataFrame(
    {
        "size": [1.0, 2.0, None, 5.0],
        "kind": ["a", "b", "a", None],
        "name": ["Ann", "Bob", "Cid", "Dee"],
    }
)
ROLES = {"size": "number", "kind": "category", "name": "ignore"}


def fitted(
    frame: pl.DataFrame = FRAME, roles: dict[str, str] | None = None, **options: Any
) -> TablePreprocessing:
    records = Records(Rows(frame, roles or ROLES), None)
    preparation = TablePreparation(**{"rare_categories": 1, **options})
    return finish(TablePreprocessing.fit(records, preparation))


def encoded(preprocessing: TablePreprocessing, frame: pl.DataFrame = FRAME) -> list[list[float]]:
    rows = Rows(frame, ROLES)
    numbers: list[list[float]] = finish(preprocessing.encode(rows)).tolist()
    return numbers


def test_each_number_of_a_sample_has_a_name() -> None:
    preprocessing = fitted()
    assert preprocessing.features == (
        "size",
        "size missing",
        "kind = a",
        "kind = b",
        "kind missing",
    )
    assert preprocessing.sample.sizes == (5,)


@pytest.mark.parametrize(
    ("way", "fill"),
    [("median", 2.0), ("mean", 8 / 3), ("most_frequent", 1.0), ("constant", -7.0)],
)
def test_missing_numbers_are_filled_in_and_flagged(way: str, fill: float) -> None:
    preprocessing = fitted(missing_numbers=way, missing_constant=-7.0, scaling="none")
    sizes = [row[:2] for row in encoded(preprocessing)]
    assert sizes == [[1.0, 0.0], [2.0, 0.0], [pytest.approx(fill), 1.0], [5.0, 0.0]]


def test_nothing_is_flagged_where_nobody_wants_it_or_nothing_was_missing() -> None:
    assert "size missing" not in fitted(flag_missing=False).features
    assert "size missing" not in fitted(FRAME[[0, 1, 3]]).features


@pytest.mark.parametrize(
    ("way", "numbers"),
    [
        ("none", [1.0, 2.0, 6.0]),
        ("min_max", [0.0, 0.2, 1.0]),
        ("standard", [-0.9258, -0.4629, 1.3887]),
        ("robust", [-0.4, 0.0, 1.6]),
    ],
)
def test_numbers_are_scaled(way: str, numbers: list[float]) -> None:
    frame = pl.DataFrame({"size": [1, 2, 6]})
    preprocessing = fitted(frame, {"size": "number"}, scaling=way)
    assert [row[0] for row in encoded(preprocessing, frame)] == pytest.approx(numbers, abs=1e-4)


def test_outliers_are_brought_to_the_fence() -> None:
    frame = pl.DataFrame({"size": [*range(100), 10_000]})
    roles = {"size": "number"}
    kept = fitted(frame, roles, scaling="none")
    clipped = fitted(frame, roles, scaling="none", outliers="clip")
    assert encoded(kept, frame)[-1] == [10_000.0]
    # The quartiles are 25 and 75, so the fence stands at 75 + 3 · 50.
    assert encoded(clipped, frame)[-1] == [225.0]
    assert encoded(clipped, frame)[:100] == encoded(kept, frame)[:100]


def test_each_category_has_its_place_and_unknown_ones_have_none() -> None:
    preprocessing = fitted(scaling="none")
    frame = pl.DataFrame({"size": [1, 1, 1, 1], "kind": ["a", "b", None, "new"]})
    kinds = [row[2:] for row in encoded(preprocessing, frame)]
    assert kinds == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]]


def test_rare_and_unknown_categories_share_a_place() -> None:
    frame = pl.DataFrame({"kind": ["a"] * 5 + ["b"] * 5 + ["c", "d"]})
    preprocessing = fitted(frame, {"kind": "category"}, rare_categories=3)
    assert preprocessing.features == ("kind = a", "kind = b", "kind = other")
    seen = encoded(preprocessing, pl.DataFrame({"kind": ["b", "d", "new", None]}))
    assert seen == [[0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 0]]


def test_a_missing_category_may_stand_for_the_most_frequent_one() -> None:
    preprocessing = fitted(missing_categories="most_frequent")
    assert preprocessing.features[-2:] == ("kind = a", "kind = b")
    assert encoded(preprocessing)[3][-2:] == [1.0, 0.0]


def test_a_date_becomes_those_of_its_parts_that_change() -> None:
    days = pl.Series("day", ["2024-01-31", "2024-02-29", None]).str.to_datetime("%Y-%m-%d")
    frame = days.to_frame()
    preprocessing = fitted(frame, {"day": "date"}, scaling="none")
    assert preprocessing.features == (
        "day: month",
        "day: month missing",
        "day: day",
        "day: day missing",
        "day: weekday",
        "day: weekday missing",
    )
    assert encoded(preprocessing, frame)[:2] == [[1, 0, 31, 0, 3, 0], [2, 0, 29, 0, 4, 0]]


def test_scale_and_categories_come_from_the_training_part_alone() -> None:
    preprocessing = fitted(FRAME[:2], scaling="min_max")
    later = encoded(preprocessing, FRAME[3:])
    assert later == [[4.0, 0.0, 0.0]]


def test_a_row_is_read_as_a_mapping_as_values_and_as_a_line() -> None:
    preprocessing = fitted(scaling="none")
    wanted = torch.tensor([2.5, 0, 0, 1, 0])
    for given in (
        {"size": 2.5, "kind": "b", "more": "ignored"},
        {"kind": " b\u3000", "size": "\ufeff2.5\n"},
        [2.5, "b"],
        ("2,5", "b"),
        "2.5, b",
        ' 2.5,"b"',
    ):
        assert torch.equal(preprocessing.read(given), wanted)
    assert preprocessing.read({"size": None, "kind": "?"}).tolist() == [2.0, 1.0, 0.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "b"}, "Input 3 has no value for the column size"),
        ({"size": "big", "kind": "b"}, "Input 3: “big” in the column size is no number"),
        ([1.0], "Input 3 cannot be read as a row of a table.*size, kind"),
        ("1,2,3", "cannot be read as a row of a table"),
        (17, "cannot be read as a row of a table"),
    ],
)
def test_what_is_no_row_is_refused_in_one_sentence(given: object, words: str) -> None:
    with pytest.raises(UserError, match=words):
        fitted().read(given, 3)


def test_a_table_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(UserError, match="no column kind, which the model needs"):
        encoded(fitted(), FRAME.drop("kind"))


def test_a_model_file_gives_it_back() -> None:
    days = pl.Series("day", ["2024-01-31", "2024-02-29", None, None]).str.to_datetime("%Y-%m-%d")
    preprocessing = fitted(
        FRAME.with_columns(days), {**ROLES, "day": "date"}, outliers="clip", rare_categories=2
    )
    raw = json.loads(json.dumps(preprocessing.as_json()))
    assert TablePreprocessing.from_json(raw) == preprocessing


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "unheard"},
        {"scale": 0.0},
        {"scale": "1"},
        {"fill": None},
        {"fill": float("nan")},
        {"name": 3},
    ],
)
def test_a_damaged_model_file_is_refused(change: dict[str, object]) -> None:
    raw = fitted().as_json()
    raw["columns"][0] |= change
    with pytest.raises(ValueError, match=r"\w"):
        TablePreprocessing.from_json(raw)
    with pytest.raises(ValueError, match="without columns"):
        TablePreprocessing.from_json({})


def test_training_rows_that_lack_a_value_are_left_out_where_that_is_wanted() -> None:
    records = Records(Rows(FRAME, ROLES), torch.arange(4), ["row 2", "row 3", "row 4", "row 5"])
    raw = RawData(records, test=records, classes=("a", "b", "c", "d"))
    cases: tuple[tuple[dict[str, Any], list[int], tuple[str, ...]], ...] = (
        ({"missing_numbers": "drop"}, [0, 1, 3], ("row 4",)),
        ({"missing_categories": "drop"}, [0, 1, 2], ("row 5",)),
        ({"missing_numbers": "drop", "missing_categories": "drop"}, [0, 1], ("row 4", "row 5")),
    )
    for ways, kept, gone in cases:
        cleaned = without_incomplete(raw, TablePreparation(**ways))
        assert cleaned.train.targets is not None
        assert cleaned.train.targets.tolist() == kept
        assert cleaned.findings[-1].examples == gone
        assert cleaned.test is raw.test
    assert without_incomplete(raw, TablePreparation()) is raw
