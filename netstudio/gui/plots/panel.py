"""One live plot: header, curves, read-out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from netstudio.gui.plots.legend import Header
from netstudio.gui.texts import listed, percent, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.fonts import tabular
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.gui.plots.canvas import Canvas
    from netstudio.gui.plots.curves import Curves
    from netstudio.gui.plots.series import Series

_REDRAW_EVERY = 0.25


class PlotPanel(QWidget):
    """Shows the curves of one figure as they grow.

    Its name for screen readers tells the current values. Drawing begins with ``create_plot``,
    because pyqtgraph is imported only after the window is there.

    Signals:
        expand_toggled: Whether the plot shall have all the room.
    """

    expand_toggled = Signal(bool)

    def __init__(self, title: str, is_share: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_share = is_share
        self._curves: Curves | None = None
        self._epochs = 1
        self._canvas: Canvas | None = None
        self._is_dirty = False
        self._drawn_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._redraw)
        self._header = Header(title)
        self._hint = QLabel(translate("netstudio", "Curves appear here as soon as training starts"))
        self._hint.setProperty("role", "faint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._body = QStackedLayout()
        self._body.addWidget(self._hint)
        self._readout = _Readout(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.PANEL_PADDING, 8, metrics.PANEL_PADDING, 4)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addLayout(self._body, 1)
        self.setMinimumSize(220, 130)
        self._header.log.toggled.connect(self._change)
        self._header.smooth.toggled.connect(self._change)
        self._header.expand.toggled.connect(self._expand)
        self._name_controls()
        self._tell()

    @property
    def canvas(self) -> Canvas | None:
        """What is drawn on; None before ``create_plot``."""
        return self._canvas

    def create_plot(self) -> None:
        """Begin to draw; pyqtgraph should have been imported by now."""
        if self._canvas is not None:
            return
        from netstudio.gui.plots.canvas import Canvas

        self._canvas = Canvas(self._is_share)
        self._canvas.pointed_at.connect(self._read_out)
        self._canvas.zoomed.connect(self._header.reset.setVisible)
        self._canvas.zoomed.connect(self._change)
        self._header.reset.clicked.connect(self._canvas.reset_view)
        self._body.addWidget(self._canvas)
        self._change()

    def set_figure(self, title: str, is_share: bool) -> None:
        """Plot another figure from now on."""
        self._header.set_title(title)
        self._is_share = is_share
        if self._canvas is not None:
            self._canvas.set_share(is_share)
        self._name_controls()
        self._change()

    def show_curves(self, curves: Curves | None, epochs: int) -> None:
        """Show these curves, which may have grown since; None shows the hint again."""
        if curves is not self._curves and self._canvas is not None:
            self._canvas.reset_view()
        self._curves, self._epochs = curves, epochs
        self._change()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_dirty:
            self._schedule()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._canvas is not None:
            self._canvas.restyle()
            self._change()

    def _change(self) -> None:
        self._is_dirty = True
        if self.isVisible():
            self._schedule()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            due = self._drawn_at + _REDRAW_EVERY - time.monotonic()
            self._timer.start(max(0, round(1000 * due)))

    def _redraw(self) -> None:
        if not self.isVisible():
            return  # it is drawn when it is shown
        self._is_dirty = False
        self._drawn_at = time.monotonic()
        self._tell()
        canvas, curves = self._canvas, self._curves
        if canvas is None or curves is None or not len(curves):
            self._body.setCurrentWidget(self._hint)
            return
        # Without single measurements there is nothing to be smoothed.
        self._header.smooth.setEnabled(len(curves.raw) > 0)
        canvas.draw(curves, self._epochs, self._header.log.isChecked(), self._is_smooth)
        self._body.setCurrentWidget(canvas)

    @property
    def _is_smooth(self) -> bool:
        return self._header.smooth.isChecked()

    def _tell(self) -> None:
        """Bring legend and accessible name up to date."""
        curves = self._curves
        train = self._text(curves.train_now) if curves else ""
        validation = self._text(curves.validation_now) if curves else ""
        self._header.set_values(train, validation)
        parts = [
            translate("netstudio", "train {value}").format(value=train) if train else "",
            translate("netstudio", "validation {value}").format(value=validation)
            if validation
            else "",
        ]
        told = listed(part for part in parts if part)
        name = f"{self._header.title}: {told}" if told else self._header.title
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _text(self, value: float | None) -> str:
        if value is None:
            return ""
        if self._is_share:
            return percent(value)
        if 0.001 <= abs(value) < 10_000 or not value:
            return f"{value:.3f}" if abs(value) < 100 else f"{value:.0f}"
        return f"{value:.1e}"

    def _read_out(self, place: float | None) -> None:
        """Tell the values at the epoch nearest to the mouse."""
        canvas, curves = self._canvas, self._curves
        if canvas is None or curves is None or place is None or not len(curves):
            self._readout.hide()
            if canvas is not None:
                canvas.show_cross(None)
            return
        epoch = _nearest_epoch(curves, place)
        canvas.show_cross(epoch)
        lines = [translate("netstudio", "Epoch {epoch}").format(epoch=f"{epoch:.3g}")]
        training = curves.train if self._is_smooth or not len(curves.raw) else curves.raw
        for name, series in (
            (translate("netstudio", "train {value}"), training),
            (translate("netstudio", "validation {value}"), curves.validation),
        ):
            value = _value_at(series, epoch)
            if value is not None:
                lines.append(name.format(value=self._text(value)))
        self._readout.show_at(self.mapFromGlobal(QCursor.pos()), "\n".join(lines))

    def _expand(self, is_expanded: bool) -> None:
        self._header.expand.setIcon(
            icon("corners-in" if is_expanded else "corners-out", "text_secondary")
        )
        self.expand_toggled.emit(is_expanded)

    def _name_controls(self) -> None:
        title, header = self._header.title, self._header
        header.log.setToolTip(
            translate("netstudio", "Logarithmic scale of what is missing to 100 %")
            if self._is_share
            else translate("netstudio", "Logarithmic scale")
        )
        header.smooth.setToolTip(
            translate("netstudio", "Draw a smooth curve over the single measurements")
        )
        header.reset.setToolTip(
            translate("netstudio", "Show the whole plot again (also by a double click)")
        )
        header.expand.setToolTip(translate("netstudio", "Give this plot all the room"))
        for button, name in (
            (header.log, translate("netstudio", "{plot}: logarithmic scale")),
            (header.smooth, translate("netstudio", "{plot}: smooth curve")),
            (header.reset, translate("netstudio", "{plot}: reset the view")),
            (header.expand, translate("netstudio", "{plot}: all the room")),
        ):
            button.setAccessibleName(name.format(plot=title))


class _Readout(QLabel):
    """The values under the mouse, beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "readout")
        self.setFont(tabular(self.font()))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, mouse: QPoint, text: str) -> None:
        """Show ``text`` to the right of the mouse, or to its left where there is no room."""
        self.setText(text)
        self.adjustSize()
        room = self._around.rect().adjusted(2, 2, -2, -2)
        x = mouse.x() + 14
        if x + self.width() > room.right():
            x = mouse.x() - 14 - self.width()
        y = min(mouse.y() - self.height() // 2, room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.raise_()
        self.show()


def _nearest_epoch(curves: Curves, place: float) -> float:
    """The whole epoch next to ``place``; within the first, the place itself."""
    ended = curves.validation if len(curves.validation) else curves.train
    last = float(max(series.x[-1] for series in (ended, curves.train) if len(series)))
    if last < 1:
        return min(max(place, 0.0), last)
    return float(min(max(round(place), 1), int(last)))


def _value_at(series: Series, x: float) -> float | None:
    """The value of the last point up to ``x``, or of the first."""
    if not len(series):
        return None
    at = int(series.x.searchsorted(x + 1e-9, side="right")) - 1
    return float(series.y[max(0, at)])
