"""Keeps the scene's items in step with what shall be shown.

All items are Qt's own: painting them never calls Python. What is out of sight has no item.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsPixmapItem, QGraphicsScene

from netstudio.gui.stack.geometry import Rect, Wire
from netstudio.gui.stack.gliding import Gliding
from netstudio.gui.stack.outlines import Frame, draw
from netstudio.gui.stack.painting import Face

# How far a face may paint beyond its rectangle.
_BLEED = 5
_ABOVE_ALL = 1000


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing that is shown: a face at a place."""

    rect: Rect
    face: Face
    level: int = 0


Thing = Tile | Frame | Wire


class Pieces(Protocol):
    """All that there is to show, each thing under a key; faces are made when they are asked for."""

    @property
    def rects(self) -> Mapping[Hashable, Rect]:
        """Where everything is."""

    def thing(self, key: Hashable) -> Thing:
        """What is shown under a key."""


class StackScene(QGraphicsScene):
    """Shows pieces, each known by a key under which it stays the same item while it is in sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._pieces: Pieces | None = None
        self._shown: dict[Hashable, Thing] = {}
        self._pixmaps: dict[Hashable, QGraphicsPixmapItem] = {}
        self._paths: dict[Hashable, QGraphicsPathItem] = {}
        self._sight = Rect(0, 0, 0, 0)
        self._scale = 1.0
        self._gliding = Gliding(self)
        self._mark_tile: Tile | None = None
        self._mark = _pixmap_item()
        self.addItem(self._mark)
        self._mark.setZValue(_ABOVE_ALL)

    def show_pieces(self, pieces: Pieces, glide: bool = False) -> None:
        """Show exactly these; ``glide`` lets what is moved, or new, come into place visibly."""
        places = {key: item.pos() for key, item in self._pixmaps.items()} if glide else {}
        if glide:
            self._gliding.finish()
        self._pieces = pieces
        near = self._near()
        self._forget(self._shown.keys() - set(near))
        for key in near:
            self._show(key, pieces.thing(key))
        if glide:
            self._gliding.start(self._pixmaps, places)

    def furnish(self, sight: Rect) -> None:
        """Show what is in sight, or nearly, and nothing else."""
        self._sight = sight
        if self._pieces is None:
            return
        near = self._near()
        self._forget(self._shown.keys() - set(near))
        for key in near:
            if key not in self._shown:
                self._show(key, self._pieces.thing(key))

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
        self._scale = scale
        self._forget(set(self._shown))
        self.furnish(self._sight)
        self.show_mark(self._mark_tile)

    @property
    def shown(self) -> Mapping[Hashable, Thing]:
        """What has an item, since it is in sight or nearly."""
        return self._shown

    def face(self, key: Hashable) -> Face | None:
        """The face of a tile, in sight or not."""
        tile = self.tile(key)
        return tile.face if tile else None

    def tile(self, key: Hashable) -> Tile | None:
        """A tile, in sight or not."""
        if self._pieces is None or key not in self._pieces.rects:
            return None
        thing = self._pieces.thing(key)
        return thing if isinstance(thing, Tile) else None

    def faces(self) -> dict[Hashable, Face]:
        """The faces of all tiles, in sight or not, by key."""
        rects = self._pieces.rects if self._pieces else {}
        tiles = {key: self.tile(key) for key in rects}
        return {key: tile.face for key, tile in tiles.items() if tile is not None}

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

    def _near(self) -> list[Hashable]:
        """The keys of what is in sight, or half a screen away."""
        if self._pieces is None:
            return []
        reach = self._sight.height / 2
        top, bottom = self._sight.y - reach, self._sight.bottom + reach
        return [
            key
            for key, (_, y, _, height) in self._pieces.rects.items()
            if y < bottom and y + height > top
        ]

    def _forget(self, keys: Collection[Hashable]) -> None:
        for key in keys:
            del self._shown[key]
            self._gliding.leave(key)
            item = self._pixmaps.pop(key, None) or self._paths.pop(key)
            self.removeItem(item)

    def _show(self, key: Hashable, thing: Thing) -> None:
        old = self._shown.get(key)
        if thing == old:
            return
        self._shown[key] = thing
        if isinstance(thing, Tile):
            self._show_tile(key, thing, old)
            return
        if key not in self._paths:
            self._paths[key] = QGraphicsPathItem()
            self.addItem(self._paths[key])
        draw(self._paths[key], thing)

    def _show_tile(self, key: Hashable, tile: Tile, old: Thing | None) -> None:
        if key not in self._pixmaps:
            self._pixmaps[key] = _pixmap_item()
            self.addItem(self._pixmaps[key])
        item = self._pixmaps[key]
        was = old if isinstance(old, Tile) else None
        if was is None or tile.level != was.level:
            item.setZValue(2 * tile.level + 1)
        if was is None or tile.rect != was.rect:
            self._gliding.leave(key)
            self._put(item, tile)
        if was is None or tile.face != was.face or tile.rect[2:] != was.rect[2:]:
            item.setPixmap(self.picture(tile))

    def _put(self, item: QGraphicsPixmapItem, tile: Tile) -> None:
        # On whole pixels of the screen, so that texts stay sharp.
        x = round((tile.rect.x - _BLEED) * self._scale) / self._scale
        y = round((tile.rect.y - _BLEED) * self._scale) / self._scale
        item.setPos(x, y)


def _pixmap_item() -> QGraphicsPixmapItem:
    item = QGraphicsPixmapItem()
    item.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
    return item
