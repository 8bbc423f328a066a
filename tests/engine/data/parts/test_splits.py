"""Whatever the samples are: parts share none, no class is lost, and no sample either."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.translate import UserError, message
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.job import finish
from netstudio.engine.data.parts.splits import divide
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions
from tests.engine.data.fake_inputs import classes_of, contents_of, records
from tests.pictures import assert_one_sentence

# A sample is a class and a content; equal contents are frequent, and may disagree on the class.
Sample = tuple[int, int]
CLASSES = 3
ACROSS_PARTS = "repeated-across-parts"


def samples(described: list[Sample], groups: list[int] | None = None) -> Records:
    return records(
        [content for _, content in described], [number for number, _ in described], groups
    )


def described(part: Records) -> list[Sample]:
    return sorted(zip(classes_of(part), contents_of(part), strict=True))


def contents(part: Records) -> set[int]:
    return set(contents_of(part))


def raw(
    train: list[Sample], validation: list[Sample] | None = None, test: list[Sample] | None = None
) -> RawData:
    return RawData(
        train=samples(train),
        validation=None if validation is None else samples(validation),
        test=None if test is None else samples(test),
        classes=("a", "b", "c"),
    )


def divided(data: RawData, options: DataOptions, aim: Aim = Aim.CLASS) -> Divided:
    return finish(divide(data, options, aim))


def numbers_of(part: Records) -> list[int]:
    return [int(origin.removeprefix("row ")) for origin in part.origins]


some_samples = st.lists(
    st.tuples(st.integers(0, CLASSES - 1), st.integers(0, 40)), min_size=1, max_size=60
)
shares = st.floats(0.0, 0.9)
seeds = st.integers(0, 2**32 - 1)
ways = st.sampled_from(["stratified", "random", "time"])
options = st.builds(
    DataOptions, validation_share=shares, test_share=shares, split_seed=seeds, split_by=ways
)
by_chance = st.builds(DataOptions, validation_share=shares, test_share=shares, split_seed=seeds)


@given(some_samples, options)
def test_no_sample_is_lost_and_none_is_doubled(train: list[Sample], chosen: DataOptions) -> None:
    found = divided(raw(train), chosen)
    assert sorted(number for part in found.parts for number in numbers_of(part)) == list(
        range(1, len(train) + 1)
    )
    assert sorted(s for part in found.parts for s in described(part)) == sorted(train)


@given(some_samples, by_chance)
def test_equal_samples_stay_together(train: list[Sample], chosen: DataOptions) -> None:
    first, second, third = map(contents, divided(raw(train), chosen).parts)
    assert not first & second
    assert not first & third
    assert not second & third


@given(some_samples, by_chance)
def test_each_class_keeps_something_to_learn_from(train: list[Sample], chosen: DataOptions) -> None:
    found = divided(raw(train), chosen)
    assert set(classes_of(found.train)) == {number for number, _ in train}


@given(st.lists(st.integers(2, 40), min_size=CLASSES, max_size=CLASSES), by_chance)
def test_each_class_gives_its_share_within_one_sample(
    counts: list[int], chosen: DataOptions
) -> None:
    train = [
        (number, 80 * number + at) for number in range(CLASSES) for at in range(counts[number])
    ]
    found = divided(raw(train), chosen)
    for number, count in enumerate(counts):
        of_class = [classes_of(part).count(number) for part in found.parts]
        remaining = count - of_class[2]
        assert abs(of_class[2] - count * chosen.test_share) <= 1
        assert abs(of_class[1] - remaining * chosen.validation_share) <= 1


@given(st.integers(10, 60), shares, shares, seeds, st.sampled_from(["random", "time"]))
def test_shares_are_right_within_rounding(
    count: int, tested: float, watched: float, seed: int, way: str
) -> None:
    chosen = DataOptions(test_share=tested, validation_share=watched, split_seed=seed, split_by=way)
    found = divided(raw([(at % 3, at) for at in range(count)]), chosen)
    assert abs(len(found.test) - count * tested) <= 1
    assert abs(len(found.validation) - (count - len(found.test)) * watched) <= 1


@given(some_samples, options)
def test_the_same_seed_divides_alike(train: list[Sample], chosen: DataOptions) -> None:
    first, again = (divided(raw(train), chosen) for _ in range(2))
    assert list(map(numbers_of, first.parts)) == list(map(numbers_of, again.parts))


grouped_samples = st.lists(
    st.tuples(st.integers(0, CLASSES - 1), st.integers(0, 40), st.integers(0, 9)),
    min_size=1,
    max_size=60,
)


@given(grouped_samples, by_chance, st.sampled_from(["stratified", "random", "groups"]))
def test_no_group_and_no_content_is_in_two_parts(
    rows: list[tuple[int, int, int]], chosen: DataOptions, way: str
) -> None:
    train = samples([row[:2] for row in rows], [row[2] for row in rows])
    chosen = DataOptions.read({**chosen.written(), "split_by": way})
    found = divided(RawData(train, classes=("a", "b", "c")), chosen)
    for of in (lambda part: set(part.groups.tolist()), contents):
        first, second, third = map(of, found.parts)
        assert not first & second
        assert not first & third
        assert not second & third
    assert sum(map(len, found.parts)) == len(rows)


def test_near_duplicates_may_be_torn_apart_on_request() -> None:
    train = records(range(40), [0, 1] * 20, groups=[0] * 40)
    together = RawData(train, classes=("a", "b"))
    assert len(divided(together, DataOptions()).test) == 0
    assert len(divided(together, DataOptions(near_duplicates="apart")).test) == 4


def test_groups_that_nobody_knows_are_an_error() -> None:
    with pytest.raises(UserError) as caught:
        divided(raw([(0, 1), (1, 2)]), DataOptions(split_by="groups"))
    assert_one_sentence(caught.value, "group column")


@pytest.mark.parametrize("ordered", [True, False])
def test_by_time_the_test_part_is_the_latest(ordered: bool) -> None:
    train = records([5] * 20, values=[[float(at)] for at in range(20)])
    data = RawData(train, values=("°C",), is_ordered=ordered)
    chosen = DataOptions(
        test_share=0.2, validation_share=0.25, split_by="stratified" if ordered else "time"
    )
    found = divided(data, chosen, Aim.VALUES)
    assert numbers_of(found.train) == list(range(1, 13))
    assert numbers_of(found.validation) == list(range(13, 17))
    assert numbers_of(found.test) == list(range(17, 21))


@pytest.mark.parametrize("fold", [None, (2, 3)])
def test_samples_that_know_the_targets_of_a_later_part_are_left_out(
    fold: tuple[int, int] | None,
) -> None:
    train = records(range(40), values=[[float(at)] for at in range(40)])
    data = RawData(train, values=("°C",), is_ordered=True, overlap=2)
    found = divided(data, DataOptions(test_share=0.2, fold=fold), Aim.VALUES)
    first, second, third = map(numbers_of, found.parts)
    assert first[0] == 1
    assert second[0] - first[-1] == third[0] - second[-1] == 3


@given(some_samples, some_samples, some_samples, by_chance)
def test_parts_that_the_source_brings_are_kept_and_what_repeats_them_is_left_out(
    train: list[Sample], validation: list[Sample], test: list[Sample], chosen: DataOptions
) -> None:
    whole = raw(train, validation, test)
    assert whole.validation is not None
    assert whole.test is not None
    first, second = contents(whole.test), contents(whole.test) | contents(whole.validation)
    kept = sorted(sample for sample in train if sample[1] not in second)
    if not kept:
        with pytest.raises(UserError, match="No training samples are left"):
            divided(whole, chosen)
        return
    found = divided(whole, chosen)
    assert described(found.test) == sorted(test)
    watched = sorted(sample for sample in validation if sample[1] not in first)
    assert described(found.validation) == watched
    assert described(found.train) == kept
    left_out = [len(train) - len(kept), len(validation) - len(watched)]
    findings = [finding for finding in found.findings if finding.code == ACROSS_PARTS]
    assert len(findings) == sum(count > 0 for count in left_out)


def test_training_samples_of_the_official_test_part_are_left_out_with_a_note() -> None:
    train = [(0, 1), (0, 2), (1, 3), (1, 4), (1, 4)]
    found = divided(raw(train, test=[(0, 1), (2, 4)]), DataOptions(validation_share=0.0))
    assert described(found.train) == [(0, 2), (1, 3)]
    assert described(found.test) == [(0, 1), (2, 4)]
    (finding,) = (each for each in found.findings if each.code == ACROSS_PARTS)
    assert str(finding.text).startswith(
        "3 training samples also occur in the validation or test part"
    )
    assert finding.examples == ("row 1", "row 4", "row 5")


def test_classes_of_which_nothing_is_learned_are_named() -> None:
    data = raw([(0, 1), (0, 2), (1, 3), (1, 4)], test=[(2, 5), (1, 6)])
    found = divided(data, DataOptions(validation_share=0.0, smallest_class=2, tiny_classes="keep"))
    (finding,) = (each for each in found.findings if each.code == "unlearned-classes")
    assert str(finding.text).endswith("nothing is learned of them: c.")


def test_findings_of_the_source_stay_in_front() -> None:
    before = RawData(
        train=samples([(0, 1), (1, 2), (1, 3)]),
        test=samples([(1, 3)]),
        classes=("a", "b"),
        findings=(Finding("odd", message("Something was odd.")),),
    )
    first, *_, last = divided(before, DataOptions(smallest_class=2)).findings
    assert str(first.text) == "Something was odd."
    assert str(last.text).startswith("1 training sample also occurs")


@pytest.mark.parametrize("classes", [(), ("only",)])
def test_less_than_two_classes_are_an_error(classes: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as caught:
        divided(RawData(samples([(0, 1), (0, 2)]), classes=classes), DataOptions())
    assert_one_sentence(caught.value, f"{len(classes)} class", "at least 2")


def test_values_that_are_all_the_same_are_an_error_that_names_them() -> None:
    data = RawData(
        records(range(3), values=[[1.0, 7.5], [2.0, 7.5], [3.0, 7.5]]), values=("a", "b")
    )
    with pytest.raises(UserError) as caught:
        divided(data, DataOptions(), Aim.VALUES)
    assert_one_sentence(caught.value, "b is 7.5 in all samples")


def test_what_is_its_own_target_needs_no_classes() -> None:
    found = divided(RawData(records(range(20))), DataOptions(), Aim.ITSELF)
    assert [len(part) for part in found.parts] == [16, 2, 2]
    assert found.findings == ()


def test_a_test_part_without_samples_is_no_obstacle() -> None:
    found = divided(raw([(0, 1), (1, 2)], test=[]), DataOptions())
    assert len(found.test) == 0
    assert len(found.train) == 2


@given(grouped_samples, st.integers(2, 4), seeds)
def test_every_sample_is_tested_in_exactly_one_fold(
    rows: list[tuple[int, int, int]], count: int, seed: int
) -> None:
    train = samples([row[:2] for row in rows], [row[2] for row in rows])
    data = RawData(train, test=samples([(0, 99)]), classes=("a", "b", "c"))
    tested: list[int] = []
    for fold in range(1, count + 1):
        chosen = DataOptions(fold=(fold, count), split_seed=seed)
        try:
            found = divided(data, chosen)
        except UserError:
            return
        tested.extend(numbers_of(found.test))
        first, second, third = map(contents, found.parts)
        assert not first & second
        assert not first & third
        assert not second & third
        assert sum(map(len, found.parts)) == len(rows)
    assert sorted(tested) == list(range(1, len(rows) + 1))


def test_folds_are_level_and_stratified() -> None:
    data = raw([(at % 3, at) for at in range(60)])
    for fold in range(1, 6):
        found = divided(data, DataOptions(fold=(fold, 5)))
        assert np.bincount(classes_of(found.test)).tolist() == [4, 4, 4]
        assert len(found.validation) == 5


def test_more_folds_than_samples_are_an_error() -> None:
    with pytest.raises(UserError) as caught:
        divided(raw([(0, 1), (1, 2), (1, 3)]), DataOptions(fold=(1, 5)))
    assert_one_sentence(caught.value, "5 folds", "3")


def test_fewer_samples_and_wrong_labels_are_only_in_the_training_part_and_are_named() -> None:
    data = raw([(at % 3, at) for at in range(90)])
    before = divided(data, DataOptions())
    found = divided(data, DataOptions(use_samples=30, spoiled_labels=0.5))
    assert len(found.train) == 30
    assert described(found.validation) == described(before.validation)
    assert described(found.test) == described(before.test)
    assert contents(found.train) < contents(before.train)
    wrong = sum(number != content % 3 for number, content in described(found.train))
    assert wrong == 15
    codes = [finding.code for finding in found.findings]
    assert codes == ["fewer-samples", "spoiled-labels"]
    assert [finding.setting for finding in found.findings] == [
        "options.use_samples",
        "options.spoiled_labels",
    ]
    assert str(found.findings[0].text) == (
        "Only 30 of 73 training samples are learned from, as chosen."
    )


def test_of_samples_in_order_of_time_the_latest_are_used() -> None:
    data = RawData(
        records(range(20), values=[[float(at)] for at in range(20)]), values=("v",), is_ordered=True
    )
    found = divided(
        data, DataOptions(use_share=0.25, test_share=0.2, validation_share=0.0), Aim.VALUES
    )
    assert numbers_of(found.train) == [13, 14, 15, 16]


def test_very_unequal_classes_are_named_with_their_counts() -> None:
    data = raw([(0, at) for at in range(30)] + [(1, 50 + at) for at in range(6)])
    (finding,) = divided(
        data, DataOptions(test_share=0, validation_share=0, smallest_class=2)
    ).findings[-1:]
    assert finding.setting == "options.imbalance"
    assert "a has 30 training samples, b 6" in str(finding.text)
