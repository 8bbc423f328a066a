"""The most probable classes as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.texts import listed, percent, translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font

if TYPE_CHECKING:
    from netstudio.engine.predictions import ClassPrediction

_MOST = 5
_ROW = 30
_BAR = 17
_CORNER = 4
_GAP = 14
_WIDEST_NAME = 0.3  # of the width
_SMALLEST_MARK = 2.0


class ProbabilityBars(QWidget):
    """Up to five classes, the most probable first, each with a bar and its probability."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[tuple[str, float], ...] = ()
        self.setAccessibleName(translate("netstudio", "Probabilities"))

    @property
    def rows(self) -> tuple[tuple[str, float], ...]:
        """The classes shown, each with its probability."""
        return self._rows

    @property
    def text(self) -> str:
        """What is shown, one class a line."""
        return "\n".join(f"{label}\t{percent(share)}" for label, share in self._rows)

    def show_prediction(self, prediction: ClassPrediction | None) -> None:
        """Show what was predicted; None shows nothing."""
        ranked = prediction.ranked if prediction is not None else ()
        self.show_shares([(one.label, one.probability) for one in ranked])

    def show_shares(self, shares: Sequence[tuple[str, float]]) -> None:
        """Show the first five of these classes with their probabilities."""
        self._rows = tuple(shares[:_MOST])
        self.setAccessibleDescription(listed(f"{name} {percent(p)}" for name, p in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._rows)) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(strong=True))
        metrics = QFontMetricsF(painter.font())
        longest = max(metrics.horizontalAdvance(label) for label, _ in self._rows)
        names = min(longest + 1, _WIDEST_NAME * self.width())
        figures = max(metrics.horizontalAdvance(percent(share)) for share in (1.0, 0.0)) + 1
        room = self.width() - names - figures - 2 * _GAP
        for number, (label, share) in enumerate(self._rows):
            top = number * _ROW
            painter.setPen(QColor(colours().text))
            painter.drawText(
                QRectF(0, top, names, _ROW),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                metrics.elidedText(label, Qt.TextElideMode.ElideRight, names),
            )
            painter.drawText(
                QRectF(self.width() - figures, top, figures, _ROW),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                percent(share),
            )
            # On whole pixels, so that the edges are crisp at any width.
            place = QRectF(round(names + _GAP), top + (_ROW - _BAR) // 2, round(room), _BAR)
            _paint_bar(painter, place, share)


def _paint_bar(painter: QPainter, place: QRectF, share: float) -> None:
    track = QPainterPath()
    track.addRoundedRect(place, _CORNER, _CORNER)
    painter.fillPath(track, QColor(colours().control))
    mark = QRectF(place)
    mark.setWidth(max(_SMALLEST_MARK, round(share * place.width())))
    painter.save()
    bar = QPainterPath()
    bar.addRoundedRect(mark, min(_CORNER, mark.width() / 2), _CORNER)
    painter.setClipPath(track)
    painter.fillPath(bar, QColor(colours().accent_fill))
    painter.restore()
