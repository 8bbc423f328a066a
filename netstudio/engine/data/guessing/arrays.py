"""What NumPy files hold, by the shapes of their arrays."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import BinaryIO

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten, verbatim
from netstudio.engine.data.guessing.guess import Guess, guessed, nothing

Header = tuple[tuple[int, ...], "np.dtype[np.generic]"]

# Sides of pictures have at least so many pixels; most sequences have fewer features.
_SMALLEST_SIDE = 8


def guesses(file: Path) -> list[Guess]:
    """What the arrays could be, the likeliest first.

    Raises:
        UserError: They cannot be read, or are of no known shape.
    """
    headers = _headers(file)
    if not headers:
        raise nothing(file)
    shape, dtype = max(headers, key=lambda header: prod(header[0]))
    size = verbatim("×".join(map(str, shape[1:])))
    found: list[Guess] = []
    if _are_pictures(shape):
        why = message(
            QT_TRANSLATE_NOOP("netstudio", "An array of {count} pictures of {size}"),
            count=shape[0],
            size=size,
        )
        found.append(guessed("image_arrays", "image_classification", why, file=str(file)))
    if len(shape) in (2, 3) and dtype.kind in "fiu":
        why = message(
            QT_TRANSLATE_NOOP("netstudio", "An array of {count} sequences of {size}"),
            count=shape[0],
            size=size,
        )
        found.append(guessed("sequence_file", "sequence_classification", why, file=str(file)))
    if not found:
        raise nothing(file)
    # Pixels are bytes, or have two equal sides; what is measured over time is neither.
    looks_like_pictures = dtype.kind == "u" or len(shape) == 4 or shape[1] == shape[-1]
    return found if looks_like_pictures else found[::-1]


def _are_pictures(shape: tuple[int, ...]) -> bool:
    if len(shape) == 3:
        return min(shape[1:]) >= _SMALLEST_SIDE
    return len(shape) == 4 and (shape[-1] in (1, 3, 4) or shape[1] in (1, 3, 4))


def _headers(file: Path) -> list[Header]:
    """Shape and type of every array that holds numbers, without reading it."""
    try:
        if file.suffix.lower() == ".npy":
            with file.open("rb") as content:
                found = [_header(content)]
        else:
            with zipfile.ZipFile(file) as archive:
                found = list(_headers_in(archive))
    except (OSError, ValueError, zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} is no intact NumPy file. Write it again with numpy.savez or numpy.save.",
            ),
            file=shorten(str(file)),
        ) from error
    return [(shape, dtype) for shape, dtype in found if len(shape) > 1 and dtype.kind in "fiub"]


def _headers_in(archive: zipfile.ZipFile) -> Iterator[Header]:
    for name in archive.namelist():
        if name.endswith(".npy"):
            with archive.open(name) as content:
                yield _header(content)  # type: ignore[arg-type]


def _header(content: BinaryIO) -> Header:
    version = np.lib.format.read_magic(content)
    read = (
        np.lib.format.read_array_header_1_0
        if version == (1, 0)
        else np.lib.format.read_array_header_2_0
    )
    shape, _, dtype = read(content)
    return shape, dtype
