"""What is odd about texts that were read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, counted, verbatim
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Finding, Records
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.events import Preparing

# No network reads so much; of a longer text only the beginning is kept.
LONGEST = 100_000
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Signs without width: byte-order marks inside of joined files, zero-width blanks and joiners.
INVISIBLE = re.compile("[\ufeff\u200b-\u200d\u2060\u00ad]")
_MOST_EXAMPLES = 5
_AT_ONCE = 2_048


@dataclass(frozen=True)
class _Oddity:
    """Something that some texts have.

    Attributes:
        code: What findings call it.
        has: Whether a text has it.
        one: What is said of one text that does.
        many: What is said of several, with ``{count}``.
        setting: Where another treatment can be chosen.
    """

    code: str
    has: Callable[[str], object]
    one: str
    many: str
    setting: str = ""


_ODDITIES = (
    _Oddity(
        "html-entities",
        ENTITY.search,
        QT_TRANSLATE_NOOP(
            "netstudio",
            "1 text holds HTML entities such as {example}, which are read as the signs they stand "
            "for unless that is switched off.",
        ),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} texts hold HTML entities such as {example}, which are read as the signs they "
            "stand for unless that is switched off.",
        ),
        "preparation.decode_entities",
    ),
    _Oddity(
        "invisible-characters",
        INVISIBLE.search,
        QT_TRANSLATE_NOOP(
            "netstudio",
            "1 text holds invisible characters such as {example}; they are passed over.",
        ),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} texts hold invisible characters such as {example}; they are passed over.",
        ),
    ),
    _Oddity(
        "very-long-texts",
        lambda text: len(text) > LONGEST,
        QT_TRANSLATE_NOOP(
            "netstudio",
            "1 text is longer than {longest} characters, of which only the beginning is read.",
        ),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} texts are longer than {longest} characters, of which only the beginning is "
            "read.",
        ),
    ),
)

_EMPTY = (
    QT_TRANSLATE_NOOP("netstudio", "1 text is empty and is left out."),
    QT_TRANSLATE_NOOP("netstudio", "{count} texts are empty and are left out."),
)


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text."""
    return not INVISIBLE.sub("", text).strip()


def without_empty(records: Records) -> tuple[Records, tuple[Finding, ...]]:
    """The records that have a text, with a finding about the others; long texts are cut."""
    texts = _texts(records)
    kept = np.array([at for at, text in enumerate(texts) if not is_blank(text)], dtype=np.int64)
    cut = replace(records, inputs=Texts([text[:LONGEST] for text in texts]))
    if len(kept) == len(texts):
        return cut, ()
    empty = np.setdiff1d(np.arange(len(texts)), kept).tolist()
    text = counted(len(empty), *_EMPTY)
    return cut.select(kept), (Finding("empty-texts", text, examples=_origins(records, empty)),)


def oddities(records: Records) -> Job[tuple[Finding, ...]]:
    """What is odd about texts, as they were read."""
    texts = _texts(records)
    having: list[list[int]] = [[] for _ in _ODDITIES]
    for at, text in enumerate(texts):
        if at % _AT_ONCE == 0:
            yield Preparing("inspect texts", at, len(texts))
        for found, oddity in zip(having, _ODDITIES, strict=True):
            if oddity.has(text):
                found.append(at)
    yield Preparing("inspect texts", len(texts), len(texts))
    return tuple(_findings(records, having))


def _findings(records: Records, having: Sequence[list[int]]) -> Iterator[Finding]:
    texts = _texts(records)
    for oddity, numbers in zip(_ODDITIES, having, strict=True):
        if numbers:
            yield Finding(
                oddity.code,
                counted(
                    len(numbers),
                    oddity.one,
                    oddity.many,
                    example=_example(oddity, texts[numbers[0]]),
                    longest=LONGEST,
                ),
                oddity.setting,
                _origins(records, numbers),
                is_harmless=True,
            )


def _example(oddity: _Oddity, text: str) -> Message:
    """The first odd thing in a text; an invisible one by its number."""
    found = oddity.has(text)
    if not isinstance(found, re.Match):
        return verbatim("")
    sign = found.group()
    return verbatim(sign if sign.isprintable() else f"U+{ord(sign):04X}")


def _texts(records: Records) -> Sequence[str]:
    assert isinstance(records.inputs, Texts)
    return records.inputs.texts


def _origins(records: Records, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(records.origins[at] for at in numbers[:_MOST_EXAMPLES])
