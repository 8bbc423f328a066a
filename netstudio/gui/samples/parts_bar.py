"""How large the parts are, as one bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.kinds.parts import Part, part_colour, part_name
from netstudio.gui.texts import grouped, listed, percent, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font

_BAR = 14
_AIR = 6
_ROUND = 4.0


class PartsBar(QWidget):
    """A bar in the parts' colours, with how many samples each has below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Part, int] = {}
        self.setFont(text_font(metrics.TEXT_SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_counts(self, counts: dict[Part, int]) -> None:
        """Show how many samples each part has."""
        self._counts = counts
        self.setAccessibleName(listed(map(self._told, counts)))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        total = sum(self._counts.values())
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0, 0, self.width(), _BAR), _ROUND, _ROUND)
        painter.setClipPath(outline)
        left = 0.0
        for part, count in self._counts.items():
            width = self.width() * count / total
            painter.fillRect(QRectF(left, 0, width, _BAR), QColor(part_colour(part)))
            left += width
        painter.setClipping(False)
        self._name_parts(painter)

    def _fit(self) -> None:
        self.setFixedHeight(_BAR + _AIR + self.fontMetrics().height() + 2)

    def _name_parts(self, painter: QPainter) -> None:
        """The counts from left to right, each in a third of the width."""
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        painter.setPen(QColor(colours().text_secondary))
        room = self.rect().adjusted(0, _BAR + _AIR, 0, 0)
        for part, side in zip(self._counts, sides, strict=True):
            painter.drawText(room, side, self._told(part))

    def _told(self, part: Part) -> str:
        count, total = self._counts[part], max(1, sum(self._counts.values()))
        return translate("netstudio", "{part} {count} ({share})").format(
            part=part_name(part), count=grouped(count), share=percent(count / total, 0)
        )
