"""Which colour marks which part of the data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.kinds.parts import Part, part_colour, part_name
from netstudio.gui.texts import listed
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font

_DOT, _AIR, _GAP = 7, 6, 14


class PartLegend(QWidget):
    """A dot and a name for each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(text_font(metrics.TEXT_SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(listed(part_name(part) for part in Part))

    def sizeHint(self) -> QSize:
        widths = (_DOT + _AIR + self._width(part) for part in Part)
        return QSize(sum(widths) + _GAP * (len(Part) - 1), self.fontMetrics().height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        for part in Part:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(part_colour(part)))
            painter.drawEllipse(left, (self.height() - _DOT) // 2, _DOT, _DOT)
            left += _DOT + _AIR
            painter.setPen(QColor(colours().text_secondary))
            room = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, part_name(part))
            left += self._width(part) + _GAP

    def _width(self, part: Part) -> int:
        return self.fontMetrics().horizontalAdvance(part_name(part)) + 2
