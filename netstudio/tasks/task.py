"""What a kind of problem declares about itself."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.layer import LayerContext
from netstudio.core.project import DataFacts
from netstudio.core.spec import FEATURES, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.losses import LossDef
from netstudio.tasks.preparation import PreparationDef


class TaskDef(Declared):
    """Base of every task: one object holds all that depends on the kind of problem.

    Attributes:
        content: What its samples are: which sources suit it.
        aim: What is learned of a sample.
        losses: The losses that make sense, the default first.
        metrics: What is measured beside the loss, the most telling first.
        noun: What samples are called (marked text).
        preparation: The options by which samples become the network's input.
        preprocessing: The engine's class that follows them (``Preprocessing``).
        decoder: The engine's function that turns answers into predictions.
    """

    content: ClassVar[Content]
    aim: ClassVar[Aim]
    losses: ClassVar[tuple[str, ...]]
    metrics: ClassVar[tuple[str, ...]]
    noun: ClassVar[str]
    preparation: ClassVar[type[PreparationDef]]
    preprocessing: ClassVar[str]
    decoder: ClassVar[str]

    def output_spec(self, facts: DataFacts, loss: LossDef | None) -> TensorSpec:
        """What the network must put out for one sample."""
        if self.aim is Aim.ITSELF:
            return facts.sample
        return TensorSpec(FEATURES, (self._numbers(facts, loss),))

    def context(self, facts: DataFacts, loss: LossDef | None) -> LayerContext:
        """The facts that AUTO fields of layers stand for."""
        if self.aim is Aim.ITSELF:
            return LayerContext(outputs=facts.sample.sizes[0])
        return LayerContext(outputs=self._numbers(facts, loss) or None)

    def answer(self, loss: LossDef) -> Call:
        """The module that turns the network's outputs into what they mean."""
        if self.aim is Aim.CLASS:
            return loss.probabilities
        if self.aim is Aim.VALUES or not loss.expects_logits:
            return call("nn.Identity")
        return call("nn.Sigmoid")

    def _numbers(self, facts: DataFacts, loss: LossDef | None) -> int:
        if self.aim is Aim.VALUES:
            return len(facts.values)
        one_for_two = loss is not None and loss.one_for_two and self.aim is Aim.CLASS
        return 1 if one_for_two and len(facts.classes) == 2 else len(facts.classes)


TASKS: Registry[TaskDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "task"))


def tasks_for(content: Content) -> tuple[type[TaskDef], ...]:
    """The tasks that samples of this kind can serve, the usual one first."""
    return tuple(task for task in TASKS if task.content is content)
