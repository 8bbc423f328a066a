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


def read_mnist(reading: Reading) -> Job[RawData]:
    """The complete MNIST, shipped with the program."""
    folder = paths.resources() / "datasets" / "mnist"
    return read_parts(folder / "train", folder / "t10k", _DIGITS)


def read_parts(
    train: Path, test: Path, classes: tuple[str, ...], first: int = 0, is_turned: bool = False
) -> Job[RawData]:
    """Read training and test part, each from a file of pictures and one of labels.

    Args:
        train: How the paths of the training part's files begin.
        test: Likewise for the test part.
        classes: The class names by number.
        first: The label of the first class.
        is_turned: Whether the pictures lie on their side in the files.

    Raises:
        UserError: A file is missing or damaged.
    """
    parts = []
    for done, prefix in enumerate((train, test)):
        yield Preparing("read", done, 2)
        images = read_idx(Path(f"{prefix}-images-idx3-ubyte.gz"), dimensions=3)
        labels_file = Path(f"{prefix}-labels-idx1-ubyte.gz")
        labels = read_idx(labels_file, dimensions=1).long() - first
        fits = len(images) == len(labels) > 0
        if not fits or int(labels.min()) < 0 or int(labels.max()) >= len(classes):
            raise damaged(labels_file)
        upright = images.transpose(1, 2).contiguous() if is_turned else images
        parts.append(Records(Pictures(upright.unsqueeze(1)), labels))
    yield Preparing("read", 2, 2)
    return RawData(train=parts[0], test=parts[1], classes=classes)


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
        raise damaged(path) from error
    header = 4 + 4 * dimensions
    # Two zero bytes, the type (8: unsigned bytes), the number of dimensions, then their sizes.
    if len(content) < header or content[:4] != bytes((0, 0, 8, dimensions)):
        raise damaged(path)
    sizes = tuple(int(size) for size in np.frombuffer(content, ">u4", dimensions, offset=4))
    if len(content) != header + math.prod(sizes):
        raise damaged(path)
    values = np.frombuffer(content, np.uint8, offset=header).reshape(sizes)
    return torch.from_numpy(values.copy())


def damaged(path: Path) -> UserError:
    """What to say of a file that is not what it should be."""
    return UserError(
        QT_TRANSLATE_NOOP("netstudio", "{path} is damaged. Replace it by a fresh copy."), path=path
    )
