"""A trained model classifies pictures in any usual form, and says why where it cannot."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from netstudio.core.translate import UserError
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from tests.damage import damaged
from tests.data import ranked
from tests.models import CLASSES, PREPROCESSING, write_model
from tests.pictures import assert_one_sentence, encoded, noise
from tests.projects import node, project

PIXELS = noise(8, 8, 3)


@pytest.fixture
def model(tmp_path: Path) -> TrainedModel:
    write_model(tmp_path / "m.safetensors")
    return load_model(tmp_path / "m.safetensors")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return encoded(Image.fromarray(PIXELS), tmp_path / "a.png")


FORMS: list[Callable[[Path], object]] = [
    lambda file: file,
    str,
    lambda file: Image.fromarray(PIXELS),
    lambda file: PIXELS,
    lambda file: torch.from_numpy(PIXELS.transpose(2, 0, 1).copy()),
    lambda file: [file],
    lambda file: (PIXELS,),
]


@pytest.mark.parametrize("form", FORMS, ids=range(len(FORMS)))
def test_a_picture_gives_the_same_in_every_form(
    model: TrainedModel, file: Path, form: Callable[[Path], object]
) -> None:
    inputs = PREPROCESSING.on(torch.device("cpu"))(
        torch.from_numpy(PIXELS.transpose(2, 0, 1).copy()).unsqueeze(0)
    )
    with torch.no_grad():
        expected = model.module(inputs).softmax(1)[0]
    prediction = ranked(model.predict(form(file))[0])
    found = {item.label: item.probability for item in prediction.ranked}
    assert [found[name] for name in CLASSES] == expected.tolist()


def test_all_classes_come_in_falling_probability(model: TrainedModel) -> None:
    prediction = ranked(model.predict(PIXELS)[0])
    probabilities = [item.probability for item in prediction.ranked]
    assert {item.label for item in prediction.ranked} == set(CLASSES)
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) == pytest.approx(1)
    assert prediction.label == prediction.ranked[0].label
    assert prediction.probability == probabilities[0]
    assert prediction.as_json()[0] == {
        "label": prediction.label,
        "probability": prediction.probability,
    }


def test_a_list_may_mix_forms_and_keeps_its_order(model: TrainedModel, file: Path) -> None:
    other = noise(20, 30, 3, seed=1)
    found = model.predict([other, str(file), Image.fromarray(other), PIXELS])
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert found[0] != found[1]


@pytest.mark.parametrize("batch_size", [1, 2, 5])
def test_many_pictures_are_worked_through_in_batches(model: TrainedModel, batch_size: int) -> None:
    pictures = [noise(8, 8, 3, seed=seed) for seed in range(5)]
    sizes: list[int] = []
    model.module.register_forward_pre_hook(lambda _, inputs: sizes.append(len(inputs[0])))
    found = replace(model, batch_size=batch_size).predict(pictures)
    assert max(sizes) == batch_size
    assert sum(sizes) == 5
    for picture, prediction in zip(pictures, map(ranked, found), strict=True):
        alone = ranked(model.predict(picture)[0])
        assert prediction.label == alone.label
        assert prediction.probability == pytest.approx(alone.probability, rel=1e-5)


def test_an_input_among_several_is_named_by_its_number(model: TrainedModel) -> None:
    with pytest.raises(UserError) as caught:
        replace(model, batch_size=2).predict([PIXELS, PIXELS, None])
    assert_one_sentence(caught.value, "Input 3 cannot be read")


def test_an_empty_list_gives_an_empty_list(model: TrainedModel) -> None:
    assert model.predict([]) == []


def test_predicting_changes_neither_weights_nor_mode_nor_gradients(model: TrainedModel) -> None:
    before = {name: tensor.clone() for name, tensor in model.module.state_dict().items()}
    model.predict([PIXELS] * 3)
    assert all(torch.equal(before[name], t) for name, t in model.module.state_dict().items())
    assert not model.module.training
    assert torch.is_grad_enabled()


def test_outputs_trained_towards_one_and_zero_become_probabilities(tmp_path: Path) -> None:
    made = project(
        node("Flatten"),
        node("Linear", out_features="auto"),
        sample=PREPROCESSING.sample,
        classes=3,
        loss="mean_squared_error",
    )
    write_model(tmp_path / "m", made)
    prediction = ranked(load_model(tmp_path / "m").predict(PIXELS)[0])
    probabilities = [item.probability for item in prediction.ranked]
    assert sum(probabilities) == pytest.approx(1)
    assert all(0 <= probability <= 1 for probability in probabilities)


@pytest.mark.parametrize("picture", ["nowhere.png", Path("nowhere.png")])
def test_a_missing_file_is_named(model: TrainedModel, picture: object) -> None:
    with pytest.raises(UserError) as caught:
        model.predict(picture)
    assert_one_sentence(caught.value, "nowhere.png", "no such file")


@pytest.mark.parametrize("value", [None, 3, b"bytes", {"a": 1}, [None], [[PIXELS]], np.zeros(3)])
def test_what_is_no_picture_is_an_error(model: TrainedModel, value: object) -> None:
    with pytest.raises(UserError) as caught:
        model.predict(value)
    assert_one_sentence(caught.value, "The input")


def test_an_answer_that_is_not_finite_is_an_error(model: TrainedModel, file: Path) -> None:
    layers = [layer for layer in model.module.modules() if isinstance(layer, nn.BatchNorm2d)]
    assert layers
    with torch.no_grad():
        next(layers[0].parameters()).fill_(float("nan"))
    with pytest.raises(UserError) as caught:
        model.predict(file)
    assert_one_sentence(caught.value, "no finite answer", str(file))


@pytest.mark.parametrize("format_name", ["PNG", "JPEG", "BMP", "WEBP", "TIFF", "PPM"])
def test_a_damaged_picture_gives_a_prediction_or_one_sentence(
    model: TrainedModel, tmp_path: Path, format_name: str
) -> None:
    written = io.BytesIO()
    Image.fromarray(noise(20, 30, 3)).save(written, format_name)
    whole, rng, path = written.getvalue(), random.Random(1), tmp_path / "damaged"
    answers = 0
    for _ in range(500):
        path.write_bytes(damaged(whole, rng))
        with suppress(UserError):
            answers += len(model.predict(path))
    assert 0 < answers < 500
