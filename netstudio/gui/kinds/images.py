"""How pictures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from netstudio.gui.kinds.contract import Detail, Place, SampleView, Shape
from netstudio.gui.kinds.painting import paint_picture
from netstudio.gui.picture_view import paint_crisp
from netstudio.gui.pictures import picture_of, pixels_of

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records

# Sharp on screens of twice the density, too.
_LONGEST_SIDE = 2 * max(Shape.TILE.value)
_DETAIL = QSize(240, 240)


class ImageView(SampleView):
    """Pictures as tiles."""

    shape = Shape.TILE

    def glance(self, records: Records, number: int) -> QImage:
        image = picture_of(pixels_of(records, number))
        if max(image.width(), image.height()) <= _LONGEST_SIDE:
            return image
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return image.scaled(_LONGEST_SIDE, _LONGEST_SIDE, keep, smooth)

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, QImage)
        paint_picture(painter, room, glance)

    def look(self, dataset: Dataset, place: Place) -> QImage:
        return picture_of(pixels_of(place.records(dataset), place.number))

    def detail(self) -> Detail:
        return PictureDetail()


class PictureDetail(Detail):
    """A picture as large as its room, its pixels crisp."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: QImage | None = None

    def show_sample(self, look: object) -> None:
        assert isinstance(look, QImage)
        self._picture = look
        self.update()

    def sizeHint(self) -> QSize:
        return _DETAIL

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            paint_crisp(QPainter(self), QRect(QPoint(0, 4), size), self._picture)
