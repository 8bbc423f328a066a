"""What a project's network is, layer by layer, and what is wrong with it.

A plain function of the project: the window runs it in the background, the command line at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from netstudio.core.layer import LayerContext
from netstudio.core.problems import Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.core.tree import find, walk
from netstudio.engine.network import faults, rules
from netstudio.engine.network.backward import kept_for_gradients
from netstudio.engine.network.cost import Cost, TrainingMemory
from netstudio.engine.network.lowering import Lowering
from netstudio.engine.network.receptive_field import ReceptiveField
from netstudio.engine.network.report import LayerReport
from netstudio.tasks.optimizers import OptimizerDef
from netstudio.tasks.settings import Settings, read_settings

__all__ = [
    "Analysis",
    "Cost",
    "LayerReport",
    "ReceptiveField",
    "TrainingMemory",
    "analyse",
    "require_sound",
]

# Weights, gradients and optimizer state are float32, and so is a batch.
_BYTES = 4


@dataclass(frozen=True)
class Analysis:
    """The whole network's facts.

    Attributes:
        settings: The project's other choices, checked.
        layers: A report for every node, by uid.
        problems: Everything that is wrong with the project.
        call: The network, ready to be built; None where a problem prevents it.
        output: What the network puts out.
        cost: What all layers cost together, as far as they are known.
        sample: What goes into the network; None while the data are unknown.
        kept: Bytes that training keeps of one sample until the backward pass.
    """

    settings: Settings
    layers: Mapping[str, LayerReport]
    problems: tuple[Problem, ...]
    call: Call | None
    output: TensorSpec | None
    cost: Cost
    sample: TensorSpec | None
    kept: int = 0

    @property
    def parameters(self) -> int:
        """How many learned numbers the network has."""
        return self.cost.parameters

    @property
    def trainable(self) -> int:
        """How many of them training changes; the others are frozen."""
        return self.cost.trainable

    @property
    def flops(self) -> int:
        """Floating-point operations for one sample."""
        return self.cost.flops

    @property
    def model_size(self) -> int:
        """Bytes of the weights and buffers in a model file."""
        return self.cost.stored

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop training."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def widest_output(self) -> int:
        """How many numbers the largest layer output of one sample has."""
        outputs = (report.output for report in self.layers.values())
        return max((prod(output.sizes) for output in outputs if output is not None), default=0)

    def training_memory(self, batch_size: int, optimizer: OptimizerDef) -> TrainingMemory:
        """An estimate of the memory that training takes."""
        learning = _BYTES * self.cost.trainable
        return TrainingMemory(
            weights=self.cost.stored,
            gradients=learning,
            optimizer=learning * optimizer.kept_numbers(),
            activations=self.kept * batch_size,
            batch=_BYTES * prod(self.sample.sizes) * batch_size if self.sample else 0,
        )


def analyse(project: Project) -> Analysis:
    """Check the project's choices, infer every layer's output, count what it costs."""
    settings, problems = read_settings(project)
    facts = project.data.facts
    context = LayerContext()
    if facts is not None and settings.task is not None:
        context = settings.task.context(facts, settings.loss)
    sample = facts.sample if facts else None
    lowering = Lowering(
        context,
        Counter(node.name for node in walk(project.network)),
        is_text=sample is not None and sample.is_ids,
    )
    lowered = lowering.network(project.network, sample)
    output = lowered.slot.output if lowered else None
    found = [*problems, *lowering.problems]
    if facts is None:
        found.append(faults.data_not_read())
    found.extend(rules.of_network(rules.Subject(project, settings, lowering.reports, output)))
    return Analysis(
        settings=settings,
        layers=lowering.reports,
        problems=tuple(found),
        call=lowered.slot.call if lowered else None,
        output=output,
        cost=sum((lowering.reports[node.uid].cost for node in project.network), Cost()),
        sample=sample,
        kept=kept_for_gradients(project.network, lowering.reports),
    )


def require_sound(project: Project, problems: Sequence[Problem]) -> None:
    """Refuse a project with errors.

    Raises:
        UserError: The first error, and how many more there are.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return
    first = errors[0]
    node = find(project.network, first.target)
    text = first.text
    if node is not None:
        text = message("{layer}: {text}", layer=shorten(node.name), text=text)
    if len(errors) == 1:
        raise UserError("{text}", text=text)
    template = QT_TRANSLATE_NOOP("netstudio", "{first} And {count} more: see the list of problems.")
    if len(errors) == 2:
        template = QT_TRANSLATE_NOOP("netstudio", "{first} And one more: see the list of problems.")
    raise UserError(template, first=text, count=len(errors) - 1)
