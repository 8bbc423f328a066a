"""How the little that is known of a sample at a glance is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from netstudio.gui.theme.colours import blend, colours

_CORNER = 4
_MARGIN = 6


def paint_picture(painter: QPainter, room: QRect, picture: QImage) -> None:
    """Fill ``room`` with the middle of a picture; the pixels of a tiny one stay sharp."""
    side = min(picture.width() * room.height(), picture.height() * room.width())
    width, height = max(1, side // room.height()), max(1, side // room.width())
    left, top = (picture.width() - width) // 2, (picture.height() - height) // 2
    is_tiny = room.width() >= 2 * width
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_tiny)
    painter.setClipPath(_rounded(room))
    painter.drawImage(room, picture, QRect(left, top, width, height))
    painter.restore()


def paint_text(painter: QPainter, room: QRect, text: str) -> None:
    """One line of text, cut where the room ends; more lines where the room is higher."""
    inner = room.adjusted(_MARGIN, 0, -_MARGIN, 0)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colours().text))
    if room.height() < 2 * metrics.height():
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, line)
        return
    flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
    painter.save()
    painter.setClipRect(inner)
    painter.drawText(inner.adjusted(0, 3, 0, -3), flags, text)
    painter.restore()


def paint_curve(
    painter: QPainter,
    room: QRect,
    heights: Sequence[float],
    colour: str | None = None,
    *,
    least: float | None = None,
    most: float | None = None,
) -> None:
    """A line from left to right.

    Args:
        painter: Where to.
        room: The room that it fills.
        heights: Its points, equally far from each other; NaN leaves a gap.
        colour: Of the line; the accent where left out.
        least: What lies at the bottom; the lowest point where left out.
        most: What lies at the top; the highest point where left out.
    """
    known = [height for height in heights if height == height]
    if not known:
        return
    least = min(known) if least is None else least
    most = max(known) if most is None else most
    inner = QRectF(room).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    scale = inner.height() / ((most - least) or 1)
    step = inner.width() / max(len(heights) - 1, 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour or colours().accent), 1.2))
    line = QPolygonF()
    for at, height in enumerate(heights):
        if height == height:
            line.append(
                QPointF(inner.left() + at * step, inner.bottom() - (height - least) * scale)
            )
        else:
            painter.drawPolyline(line)
            line = QPolygonF()
    painter.drawPolyline(line)
    painter.restore()


def paint_back(painter: QPainter, room: QRect) -> None:
    """The surface of a tile."""
    worn = colours()
    painter.fillPath(_rounded(room), QColor(worn.control))


def paint_frame(painter: QPainter, room: QRect) -> None:
    """The mark of what is chosen, around its tile."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours().accent), 2))
    painter.drawRoundedRect(QRectF(room).adjusted(-1, -1, 1, 1), _CORNER + 1, _CORNER + 1)
    painter.restore()


def faint(colour: str) -> QColor:
    """A colour for large areas: most of it the panel's."""
    return blend(colour, colours().panel, 0.35)


def _rounded(room: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(room), _CORNER, _CORNER)
    return path
