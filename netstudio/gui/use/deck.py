"""Samples that the model has not learned from, one at a time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message
from netstudio.gui.background import Lane, Task
from netstudio.gui.texts import listed
from netstudio.tasks.content import Aim

if TYPE_CHECKING:
    from netstudio.engine.data.job import Job
    from netstudio.engine.data.records import Records
    from netstudio.engine.trained_model import TrainedModel


@dataclass(frozen=True)
class DealtSample:
    """A sample of the test part.

    Attributes:
        number: Its number in the part, from 1.
        count: How many there are.
        records: The whole part.
        truth: Its true class or values; None where a sample is its own target.
    """

    number: int
    count: int
    records: Records
    truth: str | None


class Deck(QObject):
    """Deals out the test part of the model's data in random order; it is read once.

    Signals:
        dealt: A ``DealtSample``.
        failed: Why the data cannot be read, and a traceback or "".
    """

    dealt = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._model: TrainedModel | None = None
        self._samples: Records | None = None
        self._deck: list[int] = []
        self._task: Task | None = None

    def use(self, model: TrainedModel | None) -> None:
        """Deal out the data of this model from now on."""
        if self._task is not None:
            self._task.cancel()
        self._model, self._samples, self._deck, self._task = model, None, [], None

    def deal(self) -> Task | None:
        """Deal out another sample; gives the reading of the data where that has to begin."""
        if self._samples is not None:
            self._deal_from(self._samples)
            return None
        model = self._model
        if model is None or self._task is not None:
            return None
        self._task = self._lane.start(lambda: _read(model))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._tell)
        self._task.cancelled.connect(self._end)
        return self._task

    def _take(self, samples: Records) -> None:
        self._task, self._samples = None, samples
        self._deal_from(samples)

    def _tell(self, text: Message, detail: str) -> None:
        self._task = None
        self.failed.emit(text, detail)

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None

    def _deal_from(self, samples: Records) -> None:
        if not self._deck:
            self._deck = list(range(len(samples)))
            random.shuffle(self._deck)
        at = self._deck.pop()
        assert self._model is not None
        truth = _truth(self._model, samples, at)
        self.dealt.emit(DealtSample(at + 1, len(samples), samples, truth))


def _read(model: TrainedModel) -> Job[Records]:
    from netstudio.engine.evaluation.measure import Part, read_part

    records = (yield from read_part(model, Part.TEST)).records
    return records


def _truth(model: TrainedModel, records: Records, at: int) -> str | None:
    """What is known of a sample, in words."""
    if records.targets is None:
        return None
    target = records.targets[at]
    match model.task.aim:
        case Aim.CLASS:
            return model.classes[int(target)]
        case Aim.LABELS:
            return listed(model.classes[int(number)] for number in target.nonzero())
        case Aim.VALUES:
            pairs = zip(model.values, target.tolist(), strict=True)
            return listed(f"{name} {value:,.5g}" for name, value in pairs)
    return None
