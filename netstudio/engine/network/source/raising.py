"""Constructor calls back into layers: the declarations, read backwards.

Which calls a layer makes is found by letting it make some; what its settings were is said by
``LayerDef.raised``. So a layer that joins the catalogue is read without a word about it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from netstudio.core.declare import Unreadable
from netstudio.core.layer import LayerDef
from netstudio.core.spec import Argument, Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten
from netstudio.core.tree import (
    DEEPEST_NESTING,
    Node,
    Stack,
    alike,
    free_name,
    is_identifier,
    new_uid,
)
from netstudio.engine.network.source.constructors import REQUIRED, is_default, parameters_of
from netstudio.engine.network.source.patterns import Pattern, patterns_for
from netstudio.engine.network.source.remarks import Remark, warning
from netstudio.engine.network.source.values import CodeCall, TooMuch

_SEQUENTIAL = "nn.Sequential"
# Arguments that make no difference to what is computed here.
_INDIFFERENT = frozenset(("inplace", "device", "dtype", "batch_first"))
_MOST_LAYERS = 5_000


class _Unraisable(Exception):
    """A call that is no layer; ``remark`` says why."""

    def __init__(self, remark: Remark) -> None:
        self.remark = remark
        super().__init__(str(remark.text))


class Raiser:
    """Makes nodes of calls.

    Attributes:
        remarks: What is to be said about the calls.
        lines: Where each node's module is written, by uid.
        input: What the first layer that says so expects of the data: axis -> size.
    """

    def __init__(self, notes: Mapping[int, str]) -> None:
        self.remarks: list[Remark] = []
        self.lines: dict[str, int] = {}
        self.input: dict[str, int] = {}
        self._notes = notes
        self._weighted: set[int] = set()
        self._names: set[str] = set()

    def stack(self, call: CodeCall) -> Stack:
        """The layers of an ``nn.Sequential``; a call that is none of them is left out."""
        return self._named(self._stack(call, 0))

    def _stack(self, call: CodeCall, depth: int) -> Stack:
        nodes = []
        for name, child in call.children:
            assert isinstance(child, CodeCall)
            try:
                node = self._node(child, depth)
            except _Unraisable as error:
                self.remarks.append(error.remark)
                continue
            if node is not None:
                nodes.append(replace(node, name="" if name.isdigit() else name))
        return Stack(tuple(nodes))

    def _node(self, call: CodeCall, depth: int) -> Node | None:
        """The layer whose module ``call`` constructs; None for one that does nothing."""
        if depth > DEEPEST_NESTING:
            raise _Unraisable(Remark(call.line, _too_large()))
        if call.fault is not None:
            raise _Unraisable(Remark(call.line, call.fault))
        if call.target == _SEQUENTIAL:
            return self._container(call, depth)
        several = patterns_for(call.target)
        if not several:
            if call.target == "nn.Identity":
                return None
            raise _Unraisable(_no_layer(call))
        unfit: Unreadable | None = None
        for pattern in several:
            raised = pattern.layer.raised(_completed(call, pattern.layer))
            if raised is None:
                continue
            try:
                layer = pattern.layer.read({**pattern.fields, **_settings(raised.fields)})
            except Unreadable as error:
                unfit = error
                continue
            self._compare(call, pattern)
            self._look_at_weights(call, pattern.layer)
            held = {
                name: self._stack(body, depth + 1)
                for name, body in raised.slots.items()
                if isinstance(body, CodeCall)
            }
            if not (layer.open_slots and held):
                held = {**{name: Stack() for name in layer.slots}, **held}
            return self._made(call, layer, tuple(held.items()))
        if unfit is None:
            raise _Unraisable(_no_layer(call))
        raise _Unraisable(Remark(call.line, unfit.faults[0].text))

    def _made(self, call: CodeCall, layer: LayerDef, slots: tuple[tuple[str, Stack], ...]) -> Node:
        if not layer.slots:
            slots = ()
        note = self._notes.get(call.line, "")
        node = Node(new_uid(), layer.type, "", layer.written(), slots, note=note)
        self.lines[node.uid] = call.line
        return node

    def _container(self, call: CodeCall, depth: int) -> Node:
        """A sequence within another: copies of one body, or a named block."""
        layers = [pattern.layer for pattern in patterns_for(_SEQUENTIAL)]
        block = next(layer for layer in layers if layer.is_transparent)
        held = self._stack(call, depth + 1)
        if _is_numbered(call) and _are_copies(held, block, len(call.children)):
            for pattern in patterns_for(_SEQUENTIAL):
                raised = pattern.layer.raised(call)
                if raised is not None and not pattern.layer.is_transparent:
                    layer = pattern.layer.read({**pattern.fields, **_settings(raised.fields)})
                    body = held.nodes[0].slots[0][1]
                    return self._made(call, layer, tuple((name, body) for name in raised.slots))
        return self._made(call, block(), ((block.slots[0], held),))

    def _compare(self, call: CodeCall, pattern: Pattern) -> None:
        """Say which arguments of ``call`` the layer has no setting for."""
        settings = {spec.argument for spec in pattern.layer.fields()}
        for name, value in call.arguments:
            is_known = name in pattern.arguments or pattern.layer.takes_slot(name)
            if is_known or name in _INDIFFERENT or is_default(call.target, name, value):
                continue
            text = message(_NO_SETTING, layer=pattern.layer.type, argument=shorten(name, 40))
            self.remarks.append(warning(call.line, text))
        for name in call.unknown:
            if name in settings:
                text = message(_UNKNOWN_VALUE, layer=pattern.layer.type, argument=name)
                self.remarks.append(Remark(call.line, text))

    def _look_at_weights(self, call: CodeCall, layer: type[LayerDef]) -> None:
        """Note what a layer with weights expects, and say where one is used twice."""
        read = {
            axis: value
            for name, axis in layer.reads.items()
            if isinstance(value := dict(call.arguments).get(name), int)
        }
        self.input = self.input or read
        if layer.reads and id(call) in self._weighted:
            self.remarks.append(warning(call.line, message(_USED_AGAIN, layer=layer.type)))
        self._weighted.add(id(call))

    def _named(self, stack: Stack) -> Stack:
        """The stack with unique names; those that code gives are kept where they can be."""
        given = [node.name for node in _all_nodes(stack)]
        reserved = {name for name in given if name}
        return self._with_names(stack, reserved)

    def _with_names(self, stack: Stack, reserved: set[str]) -> Stack:
        nodes = []
        for node in stack:
            name = node.name
            if not is_identifier(name) or name in self._names:
                name = free_name(node.type, self._names | reserved)
            self._names.add(name)
            slots = tuple((slot, self._with_names(body, reserved)) for slot, body in node.slots)
            nodes.append(replace(node, name=name, slots=slots))
        return Stack(tuple(nodes))


def _all_nodes(stack: Stack) -> Iterator[Node]:
    for node in stack:
        yield node
        for _, body in node.slots:
            yield from _all_nodes(body)


def _completed(call: CodeCall, layer: type[LayerDef]) -> Call:
    """The call with what its constructor takes where an argument is left out."""
    given = {
        name: _completed(value, layer) if _is_part(value) else value
        for name, value in call.arguments
    }
    try:
        parameters = parameters_of(call.target)
    except LookupError:
        parameters = {}
    for spec in layer.fields():
        name = spec.argument
        if name is None or name in given or name in call.unknown:
            continue
        default = parameters.get(name, REQUIRED)
        if default is not REQUIRED and not _is_default(call.target, name, spec.default):
            given[name] = _plain(default)
    return replace(call, arguments=tuple(given.items()))


def _is_part(value: object) -> TypeGuard[CodeCall]:
    """Whether an argument is a module of the layer itself, not a body that it holds."""
    return isinstance(value, CodeCall) and value.target != _SEQUENTIAL


def _is_default(target: str, name: str, default: Any) -> bool:
    return is_default(target, name, default)


def _plain(value: Any) -> Argument:
    return tuple(map(_plain, value)) if isinstance(value, list | tuple) else value


def _settings(values: Mapping[str, Argument]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if not isinstance(value, Call)}


def _is_numbered(call: CodeCall) -> bool:
    """Whether a sequence could be copies: more than one, or one that comes out of a loop."""
    is_several = call.counted or len(call.children) > 1
    return is_several and all(name.isdigit() for name, _ in call.children)


def _are_copies(held: Stack, block: type[LayerDef], count: int) -> bool:
    """Whether all layers are blocks, as many as there should be, that hold the same."""
    if len(held) != count or any(node.type != block.type for node in held):
        return False
    bodies = [node.slots[0][1] for node in held]
    return all(alike(body, bodies[0]) for body in bodies)


def require_size(call: CodeCall) -> None:
    """Refuse a network that is too large, before anything goes through it module by module.

    Raises:
        TooMuch: It has too many layers.
    """
    if _size(call, {}) > _MOST_LAYERS:
        raise TooMuch(call.line, _too_large())


def _size(call: CodeCall, known: dict[int, int]) -> int:
    """How many modules a call makes; one that occurs many times is counted by its first count."""
    if id(call) not in known:
        inner = (value for _, value in (*call.arguments, *call.children))
        sizes = (_size(value, known) for value in inner if isinstance(value, CodeCall))
        known[id(call)] = 1 + sum(sizes)
    return known[id(call)]


def _no_layer(call: CodeCall) -> Remark:
    name = shorten(call.target.rpartition(".")[2], 60)
    return Remark(call.line, message(_NO_LAYER, name=name))


def _too_large() -> Message:
    return message(_TOO_LARGE, count=_MOST_LAYERS, depth=DEEPEST_NESTING)


_NO_LAYER = QT_TRANSLATE_NOOP(
    "netstudio", "{name} is no layer that is known here; it was left out."
)
_NO_SETTING = QT_TRANSLATE_NOOP(
    "netstudio", "{layer} has no setting {argument} here; it was left out."
)
_USED_AGAIN = QT_TRANSLATE_NOOP(
    "netstudio",
    "This {layer} is used more than once with the same weights; here each use has its own.",
)
_UNKNOWN_VALUE = QT_TRANSLATE_NOOP(
    "netstudio",
    "The value of {argument} of {layer} is known only when the code runs. Write a number there.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "netstudio",
    "The network is too large to be read: at most {count} layers, nested {depth} deep.",
)
