"""Real samples beside what augmentation makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from netstudio.core.values import Fields
from netstudio.engine.data.augmentation.preview import Preview, preview
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.tasks.augmentations import AUGMENTATIONS
from netstudio.tasks.content import Content
from netstudio.tasks.settings import read_settings
from tests.engine.data.stored import keep
from tests.engine.training.runs import digits_project


@pytest.fixture(scope="module")
def digits() -> Dataset:
    settings, _ = read_settings(digits_project())
    return finish(load_dataset(settings))


def look(dataset: Dataset, type_name: str, seed: int = 0, **fields: object) -> Preview:
    steps = [AUGMENTATIONS.make(type_name, Fields(fields))]
    return finish(preview(steps, dataset, Content.IMAGES, 6, 3, seed))


def test_originals_are_training_samples_as_they_are(digits: Dataset) -> None:
    made = look(digits, "flip", share=1.0)
    assert isinstance(digits.train.inputs, torch.Tensor)
    known = {tuple(picture.flatten().tolist()) for picture in digits.train.inputs}

    assert made.originals.dtype == torch.uint8
    assert all(tuple(picture.flatten().tolist()) in known for picture in made.originals)
    for variation in made.variations:
        assert torch.equal(variation, made.originals.flip(-1))


def test_what_is_covered_with_the_mean_is_grey(digits: Dataset) -> None:
    made = look(digits, "erasing", share=1.0, smallest=0.9, largest=1.0, stretch=1.0)

    assert (made.variations[0] == 128).float().mean() > 0.7


def test_other_settings_vary_the_same_samples_and_other_seeds_others(digits: Dataset) -> None:
    first, again = look(digits, "rotate"), look(digits, "rotate", degrees=90.0)

    assert torch.equal(first.originals, again.originals)
    assert not torch.equal(first.variations[0], again.variations[0])
    assert not torch.equal(first.variations[0], first.variations[1])
    assert not torch.equal(first.originals, look(digits, "rotate", seed=1).originals)


def test_pictures_that_are_read_from_the_disk_are_looked_at_too(
    digits: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    inputs = digits.train.inputs
    assert isinstance(inputs, torch.Tensor)
    stored = replace(digits, train=replace(digits.train, inputs=keep(inputs)))

    assert torch.equal(look(stored, "flip").originals, look(digits, "flip").originals)
