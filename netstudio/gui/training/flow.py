"""From the press of Train to the trained model: what has to be so, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.files import read_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.engine_loader import EngineLoader
from netstudio.gui.frame.actions import Actions
from netstudio.gui.messages import ask, show_error
from netstudio.gui.run_controller import RunController, RunState
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon
from netstudio.gui.tool_tips import with_keys
from netstudio.gui.training.changes import changes_text
from netstudio.gui.training.longer import ask_for_epochs, with_epochs
from netstudio.gui.training.place_question import PlaceQuestion

if TYPE_CHECKING:
    from netstudio.engine.events import Event
    from netstudio.engine.runs.record import RunRecord

# What has changed is told so many milliseconds after the last edit: in a large network it takes a
# moment to find.
_TELL_AFTER = 200
# In these states a run is stopped for another one that is asked for.
_REPLACED = (RunState.RUNNING, RunState.PAUSED, RunState.ENDING)


class TrainingFlow(QObject):
    """Connects the training actions with the run controller.

    Signals:
        said: A sentence for the status line.
        refused: Training cannot start because of the project's errors.
        edited_since: Whether the project differs from what the run trains.
        train_changed: The text of the Train button, and whether it starts a run at once.
    """

    said = Signal(str)
    refused = Signal()
    edited_since = Signal(bool)
    train_changed = Signal(str, bool)

    def __init__(
        self,
        document: Document,
        analyser: Analyser,
        engine: EngineLoader,
        controller: RunController,
        model: CurrentModel,
        actions: Actions,
        device: Callable[[], str],
        lane: Lane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._analyser = analyser
        self._engine = engine
        self._controller = controller
        self._model = model
        self._actions = actions
        self._device = device
        self._lane = lane
        self._window = window
        # What was asked for while the engine was not ready.
        self._wanted: Callable[[], None] | None = None
        # Whether the run that goes on trains another project than the one that is open.
        self._is_strange = False
        # Whether the project differs from what its own run trains; in words a little later.
        self._is_edited = False
        self._is_longer = False
        self._tell_later = QTimer(self, singleShot=True, interval=_TELL_AFTER)
        self._tell_later.timeout.connect(self._tell_changes)
        self._place = PlaceQuestion(controller, window)
        self._disconnect = document.connect(self._compare)
        actions.train.triggered.connect(self.train)
        actions.train_longer.triggered.connect(self._train_last_longer)
        actions.pause.triggered.connect(self._pause_or_go_on)
        actions.stop.triggered.connect(controller.stop)
        actions.stop_after_epoch.triggered.connect(controller.stop_after_epoch)
        controller.state_changed.connect(self._show_state)
        controller.ended.connect(self._tell_end)
        engine.loaded.connect(self._go_on)
        analyser.analysed.connect(self._go_on)
        self.show()

    def show(self) -> None:
        """Show what can be done now."""
        self._show_state(self._controller.state)

    def train(self) -> None:
        """Train the project as it is now, as soon as the engine is there and has looked at it.

        A run that goes on is stopped first, where the project has been edited since it was started.
        """
        if self._controller.is_busy and self._is_edited:
            self._ask_to_train_again()
            return
        if not self._can_start(self.train):
            return
        analysis = self._analyser.current
        if analysis is None:
            self._wanted = self.train
        elif analysis.errors:
            self.refused.emit()
        else:
            self._start(self._document.project, self._device(), paths.user_runs())

    def resume(self, run: Path) -> None:
        """Go on with an earlier run."""
        if not self._can_start(lambda: self.resume(run)):
            return
        try:
            project = read_project(run / "project.netstudio")
        except UserError as error:
            show_error(self._window, error.message)
            return
        self._start(project, "auto", run.parent, run)

    def ask_longer(self, run: Path) -> None:
        """Ask for how many more epochs a run is trained, and go on with it."""
        if not self._can_start(lambda: self.ask_longer(run)):
            return
        from netstudio.engine.runs.reading import read_run

        task = self._lane.start(lambda: read_run(run))
        task.succeeded.connect(self._ask_longer)
        task.failed.connect(lambda text, detail: show_error(self._window, text, detail))

    def take_over(self, before: TrainingFlow) -> None:
        """Go on where another flow leaves off."""
        self._is_strange = before._is_strange
        self._is_longer = before._is_longer
        self._place.take_over(before._place)
        self._compare()

    def leave_project(self) -> None:
        """Another project was opened: what was asked for this one is not wanted any more."""
        self._wanted = None
        self._is_strange = True
        self._compare()

    def close(self) -> None:
        """Hear of no more changes."""
        self._wanted = None
        self._tell_later.stop()
        self._disconnect()

    def _can_start(self, again: Callable[[], None]) -> bool:
        """Whether a run can start now; if not, says why, and has it started once it can."""
        if self._controller.is_busy:
            self.said.emit(translate("netstudio", "A training is going on. Stop it first."))
            return False
        if (fault := self._engine.fault) is not None:
            show_error(self._window, fault.sentence, fault.detail)
            return False
        if not self._engine.is_ready:
            self._wanted = again
            self.said.emit(
                translate("netstudio", "The engine is still loading; training starts right after.")
            )
            return False
        return True

    def _start(
        self,
        project: Project,
        device: str,
        out: Path,
        resume: Path | None = None,
        longer: bool = False,
    ) -> None:
        self._is_strange, self._is_longer = False, longer
        self._controller.start(project, device, out, resume, longer)
        self._compare()

    def _ask_to_train_again(self) -> None:
        ask(
            self._window,
            "trainAgainBox",
            translate("netstudio", "Stop the run that goes on, and train the stack as it is now?"),
            self._changes(),
            translate("netstudio", "Train again"),
            self._train_again,
        )

    def _train_again(self) -> None:
        if self._controller.is_busy:
            self._wanted = self.train
            self._controller.stop()
        else:
            self.train()

    def _train_last_longer(self) -> None:
        run = self._controller.run
        if run is not None and run.folder is not None:
            self.ask_longer(run.folder)

    def _ask_longer(self, record: RunRecord) -> None:
        if record.has_folds:
            text = translate("netstudio", "A cross-validation goes on as it began. Train anew.")
            self.said.emit(text)
            return
        ask_for_epochs(self._window, record, lambda epochs: self._train_longer(record, epochs))

    def _train_longer(self, record: RunRecord, epochs: int) -> None:
        if not self._can_start(lambda: self._train_longer(record, epochs)):
            return
        try:
            project = read_project(record.project_file)
        except UserError as error:
            show_error(self._window, error.message)
            return
        self._start(
            with_epochs(project, epochs), "auto", record.path.parent, record.path, longer=True
        )

    def _go_on(self) -> None:
        """Start what was asked for while the engine was not ready, or another run went on."""
        is_free = self._engine.is_ready and not self._controller.is_busy
        if self._wanted is not None and is_free:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _pause_or_go_on(self) -> None:
        if self._controller.state is RunState.PAUSED:
            self._controller.resume()
        else:
            self._controller.pause()

    def _show_state(self, state: RunState) -> None:
        actions, is_paused = self._actions, state is RunState.PAUSED
        can_pause = state in (RunState.RUNNING, RunState.PAUSED) and self._controller.is_steerable
        actions.pause.setEnabled(can_pause)
        actions.pause.setIcon(icon("play-fill" if is_paused else "pause-fill"))
        text = translate("netstudio", "Go on") if is_paused else translate("netstudio", "Pause")
        actions.pause.setText(text)
        actions.stop.setEnabled(state not in (RunState.IDLE, RunState.STOPPING))
        ends_with_epoch = state in (RunState.RUNNING, RunState.PAUSED)
        actions.stop_after_epoch.setEnabled(ends_with_epoch and self._controller.is_steerable)
        run = self._controller.run
        actions.train_longer.setEnabled(
            state is RunState.IDLE and run is not None and run.folder is not None
        )
        self._show_train(state)

    def _show_train(self, state: RunState) -> None:
        """What the Train button does now."""
        action = self._actions.train
        is_idle = state is RunState.IDLE
        action.setEnabled(is_idle or (self._is_edited and state in _REPLACED))
        texts = {
            RunState.PREPARING: translate("netstudio", "Preparing…"),
            RunState.RUNNING: translate("netstudio", "Training…"),
            RunState.PAUSED: translate("netstudio", "Paused"),
            RunState.WAITING: translate("netstudio", "Waiting…"),
            RunState.ENDING: translate("netstudio", "Training…"),
            RunState.STOPPING: translate("netstudio", "Stopping…"),
        }
        has_run = self._controller.run is not None and not self._is_strange
        if action.isEnabled() and (has_run or not is_idle):
            self.train_changed.emit(translate("netstudio", "Train again"), True)
        elif is_idle:
            self.train_changed.emit(translate("netstudio", "Train"), True)
        else:
            self.train_changed.emit(texts[state], False)

    def _tell_end(self, last: Event | None) -> None:
        from netstudio.engine.events import Failed, Finished, Stopped

        if isinstance(last, Finished | Stopped | Failed) and last.model is not None:
            self._take_model(Path(last.model))
        self._go_on()
        match last:
            case Failed():
                show_error(self._window, last.message, last.detail)
            case None:
                text = QT_TRANSLATE_NOOP(
                    "netstudio", "The training ended without a word. See the log."
                )
                show_error(self._window, Message(text))

    def _take_model(self, model: Path) -> None:
        if not self._is_strange:
            self._model.set(model)
            return
        run = self._controller.run
        assert run is not None
        text = translate("netstudio", "“{name}” was trained. Its model is in the list of runs.")
        self.said.emit(text.format(name=run.project.name))

    def _compare(self, change: Change | None = None) -> None:
        if (run := self._controller.run) is None:
            return
        current = self._document.project if change is None else change.after
        is_edited = self._compared(current) != self._compared(run.project)
        self._is_edited = is_edited and not self._is_strange
        self.edited_since.emit(is_edited)
        self._show_train(self._controller.state)
        self._tell_later.start()

    def _tell_changes(self) -> None:
        """Say in the Train button's tool tip what has changed since the last run."""
        action = self._actions.train
        tip = with_keys(translate("netstudio", "Train"), action.shortcut())
        changes = self._changes() if self._is_edited else ""
        action.setToolTip(f"{tip}\n\n{changes}" if changes else tip)

    def _changes(self) -> str:
        run = self._controller.run
        assert run is not None
        before, after = self._compared(run.project), self._compared(self._document.project)
        return changes_text(before, after)

    def _compared(self, project: Project) -> Project:
        """What counts as an edit: not that the run was asked for more epochs."""
        trained = _trained_part(project)
        return with_epochs(trained, 1) if self._is_longer else trained


def _trained_part(project: Project) -> Project:
    """The project without what does not change a run: its name and the facts of its data."""
    return replace(project, name="", data=replace(project.data, facts=None))
