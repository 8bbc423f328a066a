"""One contract for every data source: what it reads, and how it is divided."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import Job, finish
from netstudio.engine.data.load import divide_for, load_dataset, read_source
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.events import Preparing
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions
from netstudio.tasks.settings import Settings
from netstudio.tasks.sources import FashionMNIST, SourceDef
from netstudio.tasks.sources.sounds import FreeSpokenDigits
from netstudio.tasks.task import TaskDef
from tests.data import in_memory, settings_for
from tests.engine.data.examples import MAKERS, uses


@dataclass(frozen=True)
class Case:
    """A source with what was read from it once for a task."""

    source: SourceDef
    task: TaskDef
    read: Callable[[], Job[RawData]]
    load: Callable[[DataOptions], Job[Dataset]]
    raw: RawData
    events: list[Preparing]

    def settings(self, options: DataOptions) -> Settings:
        return settings_for(self.source, options, self.task)


@pytest.fixture(
    scope="module", params=[*uses()], ids=lambda use: f"{use[0].type} for {use[1].type}"
)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    cls, task = request.param
    root = Path("no data root is needed")
    if cls in (FashionMNIST, FreeSpokenDigits):
        root = request.getfixturevalue("test_data")
    maker = MAKERS.get(cls.type)
    source = maker(tmp_path_factory.mktemp("example")) if maker else cls()
    settings = settings_for(source, task=task())
    events: list[Preparing] = []
    return Case(
        source=source,
        task=task(),
        read=lambda: read_source(settings, root),
        load=lambda options: load_dataset(settings_for(source, options, task()), root),
        raw=finish(read_source(settings, root), events.append),
        events=events,
    )


def parts_of(raw: RawData) -> list[Records]:
    return [part for part in (raw.train, raw.validation, raw.test) if part is not None]


def keys(records: Records) -> list[bytes]:
    return finish(records.inputs.keys())


def test_every_sample_has_the_target_that_its_task_wants(case: Case) -> None:
    for part in parts_of(case.raw):
        assert len(part) == len(part.inputs) > 0
        match case.task.aim:
            case Aim.CLASS:
                assert part.targets is not None
                assert part.targets.dtype == torch.int64
                assert part.targets.shape == (len(part),)
                assert int(part.targets.min()) >= 0
                assert int(part.targets.max()) < len(case.raw.classes)
            case Aim.LABELS:
                assert part.targets is not None
                assert part.targets.shape == (len(part), len(case.raw.classes))
                assert set(part.targets.flatten().tolist()) <= {0.0, 1.0}
            case Aim.VALUES:
                assert part.targets is not None
                assert part.targets.is_floating_point()
                assert part.targets.shape == (len(part), len(case.raw.values))


def test_its_classes_have_different_names_and_all_occur(case: Case) -> None:
    if case.task.aim is not Aim.CLASS:
        return
    classes, targets = case.raw.classes, case.raw.train.targets
    assert targets is not None
    assert len(set(classes)) == len(classes) >= 2
    assert set(targets.tolist()) == set(range(len(classes)))


def test_it_has_as_many_samples_as_it_declares(case: Case) -> None:
    if case.source.samples is not None:
        assert sum(len(part) for part in parts_of(case.raw)) == case.source.samples


def test_origins_are_given_for_all_samples_or_for_none(case: Case) -> None:
    for part in parts_of(case.raw):
        assert len(part.origins) in (0, len(part))


def test_a_second_reading_gives_the_same(case: Case) -> None:
    again = finish(case.read())
    assert (again.classes, again.values) == (case.raw.classes, case.raw.values)
    for before, after in zip(parts_of(case.raw), parts_of(again), strict=True):
        assert keys(before) == keys(after)
        if before.targets is not None:
            assert after.targets is not None
            assert torch.equal(before.targets, after.targets)


def test_selected_records_keep_their_targets_and_their_order(case: Case) -> None:
    part = case.raw.train
    index = np.array([3, 0, 2])
    chosen = part.select(index)
    whole = keys(part)
    assert keys(chosen) == [whole[at] for at in index]
    if part.targets is not None:
        assert chosen.targets is not None
        assert torch.equal(chosen.targets, part.targets[torch.from_numpy(index)])


def test_it_tells_how_far_it_is(case: Case) -> None:
    for event in case.events:
        assert json.loads(json.dumps(event.as_json()))["event"] == "preparing"
        assert 0 <= event.done <= event.total
    assert not case.events or case.events[-1].done == case.events[-1].total
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
    records = finish(case.load(DataOptions())).records
    train, validation, test = (set(keys(part)) for part in records.parts)
    assert not train & validation
    assert not train & test
    assert not validation & test
    assert train
    assert validation
    assert test


def test_an_official_test_part_stays_the_test_part(case: Case) -> None:
    if case.raw.test is not None:
        test = finish(case.load(DataOptions(test_share=0.5))).records.test
        assert keys(test) == keys(case.raw.test)


def test_the_seed_alone_decides_the_division(case: Case) -> None:
    first, again, other = (
        finish(divide_for(case.settings(DataOptions(split_seed=seed)), case.raw))
        for seed in (3, 3, 4)
    )
    for before, after in zip(first.parts, again.parts, strict=True):
        assert keys(before) == keys(after)
    if case.raw.is_ordered:
        assert keys(first.validation) == keys(other.validation)
    elif case.raw.validation is None:
        assert set(keys(first.validation)) != set(keys(other.validation))


def test_what_the_network_receives_is_as_its_facts_say(case: Case) -> None:
    dataset = finish(case.load(DataOptions()))
    facts = dataset.facts
    ready = dataset.preprocessing.on(torch.device("cpu"))(in_memory(dataset.train.inputs)[:3])
    assert tuple(ready.shape[1:]) == facts.sample.sizes
    assert str(ready.dtype) == f"torch.{facts.sample.dtype}"
    assert ready.isfinite().all()
    assert facts.classes == dataset.records.classes
    assert facts.values == case.raw.values
    sizes = (facts.counts.train, facts.counts.validation, facts.counts.test)
    assert sizes == tuple(map(len, (dataset.train, dataset.validation, dataset.test)))
    assert sizes == tuple(map(len, dataset.records.parts))


def test_a_model_file_keeps_all_of_the_preprocessing(case: Case) -> None:
    dataset = finish(case.load(DataOptions()))
    kept = json.loads(json.dumps(dataset.preprocessing.as_json(), allow_nan=False))
    again = type(dataset.preprocessing).from_json(kept)
    encoded = in_memory(finish(again.encode(dataset.records.validation.inputs)))
    assert torch.equal(encoded, in_memory(dataset.validation.inputs))
    device = torch.device("cpu")
    before, after = dataset.preprocessing.on(device), again.on(device)
    assert torch.equal(before(encoded[:3]), after(encoded[:3]))


def test_data_that_are_not_there_are_an_error_that_says_where_they_belong(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Fashion-?MNIST"):
        finish(read_source(settings_for(FashionMNIST()), tmp_path))
