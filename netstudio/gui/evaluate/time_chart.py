"""Predicted numbers and true ones in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.axes import axes_in, paint_axes, widened
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# So many samples are seen at a time: enough for a shape, few enough for details.
_SEEN = 200


class TimeChart(QWidget):
    """Two lines, truth and prediction, through which one can scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeChart")
        self._span = QLabel()
        self._span.setProperty("role", "small")
        self._span.setTextFormat(Qt.TextFormat.RichText)
        self._lines = _Lines()
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(translate("netstudio", "Place in time"))
        self._bar.valueChanged.connect(self._scroll)
        self._origins: Sequence[str] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._span)
        column.addWidget(self._lines, 1)
        column.addWidget(self._bar)

    @property
    def seen(self) -> range:
        """The samples in view."""
        return self._lines.seen

    def show_values(self, truth: Floats, predicted: Floats, origins: Sequence[str]) -> None:
        """Show samples (N,) in the order of time.

        Args:
            truth: What came.
            predicted: What was said.
            origins: When that was; may be empty.
        """
        self._origins = origins
        self._lines.show_values(truth.tolist(), predicted.tolist())
        self._bar.setRange(0, max(0, len(truth) - _SEEN))
        self._bar.setPageStep(_SEEN)
        self._bar.setSingleStep(_SEEN // 10)
        self._bar.setVisible(len(truth) > _SEEN)
        self._scroll(self._bar.value())

    def mark(self, number: int) -> None:
        """Point out one sample, and bring it into view."""
        self._lines.mark(number)
        if number not in self.seen:
            self._bar.setValue(number - _SEEN // 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._bar.event(event)

    def _scroll(self, first: int) -> None:
        self._lines.show_from(first)
        seen, worn = self.seen, colours()
        if not len(seen):
            self._span.clear()
            return
        legend = "&nbsp; ".join(
            f'<span style="color:{colour}">●</span>&nbsp;{name}'
            for colour, name in (
                (worn.ok, translate("netstudio", "truth")),
                (worn.accent, translate("netstudio", "prediction")),
            )
        )
        where = translate("netstudio", "{first} to {last}").format(
            first=self._name(seen[0]), last=self._name(seen[-1])
        )
        self._span.setText(f"{legend} &nbsp;&nbsp; {where}")

    def _name(self, number: int) -> str:
        return self._origins[number] if self._origins else str(number + 1)


class _Lines(QWidget):
    """The lines of the samples in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("netstudio", "Truth and prediction over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._truth: list[float] = []
        self._predicted: list[float] = []
        self._first = 0
        self._marked: int | None = None

    @property
    def seen(self) -> range:
        return range(self._first, min(self._first + _SEEN, len(self._truth)))

    def sizeHint(self) -> QSize:
        return QSize(420, 320)

    def show_values(self, truth: list[float], predicted: list[float]) -> None:
        self._truth, self._predicted, self._marked = truth, predicted, None
        self.update()

    def show_from(self, first: int) -> None:
        self._first = first
        self.update()

    def mark(self, number: int) -> None:
        self._marked = number
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self.seen
        if len(seen) < 2:
            return
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = [line[at] for line in (self._truth, self._predicted) for at in seen]
        span = (float(seen[0] + 1), float(seen[-1] + 1))
        axes = axes_in(QRectF(self.rect()), span, widened(min(values), max(values)))
        paint_axes(painter, axes, translate("netstudio", "sample"))
        for line, colour in ((self._truth, worn.ok), (self._predicted, worn.accent)):
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.drawPolyline(QPolygonF([axes.place(at + 1, line[at]) for at in seen]))
        if self._marked in seen:
            at = self._marked
            assert at is not None
            painter.setPen(QPen(QColor(worn.warning), 2))
            for line in (self._truth, self._predicted):
                painter.drawEllipse(QPointF(axes.place(at + 1, line[at])), 5.0, 5.0)
