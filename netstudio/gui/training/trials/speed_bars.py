"""How fast several ways of doing the same are, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import tabular, text_font
from netstudio.gui.theme.metrics import TEXT_SMALL

_ROW, _BAR, _WIDTH = 40, 6, 480
_FIGURE = 150


@dataclass(frozen=True)
class Speed:
    """One of them.

    Attributes:
        text: What it is.
        figure: How fast, as people read it.
        share: How fast, as a part of the fastest.
        is_chosen: Whether it is the one that will be used.
    """

    text: str
    figure: str
    share: float
    is_chosen: bool


class SpeedBars(QWidget):
    """A bar and a figure for each, the fastest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speedBars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speeds: tuple[Speed, ...] = ()

    def show_speeds(self, speeds: tuple[Speed, ...]) -> None:
        """Show these."""
        self._speeds = speeds
        self.setAccessibleDescription("\n".join(f"{each.text}: {each.figure}" for each in speeds))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _ROW * len(self._speeds))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for place, speed in enumerate(self._speeds):
            row = QRectF(0, place * _ROW, self.width(), _ROW)
            words = row.adjusted(0, 4, -_FIGURE, -_BAR - 10)
            painter.setFont(text_font(TEXT_SMALL, strong=speed.is_chosen))
            painter.setPen(QColor(worn.text if speed.is_chosen else worn.text_secondary))
            shown = painter.fontMetrics().elidedText(
                speed.text, Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, left | Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setFont(tabular(text_font(TEXT_SMALL, strong=speed.is_chosen)))
            figure = QRectF(row.right() - _FIGURE, words.top(), _FIGURE, words.height())
            painter.drawText(figure, right | Qt.AlignmentFlag.AlignVCenter, speed.figure)
            groove = QRectF(0, row.bottom() - _BAR - 8, self.width(), _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.control))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
            painter.setBrush(
                QColor(worn.accent)
                if speed.is_chosen
                else blend(worn.text_faint, worn.control, 0.6)
            )
            groove.setWidth(max(groove.width() * speed.share, _BAR))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
