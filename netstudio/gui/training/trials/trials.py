"""Starts the trials that the training panel offers, and does what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import translate
from netstudio.gui.training.panel import TrainingPanel
from netstudio.gui.training.parts import OPTIMIZER, changing
from netstudio.gui.worker import ALL_GPUS

if TYPE_CHECKING:
    from netstudio.engine.data.job import Job
    from netstudio.engine.training.rate_finder import RateJob
    from netstudio.engine.training.tuning.tune import Tuned


class Trials(QObject):
    """Opens the dialogs of the trials; never beside a training, whose chance they would use up.

    Args:
        document: The project; a learning rate that is taken is one step in it.
        analyser: Knows whether it has errors.
        panel: Where the trials are asked for.
        controller: Tells whether a network is trained.
        lane: Where trials run.
        device: The device that the user has chosen.
        window: What the dialogs belong to.

    Signals:
        refused: The project has errors that have to be mended first.
    """

    refused = Signal()

    def __init__(
        self,
        document: Document,
        analyser: Analyser,
        panel: TrainingPanel,
        controller: RunController,
        lane: Lane,
        device: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._analyser = analyser
        self._panel = panel
        self._controller = controller
        self._lane = lane
        self._device = device
        self._window = window
        panel.rate_search_wanted.connect(self.find_rate)
        panel.tuning_wanted.connect(self.tune)
        controller.state_changed.connect(self._follow)
        self._follow()

    def find_rate(self) -> None:
        """Look for a learning rate."""
        from netstudio.gui.training.trials.rate_dialog import RateDialog

        if self._may_try():
            dialog = RateDialog(self._window)
            dialog.chosen.connect(self._use_rate)
            dialog.begin(self._lane, partial(_find_rate, self._document.project, self._one_device))

    def tune(self) -> None:
        """Measure how the network trains fastest on this machine."""
        from netstudio.gui.training.trials.tuning_dialog import TuningDialog

        if self._may_try():
            dialog = TuningDialog(self._window)
            dialog.begin(self._lane, partial(_tune, self._document.project, self._one_device))

    @property
    def _one_device(self) -> str:
        """Where trials run: where a training would, or on the first of all GPUs."""
        device = self._device()
        return "auto" if device == ALL_GPUS else device

    def _may_try(self) -> bool:
        if self._controller.is_busy:
            return False
        analysis = self._analyser.current
        if analysis is not None and analysis.errors:
            self.refused.emit()
            return False
        return True

    def _follow(self) -> None:
        self._panel.set_ready(not self._controller.is_busy)

    def _use_rate(self, rate: float) -> None:
        self._document.edit(
            translate("netstudio", "Take the learning rate that was found"),
            changing(OPTIMIZER, lambda fields: fields.replace(lr=rate)),
        )


def _find_rate(project: Project, device: str) -> RateJob:
    from netstudio.engine.training.rate_finder import find_rate

    return find_rate(project, device)


def _tune(project: Project, device: str) -> Job[Tuned]:
    from netstudio.engine.training.tuning.tune import tune

    return tune(project, device)
