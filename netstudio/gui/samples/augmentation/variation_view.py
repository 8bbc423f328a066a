"""Shows samples beside what augmentation makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.kinds.painting import paint_back, paint_curve, paint_picture, paint_text
from netstudio.gui.kinds.sequences import hues
from netstudio.gui.samples.augmentation.variations import Room, Shown, Variations
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font

_GAP = 8
_HEAD = 22
# Between an original and its variations, and between samples that are shown as lines.
_APART = 14
_INDENT = 18


class VariationView(QWidget):
    """One row for each sample: the original, then its variations.

    Samples that are lines of text have their variations below them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variationView")
        self.setAccessibleName(translate("netstudio", "Samples and their variations"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.variations: Variations | None = None

    def show_variations(self, variations: Variations | None) -> None:
        """Show these, or nothing."""
        self.variations = variations
        self.setMinimumHeight(self._height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.variations
        if shown is None:
            return
        painter = QPainter(self)
        if shown.room in (Room.LINE, Room.TEXT):
            self._paint_lines(painter, shown)
        else:
            self._paint_tiles(painter, shown)

    def _paint_tiles(self, painter: QPainter, shown: Variations) -> None:
        width, height, _, _ = shown.room.value
        columns = self._columns(width, shown)
        varied_at = width + _GAP + _APART
        painter.setFont(text_font(size=12))
        painter.setPen(QColor(colours().text_secondary))
        head = QRect(0, 0, varied_at, _HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, translate("netstudio", "Original"))
        rest = QRect(varied_at, 0, self.width() - varied_at, _HEAD)
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft, translate("netstudio", "Varied"))
        for row, samples in enumerate(shown.rows):
            top = _HEAD + row * (height + _GAP)
            for column, sample in enumerate(samples[:columns]):
                left = column * (width + _GAP) + (_APART if column else 0)
                _paint(painter, QRect(left, top, width, height), sample, samples)

    def _paint_lines(self, painter: QPainter, shown: Variations) -> None:
        _, height, _, _ = shown.room.value
        top = 0
        for row in shown.rows:
            original, *varied = row
            painter.setFont(text_font(strong=True))
            room = QRect(0, top, self.width(), height)
            paint_back(painter, room)
            _paint(painter, room, original, row)
            painter.setFont(text_font())
            for sample in varied:
                top += height + 2
                _paint(painter, QRect(_INDENT, top, self.width() - _INDENT, height), sample, row)
            top += height + _APART

    def _columns(self, width: int, shown: Variations) -> int:
        """How many samples of a row have room."""
        return min(len(shown.rows[0]), max(2, (self.width() - _APART + _GAP) // (width + _GAP)))

    def _height(self) -> int:
        if self.variations is None or not self.variations.rows:
            return 0
        _, height, _, _ = self.variations.room.value
        rows = len(self.variations.rows)
        if self.variations.room in (Room.LINE, Room.TEXT):
            return rows * (len(self.variations.rows[0]) * (height + 2) + _APART)
        return _HEAD + rows * (height + _GAP)


def _paint(painter: QPainter, room: QRect, sample: Shown, row: Sequence[Shown]) -> None:
    """Paint a sample of a row; the curves of a row have one scale."""
    match sample:
        case QImage():
            paint_picture(painter, room, sample)
        case str():
            paint_text(painter, room, sample)
        case _:
            curves = [curve for each in row if isinstance(each, tuple) for curve in each]
            heights = [height for curve in curves for height in curve]
            least, most = min(heights), max(heights)
            paint_back(painter, room)
            for curve, colour in zip(sample, hues(), strict=False):
                paint_curve(painter, room, curve, colour, least=least, most=most)
