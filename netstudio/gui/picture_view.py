"""A picture shown large or small, its pixels crisp."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.metrics import RADIUS_CARD


class PictureView(QWidget):
    """A square that shows one picture as large as it fits.

    Args:
        side: Its width and height.
        hint: What it says while there is no picture.
    """

    def __init__(self, side: int, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._side = side
        self._hint = hint
        self._picture: QImage | None = None

    @property
    def picture(self) -> QImage | None:
        """The picture shown."""
        return self._picture

    def show_picture(self, picture: QImage | None) -> None:
        """Show this picture, or none."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        corner = min(RADIUS_CARD, self._side / 14)
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.fillPath(outline, QColor(colours().control))
        if self._picture is not None:
            painter.save()
            painter.setClipPath(outline)
            paint_crisp(painter, self.rect(), self._picture)
            painter.restore()
        elif self._hint:
            painter.setPen(QColor(colours().text_faint))
            room = self.rect().adjusted(20, 20, -20, -20)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self._hint)
        painter.setPen(QPen(QColor(colours().border), 1))
        painter.drawPath(outline)


def paint_crisp(painter: QPainter, room: QRect, picture: QImage) -> None:
    """Paint a picture as large as it fits into ``room``; the pixels of a small one stay sharp."""
    size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(room.center())
    is_enlarged = size.width() >= picture.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_enlarged)
    painter.drawImage(place, picture)
