"""The colours of Python code."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from netstudio.gui.theme.colours import Colours, colours


class Token(StrEnum):
    """A sort of word with a colour of its own."""

    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"
    DEFINED = "defined"
    CLASS = "class"


_KEYWORDS = "|".join((*keyword.kwlist, "self"))
_TOKEN = (
    r"(?P<comment>\#.*)"
    r"|(?P<triple>[rbfuRBFU]{0,2}(?:\"\"\"|'''))"
    r"|(?P<string>[rbfuRBFU]{0,2}(?:\"(?:\\.|[^\"\\])*\"?|'(?:\\.|[^'\\])*'?))"
    r"|(?:\b(?:class|def)\s+)(?P<defined>\w+)"
    rf"|\b(?P<keyword>{_KEYWORDS})\b"
    r"|\b(?P<number>\d[\w.]*)"
    r"|\b(?P<class>[A-Z]\w*)(?=\()"
)
_INTRODUCING = re.compile(r"class|def")
# What a line ends within.
_NOTHING, _DOUBLE, _SINGLE = 0, 1, 2
_QUOTES = {_DOUBLE: '"""', _SINGLE: "'''"}

Piece = tuple[int, int, Token]


@cache
def _tokens() -> re.Pattern[str]:
    """Compiled when the first code is shown: that takes longer than many a room to import."""
    return re.compile(_TOKEN)


def pieces(line: str, within: int = _NOTHING) -> tuple[list[Piece], int]:
    """Start, length and sort of each coloured word of a line, and what the line ends within.

    Args:
        line: One line of Python code.
        within: What the line before has ended within.
    """
    found: list[Piece] = []
    tokens = _tokens()
    at = 0
    if within != _NOTHING:
        at, within = _end_of_string(line, 0, within)
        found.append((0, at, Token.STRING))
    while within == _NOTHING and (match := tokens.search(line, at)) is not None:
        at = match.end()
        if match.lastgroup == "triple":
            within = _DOUBLE if match["triple"].endswith('"') else _SINGLE
            at, within = _end_of_string(line, at, within)
            found.append((match.start(), at - match.start(), Token.STRING))
        else:
            found.extend(_words(match))
    return found, within


def _words(match: re.Match[str]) -> Iterator[Piece]:
    kind = Token(match.lastgroup or "")
    start, end = match.span(kind)
    if kind is Token.DEFINED and (word := _INTRODUCING.match(match[0])) is not None:
        yield match.start(), len(word[0]), Token.KEYWORD
    yield start, end - start, kind


def _end_of_string(line: str, start: int, within: int) -> tuple[int, int]:
    end = line.find(_QUOTES[within], start)
    return (len(line), within) if end < 0 else (end + len(_QUOTES[within]), _NOTHING)


class PythonHighlighter(QSyntaxHighlighter):
    """Colours Python code in the colours of the theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats(colours())

    def wear_theme(self) -> None:
        """Take the colours of the theme that is worn now."""
        self._formats = _formats(colours())
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found, within = pieces(text, max(self.previousBlockState(), _NOTHING))
        for start, length, kind in found:
            self.setFormat(start, length, self._formats[kind])
        self.setCurrentBlockState(within)


def _formats(worn: Colours) -> Mapping[Token, QTextCharFormat]:
    colour_of = {
        Token.KEYWORD: worn.accent,
        Token.STRING: worn.ok,
        Token.NUMBER: worn.warning,
        Token.COMMENT: worn.text_faint,
        Token.DEFINED: worn.curve_train,
        Token.CLASS: worn.curve_train,
    }
    made = {}
    for kind, colour in colour_of.items():
        made[kind] = QTextCharFormat()
        made[kind].setForeground(QColor(colour))
    return made
