"""How well a few typed letters fit a text."""

from __future__ import annotations

from functools import lru_cache

_WHOLE, _START, _WORD, _INSIDE, _INITIALS = 100, 80, 60, 40, 20


def score(query: str, texts: tuple[str, ...]) -> int | None:
    """How well ``query`` fits the best of ``texts``; None where a word of it fits none of them.

    A word fits where it stands in a text, or where its letters go on from word beginning to word
    beginning: "ac2" finds "Add Conv2d". What stands in the first text counts more.
    """
    total = 0
    for word in query.casefold().split():
        fits = [
            fit - (5 if number else 0)
            for number, text in enumerate(texts)
            if (fit := _fit(word, text)) is not None
        ]
        if not fits:
            return None
        total += max(fits)
    return total


def _fit(word: str, text: str) -> int | None:
    plain, starts = _plain(text)
    if word == plain:
        return _WHOLE
    if plain.startswith(word):
        return _START
    at = plain.find(word)
    while at >= 0:
        if at in starts:
            return _WORD
        at = plain.find(word, at + 1)
    if word in plain:
        return _INSIDE
    is_found = any(_leaps(word, plain, starts, at) for at in starts)
    return _INITIALS if len(word) > 1 and is_found else None


def _leaps(word: str, text: str, starts: frozenset[int], at: int) -> bool:
    """Whether the letters of ``word`` lie in ``text`` from ``at`` on, each next or a beginning."""
    if not word:
        return True
    if at >= len(text) or text[at] != word[0]:
        return False
    rest = word[1:]
    if not rest or _leaps(rest, text, starts, at + 1):
        return True
    return any(start > at + 1 and _leaps(rest, text, starts, start) for start in starts)


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[str, frozenset[int]]:
    """The text in small letters, and where its words begin, also within ``MaxPool2d``."""
    starts = {
        at
        for at, letter in enumerate(text)
        if letter.isalnum()
        and (
            at == 0
            or not text[at - 1].isalnum()
            or (letter.isupper() and not text[at - 1].isupper())
            or (letter.isdigit() and not text[at - 1].isdigit())
        )
    }
    small = text.casefold()
    return small, frozenset(starts if len(small) == len(text) else {0})
