"""The parts of the Design page, and how they speak with each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netstudio.engine.runs.record import RunRecord
from netstudio.gui.activity.panel import ActivityPanel
from netstudio.gui.analysis import output_above
from netstudio.gui.backstage import Backstage
from netstudio.gui.code.importer import CodeImporter
from netstudio.gui.data.panel import DataPanel
from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.design_page import DesignPage
from netstudio.gui.history.panel import HistoryList
from netstudio.gui.inspector.panel import Inspector
from netstudio.gui.live.panel import LivePanel
from netstudio.gui.memory import Memory
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.outline.view import OutlineView
from netstudio.gui.palette.panel import PalettePanel
from netstudio.gui.plots.training_plots import TrainingPlots
from netstudio.gui.runs.loader import LoadedRun, RunLoader
from netstudio.gui.runs.panel import RunsPanel
from netstudio.gui.stack.commands import place_after
from netstudio.gui.stack.footer import StackFooter
from netstudio.gui.stack.view import StackView
from netstudio.gui.training.panel import TrainingPanel
from netstudio.gui.training.start_note import StartNote
from netstudio.gui.understanding import Understanding


class Designer(QObject):
    """Makes the panels of the Design page and connects them.

    Attributes:
        stack: The network as cards.
        understanding: The network as code, as a table and in words.
        importer: Turns code into networks.
        palette: The layers that can be added.
        data: The data set.
        training: How the network is trained.
        plots: The live curves.
        live: What is seen of the network while it learns.
        board: What is off with the training.
        runs: Earlier runs.
        activity: Problems, notices, log and runs.
        outline: The network as a tree of lines.
        history: The steps of editing.
        page: All of them, arranged.

    Signals:
        shown: Something on the page is to be looked at.
    """

    shown = Signal()

    def __init__(self, backstage: Backstage, parent: QWidget) -> None:
        super().__init__(parent)
        document, analyser = backstage.document, backstage.analyser
        controller = backstage.run_controller
        self._loader = backstage.data
        self._analyser = analyser
        self.stack = StackView(document, analyser)
        self.understanding = Understanding(backstage, self.stack, self)
        self.importer = CodeImporter(document, backstage.lanes.text, parent)
        self.palette = PalettePanel()
        self.data = DataPanel(document, backstage.data)
        self.plots = TrainingPlots(controller, backstage.lanes.files)
        self.live = LivePanel(document, controller)
        self.board = NoticeBoard(document, controller, self)
        self.runs = RunsPanel(backstage.runs)
        self.activity = ActivityPanel(
            document, analyser, self.board, controller, self.runs, backstage.lanes.lookup
        )
        self._run_loader = RunLoader(backstage.lanes.lookup, self)
        self._run_loader.loaded.connect(self._draw_runs)
        self._run_loader.failed.connect(backstage.runs.failed)
        self._run_store = backstage.runs
        self._run_store.changed.connect(self._count_runs)
        self._count_runs()
        inspector = Inspector(document, analyser)
        self.training = TrainingPanel(document, analyser)
        start = StartNote(document, analyser, backstage.lanes.lookup)
        self.training.add_note(start)
        self.outline = OutlineView(document, analyser)
        self.history = HistoryList(document)
        self.page = DesignPage(
            stack=self.understanding.views,
            footer=StackFooter(document, analyser, self.stack),
            data=self.data,
            palette=self.palette,
            inspector=inspector,
            training=self.training,
            plots=_beside(self.plots, self.live),
            activity=self.activity,
            outline=self.outline,
            history=self.history,
        )
        self.importer.replaced.connect(self.shown)
        self._connect_outline()
        self.stack.selection_changed.connect(inspector.show_layers)
        self._inspector = inspector
        self.stack.activated.connect(self._edit_layer)
        inspector.type_change_asked.connect(self.stack.layer_actions.change_type.trigger)
        self.stack.code_pasted.connect(self.importer.take)
        self.stack.block_saved.connect(self.palette.refresh_blocks)
        self.palette.message.connect(self.stack.message)
        self.stack.selection_changed.connect(self._show_input)
        analyser.analysed.connect(self._show_input)
        self.palette.chosen.connect(self.stack.insert_type)
        self.activity.problem_activated.connect(self._reveal)
        self.board.changed.connect(lambda: self.stack.show_notices(self.board.of_layers()))
        backstage.data.sample_changed.connect(self._show_sample)
        backstage.engine.plotting_loaded.connect(self.plots.create_plots)
        if backstage.engine.can_plot:
            self.plots.create_plots()
        self._show_sample()

    def take_over(self, before: Designer) -> None:
        """Show what was shown before, in another language."""
        self.stack.take_over(before.stack)
        self.understanding.take_over(before.understanding)
        self.plots.take_over(before.plots)
        self.board.take_over(before.board)
        self.activity.log.take_over(before.activity.log)

    def _connect_outline(self) -> None:
        """Let outline and cards show one selection, and the same keys edit it."""
        actions = self.stack.layer_actions
        self.outline.addActions([one for one in actions.all() if one is not actions.rename])
        self.outline.picked.connect(self.stack.select)
        self.outline.message.connect(self.stack.message)
        self.stack.selection_changed.connect(self.outline.show_selection)

    def connect_actions(self, actions: Actions, memory: Memory) -> None:
        """Let the window's actions that concern this page do what they say."""
        views = self.understanding.views
        actions.find.triggered.connect(self._find)
        actions.find_layer.triggered.connect(self._search_layers)
        for name, action in actions.views.items():
            action.triggered.connect(lambda _, name=name: self._show_view(name))
        actions.beside.triggered.connect(views.set_beside)
        views.changed.connect(lambda: actions.beside.setChecked(views.is_beside))
        actions.import_code.triggered.connect(lambda: self.importer.ask_for_file(memory.folder))
        actions.paste_code.triggered.connect(self.importer.paste)
        actions.copy_code.triggered.connect(self.understanding.copy_code)
        actions.reset_panels.triggered.connect(self.page.arrange)
        self.activity.notices.again.follow(actions.train)

    def _show_view(self, name: str) -> None:
        self.shown.emit()
        self.understanding.views.show_view(name)

    def _find(self) -> None:
        self.shown.emit()
        self.understanding.views.show_stack()
        self.stack.find_bar.open()

    def _search_layers(self) -> None:
        self.shown.emit()  # else what is typed would change a network that is not seen
        self.page.raise_panel(self.palette)
        self.palette.focus_search()

    def _reveal(self, uid: str) -> None:
        self.understanding.views.show_stack()
        self.stack.reveal(uid)

    def _edit_layer(self) -> None:
        """Lead from a card to its settings."""
        self.page.raise_panel(self._inspector)
        self._inspector.edit()

    def draw_beside(self, records: Sequence[RunRecord]) -> None:
        """Draw the curves of earlier runs beside those in view."""
        self._run_loader.load(records)

    def _draw_runs(self, loaded: tuple[LoadedRun, ...]) -> None:
        self.plots.compare([each.curves for each in loaded])

    def _count_runs(self) -> None:
        self.activity.show_run_count(len(self._run_store.records))

    def _show_input(self) -> None:
        """Let the list of layers show what fits below the selected one.

        While none is selected nobody has said where: next to nothing fits below a whole network.
        """
        analysis = self._analyser.current
        if analysis is None or not self.stack.selected:
            self.palette.show_input(None)
        else:
            place = place_after(self.stack.project.network, self.stack.selected)
            self.palette.show_input(output_above(self.stack.project, analysis, place))

    def _show_sample(self) -> None:
        self.stack.set_sample(self._loader.sample_image())


def _beside(plots: QWidget, live: QWidget) -> QWidget:
    """The curves, and to their right what else is seen of the network."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(plots, 1)
    row.addWidget(live)
    return both
