"""The main window: puts the parts together and lets them know of each other."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
)

from netstudio import paths
from netstudio.core.document import Change
from netstudio.core.project import Project, Selected
from netstudio.core.translate import Message
from netstudio.gui.backstage import Backstage
from netstudio.gui.code.files import CODE_SUFFIXES
from netstudio.gui.command_palette.offering import offer_commands
from netstudio.gui.engine_loader import EngineFault
from netstudio.gui.files.project_files import OpenedModel
from netstudio.gui.files.recovery import offer_unsaved
from netstudio.gui.frame.about import show_about
from netstudio.gui.frame.arrivals import OPENED, Arrivals
from netstudio.gui.frame.closing import Closing
from netstudio.gui.frame.keys_dialog import show_keys
from netstudio.gui.frame.own_data import OwnData
from netstudio.gui.language import LanguageChoice, speak, spoken
from netstudio.gui.messages import show_error
from netstudio.gui.parts import Parts
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.gui.theme.fonts import load_fonts
from netstudio.gui.training.torn_off import TornOffRun
from netstudio.tasks.task import TaskDef

_SIZE = (1440, 900)
_SMALLEST = (960, 600)
_MESSAGE_MS = 6_000
# Should nothing be painted, as in a window that is never shown, the engine is loaded all the same.
_LOAD_LATEST_MS = 400


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
        self._is_closed = False
        self._is_loading = False
        self._told_faults: set[str] = set()

        self._backstage = backstage = Backstage(project, self)
        self._memory, self._files = backstage.memory, backstage.files
        self.document = backstage.document
        self.run_controller = backstage.run_controller
        self._closing = Closing(self.document, self.run_controller, self._files, self)
        self._connect_backstage()

        self.statusBar().setSizeGripEnabled(False)
        self._make_parts()
        # Last: a style sheet that is there before them is applied to all widgets at every move.
        application = cast("QApplication", QApplication.instance())
        self._appearance = Appearance(application, self._memory.theme, self)
        self.installEventFilter(self)  # until the first paint
        self._torn_off = TornOffRun(
            paths.user_runs(),
            backstage.lanes.lookup,
            self.run_controller,
            self._resume,
            self,
        )
        self._own_data = OwnData(backstage.lanes.lookup, self)
        self._own_data.project_made.connect(self._files.make)
        self._own_data.data_chosen.connect(self._choose_data)
        self._arrivals = Arrivals(self)
        self._arrivals.file_dropped.connect(self.open)
        self._arrivals.data_dropped.connect(self._learn_from)
        self.setMinimumSize(*_SMALLEST)
        self._restore_size()
        self.show_page("start" if project is None else "design")
        self._load_latest = QTimer(self, singleShot=True, interval=_LOAD_LATEST_MS)
        self._load_latest.timeout.connect(self._get_ready)
        self._load_latest.start()

    def open(self, path: Path) -> None:
        """Open a project, a trained model, or code with a network."""
        if path.suffix.lower() in CODE_SUFFIXES:
            self.parts.design.importer.open(path)
        else:
            self._files.open(path)

    def show_page(self, name: str) -> None:
        """Show the page ``start``, ``design``, ``data``, ``evaluate``, ``use`` or ``runs``."""
        self.parts.show_page(name)

    def say(self, text: str) -> None:
        """Show a sentence in the status line for a few seconds."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def show_error(self, text: Message | str, detail: str = "") -> None:
        """Show one sentence that names thing, value and remedy."""
        self.parts.design.activity.log.say(f"{words(text)}\n{detail}".strip())
        show_error(self, text, detail)

    def tell_fault(self, text: Message, detail: str = "") -> None:
        """Show a fault of the program itself; one that comes again only gets a line."""
        sentence = words(text)
        if sentence not in self._told_faults:
            self._told_faults.add(sentence)
            self.show_error(text, detail)
        else:
            self.parts.design.activity.log.say(sentence)
            self.say(sentence)

    def offer_unsaved(self) -> None:
        """Ask whether to take back what a crashed window has left, if it has left anything."""
        offer_unsaved(self, self._files)
        self._torn_off.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.removeEventFilter(self)
            # Only when everything is on the screen: loading slows down whatever else goes on.
            QTimer.singleShot(0, self, self._get_ready)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if is_enter and isinstance(button, QAbstractButton):
            button.click()  # Qt presses buttons with Enter in dialogs only
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._language is not spoken():
            self._remake_parts()

    def closeEvent(self, event: QCloseEvent) -> None:
        code_is_settled = self.parts.design.understanding.is_settled
        if self._is_closed or (code_is_settled(self.close) and self._closing.is_settled()):
            self._shut_down()
            event.accept()
        else:
            event.ignore()

    def deleteLater(self) -> None:
        """Delete the window soon; one that was not closed leaves no thread behind either."""
        self._shut_down()
        super().deleteLater()

    def _make_parts(self) -> None:
        """Make all that speaks; what has to outlive a change of the language is backstage."""
        self._language = spoken()
        self.parts = Parts(self._backstage, self, self._choose_theme, self._choose_language)
        self._connect_parts()
        self._show_all()

    def _remake_parts(self) -> None:
        """Make all that speaks anew, in the language that is spoken now."""
        before = self.parts
        before.clear_away()
        self._make_parts()
        self.parts.take_over(before)
        QTimer.singleShot(0, self, self._get_ready)

    def _connect_backstage(self) -> None:
        self._disconnect = self.document.connect(self._document_changed)
        self._backstage.engine.failed.connect(self._engine_failed)
        self._backstage.analyser.failed.connect(self.tell_fault)
        self._files.chosen.connect(self.open)
        self._files.reading.connect(self._tell_reading)
        self._files.opened.connect(self._project_opened)
        self._files.model_opened.connect(self._model_opened)
        self._files.renamed.connect(self._show_project)
        self._files.saved.connect(self._saved)
        self._files.recent_changed.connect(self._show_recent)
        self._backstage.model.changed.connect(self._show_model)
        self._backstage.runs.failed.connect(self.show_error)
        self.run_controller.started.connect(self._show_run)

    def _connect_parts(self) -> None:
        self._connect_actions()
        parts, design = self.parts, self.parts.design
        design.runs.page_wanted.connect(lambda: self.show_page("runs"))
        parts.restorer.restored.connect(self._tell_restored)
        design.stack.message.connect(self.say)
        design.understanding.failed.connect(self.tell_fault)
        design.understanding.said.connect(self.say)
        design.shown.connect(lambda: self.show_page("design"))
        design.data.page_wanted.connect(self._look_at_data)
        design.importer.project_made.connect(self._files.make)
        parts.flow.said.connect(self.say)
        parts.flow.refused.connect(self._show_problems)
        parts.flow.edited_since.connect(parts.status.set_edited_since)
        parts.flow.train_changed.connect(parts.bar.show_train)
        parts.bar.page_chosen.connect(self.show_page)
        parts.devices.chosen.connect(self._remember_device)
        parts.start.template_chosen.connect(self._files.make_from_template)
        parts.start.first_run_chosen.connect(self._begin_first_run)
        parts.start.open_chosen.connect(self._ask_to_open)
        parts.start.file_chosen.connect(self.open)
        parts.start.empty_chosen.connect(self._files.make_empty)
        parts.start.data_chosen.connect(self._learn_from)
        design.data.data_dropped.connect(self._learn_from)

    def _connect_actions(self) -> None:
        actions = self.parts.actions
        actions.new.triggered.connect(lambda: self.show_page("start"))
        for name, action in actions.pages.items():
            action.triggered.connect(lambda _, name=name: self.show_page(name))
        actions.open.triggered.connect(self._ask_to_open)
        actions.open_model.triggered.connect(self._files.ask_to_open_model)
        # ``triggered`` brings an argument of its own along.
        actions.save.triggered.connect(lambda: self._files.save())  # noqa: PLW0108
        actions.save_as.triggered.connect(lambda: self._files.save_as())  # noqa: PLW0108
        actions.save_model.triggered.connect(self._save_model)
        actions.quit.triggered.connect(self.close)
        actions.commands.triggered.connect(self._show_commands)
        stack = self.parts.design.stack
        actions.keys.triggered.connect(lambda: show_keys(self, self.actions(), stack.actions()))
        self.parts.design.connect_actions(actions, self._memory)
        actions.about.triggered.connect(lambda: show_about(self))

    def _get_ready(self) -> None:
        """Make the pages that are not seen yet, one at a time, then load the engine."""
        if not self._is_closed and self.parts.make_another_page():
            QTimer.singleShot(0, self, self._get_ready)
        elif not self._is_loading and not self._is_closed:
            self._is_loading = True
            self._backstage.engine.start()

    def _engine_failed(self, fault: EngineFault) -> None:
        self.tell_fault(fault.sentence, fault.detail)

    def _document_changed(self, change: Change) -> None:
        self._show_project()

    def _show_project(self) -> None:
        name, is_modified = self.document.project.name, self.document.is_modified
        self.parts.bar.show_project(name, is_modified)
        self.setWindowTitle(f"{name}[*] – netstudio")
        self.setWindowModified(is_modified)

    def _show_recent(self) -> None:
        self.parts.start.show_recent(self._memory.recent_files)

    def _show_model(self) -> None:
        self.parts.actions.save_model.setEnabled(self._backstage.model.path is not None)

    def _tell_restored(self, text: str) -> None:
        self.show_page("design")
        self.say(text)

    def _show_run(self) -> None:
        self.show_page("design")
        self.statusBar().clearMessage()

    def _look_at_data(self, section: str) -> None:
        self.parts.data.show_section(section)
        self.show_page("data")

    def _show_problems(self) -> None:
        self.parts.design.activity.show_problems()
        self.show_page("design")
        self.say(translate("netstudio", "Mend the problems first: they are listed below."))

    def _saved(self, path: Path) -> None:
        self._show_project()
        self.say(translate("netstudio", "Saved to {path}.").format(path=path))

    def _tell_reading(self, path: Path) -> None:
        if self._backstage.engine.is_ready:
            self.say(translate("netstudio", "Opening {name}…").format(name=path.name))
        else:
            text = translate(
                "netstudio", "Opening {name}; a trained model waits until the engine is loaded."
            )
            self.say(text.format(name=path.name))

    def _project_opened(self) -> None:
        self.parts.flow.leave_project()
        self._backstage.model.set(None)
        if not self.run_controller.is_busy:  # else they show the run that goes on
            self.parts.design.plots.clear()
            self.parts.status.rest()
        self.parts.design.stack.select(())
        self.statusBar().clearMessage()
        self.show_page("design")
        self._show_project()

    def _model_opened(self, opened: OpenedModel) -> None:
        self._backstage.model.set(opened.path, opened.model)
        if not self.run_controller.is_busy:
            self.parts.design.plots.show_history(opened.model.history)
            self.parts.status.rest(opened.model)

    def _save_model(self) -> None:
        if self._backstage.model.path is not None:
            self._files.save_model(self._backstage.model.path)

    def _ask_to_open(self) -> None:
        self._files.ask_to_open(OPENED)

    def _show_commands(self) -> None:
        """Offer everything that can be done now; the palette does not offer itself."""
        design = self.parts.design
        actions = dict.fromkeys((*self.actions(), *design.stack.actions(), *design.page.toggles()))
        del actions[self.parts.actions.commands]
        begin = self._files.make_from_template
        offer_commands(self, self._memory, actions, self._add_layer, begin, self.open)

    def _add_layer(self, type_name: str) -> None:
        self.show_page("design")
        self.parts.design.stack.insert_type(type_name)

    def _begin_first_run(self, template: str) -> None:
        self._files.make_from_template(template, self.parts.flow.train)

    def _learn_from(self, path: Path | None) -> None:
        """Begin with data of the user's; None to let the user choose them."""
        project = None if self.parts.page == "start" else self.document.project
        if path is None:
            self._own_data.look_for(project)
        else:
            self._own_data.take(path, project)

    def _resume(self, run: Path) -> None:
        self.parts.flow.resume(run)

    def _choose_data(self, selected: Selected, task: type[TaskDef]) -> None:
        self.show_page("design")
        self.parts.design.data.choose(selected, task)

    def _remember_device(self, name: str) -> None:
        self._memory.device = name

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._memory.theme = choice
        self._appearance.choose(choice)

    def _choose_language(self, choice: LanguageChoice) -> None:
        self._memory.language = choice
        speak(choice)

    def _restore_size(self) -> None:
        if not self.restoreGeometry(self._memory.bytes("geometry")):
            available = self.screen().availableSize()
            self.resize(min(_SIZE[0], available.width()), min(_SIZE[1], available.height()))

    def _show_all(self) -> None:
        """Let the parts show what there is."""
        self.parts.flow.show()
        self._show_project()
        self._show_recent()
        self._show_model()

    def _shut_down(self) -> None:
        """End every thread; what the window remembers is written."""
        if self._is_closed:
            return
        self._is_closed = True
        self._load_latest.stop()
        self._memory.set_bytes("geometry", self.saveGeometry())
        self.hide()
        self._disconnect()
        self.parts.leave()
        self._backstage.close()
        self.closed.emit()
