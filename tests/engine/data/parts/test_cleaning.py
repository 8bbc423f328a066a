"""What is wrong with samples is found, named and treated as the options say; no more is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.data.contents import compare
from netstudio.engine.data.job import finish
from netstudio.engine.data.parts.cleaning import clean
from netstudio.engine.data.parts.labels import misspelt
from netstudio.engine.data.records import Finding, RawData
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions
from tests.engine.data.fake_inputs import classes_of, contents_of, records

NO_TINY = {"smallest_class": 2}


def cleaned(raw: RawData, aim: Aim = Aim.CLASS, **options: str | int) -> RawData:
    chosen = DataOptions.read({**NO_TINY, **options})
    compared = clean(finish(compare(raw)), chosen, aim)
    assert len(compared.contents.train) == len(compared.raw.train)
    assert len(compared.contents.test) == len(compared.raw.test or ())
    return compared.raw


def only_finding(raw: RawData) -> Finding:
    (finding,) = raw.findings
    setting = finding.setting.removeprefix("options.")
    assert setting in DataOptions.defaults()
    return finding


def test_clean_samples_are_left_alone_without_a_word() -> None:
    raw = RawData(records(range(6), [0, 1, 0, 1, 0, 1]), classes=("cat", "dog"))
    assert cleaned(raw) == raw


@pytest.mark.parametrize("spelling", ["cat ", "CAT", "\ufeffcat", "ｃａｔ", "ca\u200bt", "\tcat"])
def test_other_spellings_of_a_class_are_merged_into_the_most_frequent(spelling: str) -> None:
    raw = RawData(
        records([1, 2, 3, 4, 5], [0, 1, 2, 2, 1]),
        test=records([7, 8], [2, 0]),
        classes=(spelling, "dog", "cat"),
    )
    found = cleaned(raw)
    assert found.classes == ("dog", "cat")
    assert classes_of(found.train) == [1, 0, 1, 1, 0]
    assert found.test is not None
    assert classes_of(found.test) == [1, 1]
    finding = only_finding(found)
    assert finding.setting == "options.label_spelling"
    assert "= “cat”" in str(finding.text)
    assert finding.examples == ("row 1",)


def test_spellings_are_kept_apart_on_request_and_still_named() -> None:
    raw = RawData(records(range(4), [0, 0, 1, 1]), classes=("cat", "Cat"))
    found = cleaned(raw, label_spelling="keep")
    assert found.classes == raw.classes
    assert classes_of(found.train) == [0, 0, 1, 1]
    assert "kept apart" in str(only_finding(found).text)


def test_single_letters_in_both_cases_are_different_classes() -> None:
    assert misspelt(("a", "A", " a"), (5, 3, 2)) == {2: 0}


def test_labels_of_several_spellings_are_joined_where_either_is_given() -> None:
    raw = RawData(
        records([1, 2, 3], values=[[1, 0, 0], [0, 1, 1], [1, 0, 1]]), classes=("sea", "sky", "Sea")
    )
    found = cleaned(raw, Aim.LABELS)
    assert found.classes == ("sea", "sky")
    assert found.train.targets is not None
    assert found.train.targets.tolist() == [[1, 0], [1, 1], [1, 0]]


def tiny() -> RawData:
    return RawData(
        records(range(9), [0, 0, 0, 0, 1, 2, 2, 3, 3]),
        test=records([20, 21], [1, 0]),
        classes=("big", "one", "two", "pair"),
    )


def test_tiny_classes_are_named_with_their_counts_and_kept() -> None:
    found = cleaned(tiny(), smallest_class=3)
    assert classes_of(found.train) == classes_of(tiny().train)
    assert str(only_finding(found).text) == (
        "3 classes have fewer than 3 samples, too few to learn from: one (2), two (2), pair (2)."
    )


def test_one_tiny_class_is_one() -> None:
    raw = RawData(records(range(4), [0, 0, 0, 1]), classes=("big", "one"))
    assert str(only_finding(cleaned(raw)).text) == (
        "The class one (1) has fewer than 2 samples, too few to learn from."
    )
    assert "has fewer than 2 samples and is left out" in str(
        only_finding(cleaned(raw, tiny_classes="drop")).text
    )


def test_tiny_classes_are_merged_into_one_called_other() -> None:
    found = cleaned(tiny(), smallest_class=3, tiny_classes="merge")
    assert found.classes == ("big", "other")
    assert classes_of(found.train) == [0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert found.test is not None
    assert classes_of(found.test) == [1, 0]


def test_a_class_that_is_called_other_takes_the_tiny_ones_in() -> None:
    raw = RawData(records(range(6), [0, 0, 0, 1, 2, 2]), classes=("other", "one", "two"))
    found = cleaned(raw, smallest_class=3, tiny_classes="merge")
    assert found.classes == ("other",)
    assert classes_of(found.train) == [0] * 6


def test_tiny_classes_are_left_out_of_all_parts() -> None:
    found = cleaned(tiny(), smallest_class=3, tiny_classes="drop")
    assert found.classes == ("big",)
    assert contents_of(found.train) == [0, 1, 2, 3]
    assert found.test is not None
    assert contents_of(found.test) == [21]


def disputed() -> RawData:
    #                 dog  cat cat   –   dog        equal inputs 7 disagree
    return RawData(records([7, 7, 7, 8, 9], [1, 0, 0, 0, 1]), classes=("cat", "dog"))


@pytest.mark.parametrize(
    ("treatment", "kept", "words"),
    [
        ("keep", [7, 7, 7, 8, 9], "all stay"),
        ("drop", [8, 9], "are left out"),
        ("most_frequent", [7, 7, 8, 9], "most frequent label"),
    ],
)
def test_equal_samples_with_different_labels_are_treated_as_chosen(
    treatment: str, kept: list[int], words: str
) -> None:
    found = cleaned(disputed(), conflicting=treatment)
    assert contents_of(found.train) == kept
    finding = next(each for each in found.findings if each.code == "conflicting-labels")
    assert finding.text.values["count"] == 3
    assert words in str(finding.text)
    assert finding.examples == ("row 1", "row 2", "row 3")


def test_a_draw_between_labels_keeps_the_first_class_only() -> None:
    raw = RawData(records([7, 7, 8], [1, 0, 0]), classes=("cat", "dog"))
    found = cleaned(raw, conflicting="most_frequent")
    assert classes_of(found.train) == [0, 0]
    assert contents_of(found.train) == [7, 8]


def test_values_may_differ_for_equal_inputs() -> None:
    raw = RawData(records([7, 7], values=[[1.0], [2.0]]), values=("price",))
    assert cleaned(raw, Aim.VALUES) == raw


@pytest.mark.parametrize(("treatment", "kept"), [("keep", [5, 6, 5, 5, 7]), ("drop", [5, 6, 7])])
def test_duplicates_are_counted_and_treated_as_chosen(treatment: str, kept: list[int]) -> None:
    raw = RawData(records([5, 6, 5, 5, 7], [0, 1, 0, 0, 1]), classes=("a", "b"))
    found = cleaned(raw, duplicates=treatment)
    assert contents_of(found.train) == kept
    finding = only_finding(found)
    assert str(finding.text).startswith("2 training samples repeat others")
    assert finding.examples == ("row 3", "row 4")


def test_one_duplicate_is_one() -> None:
    found = cleaned(RawData(records([5, 5])), Aim.ITSELF, duplicates="drop")
    assert str(only_finding(found).text) == "1 training sample repeats another and is left out."


samples = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), min_size=1, max_size=40)


@given(samples, st.sampled_from(["keep", "drop", "most_frequent"]), st.booleans())
def test_what_is_left_is_what_was_there_in_its_order(
    rows: list[tuple[int, int]], conflicting: str, drop: bool
) -> None:
    raw = RawData(
        records([content for content, _ in rows], [number for _, number in rows]),
        classes=("a", "b", "c", "d"),
    )
    found = cleaned(raw, conflicting=conflicting, duplicates="drop" if drop else "keep")
    places = [int(origin.removeprefix("row ")) - 1 for origin in found.train.origins]
    assert places == sorted(set(places))
    assert list(zip(contents_of(found.train), classes_of(found.train), strict=True)) == [
        rows[place] for place in places
    ]
    left = set(zip(contents_of(found.train), classes_of(found.train), strict=True))
    if conflicting != "keep":
        assert len({content for content, _ in left}) == len(left)
    if drop:
        assert len(left) == len(found.train)
    agreed = {c for c, _ in rows if len({number for content, number in rows if content == c}) == 1}
    assert {row for row in rows if row[0] in agreed} <= left
