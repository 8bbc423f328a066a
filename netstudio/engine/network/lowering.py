"""From the document's stack to constructor calls, with a report for every layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from torch import nn

from netstudio.core.declare import Unreadable
from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerContext, LayerDef, LoweredSlot, Objection
from netstudio.core.learning import inherited
from netstudio.core.problems import Problem
from netstudio.core.spec import Call, TensorSpec, call
from netstudio.core.tree import Node, Stack, is_identifier, walk
from netstudio.engine.network import faults
from netstudio.engine.network.cost import Cost
from netstudio.engine.network.masking import NETWORK, masking
from netstudio.engine.network.measure import Measured, Unrunnable, measure
from netstudio.engine.network.receptive_field import (
    ReceptiveField,
    again,
    behind,
    field_of_input,
    largest,
)
from netstudio.engine.network.report import LayerReport
from netstudio.engine.network.rules import shapes
from netstudio.engine.network.rules.subject import last_leaf
from netstudio.layers import LAYERS

# What every torch module has already; a layer of that name would hide it.
_TAKEN = frozenset(dir(nn.Sequential()))


@dataclass(frozen=True)
class Flow:
    """What flows from one layer to the next.

    Attributes:
        spec: Its shape and type; None where a problem above hides it.
        field: What one number of it sees of the network's input.
        source: The layer that puts it out; None for the network's own input.
    """

    spec: TensorSpec | None
    field: ReceptiveField | None = None
    source: Node | None = None


@dataclass(frozen=True)
class LoweredStack:
    """A stack, or several copies of one, ready to be built.

    Attributes:
        slot: Its call and what comes out of it.
        cost: What its layers cost together.
        field: What one number that comes out sees of the network's input.
    """

    slot: LoweredSlot
    cost: Cost
    field: ReceptiveField | None


class Lowering:
    """Goes down a stack with what flows through it, collecting reports and problems.

    Attributes:
        reports: A report for every node, by uid.
        problems: What is wrong with single layers.
    """

    def __init__(
        self,
        context: LayerContext,
        name_counts: Mapping[str, int],
        *,
        is_text: bool = False,
        is_trial: bool = False,
    ) -> None:
        """Begin with nothing found.

        Args:
            context: Facts of the task.
            name_counts: How often each name occurs in the network.
            is_text: Whether the samples are texts of different lengths, in which padding must not
                count.
            is_trial: Whether only the presence of problems matters, so that no fix is looked for.
        """
        self.reports: dict[str, LayerReport] = {}
        self.problems: list[Problem] = []
        self._context = context
        self._name_counts = name_counts
        self._is_text = is_text
        self._is_trial = is_trial

    def network(self, stack: Stack, sample: TensorSpec | None) -> LoweredStack | None:
        """Lower a whole network; None where a layer of it cannot be lowered."""
        field = field_of_input(sample) if sample is not None else None
        lowered = self._stack(inherited(stack), Flow(sample, field))
        if lowered is None or not self._is_text:
            return lowered
        network = replace(lowered.slot.call, target=NETWORK)
        return replace(lowered, slot=replace(lowered.slot, call=network))

    def _stack(self, stack: Stack, flow: Flow) -> LoweredStack | None:
        children: list[tuple[str, Call]] = []
        cost = Cost()
        enabled = 0
        for node in stack:
            if not node.enabled:
                self._switched_off(node, flow)
                continue
            enabled += 1
            flow = self._node(node, flow)
            report = self.reports[node.uid]
            cost += report.cost
            if report.call is not None:
                children.append((node.name, report.call))
        if flow.spec is None or len(children) != enabled:
            return None
        sequence = Call("nn.Sequential", children=tuple(children))
        return LoweredStack(LoweredSlot(sequence, flow.spec), cost, flow.field)

    def _switched_off(self, node: Node, flow: Flow) -> None:
        """What comes in goes out; the name is kept all the same, for when it is switched on."""
        for inner in walk(Stack((node,))):
            self._check_name(inner)
            self.reports[inner.uid] = LayerReport()
        self.reports[node.uid] = LayerReport(flow.spec, input=flow.spec, receptive_field=flow.field)

    def _copies(self, body: Stack, flow: Flow, layer: LayerDef | None) -> LoweredStack | None:
        """Lower a body as often as it is built; only the first copy is reported."""
        latest = self._stack(body, flow)
        if latest is None or layer is None:
            return latest
        latest = _run_often(latest, flow.field, layer.runs())
        if layer.copies() == 1:
            return latest
        copies = [latest]
        while len(copies) < layer.copies():
            before = flow
            flow = Flow(latest.slot.output, latest.field, last_leaf(body))
            if flow.spec == before.spec:
                # From here on all copies are alike.
                more = layer.copies() - len(copies)
                field = again(before.field, latest.field, more)
                copies.extend([replace(latest, field=field)] * more)
                break
            later = self._another(is_trial=self._is_trial)
            copy = later._stack(body, flow)
            if copy is None:
                self.problems.extend(later.problems)
                return None
            latest = copy
            copies.append(copy)
        return _one_after_the_other(copies)

    def _node(self, node: Node, flow: Flow) -> Flow:
        """Report on one layer; gives what flows on behind it."""
        before = len(self.problems)
        layer = self._read(node)
        self._check_name(node)
        self.reports[node.uid] = LayerReport(input=flow.spec, layer=layer)
        inner = flow
        if layer is not None and flow.spec is not None and not shapes.accepts(layer, flow.spec):
            source = self._report_of(flow.source)
            self.problems.append(shapes.wrong_axes(node, layer, flow.spec, source))
            inner = Flow(None)
        slots = {name: self._copies(body, inner, layer) for name, body in _bodies(node, layer)}
        if layer is not None and inner.spec is not None and len(self.problems) == before:
            bodies = {name: body for name, body in slots.items() if body is not None}
            if len(bodies) == len(slots):
                return self._lower(node, layer, inner.spec, inner.field, bodies)
        return Flow(None)

    def _another(self, *, is_trial: bool) -> Lowering:
        return Lowering(self._context, self._name_counts, is_text=self._is_text, is_trial=is_trial)

    def _report_of(self, node: Node | None) -> tuple[Node, LayerReport] | None:
        """A layer, or the last one of a group, and what was found of it."""
        leaf = last_leaf(Stack((node,))) if node is not None else None
        report = self.reports.get(leaf.uid) if leaf is not None else None
        return (leaf, report) if leaf is not None and report is not None else None

    def _read(self, node: Node) -> LayerDef | None:
        try:
            layer = LAYERS.make(node.type, node.fields)
        except Unreadable as error:
            self.problems.extend(faults.bad_setting(node, fault) for fault in error.faults)
            return None
        self.problems.extend(
            faults.unknown_slot(node, name) for name, _ in node.slots if not layer.takes_slot(name)
        )
        return layer

    def _lower(
        self,
        node: Node,
        layer: LayerDef,
        x: TensorSpec,
        field: ReceptiveField | None,
        bodies: Mapping[str, LoweredStack],
    ) -> Flow:
        slots = {name: body.slot for name, body in bodies.items()}
        objections = list(layer.objections(x, slots))
        resolved = self._resolve_auto(node, layer)
        if objections or resolved is None:
            self._object(node, x, field, objections)
            return Flow(None)
        lowered = resolved.lower(x, self._context, slots)
        cost = sum((body.cost for body in bodies.values()), Cost())
        output = next((slot.output for slot in slots.values() if slot.call is lowered), None)
        if output is None:
            try:
                measured = self._measure(resolved, x, lowered, slots)
            except Unrunnable:
                self.problems.append(faults.does_not_run(node, x))
                return Flow(None)
            cost += measured.cost
            axes = resolved.output_axes(x, slots)
            # Whole numbers that come out as they went in are still ids.
            vocabulary = x.vocabulary if measured.dtype == x.dtype else None
            output = TensorSpec(axes, measured.sizes, measured.dtype, vocabulary)
        if node.frozen:
            cost = cost.as_frozen()
        seen = behind(field, resolved, x)
        if bodies:
            seen = largest(body.field for body in bodies.values())
        made = masking(lowered) if self._is_text else lowered
        self.reports[node.uid] = LayerReport(output, cost, made, x, layer, seen)
        return Flow(output, seen, node)

    def _measure(
        self, layer: LayerDef, x: TensorSpec, lowered: Call, slots: Mapping[str, LoweredSlot]
    ) -> Measured:
        """The layer by itself: what a container holds is measured already."""
        if not slots:
            return measure(lowered, x)
        stand_ins = {name: replace(slot, call=_stand_in(slot)) for name, slot in slots.items()}
        return measure(layer.lower(x, self._context, stand_ins), x)

    def _object(
        self,
        node: Node,
        x: TensorSpec,
        field: ReceptiveField | None,
        objections: list[Objection],
    ) -> None:
        def works(other: Node) -> bool:
            """Whether a node would do in this one's place."""
            if self._is_trial:
                return False
            trial = self._another(is_trial=True)
            trial._node(other, Flow(x, field))
            return not trial.problems

        self.problems.extend(
            shapes.objected(node, objection, self.reports, works) for objection in objections
        )

    def _resolve_auto(self, node: Node, layer: LayerDef) -> LayerDef | None:
        facts: dict[str, object] = {}
        for spec in layer.fields():
            if spec.fact and getattr(layer, spec.name) == AUTO:
                if (value := getattr(self._context, spec.fact)) is None:
                    self.problems.append(faults.auto_unknown(node, spec.name, spec.label))
                    return None
                facts[spec.name] = value
        return replace(layer, **facts) if facts else layer

    def _check_name(self, node: Node) -> None:
        if self._name_counts[node.name] > 1:
            self.problems.append(faults.name_twice(node))
        elif not is_identifier(node.name) or node.name in _TAKEN:
            self.problems.append(faults.bad_name(node))


def _bodies(node: Node, layer: LayerDef | None) -> list[tuple[str, Stack]]:
    if layer is None or (layer.open_slots and node.slots):
        return list(node.slots)
    # An absent slot is an empty one; an unknown one is still looked through for problems.
    return list({**{name: Stack() for name in layer.slots}, **dict(node.slots)}.items())


def _run_often(body: LoweredStack, before: ReceptiveField | None, times: int) -> LoweredStack:
    """A body through which each sample passes several times."""
    if times == 1:
        return body
    return replace(body, cost=body.cost.runs(times), field=again(before, body.field, times - 1))


def _one_after_the_other(copies: list[LoweredStack]) -> LoweredStack:
    children = tuple((str(number), copy.slot.call) for number, copy in enumerate(copies))
    last = copies[-1]
    return LoweredStack(
        LoweredSlot(Call("nn.Sequential", children=children), last.slot.output),
        sum((copy.cost for copy in copies), Cost()),
        last.field,
    )


@lru_cache(maxsize=1024)
def _stand_in_for(output: TensorSpec) -> Call:
    return call("stand_ins.StandIn", sizes=output.sizes, dtype=output.dtype)


def _stand_in(slot: LoweredSlot) -> Call:
    """What puts out the same shape as a body; an empty body stands for itself."""
    return _stand_in_for(slot.output) if slot.call.children else slot.call
