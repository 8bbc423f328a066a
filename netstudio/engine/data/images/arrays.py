"""Pictures and labels in NumPy's files."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.class_folders import part_named
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.events import Preparing
from netstudio.tasks.content import Aim
from netstudio.tasks.sources.images import ImageArrays

Array = NDArray[Any]

_CLASS_NAMES = ("classes", "class_names", "label_names", "names")


def read_image_arrays(reading: Reading) -> Job[RawData]:
    """Read pictures (N, H, W), (N, H, W, C) or (N, C, H, W) and their labels.

    A ``.npz`` may hold several parts, such as ``x_train`` and ``y_train``; of a ``.npy`` the labels
    are in a file of their own. Nothing in a file is executed: pickled objects are refused.

    Raises:
        UserError: The file cannot be read or holds no pictures.
    """
    source = reading.source
    assert isinstance(source, ImageArrays)
    path = paths.expanded(source.file)
    yield Preparing("read", 0, 1)
    arrays = _load(path)
    if source.labels_file:
        arrays["labels"] = _single(_load(paths.expanded(source.labels_file)))
    named = next((arrays.pop(name) for name in _CLASS_NAMES if name in arrays), None)
    parts = _parts(arrays, path)
    names = _names(parts, named, path)
    records = {
        part: _records(pictures, labels, names, reading.task.aim, path)
        for part, (pictures, labels) in parts.items()
    }
    yield Preparing("read", 1, 1)
    return RawData(
        train=records["train"],
        validation=records.get("validation"),
        test=records.get("test"),
        classes=tuple(names) if reading.task.aim is not Aim.ITSELF else (),
    )


def _load(path: Path) -> dict[str, Array]:
    try:
        # Opened here, because numpy does not always close what it cannot read.
        with path.open("rb") as file:
            loaded = np.load(file, allow_pickle=False)
            return {"pictures": loaded} if isinstance(loaded, np.ndarray) else dict(loaded)
    except (OSError, ValueError, EOFError, MemoryError, zipfile.BadZipFile) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} could not be read as NumPy arrays ({reason}). Choose a .npz or .npy file "
                "of plain numbers.",
            ),
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _single(arrays: Mapping[str, Array]) -> Array:
    return next(iter(arrays.values()), np.empty(0))


def _parts(arrays: Mapping[str, Array], path: Path) -> dict[str, tuple[Array, Array | None]]:
    """The pictures and the labels of each part."""
    pictures: dict[str, Array] = {}
    labels: dict[str, Array] = {}
    for name, array in arrays.items():
        part = next(filter(None, map(part_named, name.lower().split("_"))), "train")
        held = pictures if array.ndim in (3, 4) and array.dtype.kind in "buif" else labels
        held.setdefault(part, array)
    if "train" not in pictures:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} holds no pictures of shape (N, H, W), (N, H, W, C) or (N, C, H, W); it "
                "holds: {shapes}.",
            ),
            path=path,
            shapes=shapes or "0",
        )
    return {part: (_bytes(found, path), labels.get(part)) for part, found in pictures.items()}


def _bytes(array: Array, path: Path) -> NDArray[np.uint8]:
    """Pixels as bytes (N, C, H, W), whatever numbers they were."""
    if array.ndim == 3:
        array = array[:, None]
    elif array.shape[-1] in (1, 3, 4) and array.shape[1] not in (1, 3):
        array = array.transpose(0, 3, 1, 2)
    array = array[:, :3] if array.shape[1] == 4 else array  # without its alpha
    if array.shape[1] not in (1, 3) or 0 in array.shape:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The pictures in {path} have {channels} channels, but 1 (grey) or 3 (colour) are "
                "needed.",
            ),
            path=path,
            channels=array.shape[1],
        )
    if array.dtype == np.uint8:
        return np.ascontiguousarray(array)
    numbers = np.nan_to_num(array.astype(np.float32))
    largest = float(numbers.max())
    # Bytes as other numbers, shares from 0 to 1, or deeper grey.
    scale = 1.0 if 1 < largest <= 255 else 255 / 65_535 if largest > 255 else 255.0
    pixels: NDArray[np.uint8] = np.rint(numbers * scale).clip(0, 255).astype(np.uint8)
    return pixels


def _names(
    parts: Mapping[str, tuple[Array, Array | None]], named: Array | None, path: Path
) -> list[str]:
    """The class names by class number."""
    found = [labels for _, labels in parts.values() if labels is not None]
    if not found:
        return []
    if found[0].ndim == 2 and found[0].shape[1] > 1:
        count = found[0].shape[1]
    else:
        values = np.unique(np.concatenate([labels.ravel() for labels in found]))
        if named is None or values.dtype.kind not in "ui":
            return [str(value) for value in values.tolist()]
        count = int(values.max()) + 1
    names = [str(name) for name in named.ravel().tolist()] if named is not None else []
    return names if len(names) >= count else [str(number) for number in range(count)]


def _records(
    pictures: Array, labels: Array | None, names: list[str], aim: Aim, path: Path
) -> Records:
    inputs = Pictures(torch.from_numpy(pictures))
    if aim is Aim.ITSELF:
        return Records(inputs, None)
    if labels is None or len(labels) != len(pictures):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} has {count} pictures, but {labels} labels for them. Add a label for each, "
                "or choose the file of labels.",
            ),
            path=path,
            count=len(pictures),
            labels=0 if labels is None else len(labels),
        )
    return Records(inputs, _targets(labels, names, aim))


def _targets(labels: Array, names: list[str], aim: Aim) -> Tensor:
    if labels.ndim == 2 and labels.shape[1] > 1:
        marks = torch.from_numpy(labels.astype(np.float32))
        return marks if aim is Aim.LABELS else marks.argmax(1)
    flat = labels.ravel()
    numbers = {name: number for number, name in enumerate(names)}
    keys = [str(value) for value in flat.tolist()]
    chosen = [numbers[key] if key in numbers else int(key) for key in keys]
    targets = torch.tensor(chosen, dtype=torch.int64)
    return (
        torch.nn.functional.one_hot(targets, len(names)).float() if aim is Aim.LABELS else targets
    )
