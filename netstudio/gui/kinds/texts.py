"""How texts are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout

from netstudio.gui.kinds.charts import Chart, Facts, Histogram
from netstudio.gui.kinds.contract import Detail, Place, SampleView, Shape
from netstudio.gui.kinds.painting import paint_text
from netstudio.gui.texts import grouped, percent, sentences, translate
from netstudio.gui.theme.colours import blend, colours

if TYPE_CHECKING:
    from collections.abc import Generator

    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.texts.preprocessing import TextPreprocessing
    from netstudio.engine.events import Preparing

_LINE = 200
_WHOLE = 20_000
# Of more tokens, only the first are marked.
_MOST_MARKED = 3_000
# Characters beyond this count twice for Qt.
_TWO_UNITS = 0xFFFF
_BINS = 20


@dataclass(frozen=True)
class Mark:
    """A token where it stands in a text, in the units that Qt counts.

    Attributes:
        start: Of its first character.
        end: Behind its last.
        is_known: Whether the vocabulary has it.
    """

    start: int
    end: int
    is_known: bool


@dataclass(frozen=True)
class TextLook:
    """A text with its tokens.

    Attributes:
        text: As the model reads it: entities decoded, without invisible characters.
        marks: The tokens that are read, as far as they are marked.
        unread: From where to where the text lies beyond the length that is read.
        tokens: How many tokens there are.
        read: How many of them are read.
        unknown: How many of those the vocabulary lacks.
    """

    text: str
    marks: tuple[Mark, ...]
    unread: tuple[int, int]
    tokens: int
    read: int
    unknown: int

    @property
    def summary(self) -> str:
        """What there is to say of the tokens."""
        parts = [translate("netstudio", "Tokens: {count}.").format(count=grouped(self.tokens))]
        if self.read < self.tokens:
            read = translate("netstudio", "Only {count} of them are read; the rest is grey.")
            parts.append(read.format(count=grouped(self.read)))
        if self.unknown:
            unknown = translate("netstudio", "Unknown, and underlined: {count}.")
            parts.append(unknown.format(count=grouped(self.unknown)))
        return sentences(parts)


class TextSamples(SampleView):
    """Texts as lines; large, with their tokens."""

    shape = Shape.LINE

    def glance(self, records: Records, number: int) -> str:
        return " ".join(_text(records, number)[: 4 * _LINE].split())[:_LINE]

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        paint_text(painter, room, str(glance))

    def words(self, records: Records, number: int) -> str:
        return _text(records, number)

    def look(self, dataset: Dataset, place: Place) -> TextLook:
        return look_at(_text(place.records(dataset), place.number), _preprocessing_of(dataset))

    def detail(self) -> Detail:
        return TextDetail()

    def charts(self, dataset: Dataset) -> Generator[Preparing, None, tuple[Chart, ...]]:
        import numpy as np
        from torch import Tensor

        from netstudio.engine.data.texts.tokens import PADDING, UNKNOWN
        from netstudio.engine.events import Preparing

        yield Preparing("measure texts", 0, 1)
        preprocessing, ids = _preprocessing_of(dataset), dataset.train.inputs
        assert isinstance(ids, Tensor)
        lengths = (ids != PADDING).sum(1).numpy()
        unknown = int((ids == UNKNOWN).sum())
        counts, edges = np.histogram(lengths, min(_BINS, preprocessing.length))
        cut = float((lengths == preprocessing.length).mean())
        count = translate("netstudio", "{count} tokens")
        facts = (
            (
                translate("netstudio", "Vocabulary"),
                count.format(count=grouped(len(preprocessing.cutting.vocabulary))),
            ),
            (
                translate("netstudio", "Length that is read"),
                count.format(count=grouped(preprocessing.length)),
            ),
            (translate("netstudio", "Texts that fill it"), percent(cut)),
            (
                translate("netstudio", "Unknown tokens"),
                percent(unknown / max(1, int(lengths.sum()))),
            ),
        )
        title = translate("netstudio", "Length in tokens, as far as they are read")
        return (
            Histogram(title, tuple(edges.tolist()), tuple(counts.tolist())),
            Facts(translate("netstudio", "Tokens of the training part"), facts),
        )


class TextDetail(Detail):
    """A text that can be scrolled and copied, each token on a ground of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._look: TextLook | None = None
        self.box = QPlainTextEdit()
        self.box.setReadOnly(True)
        self.box.setAccessibleName(translate("netstudio", "Text"))
        self.summary = QLabel()
        self.summary.setProperty("role", "small")
        self.summary.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box, 1)
        column.addWidget(self.summary)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, TextLook)
        self._look = look
        self.box.setPlainText(look.text)
        self.summary.setText(look.summary)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        if self._look is not None:
            self.box.setExtraSelections([*_selections(self.box, self._look)])


def look_at(text: str, preprocessing: TextPreprocessing) -> TextLook:
    """A text with its tokens; in the background."""
    from netstudio.engine.data.texts.tokens import UNKNOWN

    readable = preprocessing.cutting.readable(text)[:_WHOLE]
    pieces = preprocessing.cutting.pieces(readable)
    first = preprocessing.first_read(len(pieces))
    read = pieces[first : first + preprocessing.length]
    places = _qt_places(readable)
    marks = tuple(
        Mark(places[piece.start], places[piece.end], piece.number != UNKNOWN)
        for piece in read[:_MOST_MARKED]
    )
    unread = (0, 0)
    if first:
        unread = (0, places[read[0].start])
    elif len(read) < len(pieces):
        unread = (places[read[-1].end], places[-1])
    unknown = sum(piece.number == UNKNOWN for piece in read)
    return TextLook(readable, marks, unread, len(pieces), len(read), unknown)


def _qt_places(text: str) -> list[int]:
    """Where each character begins in the units that Qt counts, and where the text ends."""
    return [0, *accumulate(2 if ord(sign) > _TWO_UNITS else 1 for sign in text)]


def _selections(box: QPlainTextEdit, look: TextLook) -> Iterator[QTextEdit.ExtraSelection]:
    worn = colours()
    unread = QTextCharFormat()
    unread.setForeground(QColor(worn.text_faint))
    yield _selection(box, *look.unread, unread)
    grounds = [blend(hue, worn.control, 0.22) for hue in (worn.accent, worn.ok)]
    for number, mark in enumerate(look.marks):
        shown = QTextCharFormat()
        shown.setBackground(grounds[number % len(grounds)])
        if not mark.is_known:
            shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shown.setUnderlineColor(QColor(worn.error))
        yield _selection(box, mark.start, mark.end, shown)


def _selection(
    box: QPlainTextEdit, start: int, end: int, shown: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = QTextCursor(box.document())
    selection.cursor.setPosition(start)
    selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection.format = shown
    return selection


def _text(records: Records, number: int) -> str:
    from netstudio.engine.data.texts.inputs import Texts

    assert isinstance(records.inputs, Texts)
    return records.inputs.texts[number]


def _preprocessing_of(dataset: Dataset) -> TextPreprocessing:
    from netstudio.engine.data.texts.preprocessing import TextPreprocessing

    assert isinstance(dataset.preprocessing, TextPreprocessing)
    return dataset.preprocessing
