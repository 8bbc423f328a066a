"""Whether a table names pictures and says what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from netstudio.core.translate import UserError
from netstudio.engine.data.guessing.heads import read_head
from netstudio.engine.data.images.pictures import PICTURE_SUFFIXES

_MOST_ROWS = 1_000
_MOSTLY = 0.5
# Of labels that stand together, so many rows at least have several.
_SEVERAL = 0.1
_SEPARATORS = r"[;|,]"


@dataclass(frozen=True)
class Labels:
    """What a table says of pictures.

    Attributes:
        are_several: Whether a picture may have several labels.
    """

    are_several: bool


def labels_of(table: Path, pictures: Sequence[Path]) -> Labels | None:
    """What the table says of these pictures; None where it does not name them."""
    try:
        frame = read_head(table).head(_MOST_ROWS)
    except UserError:
        return None
    stems = {path.stem for path in pictures}
    names = [column.name for column in frame if _names_pictures(column, stems)]
    others = [column for column in frame if column.name not in names]
    if not names or not others:
        return None
    return Labels(any(map(_holds_several, others)))


def _names_pictures(column: pl.Series, stems: set[str]) -> bool:
    cells = [Path(str(cell)) for cell in column.drop_nulls()]
    named = [cell.suffix.lower() in PICTURE_SUFFIXES or str(cell) in stems for cell in cells]
    return bool(cells) and sum(named) > _MOSTLY * len(cells)


def _holds_several(column: pl.Series) -> bool:
    if column.dtype != pl.String or not len(column.drop_nulls()):
        return False
    return bool(column.drop_nulls().str.contains(_SEPARATORS).sum() > _SEVERAL * len(column))
