"""Rows of equal size in a file, read in portions so that they never fill the memory."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Indices = NDArray[np.int64]

# Rows that are not wanted are read along where they part wanted ones by no more than this.
_WIDEST_HOLE = 2
# Files are read with plain reads: the pages of a memory map would count as the program's memory.
_READS_AT = hasattr(os, "preadv")


class RowFile:
    """A file of rows of bytes, open for reading by any number of threads as long as it is used.

    Args:
        path: The file.
        row_bytes: The size of one row.
        digest: A hash of the file's content.

    Raises:
        OSError: The file cannot be opened.
    """

    def __init__(self, path: Path, row_bytes: int, digest: bytes = b"") -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        weakref.finalize(self, os.close, self._file)
        self._row_bytes = row_bytes
        self.digest = digest
        self._lock = threading.Lock()

    def read_into(self, buffer: memoryview, first: int) -> None:
        """Fill ``buffer`` with the rows from number ``first`` on.

        Raises:
            OSError: The file ends before, or cannot be read.
        """
        offset, filled = first * self._row_bytes, 0
        while filled < len(buffer):
            count = self._read_at(buffer[filled:], offset + filled)
            if not count:
                raise OSError(0, "the file is shorter than it was")
            filled += count

    def _read_at(self, buffer: memoryview, offset: int) -> int:
        if _READS_AT:
            return os.preadv(self._file, [buffer], offset)
        with self._lock:  # Windows has one position for all threads
            os.lseek(self._file, offset, os.SEEK_SET)
            found = os.read(self._file, len(buffer))
        buffer[: len(found)] = found
        return len(found)


class StoredRows:
    """Some of the rows of a file, as if they were a tensor (N, …) of bytes.

    Args:
        file: Where the rows are.
        shape: The shape of a row as it is stored.
        index: Which rows of the file these are.
        axes: The order in which the axes of a row are shown; left out, as they are stored.
    """

    def __init__(
        self, file: RowFile, shape: Sequence[int], index: Indices, axes: Sequence[int] = ()
    ) -> None:
        self._file = file
        self.stored_shape = tuple(shape)
        self._index = index
        self._axes = tuple(axes) or tuple(range(len(shape)))

    def __len__(self) -> int:
        return len(self._index)

    @property
    def shape(self) -> tuple[int, ...]:
        """Of all rows, as they are shown."""
        return (len(self), *(self.stored_shape[axis] for axis in self._axes))

    @property
    def row_bytes(self) -> int:
        """The size of one row."""
        return int(np.prod(self.stored_shape, dtype=np.int64))

    def __getitem__(self, at: int | slice | Tensor) -> Tensor:
        """One row, or several rows, read from the file."""
        if isinstance(at, int):
            return self[range(len(self))[at] : range(len(self))[at] + 1][0]
        index = np.arange(len(self))[at] if isinstance(at, slice) else at.cpu().numpy()
        return self.read(index)

    @property
    def digest(self) -> bytes:
        """A hash of which rows of what file these are."""
        return blake2b(self._file.digest + self._index.tobytes(), digest_size=16).digest()

    def select(self, index: Indices) -> StoredRows:
        """The rows with these numbers, not read yet."""
        return StoredRows(self._file, self.stored_shape, self._index[index], self._axes)

    def read(self, index: Indices) -> Tensor:
        """The rows with these numbers, in this order: uint8 (n, …), shown but not moved in memory.

        Raises:
            OSError: The file cannot be read.
        """
        wanted = self._index[index]
        found = self._read_sorted(wanted) if _ascends(wanted) else self._read_any(wanted)
        return found.permute(0, *(axis + 1 for axis in self._axes))

    def _read_any(self, wanted: Indices) -> Tensor:
        ascending, place = np.unique(wanted, return_inverse=True)
        return self._read_sorted(ascending).index_select(0, torch.from_numpy(place.ravel()))

    def _read_sorted(self, wanted: Indices) -> Tensor:
        """Rows whose numbers ascend: as few reads as there are runs of neighbours."""
        if not len(wanted):
            return torch.empty((0, *self.stored_shape), dtype=torch.uint8)
        breaks = np.flatnonzero(np.diff(wanted) > _WIDEST_HOLE + 1) + 1
        firsts = wanted[np.concatenate(([0], breaks))]
        lengths = wanted[np.concatenate((breaks - 1, [len(wanted) - 1]))] - firsts + 1
        ends = np.cumsum(lengths)
        buffer = torch.empty((int(ends[-1]), *self.stored_shape), dtype=torch.uint8)
        view = buffer.numpy().reshape(-1).data
        size = self.row_bytes
        for first, length, end in zip(firsts, lengths, ends, strict=True):
            portion = view[int(end - length) * size : int(end) * size]
            self._file.read_into(portion, int(first))
        if len(buffer) == len(wanted):
            return buffer
        run = np.searchsorted(firsts, wanted, side="right") - 1
        place = wanted - firsts[run] + (ends - lengths)[run]
        return buffer.index_select(0, torch.from_numpy(place))


def _ascends(numbers: Indices) -> bool:
    return bool((np.diff(numbers) > 0).all())
