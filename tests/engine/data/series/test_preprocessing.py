"""From windows to the network's input: scales, gaps, words, and what a model file keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import read_source
from netstudio.engine.data.records import Records
from netstudio.engine.data.series.course import Column, Course
from netstudio.engine.data.series.inputs import Windows
from netstudio.engine.data.series.preprocessing import SeriesPreprocessing, filled
from netstudio.engine.data.series.scales import Scale
from netstudio.tasks.preparation.series import SeriesPreparation
from netstudio.tasks.series import Forecasting
from netstudio.tasks.sources.series import SeriesFile
from tests.data import settings_for

NAN = float("nan")


def records(
    values: list[list[float]], columns: tuple[Column, ...], window: int, count: int
) -> Records:
    course = Course(np.array(values, np.float32), columns)
    return Records(Windows(course, np.arange(count), window, 1, (columns[0].name,)), None)


def fitted(train: Records, **options: Any) -> SeriesPreprocessing:
    return finish(SeriesPreprocessing.fit(train, SeriesPreparation(**options)))


def test_only_rows_that_training_windows_see_set_the_scale() -> None:
    values = [[float(at)] for at in range(6)] + [[1e6]] * 20
    train = records(values, (Column("v"),), window=3, count=4)
    (feature,) = fitted(train).features
    assert feature.scale.shift == pytest.approx(2.5)
    assert feature.scale.width == pytest.approx(np.std(range(6)))


@pytest.mark.parametrize(
    ("scaling", "expected"), [("standard", [-1, 1]), ("min_max", [0, 1]), ("none", [4, 8])]
)
def test_columns_are_scaled_as_chosen(scaling: str, expected: list[float]) -> None:
    train = records([[4.0], [8.0], [4.0], [8.0]], (Column("v"),), window=2, count=3)
    encoded = finish(fitted(train, scaling=scaling).encode(train.inputs))
    assert encoded[0, :, 0].tolist() == expected


def test_words_become_one_input_each_and_unknown_ones_none() -> None:
    wind = Column("wind", ("N", "S", "W"))
    values = [[0.0], [2.0], [0.0], [2.0], [1.0]]
    train = records(values, (wind,), window=2, count=3)
    fit = fitted(train)
    assert fit.features[0].categories == ("N", "W")
    assert fit.sample == TensorSpec(SEQUENCE, (2, 2))
    everything = records(values, (wind,), window=5, count=1).inputs
    encoded = finish(SeriesPreprocessing(5, fit.features, "forward").encode(everything))
    assert encoded[0].tolist() == [[1, 0], [0, 1], [1, 0], [0, 1], [0, 0]]


@pytest.mark.parametrize(
    ("how", "expected"),
    [("forward", [9, 1, 1, 1, 4]), ("interpolate", [1, 1, 2, 3, 4]), ("mean", [9, 1, 9, 9, 4])],
)
def test_missing_numbers_are_filled_as_chosen(how: str, expected: list[float]) -> None:
    values = np.array([NAN, 1, NAN, NAN, 4], np.float32)
    assert filled(values, how, Scale(mean=9.0)).tolist() == expected


def test_the_last_known_value_never_looks_into_the_future() -> None:
    before = np.array([1, 2, NAN, NAN, 5, 6], np.float32)
    after = before.copy()
    after[4:] = 500
    known = filled(before, "forward", Scale())[:4]
    assert known.tolist() == filled(after, "forward", Scale())[:4].tolist()


def test_a_column_without_any_number_is_all_mean() -> None:
    assert filled(np.full(3, NAN, np.float32), "interpolate", Scale(mean=2.0)).tolist() == [2, 2, 2]


class TestReading:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        lines = [f"2020-01-{at + 1:02},{at % 7},{('N', 'S')[at % 2]}" for at in range(31)]
        path = tmp_path / "weather.csv"
        path.write_text("\n".join(["day,rain,wind", *lines]), encoding="utf-8")
        return path

    @pytest.fixture
    def fit(self, file: Path) -> SeriesPreprocessing:
        source = SeriesFile(file=str(file), window=5)
        raw = finish(read_source(settings_for(source, task=Forecasting())))
        return finish(SeriesPreprocessing.fit(raw.train, SeriesPreparation()))

    def test_of_a_file_the_last_window_is_taken(self, fit: SeriesPreprocessing, file: Path) -> None:
        read = fit.read(str(file))
        source = SeriesFile(file=str(file), window=5)
        raw = finish(read_source(settings_for(source, task=Forecasting())))
        encoded = finish(fit.encode(raw.train.inputs))
        # The newest window that has a known future ends one row before the file does.
        assert torch.equal(read[:-1], encoded[-1][1:])

    def test_a_file_without_a_column_is_refused(
        self, fit: SeriesPreprocessing, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.csv"
        other.write_text("day,rain\n" + "\n".join(f"2020-01-{at + 1:02},{at}" for at in range(9)))
        with pytest.raises(UserError, match="no column called wind"):
            fit.read(other)

    def test_a_file_that_is_too_short_is_refused(
        self, fit: SeriesPreprocessing, file: Path
    ) -> None:
        file.write_text("\n".join(file.read_text().splitlines()[:4]))
        with pytest.raises(UserError, match=r"has 3 rows, but the model looks back on 5"):
            fit.read(file)

    def test_an_array_of_another_width_is_refused(self, fit: SeriesPreprocessing) -> None:
        with pytest.raises(UserError, match=r"Input 2 has the shape \(5, 1\), but the model needs"):
            fit.read(np.zeros(5), 2)

    def test_a_model_file_keeps_it_whole(self, fit: SeriesPreprocessing) -> None:
        assert SeriesPreprocessing.from_json(json.loads(json.dumps(fit.as_json()))) == fit

    @pytest.mark.parametrize(
        "damage",
        [
            {"window": 0},
            {"window": "5"},
            {"missing": "guess"},
            {"features": []},
            {"features": [{"name": "a"}]},
            {"features": None},
        ],
    )
    def test_a_damaged_model_file_is_refused(
        self, fit: SeriesPreprocessing, damage: dict[str, Any]
    ) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 (any sentence will do: users see another)
            SeriesPreprocessing.from_json({**fit.as_json(), **damage})


def test_windows_that_would_not_fit_into_memory_are_refused() -> None:
    course = Course(np.zeros((20_000, 40), np.float32), tuple(Column(f"c{at}") for at in range(40)))
    train = Records(Windows(course, np.arange(10_000), 9_999, 1, ("c0",)), None)
    with pytest.raises(UserError, match="would need 16 GB of memory"):
        finish(fitted(train).encode(train.inputs))
