"""The problems under a card: their words, wrapped, and the button that mends them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from netstudio.core.problems import DATA, NETWORK, Problem, Severity
from netstudio.core.tree import Stack
from netstudio.gui.language import LanguageChoice, spoken
from netstudio.gui.stack.geometry import INPUT, OUTPUT, Rect
from netstudio.gui.texts import words
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import text_font

_PADDING = 12
_BUTTON_HEIGHT = 24
# A column narrower than this has the button below the words.
_NARROW = 340
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class NoteShape:
    """Where the parts of a note are within it."""

    height: float
    text: Rect
    button: Rect | None


def problems_by_card(
    network: Stack, problems: Iterable[Problem]
) -> Mapping[str, tuple[Problem, ...]]:
    """The problems that are shown under each card.

    Those of the data are under the input, those of the network as a whole under the output, unless
    the network is empty: then they say nothing that one does not see.
    """
    places = {DATA: INPUT, NETWORK: OUTPUT}
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.target == NETWORK and not len(network):
            continue
        found[places.get(problem.target, problem.target)].append(problem)
    return {uid: tuple(of_card) for uid, of_card in found.items()}


def note_shape(problem: Problem, width: float) -> NoteShape:
    """The shape of a problem's note, ``width`` wide."""
    return _note_shape(problem, width, spoken())


@lru_cache(maxsize=4096)
def _note_shape(problem: Problem, width: float, language: LanguageChoice) -> NoteShape:
    """The same in this language, which is the one that is spoken."""
    fix = words(problem.fix.label) if problem.fix else ""
    return _shape(words(problem.text), fix, width)


@lru_cache(maxsize=1024)
def _shape(text: str, fix: str, width: float) -> NoteShape:
    button_width = _button_width(fix) if fix else 0.0
    is_beside = fix and width >= _NARROW
    room = width - 2 * _PADDING - (button_width + 10 if is_beside else 0)
    lines = QFontMetricsF(text_font(metrics.TEXT_SMALL)).boundingRect(
        QRectF(0, 0, room, 10_000), _WRAP, text
    )
    text_height = float(ceil(lines.height()))
    if is_beside:
        height = max(text_height + 16, _BUTTON_HEIGHT + 12.0)
        top = (height - text_height) / 2
        button = Rect(
            width - button_width - 8, (height - _BUTTON_HEIGHT) / 2, button_width, _BUTTON_HEIGHT
        )
        return NoteShape(height, Rect(_PADDING, top, room, text_height), button)
    words_at = Rect(_PADDING, 8, room, text_height)
    if not fix:
        return NoteShape(text_height + 16, words_at, None)
    button = Rect(_PADDING, words_at.bottom + 8, min(button_width, room), _BUTTON_HEIGHT)
    return NoteShape(button.bottom + 10, words_at, button)


def _button_width(fix: str) -> float:
    font = text_font(metrics.TEXT_SMALL, strong=True)
    return ceil(QFontMetricsF(font).horizontalAdvance(fix)) + 20.0


@dataclass(frozen=True)
class NoteFace:
    """A problem's words in a tinted box.

    Attributes:
        fix: The words of the button; empty for none.
        is_hot: Whether the pointer is over the button.
    """

    text: str
    fix: str
    severity: Severity
    is_hot: bool

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        worn = colours()
        is_error = self.severity is Severity.ERROR
        hue = worn.error if is_error else worn.warning
        shape = _shape(self.text, self.fix, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(hue, worn.canvas, 0.12))
        radius = metrics.RADIUS_CARD
        painter.drawRoundedRect(QRectF(0, 0, width, height), radius, radius)
        painter.setFont(text_font(metrics.TEXT_SMALL))
        painter.setPen(blend(hue, worn.text, 0.7))
        painter.drawText(QRectF(*shape.text), _WRAP, self.text)
        if shape.button is not None:
            fill = worn.error_fill if is_error else worn.accent_fill
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend("#FFFFFF", fill, 0.12) if self.is_hot else QColor(fill))
            painter.drawRoundedRect(QRectF(*shape.button), 5, 5)
            painter.setFont(text_font(metrics.TEXT_SMALL, strong=True))
            painter.setPen(QColor("#FFFFFF"))
            centre = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(QRectF(*shape.button), centre, self.fix)
