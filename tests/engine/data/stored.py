"""Rows on disk for tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from netstudio.engine.data.storage import cache
from netstudio.engine.data.storage.rows import StoredRows


def numbered(count: int, *shape: int) -> Tensor:
    """Bytes of which every row tells its number."""
    places = np.arange(count * int(np.prod(shape)), dtype=np.int64)
    return torch.from_numpy((places * 2_654_435_761 >> 7).astype(np.uint8).reshape(count, *shape))


def keep(rows: Tensor, key: str = "k", axes: tuple[int, ...] = ()) -> StoredRows:
    """The rows, kept in the cache and opened."""
    with cache.writing(key, "numbers", rows.shape[1:], len(rows)) as file:
        for row in rows.numpy():
            file.append(row)
    kept = cache.find(key, axes)
    assert kept is not None
    return kept.rows


def only_file(folder: Path) -> Path:
    """The one entry's file of rows."""
    (path,) = folder.glob("decoded/*/rows.bin")
    return path
