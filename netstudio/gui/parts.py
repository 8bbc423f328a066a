"""All of a window that speaks: its pages, bars and actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow, QStackedWidget

from netstudio.gui.backstage import Backstage
from netstudio.gui.designer import Designer
from netstudio.gui.evaluate.page import EvaluatePage
from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.frame.menus import main_menu
from netstudio.gui.frame.start_page import StartPage
from netstudio.gui.frame.top_bar import TopBar
from netstudio.gui.frame.undo_actions import UndoActions
from netstudio.gui.language import LanguageChoice
from netstudio.gui.plots.settings import PlotSettings
from netstudio.gui.samples.page import DataPage
from netstudio.gui.samples.section import Bench
from netstudio.gui.theme.appearance import ThemeChoice
from netstudio.gui.training.flow import TrainingFlow
from netstudio.gui.training.status import RunStatus
from netstudio.gui.use.page import UsePage


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
        data: The Data page.
        evaluate: The Evaluate page.
        use: The Use page.
        devices: Which device trains.
        bar: The bar at the top.
        status: How a run goes on, at the bottom.
        flow: Leads from the Train button to a run.
    """

    def __init__(
        self,
        backstage: Backstage,
        window: QMainWindow,
        choose_theme: Callable[[ThemeChoice], object],
        choose_language: Callable[[LanguageChoice], object],
    ) -> None:
        before = window.children()
        self._memory = memory = backstage.memory
        self._window = window
        document, runs = backstage.document, backstage.run_controller
        self.actions = Actions(window)
        self._undo = UndoActions(document, self.actions.undo, self.actions.redo, window)
        self.design = Designer(backstage, window)
        self.start = StartPage()
        self.data = DataPage(Bench(document, backstage.data, backstage.lanes.samples, runs))
        self.evaluate = EvaluatePage(backstage.model)
        self.use = UsePage(backstage.model)
        self._page_of = {
            "start": self.start,
            "design": self.design.page,
            "data": self.data,
            "evaluate": self.evaluate,
            "use": self.use,
        }
        self._pages = QStackedWidget()
        for page in self._page_of.values():
            self._pages.addWidget(page)
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
        self.flow = TrainingFlow(
            document,
            backstage.analyser,
            backstage.engine,
            runs,
            backstage.model,
            self.actions,
            lambda: self.devices.device,
            window,
        )
        self._restore()
        self._all = [self.status, *(part for part in window.children() if part not in before)]

    @property
    def page(self) -> str:
        """The name of the page in view."""
        shown = self._pages.currentWidget()
        return next(name for name, page in self._page_of.items() if page is shown)

    def show_page(self, name: str) -> None:
        """Show the page ``start``, ``design``, ``data``, ``evaluate`` or ``use``."""
        self._pages.setCurrentWidget(self._page_of[name])
        self.bar.show_page(name)

    def leave(self) -> None:
        """Remember how they are arranged, and let them hear of nothing more."""
        self._memory.set_bytes("panels", self.design.page.state())
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
        self.data.take_over(before.data)
        self.evaluate.take_over(before.evaluate)
        self.use.take_over(before.use)
        self.show_page(before.page)
        for part in before._all:
            part.deleteLater()

    def _restore(self) -> None:
        self.design.page.restore(self._memory.bytes("panels"))
        self.design.understanding.views.restore(self._memory.view)
        self.design.plots.apply(PlotSettings.read(self._memory.plots))
        if (families := self._memory.families) is not None:
            self.design.palette.restore(families)
