"""Whether the chosen device gains anything from the chosen precision, told before training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from netstudio.core.document import Change, Document
from netstudio.core.problems import TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.gui.background import Lane, Task
from netstudio.gui.worker import ALL_GPUS
from netstudio.tasks.training.options import TrainingOptions

OPTION = "precision"
_SINGLE = TrainingOptions().precision


class PrecisionAdvice(QObject):
    """Looks at the device whenever precision or device are changed.

    Args:
        document: The project.
        lane: Where devices are asked.
        device: The name of the chosen device.

    Signals:
        told: The ``Problem`` of the setting, or None where there is none.
    """

    told = Signal(object)

    def __init__(
        self, document: Document, lane: Lane, device: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._lane = lane
        self._device = device
        self._task: Task | None = None
        self.destroyed.connect(document.connect(self._document_changed))
        self.ask()

    def ask(self) -> None:
        """Find out anew."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        precision = self._document.project.training.options.get(OPTION, _SINGLE)
        if precision == _SINGLE or not isinstance(precision, str):
            self.told.emit(None)
            return
        self._task = self._lane.start(partial(_why_not, precision, self._device()))
        self._task.succeeded.connect(self._tell)

    def _document_changed(self, change: Change) -> None:
        before, after = change.before.training.options, change.after.training.options
        if before.get(OPTION, _SINGLE) != after.get(OPTION, _SINGLE):
            self.ask()

    def _tell(self, text: Message | None) -> None:
        self._task = None
        label = message(QT_TRANSLATE_NOOP("netstudio", "Use float32"))
        self.told.emit(
            text
            and Problem(
                "precision-without-gain",
                Severity.WARNING,
                TRAINING,
                text,
                OPTION,
                Fix(label, _in_single_precision),
            )
        )


def _why_not(precision: str, device: str) -> Message | None:
    from netstudio.engine.devices import choose_device
    from netstudio.engine.precision import why_not

    return why_not(precision, choose_device("cuda" if device == ALL_GPUS else device))


def _in_single_precision(project: Project) -> Project:
    options = project.training.options.replace(**{OPTION: _SINGLE})
    return replace(project, training=replace(project.training, options=options))
