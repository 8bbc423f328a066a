"""What a single file holds."""

from __future__ import annotations

from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.guessing.guess import Guess
from netstudio.engine.data.guessing.kinds import Kind, kind_of


def guesses(file: Path) -> list[Guess]:
    """What the file could be, the likeliest first.

    Raises:
        UserError: It cannot be read, or there is nothing in it to learn from.
    """
    kind = kind_of(file)
    if kind is Kind.ARRAY:
        from netstudio.engine.data.guessing import arrays

        return arrays.guesses(file)
    if kind in (Kind.PICTURE, Kind.SOUND):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} is a single sample. Choose a folder with one folder for each class, or "
                "open Use to ask a trained model about it.",
            ),
            file=shorten(str(file)),
        )
    from netstudio.engine.data.guessing import tables

    return tables.guesses(file)
