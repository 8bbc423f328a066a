"""The plots of a run side by side, fed by its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from netstudio.gui.metric_words import is_share, metric_label
from netstudio.gui.plots.panel import PlotPanel
from netstudio.gui.run_controller import Run, RunController
from netstudio.gui.texts import translate
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.engine.events import Event
    from netstudio.gui.plots.curves import RunCurves

_STACKED_BELOW = 620


class TrainingPlots(QWidget):
    """Loss and the task's first metric, of the run that goes on or of a model that was opened.

    Attributes:
        loss_plot: The plot of the loss.
        metric_plot: The plot of the metric.
    """

    def __init__(self, run_controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metric_name = next(iter(TASKS)).metrics[0]
        self._curves: RunCurves | None = None
        self._earlier: RunCurves | None = None
        self.loss_plot = PlotPanel(translate("netstudio", "Loss"))
        self.loss_plot.setObjectName("lossPlot")
        self.metric_plot = PlotPanel(*_figure(self._metric_name))
        self.metric_plot.setObjectName("accuracyPlot")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for panel in (self.loss_plot, self.metric_plot):
            self._row.addWidget(panel, 1)
            panel.expand_toggled.connect(self._share_room)
        run_controller.started.connect(self._begin)
        run_controller.recalled.connect(self._recall)
        run_controller.received.connect(self._take)

    def create_plots(self) -> None:
        """Begin to draw; pyqtgraph should have been imported by now."""
        self.loss_plot.create_plot()
        self.metric_plot.create_plot()

    def take_over(self, before: TrainingPlots) -> None:
        """Show the curves that others show; they grow here from now on."""
        self._set_metric(before._metric_name)
        self._earlier = before._earlier
        self._show(before._curves)

    def show_history(self, history: Iterable[Mapping[str, Any]]) -> None:
        """Show a trained model's history: one event, as JSON, for each epoch."""
        from netstudio.gui.plots.curves import RunCurves

        curves = RunCurves.of_history(history)
        self._set_metric(next(iter(curves.metrics), self._metric_name))
        self._show(curves)

    def clear(self) -> None:
        """Show no curves."""
        self._show(None)

    def _begin(self, run: Run) -> None:
        from netstudio.gui.plots.curves import RunCurves

        task = TASKS.get(run.project.task.type)
        names = task.metrics if task is not None else (self._metric_name,)
        self._set_metric(names[0])
        self._earlier = self._curves
        self._show(RunCurves(names))

    def _recall(self, run: str, epochs: Iterable[Mapping[str, Any]]) -> None:
        """Have the curves of a resumed run begin where it began, seen before or not."""
        from netstudio.gui.plots.curves import RunCurves

        if self._earlier is None or self._earlier.run != run:
            self._earlier = RunCurves.of_history(epochs)
            self._earlier.run = run

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Started

        has_changed = False
        for event in events:
            if isinstance(event, Started):
                self._curves = self._curves_of(event.run)
            has_changed |= self._curves is not None and self._curves.feed((event,))
        if has_changed:
            self._show(self._curves)

    def _curves_of(self, run: str) -> RunCurves | None:
        """The curves that show a run: those it had before it was resumed, or new ones."""
        from netstudio.gui.plots.curves import RunCurves

        if self._earlier is not None and self._earlier.run == run:
            return self._earlier
        if self._curves is not None and self._curves.run not in (None, run):
            return RunCurves(self._curves.metrics)  # the next fold of a cross-validation
        return self._curves

    def _show(self, curves: RunCurves | None) -> None:
        self._curves = curves
        epochs = curves.epochs if curves else 1
        self.loss_plot.show_curves(curves.loss if curves else None, epochs)
        self.metric_plot.show_curves(
            curves.metrics.get(self._metric_name) if curves else None, epochs
        )

    def _set_metric(self, name: str) -> None:
        if name != self._metric_name:
            self._metric_name = name
            self.metric_plot.set_figure(*_figure(name))

    def _share_room(self, is_expanded: bool) -> None:
        """Give one plot all the room, or each its part."""
        asking = self.sender()
        for panel in (self.loss_plot, self.metric_plot):
            panel.setVisible(panel is asking or not is_expanded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _STACKED_BELOW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)


def _figure(name: str) -> tuple[str, bool]:
    """A metric's title, and whether it is a share."""
    return metric_label(name), is_share(name)
