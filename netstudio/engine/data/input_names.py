"""What sentences call an input."""

from __future__ import annotations

from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, one_line, verbatim


def input_name(given: object, number: int | None) -> Message:
    """What a sentence calls an input: its path, or its number among several."""
    if isinstance(given, Path):
        return verbatim(one_line(str(given)))
    if number is None:
        return message(QT_TRANSLATE_NOOP("netstudio", "The input"))
    return message(QT_TRANSLATE_NOOP("netstudio", "Input {number}"), number=number)
