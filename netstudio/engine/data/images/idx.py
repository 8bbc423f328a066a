"""MNIST and its relatives: gzipped IDX files, as LeCun's page describes them."""

from __future__ import annotations

import gzip
import math
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.events import Preparing

_DIGITS = tuple("0123456789")
_CLOTHES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def read_mnist(reading: Reading) -> Job[RawData]:
    """The complete MNIST, shipped with the program."""
    return _read(paths.resources() / "datasets" / "mnist", _DIGITS)


def read_fashion_mnist(reading: Reading) -> Job[RawData]:
    """The complete Fashion-MNIST, from torchvision's place in the data folder."""
    # Asked for only here, because it needs a library that other data do without.
    root = paths.user_data() if reading.data_root is None else reading.data_root
    folder = root / "FashionMNIST" / "raw"
    if not paths.is_folder(folder):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Fashion-MNIST is not in {folder}. Put its four files there, or name the folder "
                "that holds FashionMNIST with --data-root.",
            ),
            folder=folder,
        )
    return _read(folder, _CLOTHES)


def _read(folder: Path, classes: tuple[str, ...]) -> Job[RawData]:
    parts = []
    for done, part in enumerate(("train", "t10k")):
        yield Preparing("read", done, 2)
        images = read_idx(folder / f"{part}-images-idx3-ubyte.gz", dimensions=3)
        labels = read_idx(folder / f"{part}-labels-idx1-ubyte.gz", dimensions=1)
        fits = len(images) == len(labels) > 0
        if not fits or int(labels.max()) >= len(classes):
            raise _damaged(folder / f"{part}-labels-idx1-ubyte.gz")
        parts.append(Records(Pictures(images.unsqueeze(1)), labels.long()))
    yield Preparing("read", 2, 2)
    train, test = parts
    return RawData(train=train, test=test, classes=classes)


def read_idx(path: Path, dimensions: int) -> Tensor:
    """The bytes of an IDX file, gzipped or unpacked beside its gzipped name.

    Raises:
        UserError: The file is missing or damaged.
    """
    unpacked = path.with_suffix("")
    try:
        content = unpacked.read_bytes() if unpacked.exists() else gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise UserError(
            QT_TRANSLATE_NOOP("netstudio", "{path} is missing. Put the data set's file there."),
            path=path,
        ) from None
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(path) from error
    header = 4 + 4 * dimensions
    # Two zero bytes, the type (8: unsigned bytes), the number of dimensions, then their sizes.
    if len(content) < header or content[:4] != bytes((0, 0, 8, dimensions)):
        raise _damaged(path)
    sizes = tuple(int(size) for size in np.frombuffer(content, ">u4", dimensions, offset=4))
    if len(content) != header + math.prod(sizes):
        raise _damaged(path)
    values = np.frombuffer(content, np.uint8, offset=header).reshape(sizes)
    return torch.from_numpy(values.copy())


def _damaged(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("netstudio", "{path} is damaged. Replace it by a fresh copy."), path=path
    )
