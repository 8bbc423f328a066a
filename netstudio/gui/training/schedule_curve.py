"""The learning rate over the epochs, as a small curve."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import tabular, text_font
from netstudio.gui.theme.metrics import TEXT_TINY
from netstudio.tasks.schedules import ScheduleDef

_HEIGHT = 92
_POINTS = 240
_MOST_EPOCHS = 1_000
_EDGE, _TEXT = 6, 16


class ScheduleCurve(QWidget):
    """How a schedule changes the learning rate; where the mouse is, the rate there is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scheduleCurve")
        self.setAccessibleName(translate("netstudio", "Learning rate over the epochs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._schedule: ScheduleDef | None = None
        self._rate, self._epochs = 0.0, 1
        self._shares: tuple[float, ...] = ()
        self._highest = 0.0
        self._hovered: float | None = None
        self.hide()

    def show_schedule(self, schedule: ScheduleDef | None, rate: float, epochs: int) -> None:
        """Draw a schedule; nothing is shown of one that leaves the rate as it is.

        Args:
            schedule: What is drawn; None for nothing.
            rate: The optimizer's learning rate.
            epochs: How long the training is.
        """
        if (schedule, rate, epochs) == (self._schedule, self._rate, self._epochs):
            return
        self._schedule, self._rate, self._epochs = schedule, rate, epochs
        self._shares = ()
        if schedule is not None:
            steps = range(_POINTS + 1)
            # The last batch is a little before the end, where a restart would begin.
            ends = (min(step / _POINTS, 1.0 - 1e-9) for step in steps)
            self._shares = tuple(schedule.factor(end * epochs, epochs) for end in ends)
            # A peak that lies between two points is where an epoch begins.
            begins = range(min(epochs, _MOST_EPOCHS))
            peak = max(schedule.factor(float(epoch), epochs) for epoch in begins)
            self._highest = max(peak, *self._shares)
        self.setVisible(len(set(self._shares)) > 1)
        self.setAccessibleDescription(self._in_words())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shares:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(worn.border), 1))
        painter.setBrush(QColor(worn.canvas))
        painter.drawRoundedRect(frame, 6, 6)
        line = QPolygonF([self._point(place) for place in range(len(self._shares))])
        field = self._field
        below = QPolygonF(line)
        below.append(field.bottomRight())
        below.append(field.bottomLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(worn.accent, worn.canvas, 0.16))
        painter.drawPolygon(below)
        painter.setPen(QPen(QColor(worn.accent), 2))
        painter.drawPolyline(line)
        self._paint_texts(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        field = self._field
        share = (event.position().x() - field.left()) / field.width()
        self._hovered = min(max(share, 0.0), 1.0)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    @property
    def _field(self) -> QRectF:
        """Where the curve is drawn."""
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE + _TEXT, -_EDGE, -_EDGE - _TEXT)

    def _point(self, place: int) -> QPointF:
        field = self._field
        return QPointF(
            field.left() + place / (len(self._shares) - 1) * field.width(),
            field.bottom() - self._shares[place] / self._highest * field.height(),
        )

    def _paint_texts(self, painter: QPainter) -> None:
        """Rate above, epochs below; of the place where the mouse is instead, if it is here."""
        worn, field = colours(), self._field
        painter.setFont(tabular(text_font(TEXT_TINY)))
        above = QRectF(field.left() + 2, _EDGE - 1, field.width() - 4, _TEXT)
        below = QRectF(field.left() + 2, field.bottom() + 2, field.width() - 4, _TEXT)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(worn.text_secondary))
        if self._hovered is None:
            painter.drawText(above, left | middle, self._rate_text(self._highest))
            painter.drawText(below, left | middle, "0")
            end = translate("netstudio", "{count} epochs").format(count=self._epochs)
            painter.drawText(below, right | middle, end)
            return
        place = round(self._hovered * (len(self._shares) - 1))
        at = self._point(place)
        told = translate("netstudio", "Epoch {epoch}: {rate}").format(
            epoch=f"{self._hovered * self._epochs:.3g}", rate=self._rate_text(self._shares[place])
        )
        painter.drawText(above, left | middle, told)
        painter.setPen(QPen(QColor(worn.text_faint), 1))
        painter.drawLine(QPointF(at.x(), field.top()), QPointF(at.x(), field.bottom()))
        painter.setPen(QPen(QColor(worn.canvas), 2))
        painter.setBrush(QColor(worn.accent))
        painter.drawEllipse(at, 4.5, 4.5)

    def _rate_text(self, share: float) -> str:
        return f"{self._rate * share:.3g}"

    def _in_words(self) -> str:
        if not self._shares:
            return ""
        text = translate("netstudio", "Begins at {first}, is {highest} at most, ends at {last}")
        return text.format(
            first=self._rate_text(self._shares[0]),
            highest=self._rate_text(self._highest),
            last=self._rate_text(self._shares[-1]),
        )
