"""Icons drawn from the icon font, in the colours of the theme that is worn when they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import glyph, icon_font


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon called ``name`` (see https://phosphoricons.com).

    Args:
        name: Its name, with ``-fill`` or ``-bold`` for these variants.
        colour: The theme's colour for it, by its name in ``Colours``, or ``#RRGGBB``.
    """
    return QIcon(_GlyphEngine(glyph(name), colour))


def paint_glyph(painter: QPainter, rect: QRect, character: str, colour: QColor) -> None:
    """Draw a character of the icon font that fills the height of ``rect``."""
    painter.save()
    painter.setFont(icon_font(rect.height()))
    painter.setPen(colour)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), character)
    painter.restore()


class _GlyphEngine(QIconEngine):
    def __init__(self, character: str, colour: str) -> None:
        super().__init__()
        self._character = character
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        worn = colours()
        colour = QColor(getattr(worn, self._colour, self._colour))
        if mode == QIcon.Mode.Disabled:
            colour = QColor(worn.text_faint)
            colour.setAlphaF(0.55)
        paint_glyph(painter, rect, self._character, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        if not pixmap.isNull():  # a button that has no room yet asks for one all the same
            painter = QPainter(pixmap)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
        return pixmap
