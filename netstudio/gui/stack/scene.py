"""Keeps the scene's items in step with what shall be shown.

All items are Qt's own: painting them never calls Python. What is out of sight has no picture.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsPixmapItem, QGraphicsScene

from netstudio.gui.stack.faces import Face, Mark, ring_pen
from netstudio.gui.stack.layout import Rect
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours

# How far a face may paint beyond its rectangle.
_BLEED = 5
_ABOVE_ALL = 1000


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing that is shown: a face at a place."""

    rect: Rect
    face: Face
    level: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of an open container."""

    rect: Rect
    level: int
    mark: Mark
    is_wrong: bool


class StackScene(QGraphicsScene):
    """Shows tiles and frames, each known by a key under which it stays the same item."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._tiles: dict[Hashable, Tile] = {}
        self._items: dict[Hashable, QGraphicsPixmapItem] = {}
        self._frames: dict[Hashable, Frame] = {}
        self._frame_items: dict[Hashable, QGraphicsPathItem] = {}
        self._painted: set[Hashable] = set()
        self._scale = 1.0
        self._mark_tile: Tile | None = None
        self._mark = self._new_item()
        self._mark.setZValue(_ABOVE_ALL)

    def show_tiles(self, tiles: Mapping[Hashable, Tile]) -> None:
        """Show exactly these tiles."""
        for key in self._tiles.keys() - tiles.keys():
            self.removeItem(self._items.pop(key))
            self._painted.discard(key)
        for key, tile in tiles.items():
            old = self._tiles.get(key)
            if old is None:
                self._items[key] = self._new_item()
            elif tile == old:
                continue
            if old is None or tile.level != old.level:
                self._items[key].setZValue(2 * tile.level + 1)
            if old is None or tile.rect != old.rect:
                self._put(self._items[key], tile)
            if old is None or tile.face != old.face or tile.rect[2:] != old.rect[2:]:
                self._painted.discard(key)
        self._tiles = dict(tiles)

    def show_frames(self, frames: Mapping[Hashable, Frame]) -> None:
        """Show exactly these frames."""
        for key in self._frames.keys() - frames.keys():
            self.removeItem(self._frame_items.pop(key))
        for key, frame in frames.items():
            if key not in self._frames:
                self._frame_items[key] = QGraphicsPathItem()
                self.addItem(self._frame_items[key])
            if frame != self._frames.get(key):
                _draw_frame(self._frame_items[key], frame)
        self._frames = dict(frames)

    def show_mark(self, tile: Tile | None) -> None:
        """Show where a drop would land, over everything else; None for nowhere."""
        self._mark_tile = tile
        self._mark.setPixmap(self.picture(tile) if tile else QPixmap())
        if tile is not None:
            self._put(self._mark, tile)

    @property
    def mark(self) -> Tile | None:
        """The mark that is shown."""
        return self._mark_tile

    def repaint_all(self, scale: float) -> None:
        """Forget all pictures: the colours, or the number of pixels for each unit, have changed."""
        if scale != self._scale:
            self._scale = scale
            for key, tile in self._tiles.items():
                self._put(self._items[key], tile)
        self._painted.clear()
        self.show_mark(self._mark_tile)
        for key, frame in self._frames.items():
            _draw_frame(self._frame_items[key], frame)

    def furnish(self, top: float, bottom: float) -> None:
        """Paint what is between two heights, or a screen away; drop the pictures of the rest."""
        reach = bottom - top
        for key, tile in self._tiles.items():
            is_near = tile.rect.bottom > top - reach and tile.rect.y < bottom + reach
            if is_near and key not in self._painted:
                self._items[key].setPixmap(self.picture(tile))
                self._painted.add(key)
            elif not is_near and key in self._painted:
                self._items[key].setPixmap(QPixmap())
                self._painted.discard(key)

    @property
    def painted_count(self) -> int:
        """How many tiles have a picture."""
        return len(self._painted)

    def tile(self, key: Hashable) -> Tile | None:
        """What is shown under a key."""
        return self._tiles.get(key)

    def face(self, key: Hashable) -> Face | None:
        """The face that is shown under a key."""
        tile = self._tiles.get(key)
        return tile.face if tile else None

    def faces(self) -> dict[Hashable, Face]:
        """All that is shown, by key."""
        return {key: tile.face for key, tile in self._tiles.items()}

    def _new_item(self) -> QGraphicsPixmapItem:
        item = QGraphicsPixmapItem()
        item.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
        self.addItem(item)
        return item

    def _put(self, item: QGraphicsPixmapItem, tile: Tile) -> None:
        # On whole pixels of the screen, so that texts stay sharp.
        x = round((tile.rect.x - _BLEED) * self._scale) / self._scale
        y = round((tile.rect.y - _BLEED) * self._scale) / self._scale
        item.setPos(x, y)

    def picture(self, tile: Tile) -> QPixmap:
        """A picture of a tile, as sharp as the screen."""
        width, height = tile.rect.width + 2 * _BLEED, tile.rect.height + 2 * _BLEED
        pixmap = QPixmap(ceil(width * self._scale), ceil(height * self._scale))
        pixmap.setDevicePixelRatio(self._scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_BLEED, _BLEED)
        tile.face.paint(painter, tile.rect.width, tile.rect.height)
        painter.end()
        return pixmap


def _draw_frame(item: QGraphicsPathItem, frame: Frame) -> None:
    worn = colours()
    path = QPainterPath()
    box = QRectF(*frame.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    path.addRoundedRect(box, metrics.RADIUS_CONTAINER, metrics.RADIUS_CONTAINER)
    item.setPath(path)
    item.setZValue(2 * frame.level)
    item.setBrush(QBrush(blend(worn.connector, worn.canvas, 0.09)))
    pen = QPen(QColor(worn.error if frame.is_wrong else worn.border), 1)
    item.setPen(pen if frame.mark is Mark.NONE else ring_pen(frame.mark))
