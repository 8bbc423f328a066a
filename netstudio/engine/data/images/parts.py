"""Reading the pictures of all parts of a source at once, and what is found on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, counted, shorten
from netstudio.engine.data.class_folders import LeftOut
from netstudio.engine.data.images.decoding import Decoded, Wish, decode
from netstudio.engine.data.images.files import PictureFile
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, Indices
from netstudio.tasks.sources.images import PictureFiles

LEFT_OUT = QT_TRANSLATE_NOOP(
    "netstudio",
    "Files left out because they are no pictures or could not be read ({count}): {names}.",
)
_SERIES = (
    QT_TRANSLATE_NOOP(
        "netstudio",
        "1 series of photographs of the same thing was found; it stays together in one part.",
    ),
    QT_TRANSLATE_NOOP(
        "netstudio",
        "{count} series of photographs of the same thing were found; each stays together in one "
        "part.",
    ),
)
_MOST_NAMED = 10


@dataclass(frozen=True)
class ReadPart:
    """The pictures of a part that could be read.

    Attributes:
        pictures: Their pixels.
        places: The number of each among the part's files.
        groups: A number for each; photographs of one thing have the same. None where there are
            no such photographs in any part.
    """

    pictures: Pictures
    places: Indices
    groups: Tensor | None


def wish_of(reading: Reading) -> Wish:
    """What a source's pictures are to be brought to."""
    source = reading.source
    assert isinstance(source, PictureFiles)
    return Wish(reading.sample, source.image_size, source.color, source.fit, source.keep)


def read_parts(
    parts: Mapping[str, Sequence[PictureFile]], wish: Wish, name: str, left_out: LeftOut
) -> Job[tuple[dict[str, ReadPart], tuple[Finding, ...]]]:
    """Read the pictures of all parts; those of the first one have a say in their size.

    Args:
        parts: The files of each part.
        wish: What they are to be brought to.
        name: What a person calls them, such as their folder.
        left_out: Takes the files that cannot be read.

    Returns:
        The pictures of each part, and what was found about them.

    Raises:
        UserError: There is not enough space to keep what does not fit into the memory.
    """
    files = [file for part in parts.values() for file in part]
    decoded = yield from decode(files, wish, name, deciding=len(next(iter(parts.values()))))
    for number, reason in decoded.unreadable:
        left_out.add(Path(files[number].path), reason)
    finding = _series(decoded, files)
    found: dict[str, ReadPart] = {}
    first = 0
    for part, of_part in parts.items():
        inside = (decoded.places >= first) & (decoded.places < first + len(of_part))
        index = np.flatnonzero(inside)
        found[part] = ReadPart(
            decoded.pictures.select(index),
            decoded.places[index] - first,
            torch.from_numpy(decoded.shots[index]) if finding else None,
        )
        first += len(of_part)
    return found, finding


def _series(decoded: Decoded, files: Sequence[PictureFile]) -> tuple[Finding, ...]:
    numbers, counts = np.unique(decoded.shots, return_counts=True)
    series = numbers[counts > 1]
    if not len(series):
        return ()
    shown = np.flatnonzero(np.isin(decoded.shots, series[:_MOST_NAMED]))
    # One series after the other, so that what belongs together is seen together.
    shown = shown[np.argsort(decoded.shots[shown], kind="stable")][:_MOST_NAMED]
    examples = tuple(files[place].path for place in decoded.places[shown].tolist())
    text = counted(len(series), *_SERIES)
    return (Finding("near-duplicates", text, "options.near_duplicates", examples, True),)


def require_pictures(folder: Path, part: ReadPart, left_out: LeftOut) -> None:
    """Refuse a part without a single picture.

    Raises:
        UserError: It has none.
    """
    if len(part.pictures):
        return
    files = [(path, reason) for path, reason in left_out.files if path.is_relative_to(folder)]
    if not files:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "There are no pictures in {folder}; its folders are empty. Put JPEG or PNG "
                "pictures there.",
            ),
            folder=folder,
        )
    path, reason = files[0]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "None of the {count} files in {folder} could be read as a picture ({first}: {reason}). "
            "Put JPEG or PNG pictures there.",
        ),
        count=len(files),
        folder=folder,
        first=shorten(path.name),
        reason=reason,
    )
