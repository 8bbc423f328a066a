"""One contract for every data source: what it reads, and how it is divided."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine.data.dataset import Dataset, Job, RawData, Samples, finish
from netstudio.engine.data.load import load_dataset, read_source
from netstudio.engine.data.splits import divide, sample_keys
from netstudio.engine.events import Preparing
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SOURCES, FashionMNIST, ImageFolder, SourceDef
from tests.pictures import write_class


@dataclass(frozen=True)
class Case:
    """A source with what was read from it once."""

    source: SourceDef
    read: Callable[[], Job[RawData]]
    load: Callable[[DataOptions], Job[Dataset]]
    raw: RawData
    events: list[Preparing]


@pytest.fixture(scope="module", params=[*SOURCES], ids=lambda cls: cls.type)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    cls: type[SourceDef] = request.param
    source, root = cls(), Path("no data root is needed")
    if cls is FashionMNIST:
        root = request.getfixturevalue("test_data")
    if cls.is_folder:
        # Mixed sizes and more files than are worked on at a time.
        folder = tmp_path_factory.mktemp("pictures")
        write_class(folder / "ants", 150)
        write_class(folder / "bees", 70, size=(12, 9), seed=1)
        source = ImageFolder(folder=str(folder))
    events: list[Preparing] = []
    return Case(
        source=source,
        read=lambda: read_source(source, root),
        load=lambda options: load_dataset(source, options, root),
        raw=finish(read_source(source, root), events.append),
        events=events,
    )


def parts_of(raw: RawData) -> list[Samples]:
    return [part for part in (raw.train, raw.validation, raw.test) if part is not None]


def keys_of(dataset: Dataset) -> list[set[bytes]]:
    parts = (dataset.train, dataset.validation, dataset.test)
    return [set(finish(sample_keys(part))) for part in parts]


def test_it_gives_byte_pictures_with_class_numbers(case: Case) -> None:
    for part in parts_of(case.raw):
        assert part.inputs.dtype == torch.uint8
        assert part.inputs.dim() == 4
        assert part.inputs.shape[1] in (1, 3)
        assert part.targets.dtype == torch.int64
        assert part.targets.shape == part.inputs.shape[:1]
        assert int(part.targets.min()) >= 0
        assert int(part.targets.max()) < len(case.raw.classes)


def test_its_classes_have_different_names_and_all_occur(case: Case) -> None:
    classes = case.raw.classes
    assert len(set(classes)) == len(classes) >= 2
    assert set(case.raw.train.targets.tolist()) == set(range(len(classes)))


def test_it_has_as_many_samples_as_it_declares(case: Case) -> None:
    expected = case.source.samples or 220
    assert sum(len(part) for part in parts_of(case.raw)) == expected


def test_pixels_use_the_whole_range_of_a_byte(case: Case) -> None:
    assert int(case.raw.train.inputs.min()) == 0
    assert int(case.raw.train.inputs.max()) == 255


def test_a_second_reading_gives_the_same(case: Case) -> None:
    again = finish(case.read())
    assert again.classes == case.raw.classes
    for before, after in zip(parts_of(case.raw), parts_of(again), strict=True):
        assert torch.equal(before.inputs, after.inputs)
        assert torch.equal(before.targets, after.targets)


def test_it_tells_how_far_it_is(case: Case) -> None:
    assert case.events
    for event in case.events:
        assert json.loads(json.dumps(event.as_json()))["event"] == "preparing"
        assert 0 <= event.done <= event.total
    last = case.events[-1]
    assert last.done == last.total
    by_stage: dict[str, list[int]] = {}
    for event in case.events:
        by_stage.setdefault(event.stage, []).append(event.done)
    assert all(done == sorted(done) for done in by_stage.values())


def test_leaving_off_in_the_middle_leaves_no_thread_behind(case: Case) -> None:
    before = set(threading.enumerate())
    for steps in range(1, len(case.events) + 1):
        job = case.read()
        for _ in range(steps):
            next(job, None)  # how often it lets go depends on the time
        job.close()
        assert set(threading.enumerate()) == before


def test_its_parts_share_no_sample(case: Case) -> None:
    train, validation, test = keys_of(finish(case.load(DataOptions())))
    assert not train & validation
    assert not train & test
    assert not validation & test
    assert train
    assert validation
    assert test


def test_an_official_test_part_stays_the_test_part(case: Case) -> None:
    test = finish(case.load(DataOptions(test_share=0.5))).test
    if case.raw.test is None:
        assert len(test) == pytest.approx(len(case.raw.train) / 2, rel=0.02)
    else:
        assert torch.equal(test.inputs, case.raw.test.inputs)
        assert torch.equal(test.targets, case.raw.test.targets)


def test_every_part_has_the_same_share_of_each_class(case: Case) -> None:
    share = 0.25
    whole = finish(divide(case.raw, DataOptions(validation_share=0.0, test_share=0.0)))
    cut = finish(divide(case.raw, DataOptions(validation_share=share, test_share=0.0)))
    # Equal samples count as one, and a group of them goes whole.
    repeats = len(whole.train) - len(set(finish(sample_keys(whole.train))))
    numbers = len(case.raw.classes)
    expected = torch.bincount(whole.train.targets, minlength=numbers) * share
    found = torch.bincount(cut.validation.targets, minlength=numbers)
    assert bool((found - expected).abs().le(1 + repeats).all())
    assert len(cut.validation) == pytest.approx(len(whole.train) * share, abs=1 + repeats)


def test_the_seed_alone_decides_the_division(case: Case) -> None:
    first, again, other = (
        finish(divide(case.raw, DataOptions(split_seed=seed))) for seed in (3, 3, 4)
    )
    for part in ("train", "validation", "test"):
        assert torch.equal(getattr(first, part).inputs, getattr(again, part).inputs)
        assert torch.equal(getattr(first, part).targets, getattr(again, part).targets)
    assert keys_of(first)[1] != keys_of(other)[1]


def test_its_facts_tell_shape_classes_and_counts(case: Case) -> None:
    dataset = finish(case.load(DataOptions()))
    facts = dataset.facts
    assert facts.sample.sizes == tuple(case.raw.train.inputs.shape[1:])
    assert facts.classes == case.raw.classes
    assert facts.counts.train == len(dataset.train)
    assert facts.counts.validation == len(dataset.validation)
    assert facts.counts.test == len(dataset.test)


def test_data_that_are_not_there_are_an_error_that_says_where_they_belong(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="FashionMNIST"):
        finish(read_source(FashionMNIST(), tmp_path))
