"""What is counted and measured of data of every kind is right, and JSON can hold it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import torch

from netstudio.core.translate import verbatim
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import divide_for, read_source
from netstudio.engine.data.measures import Counted, Measured, histogram
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.series.inputs import Sequences
from netstudio.engine.data.sounds.inputs import Sounds
from netstudio.engine.data.statistics import Statistics, describe
from netstudio.engine.data.tables.inputs import CATEGORY, NUMBER, Rows
from netstudio.engine.data.texts.inputs import Texts
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS
from tests.data import settings_for
from tests.engine.data.examples import MAKERS


def measured(values: Sequence[float]) -> Measured:
    return Measured(verbatim("x"), np.array(values, dtype=np.float64))


def test_few_whole_numbers_have_a_range_each() -> None:
    found = histogram(measured([1, 2, 2, 4]))
    assert found.edges == (0.5, 1.5, 2.5, 3.5, 4.5)
    assert found.counts == (1, 2, 0, 1)
    assert found.mean == 2.25


def test_missing_and_infinite_values_are_counted_apart() -> None:
    found = histogram(measured([np.nan, 0.5, np.inf, 0.25]))
    assert found.missing == 2
    assert sum(found.counts) == 2
    assert found.mean == 0.375
    nothing = histogram(measured([np.nan]))
    assert (nothing.counts, nothing.mean, nothing.missing) == ((0,), None, 1)


def test_a_value_that_never_changes_has_one_range() -> None:
    found = histogram(measured([0.5] * 4))
    assert found.counts == (4,)
    assert found.edges[0] < 0.5 < found.edges[1]


def test_no_value_falls_between_the_ranges() -> None:
    values = np.random.default_rng(0).normal(size=1000)
    found = histogram(Measured(verbatim("x"), values))
    assert sum(found.counts) == 1000
    assert found.edges[0] == values.min()
    assert found.edges[-1] == values.max()


def described(inputs: Inputs, content: Content) -> Statistics:
    part = Records(inputs, torch.tensor([0, 1, 0]))
    divided = Divided(part, part.select(np.array([1])), part.select(np.array([], int)), ("a", "b"))
    return finish(describe(divided, content, Aim.CLASS))


def test_samples_and_classes_are_counted_in_every_part() -> None:
    found = described(Texts(["one", "three", "x"]), Content.TEXTS)
    assert found.samples == {"train": 3, "validation": 1, "test": 0}
    assert found.classes == {
        "train": {"a": 2, "b": 1},
        "validation": {"a": 0, "b": 1},
        "test": {"a": 0, "b": 0},
    }


def table() -> Rows:
    frame = pl.DataFrame({"age": [1.5, None, 3.5], "count": ["red", "red", None], "id": [1, 2, 3]})
    return Rows(frame, {"age": NUMBER, "count": CATEGORY, "id": "ignore"})


@pytest.mark.parametrize(
    ("make", "content", "means"),
    [
        (lambda: Texts(["one", "three", "x"]), Content.TEXTS, [3.0]),
        (lambda: Pictures(torch.zeros(3, 1, 8, 6, dtype=torch.uint8)), Content.IMAGES, [6.0, 8.0]),
        (
            lambda: Sounds([np.zeros(length, np.int16) for length in (4, 8, 12)], 8),
            Content.SOUNDS,
            [1.0],
        ),
        (
            lambda: Sequences(
                [np.full((length, 1), length, np.float32) for length in (1, 2, 3)], ("a",)
            ),
            Content.SEQUENCES,
            [2.0, 2.0],
        ),
        (table, Content.TABLE, [2.5, None]),
    ],
)
def test_inputs_are_measured(
    make: Callable[[], Inputs], content: Content, means: list[float | None]
) -> None:
    found = described(make(), content).measures
    assert [None if isinstance(each, Counted) else each.mean for each in found] == means


def test_words_of_a_column_are_counted_and_missing_ones_too() -> None:
    age, colour = described(table(), Content.TABLE).measures
    assert age.missing == 1
    assert isinstance(colour, Counted)
    assert colour.counts == {"red": 2}
    assert colour.missing == 1


@pytest.mark.parametrize("kind", [*Content])
def test_every_kind_of_content_is_described_in_json(kind: Content, tmp_path: Path) -> None:
    """Through a real source: the smallest that is shipped, or an example of it."""
    shipped = {
        Content.IMAGES: "digits",
        Content.SERIES: "beijing_air",
        Content.SEQUENCES: "japanese_vowels",
        Content.SOUNDS: "spoken_digits",
    }
    cls = SOURCES[shipped[kind]] if kind in shipped else None
    if cls is None:
        cls = next(each for each in SOURCES if each.content is kind and each.type in MAKERS)
    source = cls() if kind in shipped else MAKERS[cls.type](tmp_path)
    task = next(each() for each in TASKS if source.serves(each.content, each.aim))
    settings = settings_for(source, DataOptions(), task)
    divided = finish(divide_for(settings, finish(read_source(settings))))
    found = finish(describe(divided, kind, task.aim))
    written = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert written["samples"]["train"] == len(divided.train)
    assert written["measures"]
    assert bool(written["classes"]) is (task.aim is Aim.CLASS)
    assert bool(written["targets"]) is (task.aim is Aim.VALUES)
