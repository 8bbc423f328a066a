"""One live plot: header, curves, read-out."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from netstudio.gui.plots.figures import Figure
from netstudio.gui.plots.header import Header
from netstudio.gui.plots.readout import Readout
from netstudio.gui.texts import listed, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.gui.plots.canvas import Canvas, DrawnRun
    from netstudio.gui.plots.curves import Curves
    from netstudio.gui.plots.lines import Look

_REDRAW_EVERY = 0.25
# Plots that grow together are drawn one after the other, with room for what the user does.
_APART = 0.03


class PlotPanel(QWidget):
    """Shows the curves of one figure as they grow.

    Its name for screen readers tells the current values. Drawing begins with ``create_plot``,
    because pyqtgraph is imported only after the window is there.

    Attributes:
        figure: What is plotted.
        header: Its title, legend and switches.

    Signals:
        expand_toggled: Whether the plot shall have all the room.
        adding_asked: The choice of plots is wanted at this point of the screen.
        menu_asked: The plot's menu is wanted at this point of the screen.
    """

    expand_toggled = Signal(bool)
    adding_asked = Signal(object)
    menu_asked = Signal(object)

    _someone_drew_at: ClassVar[float] = 0.0

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self._runs: Sequence[DrawnRun] = ()
        self._look: Look | None = None
        self._canvas: Canvas | None = None
        self._is_dirty = self._is_urgent = False
        self._drawn_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._redraw)
        self.header = Header(figure.title, figure.has_parts)
        self._hint = QLabel(translate("netstudio", "Curves appear here as soon as training starts"))
        self._hint.setProperty("role", "faint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._body = QStackedLayout()
        self._readout = Readout(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.PANEL_PADDING, 8, metrics.PANEL_PADDING, 4)
        column.setSpacing(2)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)
        # Only now: shown before it belongs to anything, it would be a window for a moment.
        self._body.addWidget(self._hint)
        self.setMinimumSize(220, 130)
        self._connect_header()
        self._name_controls()
        self._tell()

    @property
    def canvas(self) -> Canvas | None:
        """What is drawn on; None before ``create_plot``."""
        return self._canvas

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(len(curves) for run in self._runs if (curves := self._curves_of(run)))

    def create_plot(self) -> None:
        """Begin to draw; pyqtgraph should have been imported by now."""
        if self._canvas is not None:
            return
        from netstudio.gui.plots.canvas import Canvas

        self._canvas = Canvas(self.figure)
        self._canvas.pointed_at.connect(self._read_out)
        self._canvas.zoomed.connect(self.header.show_reset)
        self._canvas.menu_asked.connect(self.menu_asked)
        self.header.reset.clicked.connect(self._canvas.reset_view)
        self._body.addWidget(self._canvas)
        self._name_controls()
        self._change()

    def set_figure(self, figure: Figure) -> None:
        """Plot another figure from now on."""
        self.figure = figure
        self.header.set_title(figure.title)
        if self._canvas is not None:
            self._canvas.set_figure(figure)
        self._name_controls()
        self._change()

    def show_runs(self, runs: Sequence[DrawnRun], look: Look) -> None:
        """Show these runs, which may have grown since; without any, the hint is shown again.

        Args:
            runs: The run in view, then those it is compared with.
            look: How they are looked at; switches and legend of this plot add their part.
        """
        before = self._runs[0].curves if self._runs else None
        if self._canvas is not None and before is not (runs[0].curves if runs else None):
            self._canvas.reset_view()
        self._runs, self._look = runs, look
        self._change()

    def look(self) -> Look:
        """How the curves are looked at here."""
        from netstudio.gui.plots.lines import Look, Role

        look = self._look or Look()
        roles = set(Role)
        if not self.header.train.isChecked():
            roles -= {Role.TRAIN, Role.RAW}
        if not self.header.validation.isChecked():
            roles.discard(Role.VALIDATION)
        return replace(
            look,
            smoothing=look.smoothing if self.header.smooth.isChecked() else 0.0,
            is_log=self.header.log.isChecked(),
            roles=frozenset(roles),
        )

    def legend(self) -> list[tuple[str, str]]:
        """The colour of each curve that is drawn, and what it is called, with its newest value."""
        from netstudio.gui.plots.reading import legend_of

        return legend_of(self._runs, self.figure, self.look())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_dirty:
            self._schedule()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._canvas is not None:
            self._canvas.restyle()
            self._change()

    def _connect_header(self) -> None:
        header = self.header
        for switch in (header.log, header.smooth, header.train, header.validation):
            switch.toggled.connect(self._change_now)
        header.expand.toggled.connect(self._expand)
        header.add.clicked.connect(lambda: self.adding_asked.emit(_below(header.add)))
        header.more.clicked.connect(lambda: self.menu_asked.emit(_below(header.more)))

    def _curves_of(self, run: DrawnRun) -> Curves | None:
        return run.curves.figures.get(self.figure.name)

    def _change(self) -> None:
        self._is_dirty = True
        if self.isVisible():
            self._schedule()

    def _change_now(self) -> None:
        """Draw without delay: somebody waits for what was pressed."""
        self._drawn_at = 0.0
        self._is_urgent = True
        self._timer.stop()
        self._change()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            due = self._drawn_at + _REDRAW_EVERY - time.monotonic()
            self._timer.start(max(0, round(1000 * due)))

    def _redraw(self) -> None:
        if not self.isVisible():
            return  # it is drawn when it is shown
        now = time.monotonic()
        wait = PlotPanel._someone_drew_at + _APART - now
        if wait > 0 and not self._is_urgent:
            self._timer.start(math.ceil(1000 * wait))
            return
        self._is_dirty = self._is_urgent = False
        self._drawn_at = PlotPanel._someone_drew_at = now
        self._tell()
        if self._canvas is None or self.is_empty:
            self._body.setCurrentWidget(self._hint)
            return
        # Without single measurements there is nothing to be smoothed.
        self.header.smooth.setEnabled(
            self.figure.is_noisy
            and any(len(curves.raw) for run in self._runs if (curves := self._curves_of(run)))
        )
        self._canvas.draw(self._runs, self.look())
        self._body.setCurrentWidget(self._canvas)

    def _tell(self) -> None:
        """Bring legend and accessible name up to date."""
        # The heading's colours are those of the run in view; compared runs have others.
        in_view = next((run for run in self._runs if run.hue is None), None)
        curves = self._curves_of(in_view) if in_view else None
        text = self.figure.text
        train = text(curves.train_now) if curves else ""
        validation = text(curves.validation_now) if curves else ""
        self.header.set_values(train, validation)
        parts = []
        if train and self.figure.has_parts:
            parts.append(translate("netstudio", "train {value}").format(value=train))
        elif train:
            parts.append(train)
        if validation:
            parts.append(translate("netstudio", "validation {value}").format(value=validation))
        title = self.header.title
        name = f"{title}: {listed(parts)}" if parts else title
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _read_out(self, place: float | None) -> None:
        """Tell the values at the moment nearest to the mouse."""
        canvas = self._canvas
        if canvas is None:
            return
        if place is None or self.is_empty:
            canvas.show_cross(None)
            self._readout.hide()
            return
        from netstudio.gui.plots.reading import read

        reading = read(self._runs, self.figure, self.look(), place, canvas.shown_width)
        canvas.show_cross(reading.place)
        self._readout.show_at(self.mapFromGlobal(QCursor.pos()), reading)

    def _expand(self, is_expanded: bool) -> None:
        self.header.expand.setIcon(
            icon("corners-in" if is_expanded else "corners-out", "text_secondary")
        )
        self.expand_toggled.emit(is_expanded)

    def _name_controls(self) -> None:
        title, header = self.header.title, self.header
        header.log.setToolTip(
            translate("netstudio", "Logarithmic scale of what is missing to 100 %")
            if self.figure.is_share
            else translate("netstudio", "Logarithmic scale")
        )
        header.smooth.setToolTip(
            translate("netstudio", "Draw a smooth curve over the single measurements")
        )
        header.reset.setToolTip(
            translate("netstudio", "Show the whole plot again (also by a double click)")
        )
        header.add.setToolTip(translate("netstudio", "Choose which plots are shown"))
        header.more.setToolTip(translate("netstudio", "Axes, smoothing, and saving the plot"))
        header.expand.setToolTip(translate("netstudio", "Give this plot all the room"))
        for widget, name in (
            (header.log, translate("netstudio", "{plot}: logarithmic scale")),
            (header.smooth, translate("netstudio", "{plot}: smooth curve")),
            (header.reset, translate("netstudio", "{plot}: reset the view")),
            (header.add, translate("netstudio", "{plot}: more plots")),
            (header.more, translate("netstudio", "{plot}: menu")),
            (header.expand, translate("netstudio", "{plot}: all the room")),
            (self._canvas, translate("netstudio", "{plot}: curves")),
        ):
            if widget is not None:
                widget.setAccessibleName(name.format(plot=title))
        if self._canvas is not None:
            self._canvas.setAccessibleDescription(
                translate(
                    "netstudio",
                    "Plus and minus zoom, the arrow keys move, Home shows the whole plot.",
                )
            )


def _below(button: QPushButton) -> QPoint:
    """The point of the screen where a button's menu begins."""
    return button.mapToGlobal(QPoint(0, button.height() + 2))
