"""Evaluating the current model on the parts of its data, each once."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message
from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.events import Preparing
    from netstudio.engine.trained_model import TrainedModel
    from netstudio.gui.evaluate.assessment import Assessment

# Evaluates a part; a background job.
Assess = Callable[["TrainedModel", "Part"], Generator["Preparing", None, "Assessment"]]


class Evaluator(QObject):
    """Runs a model over parts of its data (``test``, ``val``, ``train``) and keeps the results.

    Signals:
        began: A part is being evaluated: its ``Task``.
        settled: A part is evaluated, cannot be, or was cancelled; its name.
    """

    began = Signal(object)
    settled = Signal(str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._model: TrainedModel | None = None
        self._assess: Assess | None = None
        self._results: dict[str, Assessment] = {}
        self._faults: dict[str, Message] = {}
        self._task: Task | None = None
        self._part = ""

    @property
    def under_way(self) -> str:
        """The part that is being evaluated; "" for none."""
        return self._part

    def use(self, model: TrainedModel | None, assess: Assess | None) -> None:
        """Evaluate this model in this way from now on; nothing is known of it yet."""
        self._stop()
        self._model, self._assess = model, assess
        self._results, self._faults = {}, {}

    def take_over(self, before: Evaluator) -> None:
        """Know what another has found out about the same model."""
        self._results, self._faults = before._results, before._faults

    def result(self, part: str) -> Assessment | None:
        """What is known of this part."""
        return self._results.get(part)

    def fault(self, part: str) -> Message | None:
        """Why this part cannot be evaluated, once that was tried."""
        return self._faults.get(part)

    def evaluate(self, part: str) -> None:
        """Begin with this part; another one that is under way is left."""
        model, assess = self._model, self._assess
        if model is None or assess is None or part == self._part:
            return
        self._stop()
        self._faults.pop(part, None)
        self._part = part
        self._task = self._lane.start(lambda: _evaluate(assess, model, part))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._tell)
        self._task.cancelled.connect(self._forget)
        self.began.emit(self._task)

    def _stop(self) -> None:
        task, self._task, self._part = self._task, None, ""
        if task is not None:
            task.cancel()

    def _take(self, result: Assessment) -> None:
        self._results[self._part] = result
        self._settle()

    def _tell(self, text: Message, detail: str) -> None:
        self._faults[self._part] = text
        self._settle()

    def _forget(self) -> None:
        if self.sender() is self._task:
            self._settle()

    def _settle(self) -> None:
        part, self._part, self._task = self._part, "", None
        self.settled.emit(part)


def _evaluate(
    assess: Assess, model: TrainedModel, part: str
) -> Generator[Preparing, None, Assessment]:
    from netstudio.engine.evaluation.measure import Part

    result = yield from assess(model, Part(part))
    return result
