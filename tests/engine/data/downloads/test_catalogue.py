"""The catalogue names the same files, checksums and places as torchvision's own classes."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from netstudio.engine.data.downloads.catalogue import FILES

Asked = set[tuple[str, str | None, Path]]


def datasets() -> Any:
    return importlib.import_module("torchvision.datasets")


# How torchvision is asked for all parts of each set.
CALLS: dict[str, Callable[[Path], list[Any]]] = {
    "fashion_mnist": lambda root: [datasets().FashionMNIST(root, download=True)],
    "kmnist": lambda root: [datasets().KMNIST(root, download=True)],
    "emnist": lambda root: [datasets().EMNIST(root, "letters", download=True)],
    "qmnist": lambda root: [
        _attempt(datasets().QMNIST, root, what=what, download=True) for what in ("train", "test")
    ],
    "cifar10": lambda root: [datasets().CIFAR10(root, download=True)],
    "cifar100": lambda root: [datasets().CIFAR100(root, download=True)],
    "svhn": lambda root: [
        _attempt(datasets().SVHN, root, split, download=True) for split in ("train", "test")
    ],
    "stl10": lambda root: [datasets().STL10(root, download=True)],
    "gtsrb": lambda root: [
        _attempt(datasets().GTSRB, root, split, download=True) for split in ("train", "test")
    ],
    "oxford_pets": lambda root: [datasets().OxfordIIITPet(root, download=True)],
    "food101": lambda root: [datasets().Food101(root, download=True)],
    "flowers102": lambda root: [datasets().Flowers102(root, download=True)],
    "eurosat": lambda root: [datasets().EuroSAT(root, download=True)],
}

MODULES = (
    "mnist",
    "cifar",
    "svhn",
    "stl10",
    "gtsrb",
    "oxford_iiit_pet",
    "food101",
    "flowers102",
    "eurosat",
)


def _attempt(make: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    with suppress(RuntimeError, OSError):  # nothing has really been downloaded
        return make(*arguments, **keywords)
    return None


@pytest.mark.parametrize("name", FILES)
def test_files_are_those_that_torchvision_asks_for(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Asked = set()

    def record(
        url: str, root: Any = None, filename: Any = None, md5: Any = None, **more: Any
    ) -> None:
        asked.add((url, md5, Path(root or more["download_root"])))

    def record_archive(
        url: str,
        download_root: Any,
        extract_root: Any = None,
        filename: Any = None,
        md5: Any = None,
    ) -> None:
        asked.add((url, md5, Path(download_root)))

    for module_name in MODULES:
        module = importlib.import_module(f"torchvision.datasets.{module_name}")
        for function, stand_in in (
            ("download_url", record),
            ("download_and_extract_archive", record_archive),
        ):
            if hasattr(module, function):
                monkeypatch.setattr(module, function, stand_in)
    _attempt(CALLS[name], tmp_path)
    assert asked == {(file.url, file.md5, tmp_path / file.folder) for file in FILES[name]}


def test_sizes_are_told_for_every_file() -> None:
    assert all(file.size > 0 for files in FILES.values() for file in files)
