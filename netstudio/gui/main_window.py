"""The main window: puts the parts together and lets them know of each other."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.files import SUFFIX
from netstudio.core.project import Project
from netstudio.core.translate import Message
from netstudio.gui.activity.panel import ActivityPanel
from netstudio.gui.analysis import Analyser
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.panel import DataPanel
from netstudio.gui.drops import dropped_paths
from netstudio.gui.engine_loader import EngineFault, EngineLoader
from netstudio.gui.evaluate.page import EvaluatePage
from netstudio.gui.files.autosave import Autosave, Unsaved, find_unsaved
from netstudio.gui.files.project_files import MODEL_SUFFIX, OpenedModel, ProjectFiles, empty_project
from netstudio.gui.frame.about import show_about
from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.design_page import DesignPage
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.frame.menus import main_menu
from netstudio.gui.frame.start_page import StartPage
from netstudio.gui.frame.top_bar import TopBar
from netstudio.gui.frame.undo_actions import UndoActions
from netstudio.gui.inspector.panel import Inspector
from netstudio.gui.lanes import Lanes
from netstudio.gui.memory import Memory
from netstudio.gui.messages import ask, show_error
from netstudio.gui.model_words import describe_model
from netstudio.gui.palette.panel import PalettePanel
from netstudio.gui.plots.training_plots import TrainingPlots
from netstudio.gui.run_controller import RunController
from netstudio.gui.stack.footer import StackFooter
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.gui.theme.fonts import load_fonts
from netstudio.gui.training.flow import TrainingFlow
from netstudio.gui.training.panel import TrainingPanel
from netstudio.gui.training.status import RunStatus
from netstudio.gui.use.page import UsePage

_SIZE = (1440, 900)
_SMALLEST = (960, 600)
_MESSAGE_MS = 6_000
# Should nothing be painted, as in a window that is never shown, the engine is loaded all the same.
_LOAD_LATEST_MS = 400
_OWN_PICTURES = "cifar-cnn"


class MainWindow(QMainWindow):
    """Design, train, watch, evaluate and use a network.

    Args:
        project: What to begin with; the start page is shown where there is none.

    Attributes:
        document: The project that is edited.
        run_controller: Owns the training thread.

    Signals:
        closed: It was closed for good and every thread has ended.
    """

    closed = Signal()

    def __init__(self, project: Project | None = None) -> None:
        load_fonts()
        super().__init__()
        self.setObjectName("mainWindow")
        self._memory = Memory()
        self._is_closed = False
        self._is_loading = False
        self._closes_after_run = False
        self._told_faults: set[str] = set()

        self.document = Document(project or empty_project())
        self._engine = EngineLoader(self)
        self._lanes = Lanes(self._engine, self)
        self._analyser = Analyser(self.document, self._lanes.analysis, self)
        self._model = CurrentModel(self._lanes.model, self)
        self._data = DataLoader(self.document, self._lanes.data, self)
        self.run_controller = RunController(self)
        self._files = ProjectFiles(
            self.document, self._lanes.files, self._lanes.model, self._memory, self
        )
        self._autosave = Autosave(self.document, self._files, self._lanes.files, self)

        self._actions = Actions(self)
        self._undo = UndoActions(self.document, self._actions.undo, self._actions.redo, self)
        self._build_design_page()
        self._build_pages()
        self._build_bars()
        self._flow = TrainingFlow(
            self.document,
            self._analyser,
            self._engine,
            self.run_controller,
            self._model,
            self._actions,
            lambda: self._devices.device,
            self,
        )
        self._connect()
        # Last: a style sheet that is there before them is applied to all widgets at every move.
        application = cast("QApplication", QApplication.instance())
        self._appearance = Appearance(application, self._memory.theme, self)
        self.installEventFilter(self)  # until the first paint
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self._restore()
        self._show_project()
        self.show_page("start" if project is None else "design")
        self._load_latest = QTimer(self, singleShot=True, interval=_LOAD_LATEST_MS)
        self._load_latest.timeout.connect(self._load_engine)
        self._load_latest.start()

    def open(self, path: Path) -> None:
        """Open a project or a trained model."""
        self._files.open(path)

    def show_page(self, name: str) -> None:
        """Show the page ``start``, ``design``, ``evaluate`` or ``use``."""
        self._pages.setCurrentWidget(self._page_of[name])
        self._bar.show_page(name)

    def say(self, text: str) -> None:
        """Show a sentence in the status line for a few seconds."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def show_error(self, text: Message | str, detail: str = "") -> None:
        """Show one sentence that names thing, value and remedy."""
        self._activity.log.say(f"{words(text)}\n{detail}".strip())
        show_error(self, text, detail)

    def tell_fault(self, text: Message, detail: str = "") -> None:
        """Show a fault of the program itself; one that comes again only gets a line."""
        sentence = words(text)
        if sentence not in self._told_faults:
            self._told_faults.add(sentence)
            self.show_error(text, detail)
        else:
            self._activity.log.say(sentence)
            self.say(sentence)

    def offer_unsaved(self) -> None:
        """Ask whether to take back what a crashed window has left, if it has left anything."""
        if (unsaved := find_unsaved()) is None:
            return
        ask(
            self,
            "recoverBox",
            translate("netstudio", "netstudio was not closed well. Open “{name}” again?").format(
                name=unsaved.project.name
            ),
            translate("netstudio", "It has changes from {when} that were not saved.").format(
                when=f"{unsaved.when:%d.%m.%Y %H:%M}"
            ),
            translate("netstudio", "Open it"),
            lambda: self._recover(unsaved),
            no=translate("netstudio", "Throw it away"),
            otherwise=unsaved.forget,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.removeEventFilter(self)
            # Only when everything is on the screen: loading slows down whatever else goes on.
            QTimer.singleShot(0, self, self._load_engine)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closed:
            event.accept()
        elif self.run_controller.is_busy:
            event.ignore()
            self._ask_to_stop()
        elif self.document.is_modified:
            event.ignore()
            self._files.when_safe(self._close_for_good)
        else:
            self._shut_down()
            event.accept()

    def deleteLater(self) -> None:
        """Delete the window soon; one that was not closed leaves no thread behind either."""
        self._shut_down()
        super().deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := self._dropped(event)) is not None:
            event.acceptProposedAction()
            if path.is_dir():
                self._learn_from(path)
            else:
                self.open(path)

    def _build_design_page(self) -> None:
        self._stack = StackView(self.document, self._analyser)
        self._inspector = Inspector(self.document, self._analyser)
        self._training = TrainingPanel(self.document, self._analyser)
        self._palette = PalettePanel()
        self._data_panel = DataPanel(self.document, self._data)
        self._plots = TrainingPlots(self.run_controller)
        self._activity = ActivityPanel(
            self.document,
            self._analyser,
            self.run_controller,
            paths.user_runs(),
            self._lanes.lookup,
        )
        self._design = DesignPage(
            stack=self._stack,
            footer=StackFooter(self.document, self._analyser, self._stack),
            data=self._data_panel,
            palette=self._palette,
            inspector=self._inspector,
            training=self._training,
            plots=self._plots,
            activity=self._activity,
        )

    def _build_pages(self) -> None:
        self._start = StartPage()
        self._evaluate = EvaluatePage(self._model)
        self._use = UsePage(self._model)
        self._page_of = {
            "start": self._start,
            "design": self._design,
            "evaluate": self._evaluate,
            "use": self._use,
        }
        self._pages = QStackedWidget()
        for page in self._page_of.values():
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)

    def _build_bars(self) -> None:
        self._devices = DeviceCombo(self._lanes.lookup, self._memory.device)
        menu = main_menu(
            self,
            self._actions,
            self._design.toggles(),
            self._memory.theme,
            self._choose_theme,
        )
        self._bar = TopBar(self._actions, menu, self._devices, self)
        self.addToolBar(self._bar)
        self._status = RunStatus(self.run_controller)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        # Not a permanent one: that leaves no room for the sentences that are said.
        bar.addWidget(self._status, 1)

    def _connect(self) -> None:
        self._connect_actions()
        self._connect_editor()
        self._disconnect = self.document.connect(self._document_changed)
        self._engine.plotting_loaded.connect(self._plots.create_plots)
        self._engine.failed.connect(self._engine_failed)
        self._analyser.failed.connect(self.tell_fault)
        self._files.reading.connect(self._tell_reading)
        self._files.opened.connect(self._project_opened)
        self._files.model_opened.connect(self._model_opened)
        self._files.renamed.connect(self._show_project)
        self._files.saved.connect(self._saved)
        self._files.recent_changed.connect(self._show_recent)
        self._model.changed.connect(self._show_model)
        self._flow.said.connect(self.say)
        self._flow.refused.connect(self._show_problems)
        self._flow.edited_since.connect(self._status.set_edited_since)
        self.run_controller.state_changed.connect(self._bar.show_state)
        self.run_controller.started.connect(self._show_run)
        self.run_controller.ended.connect(self._close_after_run)
        self._bar.page_chosen.connect(self.show_page)
        self._devices.chosen.connect(self._remember_device)
        self._start.template_chosen.connect(self._files.make_from_template)
        self._start.first_run_chosen.connect(self._begin_first_run)
        self._start.open_chosen.connect(self._files.ask_to_open)
        self._start.file_chosen.connect(self.open)
        self._start.empty_chosen.connect(self._files.make_empty)
        self._start.pictures_chosen.connect(self._learn_from)
        for page in (self._evaluate, self._use):
            page.train_requested.connect(self._flow.train)
            page.open_requested.connect(self._files.ask_to_open_model)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.new.triggered.connect(lambda: self.show_page("start"))
        actions.open.triggered.connect(self._files.ask_to_open)
        actions.open_model.triggered.connect(self._files.ask_to_open_model)
        # ``triggered`` brings an argument of its own along.
        actions.save.triggered.connect(lambda: self._files.save())  # noqa: PLW0108
        actions.save_as.triggered.connect(lambda: self._files.save_as())  # noqa: PLW0108
        actions.save_model.triggered.connect(self._save_model)
        actions.quit.triggered.connect(self.close)
        actions.duplicate.triggered.connect(self._stack.duplicate_selected)
        actions.delete.triggered.connect(self._stack.delete_selected)
        actions.find_layer.triggered.connect(self._find_layer)
        actions.reset_panels.triggered.connect(self._design.arrange)
        actions.about.triggered.connect(lambda: show_about(self))

    def _connect_editor(self) -> None:
        self._stack.selection_changed.connect(self._inspector.show_layers)
        self._stack.message.connect(self.say)
        self._palette.chosen.connect(self._stack.insert_type)
        self._data.sample_changed.connect(self._show_sample)
        activity = self._activity
        activity.problem_activated.connect(self._reveal)
        activity.model_chosen.connect(self.open)
        activity.project_chosen.connect(self.open)
        activity.resume_chosen.connect(self._flow.resume)

    def _load_engine(self) -> None:
        if not self._is_loading and not self._is_closed:
            self._is_loading = True
            self._engine.start()

    def _engine_failed(self, fault: EngineFault) -> None:
        self.tell_fault(fault.sentence, fault.detail)

    def _document_changed(self, change: Change) -> None:
        self._show_project()

    def _show_project(self) -> None:
        name, is_modified = self.document.project.name, self.document.is_modified
        self._bar.show_project(name, is_modified)
        self.setWindowTitle(f"{name}[*] – netstudio")
        self.setWindowModified(is_modified)

    def _show_recent(self) -> None:
        self._start.show_recent(self._memory.recent_files)

    def _show_model(self) -> None:
        self._actions.save_model.setEnabled(self._model.path is not None)

    def _show_sample(self) -> None:
        self._stack.set_sample(self._data.sample_image())

    def _show_run(self) -> None:
        self.show_page("design")
        self.statusBar().clearMessage()

    def _show_problems(self) -> None:
        self._activity.show_problems()
        self.show_page("design")
        self.say(translate("netstudio", "Mend the problems first: they are listed below."))

    def _reveal(self, target: str) -> None:
        self._stack.reveal(target)

    def _saved(self, path: Path) -> None:
        self._show_project()
        self.say(translate("netstudio", "Saved to {path}.").format(path=path))

    def _tell_reading(self, path: Path) -> None:
        if self._engine.is_ready:
            self.say(translate("netstudio", "Opening {name}…").format(name=path.name))
        else:
            text = translate(
                "netstudio", "Opening {name}; a trained model waits until the engine is loaded."
            )
            self.say(text.format(name=path.name))

    def _project_opened(self) -> None:
        self._flow.leave_project()
        self._model.set(None)
        if not self.run_controller.is_busy:  # else they show the run that goes on
            self._plots.clear()
            self._status.rest()
        self._stack.select(())
        self.statusBar().clearMessage()
        self.show_page("design")
        self._show_project()

    def _model_opened(self, opened: OpenedModel) -> None:
        self._model.set(opened.path, opened.model)
        if not self.run_controller.is_busy:
            self._plots.show_history(opened.model.history)
            self._status.rest(describe_model(opened.model))

    def _save_model(self) -> None:
        if self._model.path is not None:
            self._files.save_model(self._model.path)

    def _find_layer(self) -> None:
        self.show_page("design")  # else what is typed would change a network that is not seen
        self._design.raise_panel(self._palette)
        self._palette.focus_search()

    def _begin_first_run(self, template: str) -> None:
        self._files.make_from_template(template, self._flow.train)

    def _learn_from(self, folder: Path | None) -> None:
        if folder is None:
            dialog = QFileDialog(self, translate("netstudio", "A folder of pictures"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(lambda chosen: self._learn_from(Path(chosen)))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return

        def choose() -> None:
            self.show_page("design")
            self._data_panel.choose_folder(folder)

        if self._pages.currentWidget() is self._start:
            self._files.make_from_template(_OWN_PICTURES, choose)
        else:
            choose()

    def _remember_device(self, name: str) -> None:
        self._memory.device = name

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._memory.theme = choice
        self._appearance.choose(choice)

    def _recover(self, unsaved: Unsaved) -> None:
        self._files.recover(unsaved.project, unsaved.path)
        unsaved.forget()

    def _ask_to_stop(self) -> None:
        ask(
            self,
            "stopBox",
            translate("netstudio", "Stop the training and close?"),
            translate("netstudio", "The run is saved and can be gone on with later."),
            translate("netstudio", "Stop and close"),
            self._stop_and_close,
        )

    def _stop_and_close(self) -> None:
        if self.run_controller.is_busy:
            self._closes_after_run = True
            self.run_controller.stop()
        else:
            self.close()

    def _close_after_run(self) -> None:
        if self._closes_after_run:
            self._closes_after_run = False
            self.close()

    def _close_for_good(self) -> None:
        self._shut_down()
        self.close()

    def _restore(self) -> None:
        if not self.restoreGeometry(self._memory.bytes("geometry")):
            available = self.screen().availableSize()
            self.resize(min(_SIZE[0], available.width()), min(_SIZE[1], available.height()))
        self._design.restore(self._memory.bytes("panels"))
        if (families := self._memory.families) is not None:
            self._palette.restore(families)
        self._show_recent()
        self._show_model()

    def _shut_down(self) -> None:
        """End every thread; what the window remembers is written."""
        if self._is_closed:
            return
        self._is_closed = True
        self._load_latest.stop()
        self._memory.set_bytes("geometry", self.saveGeometry())
        self._memory.set_bytes("panels", self._design.state())
        self._memory.families = self._palette.state()
        self._memory.write()
        self.hide()
        self._disconnect()
        for part in (self._undo, self._flow, self._analyser, self._data, self.run_controller):
            part.close()
        self._activity.close_log()
        self._lanes.cancel()
        self._engine.close()
        self._lanes.close()
        self._autosave.close()
        self.closed.emit()

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The folder, project or model among dropped files."""
        fitting = (
            path
            for path in dropped_paths(event.mimeData())
            if path.is_dir() or path.suffix.lower() in (SUFFIX, MODEL_SUFFIX)
        )
        return next(fitting, None)
