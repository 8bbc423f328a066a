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
from netstudio.core.translate import Message
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
        self._is_waiting = False
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
        if self._controller.is_busy:
            return
        analysis = self._analyser.current
        if not self._engine.is_ready or analysis is None:
            self._is_waiting = True
            self.said.emit(
                translate("netstudio", "The engine is still loading; training starts right after.")
            )
        elif analysis.errors:
            self.refused.emit()
        else:
            self._start(self._document.project)

    def resume(self, run: Path) -> None:
        """Go on with an earlier run."""
        if self._controller.is_busy or not self._engine.is_ready:
            return
        from netstudio.core.files import read_project
        from netstudio.core.translate import UserError

        try:
            project = read_project(run / "project.netstudio")
        except UserError as error:
            show_error(self._window, error.message)
            return
        self._controller.start(project, "auto", run.parent, resume=run)

    def close(self) -> None:
        """Hear of no more changes."""
        self._is_waiting = False
        self._disconnect()

    def _start(self, project: Project) -> None:
        self._controller.start(project, self._device(), paths.user_runs())
        self.edited_since.emit(False)

    def _go_on(self) -> None:
        """Start what was asked for while the engine was not ready."""
        if self._is_waiting and self._engine.is_ready and self._analyser.current is not None:
            self._is_waiting = False
            self.train()

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

        match last:
            case Finished():
                self._model.set(Path(last.model))
            case Stopped() if last.model is not None:
                self._model.set(Path(last.model))
            case Failed():
                if last.model is not None:
                    self._model.set(Path(last.model))
                show_error(self._window, last.message, last.detail)
            case None:
                text = Message(
                    translate("netstudio", "The training ended without a word. See the log.")
                )
                show_error(self._window, text)

    def _compare(self, change: Change) -> None:
        if (run := self._controller.run) is not None:
            self.edited_since.emit(_trained_part(change.after) != _trained_part(run.project))


def _trained_part(project: Project) -> Project:
    """The project without what does not change a run: its name and the facts of its data."""
    return replace(project, name="", data=replace(project.data, facts=None))
