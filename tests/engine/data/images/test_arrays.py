"""Pictures in NumPy's files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from netstudio.core.translate import UserError
from netstudio.engine.data.images.arrays import read_image_arrays
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.tasks.images import ImageAutoencoding, ImageClassification, ImageLabels
from netstudio.tasks.sources.images import ImageArrays
from netstudio.tasks.task import TaskDef
from tests.data import pixels
from tests.pictures import assert_one_sentence, noise

LABELS = np.array([0, 1, 2, 0, 1, 2])


def read(folder: Path, task: TaskDef | None = None, **arrays: Any) -> RawData:
    np.savez(folder / "data.npz", **arrays)
    return read_file(folder / "data.npz", task)


def read_file(path: Path, task: TaskDef | None = None, **settings: Any) -> RawData:
    source = ImageArrays(file=str(path), **settings)
    return finish(read_image_arrays(Reading(source, task or ImageClassification())))


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        ((6, 5, 4), (6, 1, 5, 4)),
        ((6, 5, 4, 1), (6, 1, 5, 4)),
        ((6, 5, 4, 3), (6, 3, 5, 4)),
        ((6, 3, 5, 4), (6, 3, 5, 4)),
        ((6, 5, 4, 4), (6, 3, 5, 4)),
        ((6, 1, 5, 3), (6, 1, 5, 3)),
    ],
)
def test_channels_are_found_wherever_they_are(
    tmp_path: Path, shape: tuple[int, ...], found: tuple[int, ...]
) -> None:
    raw = read(tmp_path, x=noise(*shape), y=LABELS)
    assert pixels(raw.train).shape == found
    assert pixels(raw.train).dtype == torch.uint8
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == LABELS.tolist()
    assert raw.classes == ("0", "1", "2")


def test_pixels_stay_at_their_place(tmp_path: Path) -> None:
    array = noise(6, 5, 4, 3)
    raw = read(tmp_path, images=array, labels=LABELS)
    assert np.array_equal(pixels(raw.train).numpy(), array.transpose(0, 3, 1, 2))


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        (np.array([0.0, 0.5, 1.0]), [0, 128, 255]),
        (np.array([0.0, 99.6, 255.0]), [0, 100, 255]),
        (np.array([0, 32_896, 65_535], np.uint16), [0, 128, 255]),
        (np.array([False, True, True]), [0, 255, 255]),
        (np.array([0, 7, 255], np.int64), [0, 7, 255]),
        (np.array([np.nan, -3.0, 1.0]), [0, 0, 255]),
    ],
)
def test_numbers_of_any_kind_become_bytes(
    tmp_path: Path, array: NDArray[Any], expected: list[int]
) -> None:
    raw = read(tmp_path, x=array.reshape(1, 1, 3), y=np.array([0]))
    assert pixels(raw.train).flatten().tolist() == expected


def test_parts_are_told_by_their_names(tmp_path: Path) -> None:
    """As in Keras' mnist.npz."""
    raw = read(
        tmp_path,
        x_test=noise(2, 5, 4, seed=1),
        y_test=np.array([2, 0]),
        x_train=noise(6, 5, 4),
        y_train=LABELS,
    )
    assert raw.test is not None
    assert raw.test.targets is not None
    assert (len(raw.train), raw.test.targets.tolist()) == (6, [2, 0])


def test_labels_may_be_words_or_have_names(tmp_path: Path) -> None:
    words = np.array(["cat", "dog", "蚂蚁", "cat", "dog", "蚂蚁"])
    raw = read(tmp_path, x=noise(6, 5, 4), y=words)
    assert raw.classes == ("cat", "dog", "蚂蚁")
    raw = read(tmp_path, x=noise(6, 5, 4), y=LABELS, class_names=np.array(["a", "b", "c"]))
    assert raw.classes == ("a", "b", "c")
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == LABELS.tolist()


def test_a_column_for_each_label_serves_classes_and_labels(tmp_path: Path) -> None:
    marks = np.eye(3)[LABELS]
    raw = read(tmp_path, x=noise(6, 5, 4), y=marks)
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == LABELS.tolist()
    marks[0] = 1
    raw = read(tmp_path, ImageLabels(), x=noise(6, 5, 4), y=marks)
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == marks.tolist()


def test_a_npy_has_its_labels_beside_it(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", noise(6, 5, 4))
    np.save(tmp_path / "y.npy", LABELS)
    raw = read_file(tmp_path / "x.npy", labels_file=str(tmp_path / "y.npy"))
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == LABELS.tolist()


def test_an_autoencoder_needs_no_labels(tmp_path: Path) -> None:
    raw = read(tmp_path, ImageAutoencoding(), x=noise(6, 5, 4))
    assert raw.train.targets is None
    assert raw.classes == ()


class TestRefused:
    def refusal(self, path: Path) -> UserError:
        with pytest.raises(UserError) as caught:
            read_file(path)
        return caught.value

    def test_pickled_objects_are_never_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "evil.npz"
        np.savez(path, x=np.array([print, {}], dtype=object))
        assert_one_sentence(self.refusal(path), str(path), "plain numbers")

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"no array"])
    def test_what_is_no_array(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "data.npz"
        path.write_bytes(content)
        assert_one_sentence(self.refusal(path), str(path))

    def test_no_pictures(self, tmp_path: Path) -> None:
        path = tmp_path / "data.npz"
        np.savez(path, table=noise(6, 5), y=LABELS)
        assert_one_sentence(self.refusal(path), "table (6, 5)")

    def test_too_few_labels(self, tmp_path: Path) -> None:
        path = tmp_path / "data.npz"
        np.savez(path, x=noise(6, 5, 4), y=LABELS[:4])
        assert_one_sentence(self.refusal(path), "6 pictures", "4 labels")

    def test_five_channels(self, tmp_path: Path) -> None:
        path = tmp_path / "data.npz"
        np.savez(path, x=noise(6, 5, 4, 5), y=LABELS)
        assert_one_sentence(self.refusal(path), "5 channels")

    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert_one_sentence(self.refusal(tmp_path / "no.npz"), "No such file")
