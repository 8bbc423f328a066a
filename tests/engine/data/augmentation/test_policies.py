from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image, ImageEnhance, ImageOps
from torch import Tensor
from torchvision.transforms import autoaugment

from netstudio.engine.data.augmentation.learned_policies import POLICIES
from netstudio.engine.data.augmentation.operations import OPERATIONS
from tests.engine.data.augmentation.batches import chance, step, varied
from tests.pictures import noise

THEIR_NAMES = {name.replace("_", ""): name for name in OPERATIONS} | {"color": "colour"}


def _changed(name: str, pixels: np.ndarray, amount: float) -> np.ndarray:
    picture = torch.from_numpy(pixels).permute(2, 0, 1)[None] / 255
    changed = OPERATIONS[name].change(picture, torch.tensor([amount]))
    return (changed[0].permute(1, 2, 0) * 255).round().numpy()


def _photo() -> np.ndarray:
    """Something smooth with three different channels."""
    rows, columns = np.mgrid[0:24, 0:30]
    waves = [128 + 90 * np.sin(rows / a + columns / b) for a, b in ((5, 7), (9, 4), (6, 11))]
    return np.stack(waves, axis=2).astype(np.uint8)


@pytest.mark.parametrize(
    ("name", "amount", "theirs"),
    [
        ("brightness", 0.4, lambda image: ImageEnhance.Brightness(image).enhance(1.4)),
        ("brightness", -0.4, lambda image: ImageEnhance.Brightness(image).enhance(0.6)),
        ("colour", 0.5, lambda image: ImageEnhance.Color(image).enhance(1.5)),
        ("contrast", -0.5, lambda image: ImageEnhance.Contrast(image).enhance(0.5)),
        ("sharpness", 0.9, lambda image: ImageEnhance.Sharpness(image).enhance(1.9)),
        ("sharpness", -0.9, lambda image: ImageEnhance.Sharpness(image).enhance(0.1)),
        ("posterize", 4.0, lambda image: ImageOps.posterize(image, 4)),
        ("solarize", 0.5, lambda image: ImageOps.solarize(image, 128)),
        ("autocontrast", 1.0, ImageOps.autocontrast),
        ("invert", 1.0, ImageOps.invert),
        ("identity", 1.0, lambda image: image),
    ],
)
def test_an_operation_does_what_pillow_does(name: str, amount: float, theirs: object) -> None:
    assert callable(theirs)
    expected = np.asarray(theirs(Image.fromarray(_photo())), dtype=np.float32)

    assert np.abs(_changed(name, _photo(), amount) - expected).max() <= 2


def test_all_256_levels_lose_their_last_bits_as_in_pillow() -> None:
    levels = np.arange(256, dtype=np.uint8).reshape(16, 16, 1).repeat(3, axis=2)

    for lost in range(1, 7):
        expected = np.asarray(ImageOps.posterize(Image.fromarray(levels), 8 - lost))
        assert np.array_equal(_changed("posterize", levels, float(lost)), expected)


def test_equalised_pictures_have_all_levels_equally_often() -> None:
    pixels = (noise(64, 64, 3).astype(np.float32) / 255) ** 3 * 255
    result = _changed("equalize", pixels.astype(np.uint8), 1.0)

    counts, _ = np.histogram(result, bins=8, range=(0, 256))
    spread, _ = np.histogram(pixels, bins=8, range=(0, 256))
    assert counts.std() < 0.5 * spread.std()
    assert result.max() == 255


def test_a_picture_of_one_level_is_not_equalised() -> None:
    level = np.full((8, 8, 3), 77, np.uint8)

    assert np.array_equal(_changed("equalize", level, 1.0), level)
    assert np.array_equal(_changed("autocontrast", level, 1.0), level)


@pytest.mark.parametrize(
    ("name", "amount", "theirs"),
    [
        ("rotate", 90.0, lambda pixels: np.rot90(pixels)),
        ("translate_x", 0.25, lambda pixels: np.pad(pixels, ((0, 0), (6, 0), (0, 0)))[:, :24]),
        ("translate_y", -0.25, lambda pixels: np.pad(pixels, ((0, 6), (0, 0), (0, 0)))[6:]),
    ],
)
def test_pictures_are_moved_as_far_as_said(name: str, amount: float, theirs: object) -> None:
    assert callable(theirs)
    pixels = _photo()[:, :24]

    assert np.abs(_changed(name, pixels, amount) - theirs(pixels)).max() <= 1


@pytest.mark.parametrize("name", ["shear_x", "shear_y"])
def test_slanted_pictures_keep_their_middle_and_move_their_edges(name: str) -> None:
    pixels = np.zeros((21, 21, 3), np.uint8)
    pixels[10] = pixels[:, 10] = 255
    result = _changed(name, pixels, 0.3)

    assert result[10, 10, 0] == 255
    line = result[0, :, 0] if name == "shear_x" else result[:, 0, 0]
    assert abs(int(line.argmax()) - 10) == 3


@pytest.mark.parametrize("policy", ["imagenet", "cifar10", "svhn"])
def test_learned_policies_are_those_that_were_published(policy: str) -> None:
    published = autoaugment.AutoAugment(autoaugment.AutoAugmentPolicy(policy)).policies
    theirs = [
        tuple((THEIR_NAMES[name.lower()], share, level or 0) for name, share, level in pair)
        for pair in published
    ]

    assert list(POLICIES[policy]) == theirs


def test_learned_operations_happen_as_often_as_they_should(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = (("invert", 0.3, 0), ("posterize", 0.0, 9))
    monkeypatch.setitem(POLICIES, "svhn", (pair,))
    result = varied(step("auto_augment", policy="svhn"), torch.zeros(1_000, 3, 4, 4))

    assert 0.25 < float(result.mean()) < 0.35


@pytest.mark.parametrize("type_name", ["trivial_augment", "rand_augment", "auto_augment"])
def test_pictures_of_one_batch_go_through_different_operations(type_name: str) -> None:
    pictures = torch.rand(1, 3, 12, 12, generator=chance()).expand(100, 3, 12, 12)
    result = varied(step(type_name), pictures)

    assert len({tuple(each.flatten().tolist()) for each in result}) > 20


def test_no_strength_changes_nothing_but_levels() -> None:
    pictures = torch.rand(200, 3, 12, 12, generator=chance())
    result = varied(step("rand_augment", operations=1, strength=0), pictures)
    same = _close(result, pictures)

    # Equalising and stretching the contrast know no strength.
    assert 150 < same < 190


def _close(first: Tensor, second: Tensor) -> int:
    return int(((first - second).abs().amax((1, 2, 3)) < 3e-3).sum())
