"""Damaged IDX files are errors that name the file."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import numpy as np
import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.images.idx import read_idx
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import read_source
from netstudio.tasks.sources import FashionMNIST
from tests.data import settings_for
from tests.pictures import assert_one_sentence, noise


def idx(values: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bytes:
    header = bytes((0, 0, 8, values.ndim))
    return header + np.array(values.shape, ">u4").tobytes() + values.tobytes()


IMAGES = noise(5, 4, 3)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "images.gz"
    path.write_bytes(gzip.compress(idx(IMAGES)))
    assert np.array_equal(read_idx(path, 3).numpy(), IMAGES)


def test_the_unpacked_file_beside_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "images").write_bytes(idx(IMAGES))
    assert np.array_equal(read_idx(tmp_path / "images.gz", 3).numpy(), IMAGES)


def test_any_damage_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "images.gz"
    whole = gzip.compress(idx(IMAGES))
    rng = random.Random(0)
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[rng.randrange(len(whole))] = rng.randrange(256)
        path.write_bytes(damaged[: rng.randrange(len(whole) + 1)])
        try:
            read_idx(path, 3)
        except UserError as error:
            assert_one_sentence(error, "images.gz")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        idx(IMAGES)[:-1],
        idx(IMAGES) + b"\0",
        idx(IMAGES[0]),
        b"\0\0\x09" + idx(IMAGES)[3:],
        # Sizes whose product is 2**64 and more.
        b"\0\0\x08\x03" + b"\x80\0\0\0" * 2 + b"\0\0\0\x04",
        b"\0\0\x08\x03" + b"\xff" * 12,
    ],
)
def test_a_header_that_lies_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "images.gz"
    path.write_bytes(gzip.compress(content))
    with pytest.raises(UserError, match="damaged") as caught:
        read_idx(path, 3)
    assert_one_sentence(caught.value, "images.gz")


@pytest.mark.parametrize("labels", [[0, 1], [0, 1, 10], []], ids=["few", "unknown", "none"])
def test_labels_that_do_not_fit_the_images_are_an_error(tmp_path: Path, labels: list[int]) -> None:
    folder = tmp_path / "FashionMNIST" / "raw"
    folder.mkdir(parents=True)
    images = IMAGES[:3] if labels else IMAGES[:0]
    for part in ("train", "t10k"):
        (folder / f"{part}-images-idx3-ubyte").write_bytes(idx(images))
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(idx(np.array(labels, np.uint8)))
    with pytest.raises(UserError, match="labels"):
        finish(read_source(settings_for(FashionMNIST()), tmp_path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing") as caught:
        read_idx(tmp_path / "images.gz", 3)
    assert_one_sentence(caught.value, "images.gz")
