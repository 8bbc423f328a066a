"""Samples as tiles or lines, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from netstudio.gui.kinds.contract import SampleView, Shape
from netstudio.gui.kinds.painting import paint_back, paint_frame
from netstudio.gui.kinds.parts import Part, part_colour, part_name
from netstudio.gui.kinds.plain import PlainView
from netstudio.gui.texts import grouped, listed, translate
from netstudio.gui.theme.colours import colours

_GAP = 8
_EDGE = 2
_CAPTION = 20
_DOT = 6
_ANSWER_SHARE = 0.28


@dataclass(frozen=True)
class Entry:
    """What is shown of one sample.

    Attributes:
        answer: Its class, labels or values in words.
        part: The part it belongs to.
        glance: What its tile is painted from; None while that is not there yet.
    """

    answer: str
    part: Part
    glance: object | None


class SampleGrid(QAbstractScrollArea):
    """A list of samples of which only those in view are asked for; one is the current one.

    Args:
        entry: Gives what is shown of the sample in a row of the list.

    Signals:
        current_changed: The row of the sample that is chosen now, or -1.
        seen: The rows in view (a ``range``) have changed.
    """

    current_changed = Signal(int)
    seen = Signal(object)

    def __init__(self, entry: Callable[[int], Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sampleGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("netstudio", "Samples"))
        self.viewport().setAutoFillBackground(False)
        self._entry = entry
        self._view: SampleView = PlainView()
        self._count = 0
        self._current = -1
        self._told: range | None = None
        self.verticalScrollBar().valueChanged.connect(self._tell_seen)

    @property
    def count(self) -> int:
        """How many samples are listed."""
        return self._count

    @property
    def current(self) -> int:
        """The row of the chosen sample, or -1."""
        return self._current

    @property
    def columns(self) -> int:
        """How many samples stand side by side."""
        if self._is_line:
            return 1
        least = self._view.shape.value[0]
        return max(1, (self._room + _GAP) // (least + _GAP))

    @property
    def rows_in_view(self) -> range:
        """The samples that can be seen."""
        top = self.verticalScrollBar().value()
        first = top // self._step * self.columns
        behind = (top + self.viewport().height()) // self._step + 1
        return range(min(first, self._count), min(behind * self.columns, self._count))

    def show_samples(self, view: SampleView, count: int) -> None:
        """List other samples; the first of them becomes the chosen one.

        Args:
            view: How they are shown.
            count: How many there are.
        """
        self._view, self._count = view, count
        self._told = None
        self._adjust()
        self.verticalScrollBar().setValue(0)
        self._current = -1
        self.choose(0 if count else -1)
        self._tell_seen()

    def clear(self) -> None:
        """List nothing."""
        self.show_samples(self._view, 0)

    def choose(self, row: int) -> None:
        """Make this the chosen sample and bring it into view; -1 chooses none."""
        row = min(row, self._count - 1)
        if row >= 0:
            self._reveal(row)
        self._current = row
        self._describe()
        self.current_changed.emit(row)
        self.viewport().update()

    def rect_of(self, row: int) -> QRect:
        """Where a sample's tile or line is in the viewport."""
        line, column = divmod(row, self.columns)
        top = _EDGE + line * self._step - self.verticalScrollBar().value()
        if self._is_line:
            return QRect(0, top, self.viewport().width(), self._size[1])
        left = _EDGE + column * (self._size[0] + _GAP)
        return QRect(left, top, self._size[0], self._size[1] + _CAPTION)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adjust()
        self._tell_seen()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for row in self.rows_in_view:
            self._paint(painter, row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it belongs to the press, which was taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, self.viewport().height() // self._step) * self.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._count,
            Qt.Key.Key_End: self._count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._count:
            super().keyPressEvent(event)
        else:
            self.choose(min(max(max(self._current, 0) + step, 0), self._count - 1))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if row is None else self._words(row), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def _is_line(self) -> bool:
        return self._view.shape is Shape.LINE

    @property
    def _room(self) -> int:
        """The width that there is for samples."""
        return self.viewport().width() - 2 * _EDGE

    @property
    def _size(self) -> tuple[int, int]:
        """Width and height of one sample: as wide as the columns fill the room."""
        width, height = self._view.shape.value
        if self._is_line:
            return self._room, height
        fitting = max(width, (self._room + _GAP) // self.columns - _GAP)
        return fitting, round(height * fitting / width)

    @property
    def _step(self) -> int:
        """From the top of one row of tiles to the top of the next."""
        return self._size[1] + (0 if self._is_line else _CAPTION + _GAP)

    def _adjust(self) -> None:
        lines = -(-self._count // self.columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, lines * self._step + 2 * _EDGE - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(1, self._step // 2))

    def _tell_seen(self) -> None:
        self.viewport().update()
        if (rows := self.rows_in_view) != self._told:
            self._told = rows
            self.seen.emit(rows)

    def _reveal(self, row: int) -> None:
        rect, bar = self.rect_of(row), self.verticalScrollBar()
        if rect.top() < _EDGE:
            bar.setValue(bar.value() + rect.top() - _EDGE)
        elif rect.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + 1 - self.viewport().height())

    def _row_at(self, position: QPoint) -> int | None:
        return next(
            (row for row in self.rows_in_view if self.rect_of(row).contains(position)), None
        )

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self._current) if self._current >= 0 else "")

    def _words(self, row: int) -> str:
        entry = self._entry(row)
        count = translate("netstudio", "sample {number} of {count}").format(
            number=grouped(row + 1), count=grouped(self._count)
        )
        told: Sequence[str] = (entry.answer, part_name(entry.part), count)
        return listed(text for text in told if text)

    def _paint(self, painter: QPainter, row: int) -> None:
        entry, room = self._entry(row), self.rect_of(row)
        if self._is_line:
            self._paint_line(painter, room, entry, row)
        else:
            self._paint_tile(painter, room, entry, row)

    def _paint_tile(self, painter: QPainter, room: QRect, entry: Entry, row: int) -> None:
        tile = room.adjusted(0, 0, 0, -_CAPTION)
        paint_back(painter, tile)
        if entry.glance is not None:
            self._view.paint(painter, tile, entry.glance)
        if row == self._current:
            paint_frame(painter, tile)
        caption = QRect(room.left(), tile.bottom() + 2, room.width(), _CAPTION - 2)
        _paint_dot(painter, caption, entry.part)
        _paint_words(painter, caption.adjusted(_DOT + 5, 0, 0, 0), entry.answer)

    def _paint_line(self, painter: QPainter, room: QRect, entry: Entry, row: int) -> None:
        if row == self._current:
            paint_back(painter, room)
        answer = round(room.width() * _ANSWER_SHARE) if entry.answer else _DOT + 12
        right = QRect(room.right() - answer, room.top(), answer, room.height())
        if entry.glance is not None:
            self._view.paint(painter, room.adjusted(0, 0, -answer, 0), entry.glance)
        _paint_dot(painter, right, entry.part)
        _paint_words(painter, right.adjusted(_DOT + 6, 0, -4, 0), entry.answer)
        if row == self._current and self.hasFocus():
            paint_frame(painter, room.adjusted(1, 1, -1, -1))


def _paint_dot(painter: QPainter, room: QRect, part: Part) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(part_colour(part)))
    painter.drawEllipse(room.left(), room.center().y() - _DOT // 2 + 1, _DOT, _DOT)


def _paint_words(painter: QPainter, room: QRect, text: str) -> None:
    painter.setPen(QColor(colours().text_secondary))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
