"""One contract for everything that is declared: layers, losses, optimizers and all the rest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from netstudio.core.declare import Declared, Registry, Unreadable
from netstudio.core.kinds import Choice
from netstudio.core.values import freeze
from netstudio.layers import LAYERS
from netstudio.tasks.augmentations import AUGMENTATIONS
from netstudio.tasks.initializations import INITIALIZATIONS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.metrics import METRICS
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.options import DataOptions
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.task import TASKS, TaskDef
from netstudio.tasks.training.options import TrainingOptions
from tests.strategies import unfitting

# What the file, or the functions that edit settings, need for themselves.
RESERVED = {
    *("type", "name", "uid", "enabled", "note", "slots", "stack", "self"),
    *("source", "facts", "loss", "optimizer", "schedule"),
}

REGISTRIES: tuple[Iterable[type[Declared]], ...] = (
    LAYERS,
    INITIALIZATIONS,
    AUGMENTATIONS,
    LOSSES,
    METRICS,
    OPTIMIZERS,
    SCHEDULES,
    SOURCES,
    TASKS,
    (DataOptions, TrainingOptions),
)
every_declaration = pytest.mark.parametrize(
    "cls", [*itertools.chain(*REGISTRIES)], ids=lambda cls: cls.type
)


@every_declaration
def test_it_says_what_it_is_and_does(cls: type[Declared]) -> None:
    assert cls.label.strip()
    assert cls.help.endswith(".")
    assert cls.__doc__
    assert all(word.strip() for word in cls.search)
    assert len(set(cls.search)) == len(cls.search)


@every_declaration
def test_its_settings_say_what_they_are_and_do(cls: type[Declared]) -> None:
    for spec in cls.fields():
        assert spec.label.strip()
        assert spec.help.endswith(".")
        assert spec.name not in RESERVED
        if isinstance(spec.kind, Choice) and spec.kind.labels:
            assert len(spec.kind.labels) == len(spec.kind.options)


@every_declaration
def test_its_defaults_fit_and_are_written_and_read_back(cls: type[Declared]) -> None:
    default = cls.read({})
    assert default.written() == cls.defaults()
    assert cls.read(cls.defaults()) == default


@every_declaration
def test_a_setting_out_of_range_is_a_fault_that_names_it(cls: type[Declared]) -> None:
    for spec in cls.fields():
        for value in unfitting(spec.kind):
            with pytest.raises(Unreadable) as caught:
                cls.read({spec.name: freeze(value)})
            (fault,) = caught.value.faults
            words = str(fault.text)
            assert fault.name == spec.name
            assert spec.label in words
            assert len(words.splitlines()) == 1
            assert len(words) < 400


@every_declaration
def test_an_unknown_setting_is_a_fault_that_names_it(cls: type[Declared]) -> None:
    with pytest.raises(Unreadable, match="unheard") as caught:
        cls.read({"unheard": 1})
    assert caught.value.faults[0].name == "unheard"


@pytest.mark.parametrize("registry", REGISTRIES[:-1], ids=lambda registry: registry.noun)
def test_labels_and_types_within_a_registry_all_differ(registry: Registry[Declared]) -> None:
    assert len({cls.label for cls in registry}) == len(registry)
    assert len({cls.type.lower() for cls in registry}) == len(registry)


@pytest.mark.parametrize("task", [*TASKS], ids=lambda task: task.type)
def test_a_task_offers_losses_and_metrics_and_data_that_exist(task: type[TaskDef]) -> None:
    assert set(task.losses) <= set(LOSSES.names())
    assert set(task.metrics) <= set(METRICS.names())
    assert task.losses
    assert any(source.serves(task.content, task.aim) for source in SOURCES)


@pytest.mark.parametrize("source", [*SOURCES], ids=lambda source: source.type)
def test_a_source_is_made_for_a_task_that_exists(source: type[SourceDef]) -> None:
    assert any(source.serves(task.content, task.aim) for task in TASKS)
    assert not source.path_field or source.path_field in source.defaults()
    assert source.path_field or source.licence
