"""Each downloaded set is read right from the files in which it is given out."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import torchvision
from torch import Tensor

from netstudio.core.translate import UserError
from netstudio.engine.data.downloads.catalogue import FILES
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.resolve import resolve
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.sources import SOURCES
from tests.engine.data.downloads import copies
from tests.engine.data.downloads.copies import pixels


def read(name: str, root: Path, **fields: Any) -> RawData:
    source = SOURCES[name](**fields)
    raw: RawData = finish(
        resolve(source.target)(Reading(source, ImageClassification(), data_root=root))
    )
    return raw


def parts(raw: RawData) -> list[tuple[Tensor, list[int]]]:
    """Pixels and class numbers of training and test part."""
    assert raw.test is not None
    return [_tensors(part) for part in (raw.train, raw.test)]


def _tensors(part: Records) -> tuple[Tensor, list[int]]:
    assert isinstance(part.inputs, Pictures)
    assert isinstance(part.inputs.pixels, Tensor)
    assert part.targets is not None
    assert part.targets.dtype == torch.int64
    return part.inputs.pixels, part.targets.tolist()


def require(raw: RawData, images: Any, labels: list[int]) -> None:
    """Both parts hold these pictures (N, C, H, W) with these classes."""
    for found, numbers in parts(raw):
        assert torch.equal(found, torch.from_numpy(np.ascontiguousarray(images)))
        assert numbers == labels


@pytest.mark.parametrize("name", ["fashion_mnist", "kmnist"])
def test_the_relatives_of_mnist(name: str, tmp_path: Path) -> None:
    images, labels = pixels(10, 28, 28), np.arange(10, dtype=np.uint8)
    folder = tmp_path / {"kmnist": "KMNIST", "fashion_mnist": "FashionMNIST"}[name] / "raw"
    copies.write_idx(folder, "train", "t10k", images, labels)
    raw = read(name, tmp_path)
    require(raw, images[:, None], list(range(10)))
    original = {"kmnist": "KMNIST", "fashion_mnist": "FashionMNIST"}[name]
    assert list(raw.classes) == getattr(torchvision.datasets, original).classes


def write_emnist(root: Path, selection: str, images: Any, labels: Any) -> None:
    copies.write_idx(
        root / "EMNIST" / "raw",
        f"emnist-{selection}-train",
        f"emnist-{selection}-test",
        images,
        labels,
    )
    for leaf in FILES["emnist"][0].leaves:
        packed = root / f"{leaf}.gz"
        (root / leaf).write_bytes(gzip.decompress(packed.read_bytes()) if packed.exists() else b"")
        packed.unlink(missing_ok=True)


def test_letters_of_emnist_are_upright_and_counted_from_a(tmp_path: Path) -> None:
    images, labels = pixels(3, 28, 28), np.array([1, 26, 2], dtype=np.uint8)
    write_emnist(tmp_path, "letters", images, labels)
    raw = read("emnist", tmp_path)
    require(raw, images.transpose(0, 2, 1)[:, None], [0, 25, 1])
    assert [raw.classes[at] for at in (0, 25, 1)] == ["a", "z", "b"]


@pytest.mark.parametrize("selection", ["balanced", "digits", "bymerge", "byclass", "mnist"])
def test_other_selections_of_emnist_have_torchvisions_classes(
    selection: str, tmp_path: Path
) -> None:
    images, labels = pixels(2, 28, 28), np.array([0, 9], dtype=np.uint8)
    write_emnist(tmp_path, selection, images, labels)
    raw = read("emnist", tmp_path, selection=selection)
    require(raw, images.transpose(0, 2, 1)[:, None], [0, 9])
    assert list(raw.classes) == torchvision.datasets.EMNIST.classes_split_dict[selection]


def test_qmnist_has_its_class_in_the_first_of_eight_numbers(tmp_path: Path) -> None:
    images, folder = pixels(3, 28, 28), tmp_path / "QMNIST" / "raw"
    folder.mkdir(parents=True)
    labels = np.arange(24, dtype=np.int32).reshape(3, 8) % 10
    for part in ("train", "test"):
        (folder / f"qmnist-{part}-images-idx3-ubyte").write_bytes(copies.idx(images))
        (folder / f"qmnist-{part}-labels-idx2-int").write_bytes(copies.idx(labels))
    require(read("qmnist", tmp_path), images[:, None], [0, 8, 6])


def patch(monkeypatch: pytest.MonkeyPatch, name: str, attributes: dict[str, Any]) -> None:
    for attribute, value in attributes.items():
        monkeypatch.setattr(getattr(torchvision.datasets, name), attribute, value)


NAMES = ["airplane", "bird", "cat"]


def test_cifar10(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = pixels(3, 3, 32, 32)
    sums = copies.write_cifar10(tmp_path, images, [2, 0, 1], NAMES)
    patch(monkeypatch, "CIFAR10", sums)
    raw = read("cifar10", tmp_path)
    assert raw.classes == tuple(NAMES)
    (train, labels), (test, test_labels) = parts(raw)
    assert torch.equal(test, torch.from_numpy(images))
    assert test_labels == [2, 0, 1]
    assert torch.equal(train, test.repeat(5, 1, 1, 1))
    assert labels == [2, 0, 1] * 5


def test_cifar100_has_its_fine_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = pixels(3, 3, 32, 32)
    patch(monkeypatch, "CIFAR100", copies.write_cifar100(tmp_path, images, [2, 0, 1], NAMES))
    raw = read("cifar100", tmp_path)
    require(raw, images, [2, 0, 1])
    assert raw.classes == tuple(NAMES)


def test_svhn_counts_its_zero_as_ten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images, labels = pixels(4, 3, 32, 32), np.array([10, 1, 9, 2], dtype=np.uint8)
    patch(monkeypatch, "SVHN", copies.write_svhn(tmp_path, images, labels))
    require(read("svhn", tmp_path), images, [0, 1, 9, 2])


def test_stl10_stands_upright_and_leaves_out_what_has_no_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    images, labels = pixels(3, 3, 96, 96), np.array([3, 1, 2], dtype=np.uint8)
    patch(monkeypatch, "STL10", copies.write_stl10(tmp_path, images, labels, NAMES))
    raw = read("stl10", tmp_path)
    require(raw, images, [2, 0, 1])
    assert raw.classes == tuple(NAMES)


def test_pickles_that_are_not_the_official_ones_are_never_run(tmp_path: Path) -> None:
    copies.write_cifar10(tmp_path, pixels(3, 3, 32, 32), [2, 0, 1], NAMES)
    victim = tmp_path / "victim"
    evil = f"cos\nmkdir\n(V{victim}\ntR.".encode()
    for file in (tmp_path / "cifar-10-batches-py").iterdir():
        file.write_bytes(evil)
    with pytest.raises(UserError, match=r"CIFAR-10 .* are damaged"):
        read("cifar10", tmp_path)
    assert not victim.exists()


@pytest.mark.parametrize("name", FILES)
def test_a_set_that_is_not_there_says_how_to_get_it(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=f"netstudio datasets --download {name}"):
        read(name, tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_the_size_that_is_declared_is_that_of_its_files(name: str) -> None:
    assert SOURCES[name].download == sum(file.size for file in FILES[name])


def test_every_set_with_a_download_has_files() -> None:
    assert {source.type for source in SOURCES if source.download} == set(FILES)
