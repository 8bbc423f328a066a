"""What a project's network is, layer by layer, and what is wrong with it.

A plain function of the project: the window runs it in the background, the command line at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from torch import nn

from netstudio.core.declare import BadField, Unreadable
from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerContext, LayerDef, LoweredSlot, Objection
from netstudio.core.problems import DATA, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import Call, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message, shorten
from netstudio.core.tree import Node, Stack, find, is_identifier, walk
from netstudio.engine.network import rules
from netstudio.engine.network.measure import Unrunnable, measure
from netstudio.layers import LAYERS
from netstudio.tasks.settings import Settings, read_settings


@dataclass(frozen=True)
class LayerReport:
    """What is known of one layer.

    Attributes:
        output: What comes out of it; None where that is unknown because of a problem above or here.
        parameters: How many learned numbers it has, its slots included.
        flops: Floating-point operations for one sample, its slots included.
        call: Its module; None where it cannot be built or is switched off.
    """

    output: TensorSpec | None = None
    parameters: int = 0
    flops: int = 0
    call: Call | None = None


@dataclass(frozen=True)
class Analysis:
    """The whole network's facts.

    Attributes:
        settings: The project's other choices, checked.
        layers: A report for every node, by uid.
        problems: Everything that is wrong with the project.
        call: The network, ready to be built; None where a problem prevents it.
        output: What the network puts out.
    """

    settings: Settings
    layers: Mapping[str, LayerReport]
    problems: tuple[Problem, ...]
    call: Call | None
    output: TensorSpec | None
    parameters: int
    flops: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop training."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def widest_output(self) -> int:
        """How many numbers the largest layer output of one sample has."""
        outputs = (report.output for report in self.layers.values())
        return max((prod(output.sizes) for output in outputs if output is not None), default=0)


def analyse(project: Project) -> Analysis:
    """Check the project's choices, infer every layer's output, count parameters and FLOPs."""
    settings, problems = read_settings(project)
    facts = project.data.facts
    context = LayerContext()
    if facts is not None and settings.task is not None:
        context = settings.task.context(facts)
    walker = _Walker(context, Counter(node.name for node in walk(project.network)))
    lowered = walker.stack(project.network, facts.sample if facts else None)
    found = [*problems, *walker.problems]
    if facts is None:
        found.append(_data_not_read())
    if lowered is not None:
        found.extend(rules.whole_network(project, settings, lowered.output))
    top = [walker.reports[node.uid] for node in project.network]
    parameters = sum(report.parameters for report in top)
    if lowered is not None and not parameters:
        found.append(rules.nothing_to_learn())
    return Analysis(
        settings=settings,
        layers=walker.reports,
        problems=tuple(found),
        call=lowered.call if lowered else None,
        output=lowered.output if lowered else None,
        parameters=parameters,
        flops=sum(report.flops for report in top),
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


# What every torch module has already; a layer of that name would hide it.
_TAKEN = frozenset(dir(nn.Sequential()))


class _Walker:
    """Goes down the stack with the spec of what flows, collecting reports and problems."""

    def __init__(self, context: LayerContext, name_counts: Mapping[str, int]) -> None:
        self.context = context
        self.reports: dict[str, LayerReport] = {}
        self.problems: list[Problem] = []
        self._name_counts = name_counts

    def stack(self, stack: Stack, x: TensorSpec | None) -> LoweredSlot | None:
        """Lower a stack for input ``x``; None where a layer of it cannot be lowered."""
        calls = []
        for node in stack:
            if not node.enabled:
                self._switched_off(node, x)
                continue
            call, x = self._node(node, x)
            if call is not None:
                calls.append((node.name, call))
        if x is None or len(calls) != sum(node.enabled for node in stack):
            return None
        return LoweredSlot(Call("nn.Sequential", children=tuple(calls)), x)

    def _switched_off(self, node: Node, x: TensorSpec | None) -> None:
        """What comes in goes out; the name is kept all the same, for when it is switched on."""
        for inner in walk(Stack((node,))):
            self._check_name(inner)
            self.reports[inner.uid] = LayerReport()
        self.reports[node.uid] = LayerReport(x)

    def _copies(self, body: Stack, x: TensorSpec | None, times: int) -> LoweredSlot | None:
        """Lower a body as often as it is built; only the first copy is reported."""
        first = self.stack(body, x)
        if times == 1 or first is None:
            return first
        copies = [first]
        for _ in range(times - 1):
            later = _Walker(self.context, self._name_counts)
            copy = later.stack(body, copies[-1].output)
            if copy is None:
                self.problems.extend(later.problems)
                return None
            copies.append(copy)
        children = tuple((str(number), copy.call) for number, copy in enumerate(copies))
        return LoweredSlot(Call("nn.Sequential", children=children), copies[-1].output)

    def _node(self, node: Node, x: TensorSpec | None) -> tuple[Call | None, TensorSpec | None]:
        before = len(self.problems)
        layer = self._read(node)
        self._check_name(node)
        if layer is not None and x is not None and not rules.accepts(layer, x):
            self.problems.append(rules.wrong_axes(node, layer, x))
            x = None
        copies = layer.copies() if layer is not None else 1
        slots = {name: self._copies(body, x, copies) for name, body in self._bodies(node, layer)}
        if layer is not None and x is not None and len(self.problems) == before:
            bodies = {name: body for name, body in slots.items() if body is not None}
            if len(bodies) == len(slots):
                return self._lower(node, layer, x, bodies)
        self.reports[node.uid] = LayerReport()
        return None, None

    def _read(self, node: Node) -> LayerDef | None:
        try:
            layer = LAYERS.make(node.type, node.fields)
        except Unreadable as error:
            self.problems.extend(_bad_field(node, fault) for fault in error.faults)
            return None
        for name, _ in node.slots:
            if not layer.takes_slot(name):
                self._error("unknown-slot", node, _unknown_slot(node, name))
        return layer

    def _bodies(self, node: Node, layer: LayerDef | None) -> list[tuple[str, Stack]]:
        if layer is None or (layer.open_slots and node.slots):
            return list(node.slots)
        # An absent slot is an empty one; an unknown one is still looked through for problems.
        return list({**{name: Stack() for name in layer.slots}, **dict(node.slots)}.items())

    def _lower(
        self, node: Node, layer: LayerDef, x: TensorSpec, slots: Mapping[str, LoweredSlot]
    ) -> tuple[Call | None, TensorSpec | None]:
        objections: list[Objection] = list(layer.objections(x, slots))
        resolved = self._resolve_auto(node, layer)
        if objections or resolved is None:
            for objection in objections:
                self._error(objection.code, node, objection.text, objection.field)
            self.reports[node.uid] = LayerReport()
            return None, None
        call = resolved.lower(x, self.context, slots)
        if layer.is_transparent:
            (body,) = slots
            self.reports[node.uid] = self._sum(node.slot(body), slots[body].output, call)
            return call, slots[body].output
        try:
            measured = measure(call, x)
        except Unrunnable:
            self._error("does-not-run", node, _does_not_run(node, x))
            self.reports[node.uid] = LayerReport()
            return None, None
        output = TensorSpec(resolved.output_axes(x, slots), measured.sizes, measured.dtype)
        self.reports[node.uid] = LayerReport(output, measured.parameters, measured.flops, call)
        return call, output

    def _sum(self, body: Stack, output: TensorSpec, call: Call) -> LayerReport:
        """What a stack of layers that are reported already is as a whole."""
        inner = [self.reports[node.uid] for node in body]
        return LayerReport(
            output,
            sum(report.parameters for report in inner),
            sum(report.flops for report in inner),
            call,
        )

    def _resolve_auto(self, node: Node, layer: LayerDef) -> LayerDef | None:
        facts: dict[str, object] = {}
        for spec in layer.fields():
            if spec.fact and getattr(layer, spec.name) == AUTO:
                if (value := getattr(self.context, spec.fact)) is None:
                    text = _auto_unknown(node, spec.name)
                    self._error("auto-unknown", node, text, spec.name)
                    return None
                facts[spec.name] = value
        return replace(layer, **facts) if facts else layer

    def _check_name(self, node: Node) -> None:
        if self._name_counts[node.name] > 1:
            self._error("name-twice", node, _name_twice(node), "name")
        elif not is_identifier(node.name) or node.name in _TAKEN:
            self._error("bad-name", node, _bad_name(node), "name")

    def _error(self, code: str, node: Node, text: Message, field: str | None = None) -> None:
        self.problems.append(Problem(code, Severity.ERROR, node.uid, text, field))


def _bad_field(node: Node, fault: BadField) -> Problem:
    code = "unknown-layer" if fault.name == "type" else "bad-setting"
    return Problem(code, Severity.ERROR, node.uid, fault.text, fault.name)


def _data_not_read() -> Problem:
    text = QT_TRANSLATE_NOOP(
        "netstudio",
        "The data have not been read yet, so the shapes are unknown. Read them by choosing a data "
        "set, or by training.",
    )
    return Problem("data-not-read", Severity.WARNING, DATA, message(text))


def _unknown_slot(node: Node, slot: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio", "{type} holds no layers called {slot}. Move them out of it."
        ),
        type=node.type,
        slot=shorten(slot),
    )


def _does_not_run(node: Node, x: TensorSpec) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{type} cannot work on {shape} with these settings. Change its settings or the layers "
            "before it.",
        ),
        type=node.type,
        shape=x.shape,
    )


def _auto_unknown(node: Node, field: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{type}: {field} is auto, but the number of classes is not known yet. Choose a data "
            "set or give a number.",
        ),
        type=node.type,
        field=field,
    )


def _name_twice(node: Node) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio", "More than one layer is called {name}. Give each a name of its own."
        ),
        name=shorten(node.name),
    )


def _bad_name(node: Node) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{name} cannot name a layer. Use letters, digits and underscores, not beginning with a "
            "digit, and no word that Python or torch uses.",
        ),
        name=shorten(node.name),
    )
