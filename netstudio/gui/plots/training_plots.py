"""The plots of a run side by side, fed by its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.plots.compared_strip import ComparedStrip
from netstudio.gui.plots.figures import LOSS, OF_THE_TRAINING, Figure, figure
from netstudio.gui.plots.grid import PlotGrid
from netstudio.gui.plots.panel import PlotPanel
from netstudio.gui.plots.settings import METRIC, PlotSettings
from netstudio.gui.run_controller import Run, RunController
from netstudio.gui.texts import translate
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.engine.events import Event
    from netstudio.gui.plots.canvas import DrawnRun
    from netstudio.gui.plots.clock import Unit
    from netstudio.gui.plots.compared import ComparedRun
    from netstudio.gui.plots.curves import RunCurves
    from netstudio.gui.plots.menu import Offer, PlotMenu

_OBJECT_NAMES = {LOSS: "lossPlot", METRIC: "accuracyPlot"}
_IN_VIEW = "in view"


class TrainingPlots(QWidget):
    """Loss, metrics and more, of the run that goes on or of a model that was opened.

    Each plot has a slot: the name of its figure, or ``METRIC`` for the task's first metric.

    Args:
        run_controller: Whose run is shown; None shows earlier runs alone.
        lane: Where pictures and tables are saved.

    Signals:
        compared_changed: The runs that are compared now (``tuple[ComparedRun, ...]``).
    """

    compared_changed = Signal(object)

    def __init__(
        self, run_controller: RunController | None, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._metrics: tuple[str, ...] = tuple(next(iter(TASKS)).metrics)
        self._settings = PlotSettings()
        self._curves: RunCurves | None = None
        self._earlier: RunCurves | None = None
        self._compared: tuple[ComparedRun, ...] = ()
        self._can_draw = False
        self._panels: dict[str, PlotPanel] = {}
        self._strip = ComparedStrip()
        self._strip.changed.connect(self._show_all)
        self._strip.closed.connect(lambda: self.compare(()))
        self._grid = PlotGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._grid, 1)
        self._is_live = run_controller is not None
        self._arrange()
        if run_controller is not None:
            run_controller.started.connect(self._begin)
            run_controller.recalled.connect(self._recall)
            run_controller.received.connect(self._take)

    @property
    def settings(self) -> PlotSettings:
        """Which plots are shown and how they are looked at."""
        logarithmic = [slot for slot, panel in self._panels.items() if panel.header.log.isChecked()]
        return replace(self._settings, logarithmic=tuple(logarithmic))

    @property
    def compared(self) -> tuple[ComparedRun, ...]:
        """The runs that are compared."""
        return self._compared

    def apply(self, settings: PlotSettings) -> None:
        """Show what was shown at another time."""
        self._settings = settings
        self._arrange()
        for slot, panel in self._panels.items():
            panel.header.log.setChecked(slot in settings.logarithmic)
        self._show_all()

    def create_plots(self) -> None:
        """Begin to draw; pyqtgraph should have been imported by now."""
        self._can_draw = True
        for panel in self._panels.values():
            panel.create_plot()
        self._show_all()

    def take_over(self, before: TrainingPlots) -> None:
        """Show the curves that others show; they grow here from now on."""
        self._metrics = before._metrics
        self._earlier = before._earlier
        self._curves = before._curves
        self.apply(before.settings)
        self.compare(before._compared)

    def show_history(self, history: Iterable[Mapping[str, Any]]) -> None:
        """Show a trained model's history: one event, as JSON, for each epoch."""
        from netstudio.gui.plots.curves import RunCurves

        curves = RunCurves.of_history(history)
        self._set_metrics(curves.metrics)
        self._show(curves)

    def show_metrics(self, metrics: Sequence[str]) -> None:
        """Offer plots of these metrics, the most telling first."""
        self._set_metrics(metrics)

    def show_run(self, curves: RunCurves | None) -> None:
        """Show the curves of an earlier run; None shows none but those that are compared."""
        self._show(curves)

    def compare(self, runs: Sequence[ComparedRun]) -> None:
        """Draw these runs beside the one in view, and no others."""
        self._compared = tuple(runs)
        self._strip.show_runs(self._compared)
        self._show_all()
        self.compared_changed.emit(self._compared)

    def clear(self) -> None:
        """Show no curves."""
        self._show(None)

    def _begin(self, run: Run) -> None:
        from netstudio.gui.plots.curves import RunCurves

        task = TASKS.get(run.project.task.type)
        self._set_metrics(task.metrics if task is not None else self._metrics)
        self._earlier = self._curves
        self._show(RunCurves(self._metrics))

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
        self._show_all()

    def _show_all(self) -> None:
        """Let every plot show what there is."""
        if not self._can_draw:
            return
        from netstudio.gui.plots.lines import Look

        runs = self._drawn()
        look = Look(self._unit(runs), self._settings.smoothing)
        for panel in self._panels.values():
            if not panel.isHidden():
                panel.show_runs(runs, look)

    def _drawn(self) -> list[DrawnRun]:
        """The run in view, then those it is compared with."""
        from netstudio.gui.plots.canvas import DrawnRun

        shown = [run for run in self._strip.shown if run.curves is not self._curves]
        compared = [DrawnRun(run.key, run.curves, run.name, run.hue) for run in shown]
        if self._curves is None:
            return compared
        name = translate("netstudio", "This run")
        return [DrawnRun(_IN_VIEW, self._curves, name), *compared]

    def _units(self, runs: Sequence[DrawnRun]) -> list[Unit]:
        """What the axes can count for these runs."""
        from netstudio.gui.plots.clock import Unit

        return [unit for unit in Unit if all(run.curves.clock.knows(unit) for run in runs[:1])]

    def _unit(self, runs: Sequence[DrawnRun]) -> Unit:
        from netstudio.gui.plots.clock import Unit

        wanted = Unit(self._settings.unit)
        return wanted if wanted in self._units(runs) else Unit.EPOCHS

    def _set_metrics(self, metrics: Sequence[str]) -> None:
        if tuple(metrics) != self._metrics and metrics:
            self._metrics = tuple(metrics)
            if METRIC in self._panels:
                self._panels[METRIC].set_figure(self._figure(METRIC))
            self._arrange()

    def _figure(self, slot: str) -> Figure:
        return figure(self._metrics[0] if slot == METRIC else slot)

    def _slots(self) -> tuple[str, ...]:
        """All plots that there can be, in their order."""
        return (LOSS, METRIC, *self._metrics[1:], *OF_THE_TRAINING)

    def _arrange(self) -> None:
        """Show the plots that are chosen, as far as this task has them."""
        slots = [slot for slot in self._slots() if slot in self._settings.slots] or [LOSS]
        for slot in slots:
            if slot not in self._panels:
                self._panels[slot] = self._make(slot)
        panels = [self._panels[slot] for slot in slots]
        for panel in self._panels.values():
            panel.header.add.setVisible(panel is panels[-1])
        self._grid.show_panels(panels)

    def _make(self, slot: str) -> PlotPanel:
        panel = PlotPanel(self._figure(slot))
        if self._is_live:
            panel.setObjectName(_OBJECT_NAMES.get(slot, f"{slot}Plot"))
        panel.expand_toggled.connect(self._share_room)
        panel.adding_asked.connect(self._offer_plots)
        panel.menu_asked.connect(partial(self._offer_all, slot))
        if self._can_draw:
            panel.create_plot()
        return panel

    def _share_room(self, is_expanded: bool) -> None:
        """Give one plot all the room, or each its part."""
        asking = self.sender()
        self._grid.expand(asking if is_expanded and isinstance(asking, PlotPanel) else None)
        self._show_all()

    def _offer_plots(self, place: QPoint) -> None:
        menu = self._menu()
        menu.offer_plots(self._offers())
        menu.popup(place)

    def _offer_all(self, slot: str, place: QPoint) -> None:
        panel = self._panels[slot]
        header, runs = panel.header, self._drawn() if self._can_draw else []
        menu = self._menu()
        menu.offer_all(
            panel.figure,
            self._settings,
            header.log.isChecked(),
            header.smooth.isChecked(),
            self._units(runs),
            self._offers(),
            can_save=not panel.is_empty,
        )
        menu.log_chosen.connect(header.log.setChecked)
        menu.smooth_chosen.connect(header.smooth.setChecked)
        menu.picture_asked.connect(partial(self._save_picture, panel))
        menu.table_asked.connect(self._save_table)
        menu.popup(place)

    def _menu(self) -> PlotMenu:
        from netstudio.gui.plots.menu import PlotMenu

        menu = PlotMenu(self)
        menu.plot_toggled.connect(self._toggle_plot)
        menu.unit_chosen.connect(self._choose_unit)
        menu.smoothing_chosen.connect(self._choose_smoothing)
        return menu

    def _offers(self) -> list[Offer]:
        from netstudio.gui.plots.menu import Offer

        slots = self._slots()
        shown = [slot for slot in slots if slot in self._settings.slots]
        return [
            Offer(slot, self._figure(slot).title, slot in shown, is_alone=shown == [slot])
            for slot in slots
        ]

    def _toggle_plot(self, slot: str, is_shown: bool) -> None:
        others = tuple(other for other in self._settings.slots if other != slot)
        slots = (*others, slot) if is_shown else others
        self._settings = replace(self._settings, slots=slots)
        self._arrange()
        self._show_all()

    def _choose_unit(self, unit: str) -> None:
        self._settings = replace(self._settings, unit=unit)
        self._show_all()

    def _choose_smoothing(self, share: float) -> None:
        self._settings = replace(self._settings, smoothing=share)
        self._show_all()

    def _save_picture(self, panel: PlotPanel) -> None:
        from netstudio.gui.plots.saving import PlotSaver

        if panel.canvas is not None:
            saver = PlotSaver(self._lane, self)
            saver.ask_picture(panel.figure.title, panel.canvas, panel.legend())

    def _save_table(self) -> None:
        from netstudio.gui.plots.saving import PlotSaver

        PlotSaver(self._lane, self).ask_table(self._drawn())
