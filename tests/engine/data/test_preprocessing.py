"""Standardising pictures: the figures, the function and what a model file keeps of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.dataset import Samples, finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.preprocessing import ImagePreprocessing
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import MNIST
from tests.pictures import assert_one_sentence, noise

CPU = torch.device("cpu")


def samples(*shape: int) -> Samples:
    return Samples(torch.from_numpy(noise(*shape)), torch.zeros(shape[0], dtype=torch.int64))


def test_mnist_has_the_mean_and_deviation_that_everyone_knows() -> None:
    train = finish(load_dataset(MNIST(), DataOptions())).train
    fitted = ImagePreprocessing.fit(train)
    assert fitted.mean == pytest.approx((0.1307,), abs=1e-3)
    assert fitted.std == pytest.approx((0.3081,), abs=1e-3)


def test_mean_and_deviation_are_those_of_each_channel() -> None:
    train = samples(20, 3, 5, 6)
    train.inputs[:, 1] //= 2
    fitted = ImagePreprocessing.fit(train)
    levels = train.inputs.double() / 255
    assert fitted.mean == pytest.approx(levels.mean((0, 2, 3)).tolist(), abs=1e-6)
    assert fitted.std == pytest.approx(levels.std((0, 2, 3), correction=0).tolist(), abs=1e-6)
    assert fitted.sample == TensorSpec(IMAGE, (3, 5, 6))


@pytest.mark.parametrize("channels", [1, 3])
def test_what_it_was_fitted_to_becomes_centred_with_deviation_one(channels: int) -> None:
    train = samples(50, channels, 5, 6)
    ready = ImagePreprocessing.fit(train).on(CPU)(train.inputs)
    assert ready.dtype == torch.float32
    assert ready.shape == train.inputs.shape
    assert ready.mean((0, 2, 3)).tolist() == pytest.approx([0.0] * channels, abs=1e-4)
    assert ready.std((0, 2, 3), correction=0).tolist() == pytest.approx([1.0] * channels, abs=1e-4)


def test_it_is_the_formula_that_it_says() -> None:
    preprocessing = ImagePreprocessing(TensorSpec(IMAGE, (3, 4, 4)), (0.1, 0.2, 0.3), (0.5, 1, 2))
    picture = torch.from_numpy(noise(1, 3, 4, 4))
    mean, std = (torch.tensor(v)[:, None, None] for v in (preprocessing.mean, preprocessing.std))
    expected = (picture / 255 - mean) / std
    assert torch.allclose(preprocessing.on(CPU)(picture), expected, atol=1e-6)


def test_a_channel_that_is_the_same_everywhere_is_only_centred() -> None:
    flat = Samples(torch.full((4, 1, 2, 2), 51, dtype=torch.uint8), torch.zeros(4))
    fitted = ImagePreprocessing.fit(flat)
    assert fitted.std == (1.0,)
    assert fitted.on(CPU)(flat.inputs).abs().max() < 1e-6


def test_the_memory_format_stays_as_it_is() -> None:
    train = samples(4, 3, 5, 6)
    stored = train.inputs.contiguous(memory_format=torch.channels_last)
    ready = ImagePreprocessing.fit(train).on(CPU)(stored)
    assert ready.is_contiguous(memory_format=torch.channels_last)


def test_a_model_file_gives_back_the_very_same() -> None:
    fitted = ImagePreprocessing.fit(samples(20, 3, 5, 6))
    assert ImagePreprocessing.from_json(json.loads(json.dumps(fitted.as_json()))) == fitted


GOOD: dict[str, Any] = {"sizes": [3, 4, 5], "mean": [0.1, 0.2, 0.3], "std": [1.0, 2.0, 3.0]}
NONSENSE: list[Any] = [
    {},
    [],
    None,
    3,
    "text",
    {**GOOD, "sizes": [3, 4]},
    {**GOOD, "sizes": [2, 4, 5], "mean": [0.1] * 2, "std": [1.0] * 2},
    {**GOOD, "sizes": [1, 4, 5]},
    {**GOOD, "sizes": [3, 0, 5]},
    {**GOOD, "sizes": [3, -4, 5]},
    {**GOOD, "sizes": [3, 10**9, 5]},
    {**GOOD, "sizes": [3, 4.5, 5]},
    {**GOOD, "sizes": ["3", "4", "5"]},
    {**GOOD, "sizes": "345"},
    {**GOOD, "sizes": [3, True, 5]},
    {**GOOD, "sizes": None},
    {**GOOD, "sizes": [3, float("inf"), 5]},
    {**GOOD, "mean": [0.1]},
    {**GOOD, "mean": [0.1, None, 0.3]},
    {**GOOD, "mean": ["0.1", "0.2", "0.3"]},
    {**GOOD, "mean": [0.1, float("nan"), 0.3]},
    {**GOOD, "mean": [0.1, float("inf"), 0.3]},
    {**GOOD, "mean": [0.1, 10**400, 0.3]},
    {**GOOD, "std": [1.0, 0.0, 3.0]},
    {**GOOD, "std": [1.0, -1.0, 3.0]},
    {**GOOD, "std": [1.0, float("nan"), 3.0]},
    {**GOOD, "std": 3},
]


@pytest.mark.parametrize("raw", NONSENSE, ids=str)
def test_nonsense_is_refused(raw: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        ImagePreprocessing.from_json(raw)


def test_a_picture_is_read_in_the_shape_of_the_samples() -> None:
    preprocessing = ImagePreprocessing.from_json(GOOD)
    pixels = noise(4, 5, 3)
    found = preprocessing.read(pixels)
    assert np.array_equal(found.numpy(), pixels.transpose(2, 0, 1))
    found.zero_()  # is nobody else's
    assert pixels.any()


def test_what_is_no_picture_is_an_error_that_names_it(tmp_path: Path) -> None:
    preprocessing = ImagePreprocessing.from_json(GOOD)
    path = tmp_path / "notes.txt"
    path.write_text("no picture")
    for picture, name in [(path, str(path)), (str(path), str(path)), (3, "The input")]:
        with pytest.raises(UserError) as caught:
            preprocessing.read(picture)
        assert_one_sentence(caught.value, name, "cannot be read as a picture")
