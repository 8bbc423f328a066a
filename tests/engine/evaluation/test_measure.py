"""A trained model is measured on its own data, or on a folder of the user's."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch.nn import functional

from netstudio.core.project import Selected
from netstudio.core.translate import UserError
from netstudio.core.values import Fields
from netstudio.engine.data.job import finish
from netstudio.engine.data.records import Records
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.events import Figures, Preparing
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from tests.data import classes, divided, pixels
from tests.models import PREPROCESSING, tiny_project, write_model
from tests.pictures import assert_one_sentence, read, write_class


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pictures of the model's classes, in its shape."""
    root = tmp_path / "pictures"
    for seed in range(3):
        write_class(root / f"class {seed}", 10, size=(8, 8), seed=seed)
    return root


@pytest.fixture
def model(tmp_path: Path, folder: Path) -> TrainedModel:
    write_model(tmp_path / "m.safetensors")
    return on_folder(load_model(tmp_path / "m.safetensors"), folder)


def on_folder(model: TrainedModel, folder: Path, test_folder: str = "") -> TrainedModel:
    source = Selected("image_folder", Fields(folder=str(folder), test_folder=test_folder))
    data = replace(model.project.data, source=source)
    return replace(model, project=replace(model.project, data=data))


def expected(model: TrainedModel, records: Records) -> Figures:
    with torch.no_grad():
        outputs = model.module(PREPROCESSING.on(torch.device("cpu"))(pixels(records)))
    right = int((outputs.argmax(1) == classes(records)).sum())
    loss = float(functional.cross_entropy(outputs, classes(records)))
    return Figures(loss, {"accuracy": right / len(records)}, len(records))


def assert_alike(found: Figures, wanted: Figures) -> None:
    assert found.loss == pytest.approx(wanted.loss, rel=1e-5)
    assert found.metrics == wanted.metrics
    assert found.samples == wanted.samples


def refusal(model: TrainedModel, part: Part = Part.ALL) -> UserError:
    with pytest.raises(UserError) as caught:
        finish(measure_model(model, part))
    return caught.value


def test_each_part_is_the_one_that_training_had(model: TrainedModel, folder: Path) -> None:
    parts = divided(read(folder))
    for part, samples in [
        (Part.TRAIN, parts.train),
        (Part.VALIDATION, parts.validation),
        (Part.TEST, parts.test),
    ]:
        assert_alike(finish(measure_model(model, part)).figures, expected(model, samples))


def test_all_is_everything_where_the_data_have_no_test_part(
    model: TrainedModel, folder: Path
) -> None:
    found = finish(measure_model(model, Part.ALL)).figures
    assert_alike(found, expected(model, read(folder).train))


def test_all_is_the_official_test_part_where_there_is_one(
    model: TrainedModel, folder: Path, tmp_path: Path
) -> None:
    write_class(tmp_path / "test" / "class 1", 4, size=(8, 8), seed=9)
    found = finish(
        measure_model(on_folder(model, folder, str(tmp_path / "test")), Part.ALL)
    ).figures
    assert found.samples == 4


def test_it_tells_how_far_it_is(model: TrainedModel) -> None:
    events: list[Preparing] = []
    finish(measure_model(model, Part.ALL), events.append)
    for event in events:
        assert json.dumps(event.as_json())
        assert 0 <= event.done <= event.total
    assert events[-1] == Preparing("evaluate", 30, 30)


def test_data_with_some_of_the_classes_keep_the_numbers_of_the_model(
    model: TrainedModel, tmp_path: Path
) -> None:
    root = tmp_path / "some"
    write_class(root / "class 2", 10, size=(8, 8), seed=2)
    found = finish(measure_model(on_folder(model, root), Part.ALL)).figures
    samples = read(root, sample=PREPROCESSING.sample).train
    wanted = replace(samples, targets=torch.full((10,), 2))
    assert_alike(found, expected(model, wanted))


def test_pictures_of_another_size_are_brought_to_that_of_the_model(
    model: TrainedModel, tmp_path: Path
) -> None:
    root = tmp_path / "large"
    write_class(root / "class 0", 3, size=(20, 30), mode="L")
    assert finish(measure_model(on_folder(model, root), Part.ALL)).figures.samples == 3


@pytest.mark.parametrize("part", [Part.ALL, Part.TRAIN])
def test_files_that_were_left_out_are_told(model: TrainedModel, folder: Path, part: Part) -> None:
    (folder / "class 1" / "broken.png").write_text("broken")
    (note,) = finish(measure_model(model, part)).notes
    assert "broken.png" in str(note)


def test_a_class_that_the_model_does_not_know_is_an_error(
    model: TrainedModel, folder: Path
) -> None:
    write_class(folder / "wasps", 1, size=(8, 8))
    assert_one_sentence(refusal(model), "wasps", "class 0, class 1, class 2")


def test_data_of_another_shape_are_an_error(model: TrainedModel) -> None:
    data = replace(model.project.data, source=Selected("digits"))
    digits = replace(model, project=replace(model.project, data=data))
    assert_one_sentence(refusal(digits), "3×8×8", "1×8×8")


def test_a_part_without_samples_is_an_error(model: TrainedModel) -> None:
    data = replace(model.project.data, options=Fields(validation_share=0.0))
    without = replace(model, project=replace(model.project, data=data))
    assert_one_sentence(refusal(without, Part.VALIDATION), "no samples")


def test_a_missing_folder_is_an_error(model: TrainedModel, tmp_path: Path) -> None:
    assert_one_sentence(refusal(on_folder(model, tmp_path / "nowhere")), "nowhere")


def test_a_project_without_a_folder_is_an_error(model: TrainedModel) -> None:
    data = replace(model.project.data, source=Selected("image_folder"))
    without = replace(model, project=replace(tiny_project(), data=data))
    assert_one_sentence(refusal(without), "No folder is chosen")


def test_classes_in_another_spelling_are_those_of_the_model(
    model: TrainedModel, tmp_path: Path
) -> None:
    root = tmp_path / "shouted"
    write_class(root / "CLASS  2", 10, size=(8, 8), seed=2)
    found = finish(measure_model(on_folder(model, root), Part.ALL)).figures
    samples = read(root, sample=PREPROCESSING.sample).train
    wanted = replace(samples, targets=torch.full((10,), 2))
    assert_alike(found, expected(model, wanted))
