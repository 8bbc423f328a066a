"""Texts that a front end may translate.

Everything below the front ends speaks English and only *marks* its texts, so that Qt's
``lupdate`` finds them; the front end translates a template first and fills it in after.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

# Control characters, lone surrogates, and line and paragraph separators.
_TEARING = frozenset(("Cc", "Cs", "Zl", "Zp"))


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 (as lupdate has it)
    """Mark ``text`` for translation and return it unchanged."""
    return text


_LIST = QT_TRANSLATE_NOOP("netstudio", "{first}, {rest}")


@dataclass(frozen=True)
class Message:
    """A marked template and the values to fill in.

    Attributes:
        template: English text with ``str.format`` placeholders.
        values: The placeholder values: text that reads the same in every language, numbers, and
            messages that are translated themselves.
    """

    template: str
    values: Mapping[str, str | int | float | Message] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return fill(self, str)


def message(template: str, **values: object) -> Message:
    """A ``Message``; values that are neither numbers nor messages become text on one line."""
    plain = {
        name: value if isinstance(value, int | float | Message) else one_line(str(value))
        for name, value in values.items()
    }
    return Message(template, plain)


def fill(text: Message, translate: Callable[[str], str]) -> str:
    """The whole text in the language that ``translate`` turns each template into."""
    values = {
        name: fill(value, translate) if isinstance(value, Message) else value
        for name, value in text.values.items()
    }
    return translate(text.template).format(**values)


def message_as_json(text: Message) -> dict[str, Any]:
    """A message as a JSON object, from which it can be said in any language later."""
    values = {
        name: message_as_json(value) if isinstance(value, Message) else value
        for name, value in text.values.items()
    }
    return {"template": text.template, "values": values}


def message_from_json(written: object, instead: str) -> Message:
    """What ``message_as_json`` gave; ``instead`` as it is, where it is something else."""
    try:
        read = _read_message(written)
        str(read)  # a template may ask for what is not there
    except (TypeError, KeyError, ValueError, IndexError, AttributeError):
        return verbatim(instead)
    return read


def _read_message(written: Any) -> Message:
    template, values = written["template"], written["values"]
    if not isinstance(template, str):
        raise TypeError(template)
    read = {
        name: _read_message(value) if isinstance(value, dict) else value
        for name, value in values.items()
    }
    return message(template, **read)


def listing(items: Iterable[Message | str]) -> Message:
    """``items`` with commas between them; marked texts among them may be given as they are."""
    parts = [item if isinstance(item, Message) else Message(item) for item in items]
    if len(parts) < 2:
        return parts[0] if parts else verbatim("")
    middle = len(parts) // 2
    return Message(_LIST, {"first": listing(parts[:middle]), "rest": listing(parts[middle:])})


def counted(count: int, one: str, many: str, **values: object) -> Message:
    """How many of something: ``one`` for a single one, ``many`` with ``{count}`` for others.

    Args:
        count: How many.
        one: The marked template for exactly one.
        many: The marked template for any other number.
        values: What else is filled in.
    """
    return message(one if count == 1 else many, count=grouped(count), **values)


def grouped(count: int) -> str:
    """A whole number with a thin space between thousands: 60 000."""
    return f"{count:,}".replace(",", "\u2009")


def one_line(text: str) -> str:
    """``text`` with everything escaped that would tear a line, or a terminal, apart."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in _TEARING
        else character
        for character in text
    )


def shorten(text: str, length: int = 80) -> str:
    """``text`` on one line, cut to ``length`` characters with an ellipsis where it was longer."""
    return one_line(text if len(text) <= length else text[: length - 1] + "…")


def verbatim(text: str) -> Message:
    """A message that reads the same in every language, such as ``3×3``."""
    return Message("{text}", {"text": text})


class UserError(Exception):
    """Something the user gave cannot be used.

    Its message names the thing, the value and the remedy in one sentence; front ends show it as
    it is.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.message = message(template, **values)
        super().__init__(str(self.message))
