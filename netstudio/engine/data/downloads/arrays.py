"""Downloaded sets that torchvision reads into memory as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from netstudio.engine.data.downloads.download import damaged_set, require_present
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.waiting import in_thread

_DIGITS = tuple("0123456789")


def read_qmnist(reading: Reading) -> Job[RawData]:
    """MNIST's training part and all 60,000 test digits."""

    def load(root: Path) -> RawData:
        from torchvision.datasets import QMNIST

        train, test = (QMNIST(root, what=part) for part in ("train", "test"))
        # Of the eight numbers of each label, the first is the class.
        return RawData(
            train=_records(train.data.unsqueeze(1), train.targets[:, 0]),
            test=_records(test.data.unsqueeze(1), test.targets[:, 0]),
            classes=_DIGITS,
        )

    return _read(reading, load)


def read_cifar10(reading: Reading) -> Job[RawData]:
    """CIFAR-10 with its official split."""
    return _read(reading, lambda root: _cifar("CIFAR10", root))


def read_cifar100(reading: Reading) -> Job[RawData]:
    """CIFAR-100 with its official split and its fine labels."""
    return _read(reading, lambda root: _cifar("CIFAR100", root))


def read_svhn(reading: Reading) -> Job[RawData]:
    """The cropped digits of SVHN, without its extra part."""

    def load(root: Path) -> RawData:
        from torchvision.datasets import SVHN

        train, test = (SVHN(root, part) for part in ("train", "test"))
        return RawData(
            train=_records(train.data, train.labels),
            test=_records(test.data, test.labels),
            classes=_DIGITS,
        )

    return _read(reading, load)


def read_stl10(reading: Reading) -> Job[RawData]:
    """The labelled pictures of STL-10."""

    def load(root: Path) -> RawData:
        from torchvision.datasets import STL10

        train, test = (STL10(root, part) for part in ("train", "test"))
        return RawData(
            train=_records(train.data, train.labels),
            test=_records(test.data, test.labels),
            classes=tuple(train.classes),
        )

    return _read(reading, load)


def _cifar(name: str, root: Path) -> RawData:
    from torchvision import datasets

    # Its files are pickles, which could do anything; torchvision compares their checksums first.
    train, test = (getattr(datasets, name)(root, train=is_train) for is_train in (True, False))
    return RawData(
        train=_records(train.data.transpose(0, 3, 1, 2), train.targets),
        test=_records(test.data.transpose(0, 3, 1, 2), test.targets),
        classes=tuple(train.classes),
    )


def _records(pixels: Any, labels: Any) -> Records:
    """Pictures (N, C, H, W) and their classes."""
    stored = torch.from_numpy(np.ascontiguousarray(pixels, dtype=np.uint8))
    return Records(Pictures(stored), torch.as_tensor(np.asarray(labels), dtype=torch.int64))


def _read(reading: Reading, load: Callable[[Path], RawData]) -> Job[RawData]:
    root = require_present(reading.source, reading.data_root)
    try:
        raw = yield from in_thread("read", lambda: load(root))
    # torchvision and the readers behind it raise whatever damaged files provoke.
    except Exception as error:
        raise damaged_set(reading.source, root) from error
    return raw
