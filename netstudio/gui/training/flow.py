"""From the press of Train to the trained model: what has to be so, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from netstudio import paths
from netstudio.core.document import Change, Document
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message
from netstudio.gui.analysis import Analyser
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.engine_loader import EngineLoader
from netstudio.gui.frame.actions import Actions
from netstudio.gui.messages import show_error
from netstudio.gui.run_controller import RunController, RunState
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.events import Event


class TrainingFlow(QObject):
    """Connects the training actions with the run controller.

    Signals:
        said: A sentence for the status line.
        refused: Training cannot start because of the project's errors.
        edited_since: Whether the project differs from what the run trains.
    """

    said = Signal(str)
    refused = Signal()
    edited_since = Signal(bool)

    def __init__(
        self,
        document: Document,
        analyser: Analyser,
        engine: EngineLoader,
        controller: RunController,
        model: CurrentModel,
        actions: Actions,
        device: Callable[[], str],
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
        self._window = window
        # What was asked for while the engine was not ready.
        self._wanted: Callable[[], None] | None = None
        # Whether the run that goes on trains another project than the one that is open.
        self._is_strange = False
        self._disconnect = document.connect(self._compare)
        actions.train.triggered.connect(self.train)
        actions.pause.triggered.connect(self._pause_or_go_on)
        actions.stop.triggered.connect(controller.stop)
        controller.state_changed.connect(self._show_state)
        controller.ended.connect(self._tell_end)
        engine.loaded.connect(self._go_on)
        analyser.analysed.connect(self._go_on)
        self._show_state(controller.state)

    def train(self) -> None:
        """Train the project as it is now, as soon as the engine is there and has looked at it."""
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
        from netstudio.core.files import read_project
        from netstudio.core.translate import UserError

        try:
            project = read_project(run / "project.netstudio")
        except UserError as error:
            show_error(self._window, error.message)
            return
        self._start(project, "auto", run.parent, run)

    def take_over(self, before: TrainingFlow) -> None:
        """Go on where another flow leaves off."""
        self._is_strange = before._is_strange
        self._compare()

    def leave_project(self) -> None:
        """Another project was opened: what was asked for this one is not wanted any more."""
        self._wanted = None
        self._is_strange = True

    def close(self) -> None:
        """Hear of no more changes."""
        self._wanted = None
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

    def _start(self, project: Project, device: str, out: Path, resume: Path | None = None) -> None:
        self._is_strange = False
        self._controller.start(project, device, out, resume)
        self._compare()

    def _go_on(self) -> None:
        """Start what was asked for while the engine was not ready."""
        if self._wanted is not None and self._engine.is_ready:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _pause_or_go_on(self) -> None:
        if self._controller.state is RunState.PAUSED:
            self._controller.resume()
        else:
            self._controller.pause()

    def _show_state(self, state: RunState) -> None:
        is_paused = state is RunState.PAUSED
        self._actions.train.setEnabled(state is RunState.IDLE)
        self._actions.pause.setEnabled(state in (RunState.RUNNING, RunState.PAUSED))
        self._actions.pause.setIcon(icon("play-fill" if is_paused else "pause-fill"))
        text = translate("netstudio", "Go on") if is_paused else translate("netstudio", "Pause")
        self._actions.pause.setText(text)
        self._actions.stop.setEnabled(state not in (RunState.IDLE, RunState.STOPPING))

    def _tell_end(self, last: Event | None) -> None:
        from netstudio.engine.events import Failed, Finished, Stopped

        if isinstance(last, Finished | Stopped | Failed) and last.model is not None:
            self._take_model(Path(last.model))
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
        if (run := self._controller.run) is not None:
            current = self._document.project if change is None else change.after
            self.edited_since.emit(_trained_part(current) != _trained_part(run.project))


def _trained_part(project: Project) -> Project:
    """The project without what does not change a run: its name and the facts of its data."""
    return replace(project, name="", data=replace(project.data, facts=None))
