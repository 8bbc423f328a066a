"""Two rows of real samples."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netstudio.gui.data.preview import Tiles
from netstudio.gui.texts import listed, translate
from netstudio.gui.theme.colours import colours

_COLUMNS, _ROWS = 7, 2
_GAP = 3
_LARGEST_SIDE = 48
_CORNER = 3


class PreviewGrid(QWidget):
    """A few samples as pictures: of every class in turn, or of one class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetPreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tiles: Tiles = ()
        self._classes: tuple[str, ...] = ()
        self._only: int | None = None
        self._is_faint = False
        self._adjust()

    @property
    def shown(self) -> tuple[tuple[str, QImage], ...]:
        """The pictures in view, each with the name of its class."""
        places = self._columns * _ROWS
        if self._only is not None:
            chosen = [(self._only, image) for image in self._tiles[self._only]]
        else:
            chosen = _in_turn(self._tiles, places)
        return tuple((self._classes[number], image) for number, image in chosen[:places])

    def show_tiles(self, tiles: Tiles, classes: tuple[str, ...]) -> None:
        """Show these pictures, given by class number, with the names of the classes."""
        self._tiles, self._classes = tiles, classes
        self._is_faint = False
        self.show_class(None)

    def show_class(self, number: int | None) -> None:
        """Show only this class, or all of them."""
        self._only = number
        names = listed(dict.fromkeys(name for name, _ in self.shown))
        self.setAccessibleName(translate("netstudio", "Samples: {names}").format(names=names))
        self.update()

    def set_faint(self, is_faint: bool) -> None:
        """Whether the pictures are those of data that are no longer, or not yet, there."""
        if is_faint != self._is_faint:
            self._is_faint = is_faint
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            name = self.class_at(event.pos())
            QToolTip.showText(event.globalPos(), name or "", self)
            return True
        return super().event(event)

    def class_at(self, position: QPoint) -> str | None:
        """The name of the class of the picture there."""
        for place, (name, _) in enumerate(self.shown):
            if self._rect(place).contains(position):
                return name
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adjust()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.shown
        for place in range(self._columns * _ROWS):
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self._rect(place)), _CORNER, _CORNER)
            painter.fillPath(outline, QColor(colours().control))
            if place < len(shown):
                painter.save()
                painter.setClipPath(outline)
                painter.setOpacity(0.3 if self._is_faint else 1.0)
                _draw(painter, self._rect(place), shown[place][1])
                painter.restore()

    def _adjust(self) -> None:
        self._columns = max(_COLUMNS, self.width() // (_LARGEST_SIDE + _GAP))
        self._side = max(1, (self.width() - (self._columns - 1) * _GAP) // self._columns)
        self.setFixedHeight(_ROWS * self._side + (_ROWS - 1) * _GAP)

    def _rect(self, place: int) -> QRect:
        row, column = divmod(place, self._columns)
        # What the division left over is spread, so that both edges line up with the panel.
        rest = self.width() - self._columns * self._side - (self._columns - 1) * _GAP
        shift = column * rest // max(self._columns - 1, 1)
        step = self._side + _GAP
        return QRect(column * step + shift, row * step, self._side, self._side)


def _in_turn(tiles: Tiles, places: int) -> list[tuple[int, QImage]]:
    """The first of each class, then the second of each; evenly spread where classes are many."""
    numbers = [number for number, images in enumerate(tiles) if images]
    if len(numbers) > places:
        numbers = [numbers[place * len(numbers) // places] for place in range(places)]
    deepest = max((len(images) for images in tiles), default=0)
    return [
        (number, tiles[number][depth])
        for depth in range(deepest)
        for number in numbers
        if depth < len(tiles[number])
    ]


def _draw(painter: QPainter, room: QRect, image: QImage) -> None:
    """Fill ``room`` with the middle of the picture; the pixels of a tiny one stay sharp."""
    side = min(image.width(), image.height())
    source = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    is_tiny = room.width() >= 2 * side
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_tiny)
    painter.drawImage(room, image, source, Qt.ImageConversionFlag.AutoColor)
