"""All of a window that speaks: its pages, bars and actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from netstudio.gui.backstage import Backstage
from netstudio.gui.designer import Designer
from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.frame.menus import main_menu
from netstudio.gui.frame.start_page import StartPage
from netstudio.gui.frame.top_bar import TopBar
from netstudio.gui.frame.undo_actions import UndoActions
from netstudio.gui.language import LanguageChoice
from netstudio.gui.plots.settings import PlotSettings
from netstudio.gui.runs.restoring import ProjectRestorer
from netstudio.gui.theme.appearance import ThemeChoice
from netstudio.gui.training.flow import TrainingFlow
from netstudio.gui.training.precision_advice import PrecisionAdvice
from netstudio.gui.training.status import RunStatus
from netstudio.gui.training.trials.trials import Trials
from netstudio.gui.usage.button import UsageButton

if TYPE_CHECKING:
    from netstudio.gui.evaluate.page import EvaluatePage
    from netstudio.gui.model_page import ModelPage
    from netstudio.gui.runs.actions import RunActions
    from netstudio.gui.runs.page import RunsPage
    from netstudio.gui.samples.page import DataPage
    from netstudio.gui.use.page import UsePage

P = TypeVar("P", bound=QWidget)
M = TypeVar("M", bound="ModelPage")

# Nobody begins on these pages: they are made, and their rooms imported, when they are asked for or
# when the window has been seen.
_LATE_PAGES = ("data", "evaluate", "use", "runs")


class Parts:
    """The parts of one window, made anew when another language is spoken.

    What has to outlive that is backstage.

    Args:
        backstage: What works behind the window.
        window: The window, which gets the pages, the bar at the top and the line at the bottom.
        choose_theme: Called with the theme that the user wants.
        choose_language: Called with the language that the user wants.

    Attributes:
        actions: What can be done from menus and with keys.
        design: The Design page's panels.
        start: The page of templates and recent files.
        devices: Which device trains.
        bar: The bar at the top.
        status: How a run goes on, at the bottom.
        usage: How busy the machine is, beside it.
        flow: Leads from the Train button to a run.
        restorer: Brings projects of runs back into the editor.
    """

    def __init__(
        self,
        backstage: Backstage,
        window: QMainWindow,
        choose_theme: Callable[[ThemeChoice], object],
        choose_language: Callable[[LanguageChoice], object],
    ) -> None:
        before = window.children()
        self._backstage = backstage
        self._memory = memory = backstage.memory
        self._window = window
        document, runs = backstage.document, backstage.run_controller
        self.actions = Actions(window)
        self._undo = UndoActions(document, self.actions.undo, self.actions.redo, window)
        self.design = Designer(backstage, window)
        self.start = StartPage()
        self._page_of: dict[str, QWidget] = {}
        self._pages = QStackedWidget()
        self._add_page("start", self.start)
        self._add_page("design", self.design.page)
        window.setCentralWidget(self._pages)
        self.devices = DeviceCombo(backstage.lanes.lookup, memory.device)
        menu = main_menu(
            window,
            self.actions,
            self.design.stack.layer_actions,
            self.design.page.toggles(),
            memory.theme,
            choose_theme,
            memory.language,
            choose_language,
        )
        self.bar = TopBar(self.actions, menu, self.devices, window)
        window.addToolBar(self.bar)
        self.status = RunStatus(runs)
        # Not a permanent one: that leaves no room for the sentences that are said.
        window.statusBar().addWidget(self.status, 1)
        self.usage = UsageButton(backstage.lanes.usage, lambda: self.devices.gpu_answer)
        window.statusBar().addPermanentWidget(self.usage)
        # Not while the engine is loaded, which keeps this computer busy enough.
        backstage.engine.loaded.connect(self.usage.begin)
        if backstage.engine.is_ready:
            self.usage.begin()
        self.flow = TrainingFlow(
            document,
            backstage.analyser,
            backstage.engine,
            runs,
            backstage.model,
            self.actions,
            lambda: self.devices.device,
            backstage.lanes.lookup,
            window,
        )
        trials = Trials(
            document,
            backstage.analyser,
            self.design.training,
            runs,
            backstage.lanes.model,
            lambda: self.devices.device,
            window,
        )
        trials.refused.connect(self.flow.refused)
        advice = PrecisionAdvice(
            document, backstage.lanes.lookup, lambda: self.devices.device, window
        )
        advice.told.connect(self.design.training.show_advice)
        self.devices.chosen.connect(advice.ask)
        self.restorer = ProjectRestorer(document, backstage.files, backstage.lanes.files, window)
        self._lead_from(self.design.runs.actions_of_runs)
        self._restore()
        made = [part for part in window.children() if part not in before]
        self._all = [self.status, self.usage, *made]

    @cached_property
    def data(self) -> DataPage:
        """The Data page."""
        from netstudio.gui.samples.page import DataPage
        from netstudio.gui.samples.section import Bench

        back = self._backstage
        bench = Bench(back.document, back.data, back.lanes.samples, back.run_controller)
        return self._add_page("data", DataPage(bench))

    @cached_property
    def evaluate(self) -> EvaluatePage:
        """The Evaluate page."""
        from netstudio.gui.evaluate.page import EvaluatePage

        return self._add_page("evaluate", self._led(EvaluatePage(self._backstage.model)))

    @cached_property
    def use(self) -> UsePage:
        """The Use page."""
        from netstudio.gui.use.page import UsePage

        return self._add_page("use", self._led(UsePage(self._backstage.model)))

    @cached_property
    def runs(self) -> RunsPage:
        """The page of all runs."""
        from netstudio.gui.runs.page import RunsPage

        back = self._backstage
        page = RunsPage(back.runs, back.document)
        self._lead_from(page.actions_of_runs)
        page.restore(self._memory.bytes("runs page"))
        back.engine.plotting_loaded.connect(page.create_plots)
        if back.engine.can_plot:
            page.create_plots()
        return self._add_page("runs", page)

    def make_another_page(self) -> bool:
        """Make one of the pages that nobody has asked for yet; says whether there was one."""
        for name in _LATE_PAGES:
            if name not in self._page_of:
                getattr(self, name)
                return True
        return False

    @property
    def page(self) -> str:
        """The name of the page in view."""
        shown = self._pages.currentWidget()
        return next(name for name, page in self._page_of.items() if page is shown)

    def show_page(self, name: str) -> None:
        """Show the page ``start``, ``design``, ``data``, ``evaluate``, ``use`` or ``runs``."""
        if name in _LATE_PAGES:
            getattr(self, name)  # makes it where it is not made yet
        self._pages.setCurrentWidget(self._page_of[name])
        self.bar.show_page(name)

    def leave(self) -> None:
        """Remember how they are arranged, and let them hear of nothing more."""
        self._memory.set_bytes("panels", self.design.page.state())
        self._memory.set_bytes("runs panel", self.design.runs.state())
        if "runs" in self._page_of:
            self._memory.set_bytes("runs page", self.runs.state())
        self._memory.view = self.design.understanding.views.state()
        self._memory.families = self.design.palette.state()
        self._memory.plots = self.design.plots.settings.written()
        self._undo.close()
        self.flow.close()
        self.design.activity.close_log()

    def clear_away(self) -> None:
        """Give the room to others; they still know what they showed, for ``take_over``."""
        self.leave()
        self._window.takeCentralWidget()  # else Qt deletes it before the others, which speak of it

    def take_over(self, before: Parts) -> None:
        """Show what others showed, and delete those."""
        self.design.take_over(before.design)
        self.status.take_over(before.status)
        self.flow.take_over(before.flow)
        for name in _LATE_PAGES:
            if name in before._page_of:
                getattr(self, name).take_over(getattr(before, name))
        self.show_page(before.page)
        for part in before._all:
            part.deleteLater()

    def _add_page(self, name: str, page: P) -> P:
        self._page_of[name] = page
        self._pages.addWidget(page)
        return page

    def _lead_from(self, runs: RunActions) -> None:
        """Let what is done with a run do it."""
        runs.model_chosen.connect(self._backstage.files.open)
        runs.resume_chosen.connect(self.flow.resume)
        runs.extend_chosen.connect(self.flow.ask_longer)
        runs.restore_chosen.connect(self.restorer.restore)
        runs.project_chosen.connect(self.restorer.open_as_new)
        runs.overlay_chosen.connect(self.design.draw_beside)
        runs.overlay_chosen.connect(lambda: self.show_page("design"))

    def _led(self, page: M) -> M:
        """A page about a model, from which the user can go on to train or to open one."""
        page.train_requested.connect(self.flow.train)
        page.open_requested.connect(self._backstage.files.ask_to_open_model)
        return page

    def _restore(self) -> None:
        self.design.page.restore(self._memory.bytes("panels"))
        self.design.runs.restore(self._memory.bytes("runs panel"))
        self.design.understanding.views.restore(self._memory.view)
        self.design.plots.apply(PlotSettings.read(self._memory.plots))
        if (families := self._memory.families) is not None:
            self.design.palette.restore(families)
