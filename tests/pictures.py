"""Folders of small pictures for tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.images.folder import read_image_folder
from netstudio.engine.data.job import Job, finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.engine.events import Preparing
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.sources import ImageFolder
from tests.data import pixels


def noise(*shape: int, seed: int = 0) -> NDArray[np.uint8]:
    """Random pixels; other seeds give other ones."""
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


def write_class(
    folder: Path,
    count: int,
    size: tuple[int, int] = (8, 6),
    mode: str = "RGB",
    suffix: str = ".png",
    seed: int = 0,
) -> Path:
    """A class folder with ``count`` pictures (height, width) that all differ."""
    folder.mkdir(parents=True)
    shape = size if mode == "L" else (*size, 3)
    for number in range(count):
        pixels = noise(*shape, seed=1_000 * seed + number)
        Image.fromarray(pixels).save(folder / f"{number:03}{suffix}")
    return folder


def two_classes(root: Path, count: int = 3, seed: int = 0, mode: str = "RGB") -> Path:
    """A folder with the classes ``ants`` and ``bees``."""
    write_class(root / "ants", count, seed=seed, mode=mode)
    write_class(root / "bees", count, seed=seed + 1, mode=mode)
    return root


def reading(folder: Path, sample: TensorSpec | None = None, **settings: Any) -> Job[RawData]:
    """The reading of an image folder with these settings, not begun."""
    source = ImageFolder(folder=str(folder), **settings)
    return read_image_folder(Reading(source, ImageClassification(), sample=sample))


def read(
    folder: Path,
    sample: TensorSpec | None = None,
    report: Callable[[Preparing], object] = lambda _: None,
    **settings: Any,
) -> RawData:
    """What is read from an image folder with these settings."""
    return finish(reading(folder, sample, **settings), report)


def colour(height: int, width: int) -> TensorSpec:
    """Colour pictures of this size."""
    return TensorSpec(IMAGE, (3, height, width))


def assert_one_sentence(error: UserError, *words: str) -> None:
    """The error is one readable line that holds these words."""
    text = str(error)
    assert len(text.splitlines()) == 1
    assert text.isprintable()
    assert text.endswith(".")
    assert len(text) < 1_000
    for word in words:
        assert word in text


def encoded(image: Image.Image, path: Path, **options: Any) -> Path:
    """The picture as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)
    return path


def left_out_note(raw: RawData) -> str:
    """The one note about files that were left out."""
    (finding,) = raw.findings
    return str(finding.text)


def sizes(raw: RawData) -> Sequence[int]:
    """The shape of one sample."""
    return tuple(pixels(raw.train).shape[1:])
