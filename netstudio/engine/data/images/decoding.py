"""From picture files to pixels of one size; what took long is kept for the next time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.core.kinds import AUTO, Auto
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import Message, UserError
from netstudio.engine.data.class_folders import UnreadableFile, work_in_threads
from netstudio.engine.data.images.files import PictureFile
from netstudio.engine.data.images.inputs import Pictures, pixel_key
from netstudio.engine.data.images.pictures import Seen, inspect_picture, see_picture
from netstudio.engine.data.images.shots import find_shots
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.data.storage import cache
from netstudio.engine.data.storage.memory import fits_in_memory
from netstudio.engine.data.storage.rows import StoredRows
from netstudio.engine.events import Preparing

# Changes when pictures are decoded in another way, so that older entries are not used.
_VERSION = 1
_LARGEST_KEPT_SIZE = 256
_SIZE_FOR_MIXED = 64
# Files or pixels of more bytes than this take long enough to be kept decoded.
_WORTH_KEEPING = 4 * 2**20
_READ_AT_ONCE = 16 * 2**20
# Rows are stored (height, width, channels) and shown (channels, height, width).
_SHOWN = (2, 0, 1)


@dataclass(frozen=True)
class Wish:
    """What pictures are to be brought to.

    Attributes:
        sample: The shape, where it is given.
        image_size: Otherwise the sides' length; AUTO for what suits the pictures.
        color: ``grey``, ``rgb``, or ``auto`` for what suits them.
        fit: How pictures of other proportions get there; see ``see_picture``.
        keep: Where pixels are while training: ``memory``, ``disk``, or ``auto`` by their size.
    """

    sample: TensorSpec | None = None
    image_size: int | Auto = AUTO
    color: str = "auto"
    fit: str = "crop"
    keep: str = "auto"

    def is_held(self, size: int) -> bool:
        """Whether so many bytes are held in memory."""
        return self.keep == "memory" or (self.keep == "auto" and fits_in_memory(size))


@dataclass(frozen=True)
class Decoded:
    """The pictures that could be read.

    Attributes:
        pictures: Their pixels.
        places: The number of each among the files, in ascending order.
        shots: A number for each; photographs of one thing have the same.
        unreadable: The number of each other file among the files, and why it cannot be read.
    """

    pictures: Pictures
    places: Indices
    shots: Indices
    unreadable: tuple[tuple[int, Message], ...]


class _Rows(Protocol):
    """Where rows go, with what is known of each and of all of them."""

    columns: dict[str, NDArray[Any]]
    notes: dict[str, Any]

    def append(self, row: NDArray[np.uint8]) -> None: ...


class _InMemory:
    """Rows of pixels that are held in memory."""

    def __init__(self, shape: tuple[int, ...], most: int) -> None:
        self._rows = np.empty((most, *shape), np.uint8)
        self._count = 0
        self.columns: dict[str, NDArray[Any]] = {}
        self.notes: dict[str, Any] = {}

    def append(self, row: NDArray[np.uint8]) -> None:
        self._rows[self._count] = row
        self._count += 1

    def pixels(self) -> Tensor:
        return torch.from_numpy(self._rows[: self._count]).permute(0, 3, 1, 2)


def decode(files: Sequence[PictureFile], wish: Wish, name: str, deciding: int) -> Job[Decoded]:
    """Bring pictures to one size, or find them where they were kept the last time.

    Args:
        files: The pictures.
        wish: What they are to be brought to.
        name: What a person calls them, such as their folder.
        deciding: How many of the first files have a say in the size, where it is not given.

    Raises:
        UserError: There is not enough space to keep what does not fit into the memory.
    """
    key = _key(files, wish, deciding)
    kept = cache.find(key, _SHOWN)
    if kept is None:
        sample = yield from _choose_sample(files[:deciding], wish)
        height, width = sample.size("height"), sample.size("width")
        shape = (height, width, sample.size("channels"))
        size = len(files) * math.prod(shape)
        is_long = max(size, sum(file.size for file in files)) > _WORTH_KEEPING
        if is_long or not wish.is_held(size):
            # What fits into the memory can do without a disk that is full or write-protected.
            spared = suppress(UserError) if wish.is_held(size) else nullcontext()
            with spared, cache.writing(key, name, shape, len(files)) as writing:
                yield from _read(files, sample, wish.fit, writing)
            kept = cache.find(key, _SHOWN)
        if kept is None:
            rows = _InMemory(shape, len(files))
            yield from _read(files, sample, wish.fit, rows)
            return _decoded(rows.pixels(), wish.fit, rows.columns, rows.notes)
    pixels: Tensor | StoredRows = kept.rows
    if wish.is_held(len(kept.rows) * kept.rows.row_bytes):
        pixels = yield from _loaded(kept.rows)
    return _decoded(pixels, wish.fit, kept.columns, kept.notes)


def _key(files: Sequence[PictureFile], wish: Wish, deciding: int) -> str:
    """Differs wherever a file or an option differs."""
    sizes = wish.sample.sizes if wish.sample else (wish.image_size, wish.color, deciding)
    hashed = blake2b(repr((_VERSION, sizes, wish.fit)).encode(), digest_size=16)
    for file in files:
        hashed.update(repr((file.path, file.stamp)).encode(errors="backslashreplace"))
    return hashed.hexdigest()


def _choose_sample(files: Sequence[PictureFile], wish: Wish) -> Job[TensorSpec]:
    """The shape to bring all pictures to, as it is wished or as the pictures suggest."""
    if wish.sample is not None:
        return wish.sample
    size, color = wish.image_size, wish.color
    shapes: set[tuple[int, int]] = set()
    greys: set[bool] = set()

    def take(_: PictureFile, found: tuple[int, int, bool] | UnreadableFile) -> None:
        if not isinstance(found, UnreadableFile):  # reading it will tell
            height, width, is_grey = found
            shapes.add((height, width))
            greys.add(is_grey)

    if size == AUTO or color == AUTO:
        job = work_in_threads("inspect", files, lambda file: inspect_picture(Path(file.path)), take)
        for progress in job:
            yield progress
            if len(shapes) > 1 and False in greys:  # the rest would change nothing
                job.close()
    chosen_color = ("rgb" if False in greys else "grey") if color == AUTO else color
    if size != AUTO:
        return _sample(size, size, chosen_color)
    if len(shapes) == 1:
        height, width = next(iter(shapes))
        if max(height, width) <= _LARGEST_KEPT_SIZE:
            return _sample(height, width, chosen_color)
    return _sample(_SIZE_FOR_MIXED, _SIZE_FOR_MIXED, chosen_color)


def _sample(height: int, width: int, color: str) -> TensorSpec:
    return TensorSpec(IMAGE, (1 if color == "grey" else 3, height, width))


def _read(files: Sequence[PictureFile], sample: TensorSpec, fit: str, rows: _Rows) -> Job[None]:
    """Decode all files, and note what is known of each and which cannot be read."""
    keys: list[bytes] = []
    sizes: list[tuple[int, int]] = []
    photographs: list[int] = []
    thumbnails: list[NDArray[np.uint8]] = []
    places: list[int] = []
    unreadable: list[tuple[int, str, dict[str, Any]]] = []
    numbers = iter(range(len(files)))

    def take(_: PictureFile, seen: Seen | UnreadableFile) -> None:
        number = next(numbers)
        if isinstance(seen, UnreadableFile):
            values = {name: str(value) for name, value in seen.reason.values.items()}
            unreadable.append((number, seen.reason.template, values))
            return
        if seen.thumbnail is not None:
            photographs.append(len(places))
            thumbnails.append(seen.thumbnail)
        rows.append(seen.pixels.transpose(1, 2, 0))
        keys.append(pixel_key(seen.pixels))
        sizes.append(seen.size)
        places.append(number)

    def see(file: PictureFile) -> Seen:
        return see_picture(Path(file.path), sample, fit)

    yield from work_in_threads("read pictures", files, see, take)
    shots = yield from _shots(len(places), photographs, thumbnails)
    rows.columns.update(
        keys=np.frombuffer(b"".join(keys), np.uint8).reshape(-1, 16),
        sizes=np.array(sizes, np.int64).reshape(-1, 2),
        places=np.array(places, np.int64),
        shots=shots,
    )
    rows.notes["unreadable"] = unreadable


def _shots(count: int, photographs: list[int], thumbnails: list[NDArray[np.uint8]]) -> Job[Indices]:
    shots = np.arange(count)
    if photographs:
        of_photographs = yield from find_shots(np.stack(thumbnails))
        numbers = np.array(photographs)
        shots[numbers] = numbers[of_photographs]
    return shots


def _loaded(rows: StoredRows) -> Job[Tensor]:
    """All rows in memory, as they lie on the disk."""
    together = max(1, _READ_AT_ONCE // rows.row_bytes)
    loaded = torch.empty((len(rows), *rows.stored_shape), dtype=torch.uint8)
    shown = loaded.permute(0, *(axis + 1 for axis in _SHOWN))
    for at in range(0, len(rows), together):
        yield Preparing("load", at, len(rows))
        shown[at : at + together] = rows[at : at + together]
    return shown


def _decoded(
    pixels: Tensor | StoredRows,
    fit: str,
    columns: Mapping[str, NDArray[Any]],
    notes: Mapping[str, Any],
) -> Decoded:
    return Decoded(
        Pictures(pixels, fit, columns["sizes"], columns["keys"]),
        columns["places"],
        columns["shots"],
        tuple(
            (number, Message(template, values)) for number, template, values in notes["unreadable"]
        ),
    )
