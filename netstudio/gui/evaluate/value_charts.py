"""Predicted numbers against true ones, and how errors are spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from netstudio.gui.axes import axes_in, paint_axes, widened
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import blend, colours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# More points than these would only hide each other.
_MOST_POINTS = 3_000
_POINT = 4
_BINS = 31


class Scatter(QWidget):
    """A point for each sample: what is true to the right, what was predicted upwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("valueScatter")
        self.setAccessibleName(translate("netstudio", "Predictions against the truth"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._points: list[tuple[float, float]] = []
        self._span = (0.0, 1.0)
        self._chosen: tuple[float, float] | None = None

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    def show_values(self, truth: Floats, predicted: Floats) -> None:
        """Show these samples (N,); of very many some, evenly spread."""
        step = -(-len(truth) // _MOST_POINTS) or 1
        pairs = zip(truth[::step].tolist(), predicted[::step].tolist(), strict=True)
        self._points = list(pairs)
        self._chosen = None
        if len(truth):
            low = min(float(truth.min()), float(predicted.min()))
            high = max(float(truth.max()), float(predicted.max()))
            self._span = widened(low, high)
        self.update()

    def mark(self, truth: float, predicted: float) -> None:
        """Point out one sample."""
        self._chosen = (truth, predicted)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axes = axes_in(QRectF(self.rect()), self._span, self._span)
        paint_axes(
            painter, axes, translate("netstudio", "truth"), translate("netstudio", "prediction")
        )
        painter.setPen(QPen(QColor(worn.text_faint), 1, Qt.PenStyle.DashLine))
        low, high = self._span
        painter.drawLine(axes.place(low, low), axes.place(high, high))
        colour = QColor(worn.accent)
        colour.setAlphaF(0.5 if len(self._points) > 200 else 0.8)
        painter.setPen(QPen(colour, _POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([axes.place(x, y) for x, y in self._points]))
        if self._chosen is not None:
            painter.setPen(QPen(QColor(worn.warning), 2))
            painter.drawEllipse(axes.place(*self._chosen), 6.0, 6.0)


class ErrorBars(QWidget):
    """How many samples have errors of each size."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts: list[int] = []
        self._edges: list[float] = []

    def sizeHint(self) -> QSize:
        return QSize(420, 150)

    def show_errors(self, errors: Floats) -> None:
        """Show these errors (N,)."""
        import numpy as np

        counts, edges = np.histogram(errors, _BINS)
        self._counts, self._edges = counts.tolist(), edges.tolist()
        self.update()

    def clear(self) -> None:
        """Show no errors."""
        self._counts, self._edges = [], []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        span = (self._edges[0], self._edges[-1])
        axes = axes_in(QRectF(self.rect()), span, (0.0, 1.08 * max(self._counts)))
        paint_axes(painter, axes, self._title)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(worn.accent, worn.panel, 0.6))
        for count, low, high in zip(self._counts, self._edges, self._edges[1:], strict=False):
            top, bottom = axes.place(low, count), axes.place(high, 0.0)
            painter.drawRect(QRectF(top, bottom).adjusted(0.5, 0, -0.5, 0))
        if span[0] < 0 < span[1]:
            painter.setPen(QPen(QColor(worn.text_faint), 1, Qt.PenStyle.DashLine))
            zero = axes.place(0.0, 0.0)
            painter.drawLine(zero, QPointF(zero.x(), axes.field.top()))
