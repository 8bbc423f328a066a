"""Standardising pictures: the figures, the function and what a model file keeps of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.tasks.sources import MNIST
from tests.data import fitted, pixels, settings_for
from tests.pictures import assert_one_sentence, noise

CPU = torch.device("cpu")


def pictures(*shape: int) -> Tensor:
    return torch.from_numpy(noise(*shape))


def test_mnist_has_the_mean_and_deviation_that_everyone_knows() -> None:
    train = finish(load_dataset(settings_for(MNIST()))).records.train
    found = fitted(pixels(train))
    assert found.mean == pytest.approx((0.1307,), abs=1e-3)
    assert found.std == pytest.approx((0.3081,), abs=1e-3)


def test_mean_and_deviation_are_those_of_each_channel() -> None:
    train = pictures(20, 3, 5, 6)
    train[:, 1] //= 2
    found = fitted(train)
    levels = train.double() / 255
    assert found.mean == pytest.approx(levels.mean((0, 2, 3)).tolist(), abs=1e-6)
    assert found.std == pytest.approx(levels.std((0, 2, 3), correction=0).tolist(), abs=1e-6)
    assert found.sample == TensorSpec(IMAGE, (3, 5, 6))


@pytest.mark.parametrize("channels", [1, 3])
def test_what_it_was_fitted_to_becomes_centred_with_deviation_one(channels: int) -> None:
    train = pictures(50, channels, 5, 6)
    ready = fitted(train).on(CPU)(train)
    assert ready.dtype == torch.float32
    assert ready.shape == train.shape
    assert ready.mean((0, 2, 3)).tolist() == pytest.approx([0.0] * channels, abs=1e-4)
    assert ready.std((0, 2, 3), correction=0).tolist() == pytest.approx([1.0] * channels, abs=1e-4)


def test_it_is_the_formula_that_it_says() -> None:
    preprocessing = ImagePreprocessing(TensorSpec(IMAGE, (3, 4, 4)), (0.1, 0.2, 0.3), (0.5, 1, 2))
    picture = torch.from_numpy(noise(1, 3, 4, 4))
    mean, std = (torch.tensor(v)[:, None, None] for v in (preprocessing.mean, preprocessing.std))
    expected = (picture / 255 - mean) / std
    assert torch.allclose(preprocessing.on(CPU)(picture), expected, atol=1e-6)


def test_a_channel_that_is_the_same_everywhere_is_only_centred() -> None:
    flat = torch.full((4, 1, 2, 2), 51, dtype=torch.uint8)
    found = fitted(flat)
    assert found.std == (1.0,)
    assert found.on(CPU)(flat).abs().max() < 1e-6


def test_the_memory_format_stays_as_it_is() -> None:
    train = pictures(4, 3, 5, 6)
    stored = train.contiguous(memory_format=torch.channels_last)
    ready = fitted(train).on(CPU)(stored)
    assert ready.is_contiguous(memory_format=torch.channels_last)


def test_a_model_file_gives_back_the_very_same() -> None:
    found = fitted(pictures(20, 3, 5, 6))
    assert ImagePreprocessing.from_json(json.loads(json.dumps(found.as_json()))) == found


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
