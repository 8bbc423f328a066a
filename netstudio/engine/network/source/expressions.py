"""Constructor calls as the code that people write for them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from netstudio.core.spec import Argument, Call
from netstudio.core.translate import one_line, shorten
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.masking import plain_target
from netstudio.engine.network.source.constructors import (
    REQUIRED,
    is_default,
    parameters_of,
    shortened,
)
from netstudio.engine.network.source.layout import Brackets, Expression, Item

SEQUENTIAL = "nn.Sequential"
_MODULES = "modules."
# Arguments that people write with their name, though their place would do.
_NAMED = frozenset(("kernel_size", "dim", "dims", "bias", "output", "eps", "inplace"))


def constructor(call: Call, node: Node | None = None) -> Expression:
    """The code of a call.

    Args:
        call: What is constructed.
        node: The layer that it is the module of, whose notes and switched-off layers are shown.
    """
    if is_sequential(call) and not call.arguments:
        return _sequential(call, _only_stack(node))
    slots = dict(node.slots) if node is not None else {}
    items = []
    for name, value, is_positional in _shown_arguments(call):
        expression = _argument(call, name, value, slots.get(name), node)
        items.append(Item(expression, "" if is_positional else f"{name}="))
    return Brackets(f"{_name_of(call.target)}(", tuple(items))


def is_sequential(call: Call) -> bool:
    """Whether a call makes modules that run one after the other."""
    return plain_target(call.target) == SEQUENTIAL


def _name_of(target: str) -> str:
    """What code calls a class: ``nn.Linear``, but ``LSTM`` for one that it carries along."""
    return target.rpartition(".")[2] if target.startswith(_MODULES) else target


def targets_of(call: Call) -> Iterator[str]:
    """Everything that a call constructs."""
    yield call.target
    for _, value in (*call.arguments, *call.children):
        if isinstance(value, Call):
            yield from targets_of(value)


def remarks_on(node: Node) -> tuple[str, ...]:
    """A node's note as lines of comment."""
    return tuple(one_line(line) for line in node.note.splitlines())


def name_in_comment(node: Node) -> str:
    """What a comment calls a layer; its name may be anything while it is wrong."""
    return shorten(node.name, 40)


def commented_out(node: Node, state: str) -> Item:
    """The comment that stands for a layer without code."""
    line = f"{name_in_comment(node)} ({shorten(node.type, 40)}) {state}"
    return Item(None, comments=(*remarks_on(node), line), uid=node.uid)


SWITCHED_OFF = "is switched off"


def entries(calls: dict[str, Call], stack: Stack) -> tuple[Item, ...]:
    """An entry for each layer of a stack, in order; those without a call are comments."""
    items = []
    for node in stack:
        if not node.enabled:
            items.append(commented_out(node, SWITCHED_OFF))
        elif node.name in calls:
            made = constructor(calls[node.name], node)
            items.append(Item(made, f"{node.name}=", remarks_on(node), node.uid))
    return tuple(items)


def _only_stack(node: Node | None) -> Stack | None:
    """What a container holds that has one slot."""
    return node.slots[0][1] if node is not None and len(node.slots) == 1 else None


def _argument(
    call: Call, name: str, value: Argument, stack: Stack | None, node: Node | None
) -> Expression:
    if not isinstance(value, Call):
        return literal(shortened(call.target, name, value))
    if stack is not None and is_sequential(value):
        return _sequential(value, stack)
    return constructor(value, node if name == "module" else None)


def _shown_arguments(call: Call) -> Iterator[tuple[str, Argument, bool]]:
    """What must be written, and whether its place says which parameter it is."""
    given = dict(call.arguments)
    parameters = parameters_of(call.target)
    shown = {
        name: value for name, value in given.items() if not is_default(call.target, name, value)
    }
    in_place = _in_place(parameters, shown)
    order = [*in_place, *(name for name in given if name in shown and name not in in_place)]
    for name in order:
        yield name, shown[name], name in in_place


def _in_place(parameters: Mapping[str, object], shown: Collection[str]) -> list[str]:
    """The parameters from the first on that are given by their place."""
    names: list[str] = []
    for name, default in parameters.items():
        is_usual = name not in _NAMED or (not names and name == "kernel_size")
        if name not in shown or not is_usual or (names and default is not REQUIRED):
            break
        names.append(name)
    return names


def literal(value: Argument) -> str:
    """A constant as people write it."""
    if isinstance(value, float):
        return repr(value).replace("e-0", "e-").replace("e+", "e")
    if isinstance(value, tuple):
        inner = ", ".join(literal(each) for each in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return repr(value)


def _sequential(call: Call, stack: Stack | None) -> Expression:
    name, children = _name_of(call.target), dict(call.children)
    if stack is not None and children and all(name.isdigit() for name in children):
        return _copies(name, tuple(children.values()), stack)
    if stack is not None:
        items = entries(children, stack)
    else:
        items = tuple(Item(constructor(child), f"{name}=") for name, child in call.children)
    if not items:
        return f"{name}()"
    inner = Brackets("OrderedDict(", items, broken=True)
    return Brackets(f"{name}(", (Item(inner),))


def _copies(name: str, copies: tuple[Call, ...], stack: Stack) -> Expression:
    """Copies one after the other; equal ones at the end as a comprehension."""
    last = copies[-1]
    equal = 1
    while equal < len(copies) and copies[-equal - 1] == last:
        equal += 1
    items = [Item(_sequential(copy, stack)) for copy in copies[: len(copies) - equal]]
    if equal == 1 and items:
        items.append(Item(_sequential(last, stack)))
    else:
        loop = (Item(_sequential(last, stack)), Item(f"for _ in range({equal})"))
        items.append(Item(Brackets("*(", loop, separator="")))
    return Brackets(f"{name}(", tuple(items), broken=len(items) > 1)
