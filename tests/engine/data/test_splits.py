"""Whatever the samples are: parts share none, no class is lost, and no sample either."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.translate import UserError, message
from netstudio.engine.data.dataset import Dataset, RawData, Samples, finish
from netstudio.engine.data.splits import divide
from netstudio.tasks.options import DataOptions
from tests.pictures import assert_one_sentence

# A sample is a class and a content; equal contents are frequent, and may disagree on the class.
Sample = tuple[int, int]
CLASSES = 3


def samples(described: list[Sample]) -> Samples:
    contents = torch.tensor([content for _, content in described], dtype=torch.uint8)
    targets = torch.tensor([number for number, _ in described], dtype=torch.int64)
    return Samples(contents.reshape(-1, 1, 1, 1).expand(-1, 1, 2, 1), targets)


def described(part: Samples) -> list[Sample]:
    contents = part.inputs[:, 0, 0, 0].tolist()
    return sorted(zip(part.targets.tolist(), contents, strict=True))


def contents(part: Samples) -> set[int]:
    return {content for _, content in described(part)}


def raw(
    train: list[Sample], validation: list[Sample] | None = None, test: list[Sample] | None = None
) -> RawData:
    return RawData(
        train=samples(train),
        validation=None if validation is None else samples(validation),
        test=None if test is None else samples(test),
        classes=("a", "b", "c"),
    )


def parts(dataset: Dataset) -> tuple[Samples, Samples, Samples]:
    return dataset.train, dataset.validation, dataset.test


some_samples = st.lists(
    st.tuples(st.integers(0, CLASSES - 1), st.integers(0, 40)), min_size=1, max_size=60
)
shares = st.floats(0.0, 0.9)
options = st.builds(
    DataOptions, validation_share=shares, test_share=shares, split_seed=st.integers(0, 2**32 - 1)
)


@given(some_samples, options)
def test_no_sample_is_lost_and_none_is_doubled(train: list[Sample], chosen: DataOptions) -> None:
    dataset = finish(divide(raw(train), chosen))
    found = [sample for part in parts(dataset) for sample in described(part)]
    assert sorted(found) == sorted(train)
    assert dataset.notes == ()


@given(some_samples, options)
def test_equal_samples_stay_together(train: list[Sample], chosen: DataOptions) -> None:
    first, second, third = map(contents, parts(finish(divide(raw(train), chosen))))
    assert not first & second
    assert not first & third
    assert not second & third


@given(some_samples, options)
def test_each_class_keeps_something_to_learn_from(train: list[Sample], chosen: DataOptions) -> None:
    dataset = finish(divide(raw(train), chosen))
    assert {number for number, _ in described(dataset.train)} == {number for number, _ in train}


@given(st.lists(st.integers(2, 40), min_size=CLASSES, max_size=CLASSES), options)
def test_each_class_gives_its_share_within_one_sample(
    counts: list[int], chosen: DataOptions
) -> None:
    train = [
        (number, 80 * number + at) for number in range(CLASSES) for at in range(counts[number])
    ]
    dataset = finish(divide(raw(train), chosen))
    for number, count in enumerate(counts):
        of_class = [int((part.targets == number).sum()) for part in parts(dataset)]
        remaining = count - of_class[2]
        assert abs(of_class[2] - count * chosen.test_share) <= 1
        assert abs(of_class[1] - remaining * chosen.validation_share) <= 1


@given(some_samples, options)
def test_the_same_seed_divides_alike(train: list[Sample], chosen: DataOptions) -> None:
    first, again = (finish(divide(raw(train), chosen)) for _ in range(2))
    assert list(map(described, parts(first))) == list(map(described, parts(again)))


@given(some_samples, some_samples, some_samples, options)
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
            finish(divide(whole, chosen))
        return
    dataset = finish(divide(whole, chosen))
    assert described(dataset.test) == sorted(test)
    watched = sorted(sample for sample in validation if sample[1] not in first)
    assert described(dataset.validation) == watched
    assert described(dataset.train) == kept
    left_out = [len(train) - len(kept), len(validation) - len(watched)]
    assert [note.values["count"] for note in dataset.notes] == [n for n in left_out if n]


def test_training_samples_of_the_official_test_part_are_left_out_with_a_note() -> None:
    train = [(0, 1), (0, 2), (1, 3), (1, 4), (1, 4)]
    dataset = finish(divide(raw(train, test=[(0, 1), (2, 4)]), DataOptions(validation_share=0.0)))
    assert described(dataset.train) == [(0, 2), (1, 3)]
    assert described(dataset.test) == [(0, 1), (2, 4)]
    (note,) = dataset.notes
    assert str(note).startswith("3 training samples also occur in the validation or test part")


def test_notes_of_the_source_stay_in_front() -> None:
    before = RawData(
        train=samples([(0, 1), (1, 2), (1, 3)]),
        validation=None,
        test=samples([(1, 3)]),
        classes=("a", "b"),
        notes=(message("Something was odd."),),
    )
    first, second = finish(divide(before, DataOptions())).notes
    assert str(first) == "Something was odd."
    assert "1 training samples" in str(second)


@pytest.mark.parametrize("classes", [(), ("only",)])
def test_less_than_two_classes_are_an_error(classes: tuple[str, ...]) -> None:
    train = samples([(0, 1), (0, 2)])
    with pytest.raises(UserError) as caught:
        finish(
            divide(RawData(train=train, validation=None, test=None, classes=classes), DataOptions())
        )
    assert_one_sentence(caught.value, f"{len(classes)} class", "at least 2")


def test_a_test_part_without_samples_is_no_obstacle() -> None:
    dataset = finish(divide(raw([(0, 1), (1, 2)], test=[]), DataOptions()))
    assert len(dataset.test) == 0
    assert len(dataset.train) == 2
