"""Photographs of the same thing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from netstudio.engine.data.images import shots
from netstudio.engine.data.images.shots import Thumbnails, find_shots, thumbnail
from netstudio.engine.data.job import finish
from netstudio.engine.data.parts.splits import divide
from netstudio.engine.data.records import RawData
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions
from tests.pictures import noise, read

CHANCE = np.random.default_rng(0)


def photograph(seed: int, size: int = 240) -> Image.Image:
    """Soft blots of many sizes, as photographs have them."""
    levels = np.zeros((size, size, 3))
    for scale, cells in ((1.0, 4), (0.6, 9), (0.3, 25)):
        blots = Image.fromarray(noise(cells, cells, 3, seed=seed * 7 + cells))
        levels += scale * np.asarray(blots.resize((size, size), Image.Resampling.BICUBIC))
    return Image.fromarray((levels / 1.9).clip(0, 255).astype(np.uint8))


def moved(image: Image.Image, share: float = 0.03) -> Image.Image:
    """The same thing from a little further left, in other light."""
    shot = image.crop((round(image.width * share), round(image.height * share / 2), *image.size))
    return ImageEnhance.Brightness(shot.resize(image.size)).enhance(0.85)


def found(images: list[Image.Image]) -> list[int]:
    numbers: list[int] = finish(find_shots(np.stack([thumbnail(one) for one in images]))).tolist()
    return numbers


def test_shots_of_one_thing_have_one_number() -> None:
    things = [photograph(seed) for seed in range(12)]
    numbers = found([*things, *map(moved, things), moved(moved(things[0]))])
    assert numbers[:12] == list(range(12))
    assert numbers[12:24] == list(range(12))
    assert numbers[24] == 0


def test_different_photographs_stay_apart() -> None:
    assert found([photograph(seed) for seed in range(200)]) == list(range(200))


def test_even_pictures_are_never_alike() -> None:
    """Of a white page and another white page nothing can be told."""
    pages = [Image.new("RGB", (200, 200), (250, 250, level)) for level in range(245, 255)]
    assert found(pages) == list(range(10))


def test_many_that_look_alike_are_no_series() -> None:
    """Scans of one form: taken for one thing, they could not be divided any more."""
    form = photograph(1)
    others = [photograph(seed) for seed in range(2, 12)]
    scans = [ImageEnhance.Brightness(form).enhance(1 - at / 300) for at in range(60)]
    assert found([*scans, *others]) == list(range(70))


def test_of_many_thumbnails_all_pairs_are_found_by_looking_at_few() -> None:
    count = 3_000
    spectra = CHANCE.normal(size=(count, 9, 9)) * 8
    waves = np.cos(np.pi * np.arange(9)[:, None] * (2 * np.arange(16) + 1) / 32)
    pictures = (128 + waves.T @ spectra @ waves).clip(0, 255).astype(np.uint8)
    near = (pictures[:500].astype(int) + CHANCE.integers(-3, 4, (500, 16, 16))).clip(0, 255)
    together: Thumbnails = np.concatenate((pictures, near.astype(np.uint8)))
    numbers = finish(find_shots(together))
    codes = shots.hashes(together.astype(np.float32))
    expected = [
        (at, count + at)
        for at in range(500)
        if np.bitwise_count(codes[at] ^ codes[count + at]) <= 11
    ]
    assert len(expected) > 450
    assert all(numbers[left] == numbers[right] for left, right in expected)


def save(folder: Path, images: list[Image.Image]) -> None:
    folder.mkdir(parents=True)
    for at, image in enumerate(images):
        image.save(folder / f"{at:03}.jpg", quality=90)


def test_a_series_in_a_folder_is_named_and_stays_in_one_part(tmp_path: Path) -> None:
    first, second = ([photograph(seed) for seed in range(at, at + 20)] for at in (0, 50))
    save(tmp_path / "a", [*first, *map(moved, first)])
    save(tmp_path / "b", [*second, *map(moved, second)])
    raw = read(tmp_path, image_size=16)
    (finding,) = [each for each in raw.findings if each.code == "near-duplicates"]
    assert "40 series of photographs" in str(finding.text)
    assert finding.setting == "options.near_duplicates"
    assert [Path(name).name for name in finding.examples[:2]] == ["000.jpg", "020.jpg"]
    divided = finish(divide(raw, DataOptions(test_share=0.25, split_seed=3), Aim.CLASS))
    parts = [{*part.groups.tolist()} for part in divided.parts if part.groups is not None]
    assert len(parts) == 3
    assert all(parts)
    assert not parts[0] & parts[1]
    assert not parts[0] & parts[2]
    assert not parts[1] & parts[2]


@pytest.mark.parametrize(("size", "is_found"), [(96, True), (95, False)])
def test_small_pictures_are_never_taken_for_shots(
    tmp_path: Path, size: int, is_found: bool
) -> None:
    """Two sevens are two samples, however alike they look."""
    image = photograph(3, size)
    save(tmp_path / "a", [image, moved(image)])
    save(tmp_path / "b", [photograph(4, size)])
    raw: RawData = read(tmp_path)
    assert (raw.train.groups is not None) == is_found
    assert bool(raw.findings) == is_found


def test_ants_and_bees_hold_no_series(test_data: Path) -> None:
    assert read(test_data / "hymenoptera_data", image_size=8).train.groups is None
