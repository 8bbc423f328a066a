"""Tiny copies of well-known data sets, in the same files and folders as the real ones."""

from __future__ import annotations

import gzip
import io
import pickle
from hashlib import md5
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

_IDX_TYPES = {"uint8": 8, "int32": 12}


def pixels(count: int, *shape: int, seed: int = 0) -> Bytes:
    """Random pictures as bytes."""
    return np.random.default_rng(seed).integers(0, 256, (count, *shape), dtype=np.uint8)


def idx(values: NDArray[Any]) -> bytes:
    """An IDX file with these values."""
    header = bytes((0, 0, _IDX_TYPES[values.dtype.name], values.ndim))
    sizes = np.array(values.shape, dtype=">u4").tobytes()
    return header + sizes + values.astype(values.dtype.newbyteorder(">")).tobytes()


def write_idx(folder: Path, train: str, test: str, images: Bytes, labels: Bytes) -> None:
    """Training and test part with the same pictures, gzipped."""
    folder.mkdir(parents=True)
    for prefix in (train, test):
        for kind, values in (("images-idx3", images), ("labels-idx1", labels)):
            content = gzip.compress(idx(values))
            (folder / f"{prefix}-{kind}-ubyte.gz").write_bytes(content)


def write_cifar10(root: Path, images: Bytes, labels: list[int], names: list[str]) -> dict[str, Any]:
    """CIFAR-10 with the same pictures in every batch.

    Returns:
        The attributes of torchvision's class that hold checksums.
    """
    folder = root / "cifar-10-batches-py"
    folder.mkdir()
    batch = pickle.dumps({"data": images.reshape(len(images), -1), "labels": labels})
    meta = pickle.dumps({"label_names": names})
    batches = [f"data_batch_{number}" for number in range(1, 6)]
    for name in (*batches, "test_batch"):
        (folder / name).write_bytes(batch)
    (folder / "batches.meta").write_bytes(meta)
    sums = [[name, md5(batch).hexdigest()] for name in batches]
    return {
        "train_list": sums,
        "test_list": [["test_batch", sums[0][1]]],
        "meta": {
            "filename": "batches.meta",
            "key": "label_names",
            "md5": md5(meta).hexdigest(),
        },
    }


def write_cifar100(
    root: Path, images: Bytes, labels: list[int], names: list[str]
) -> dict[str, Any]:
    """CIFAR-100, likewise; its coarse labels are all 0."""
    folder = root / "cifar-100-python"
    folder.mkdir()
    batch = pickle.dumps(
        {
            "data": images.reshape(len(images), -1),
            "fine_labels": labels,
            "coarse_labels": [0] * len(labels),
        }
    )
    meta = pickle.dumps({"fine_label_names": names})
    for name in ("train", "test"):
        (folder / name).write_bytes(batch)
    (folder / "meta").write_bytes(meta)
    checksum = md5(batch).hexdigest()
    return {
        "train_list": [["train", checksum]],
        "test_list": [["test", checksum]],
        "meta": {
            "filename": "meta",
            "key": "fine_label_names",
            "md5": md5(meta).hexdigest(),
        },
    }


def write_svhn(root: Path, images: Bytes, labels: Bytes) -> dict[str, Any]:
    """SVHN: pictures (H, W, C, N) and labels from 1 to 10 in Matlab's format."""
    from scipy.io import savemat

    content = io.BytesIO()
    savemat(content, {"X": images.transpose(2, 3, 1, 0), "y": labels.reshape(-1, 1)})
    lists = {}
    for part in ("train", "test"):
        name = f"{part}_32x32.mat"
        (root / name).write_bytes(content.getvalue())
        lists[part] = ["", name, md5(content.getvalue()).hexdigest()]
    return {"split_list": lists}


def write_stl10(root: Path, images: Bytes, labels: Bytes, names: list[str]) -> dict[str, Any]:
    """STL-10: columns before rows, labels from 1, and an unlabelled part."""
    folder = root / "stl10_binary"
    folder.mkdir()
    columns_first = images.transpose(0, 1, 3, 2)
    lists: dict[str, list[list[str]]] = {"train_list": [], "test_list": []}
    for name, values in (
        ("train_X.bin", columns_first),
        ("train_y.bin", labels),
        ("unlabeled_X.bin", columns_first),
        ("test_X.bin", columns_first),
        ("test_y.bin", labels),
    ):
        content = np.ascontiguousarray(values).tobytes()
        (folder / name).write_bytes(content)
        part = "test_list" if name.startswith("test") else "train_list"
        lists[part].append([name, md5(content).hexdigest()])
    (folder / "class_names.txt").write_text("\n".join(names))
    return dict(lists)
