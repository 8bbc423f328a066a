"""What a kind of problem declares about itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.layer import LayerContext
from netstudio.core.project import DataFacts
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP


class TaskDef(Declared, ABC):
    """Base of every task: one object holds all that depends on the kind of problem.

    Attributes:
        losses: The losses that make sense, the default first.
        metrics: What is measured beside the loss, the most telling first.
        noun: What one sample is called in the plural (marked text).
        decoder: The engine's function that turns outputs into predictions.
        preprocessing: The engine's class that turns stored samples into the network's input.
    """

    losses: ClassVar[tuple[str, ...]]
    metrics: ClassVar[tuple[str, ...]]
    noun: ClassVar[str]
    decoder: ClassVar[str]
    preprocessing: ClassVar[str]

    @abstractmethod
    def output_spec(self, facts: DataFacts) -> TensorSpec:
        """What the network must put out for one sample."""

    @abstractmethod
    def context(self, facts: DataFacts) -> LayerContext:
        """The facts that AUTO fields of layers stand for."""


TASKS: Registry[TaskDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "task"))
