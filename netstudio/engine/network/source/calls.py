"""Following calls: of classes and functions of the code, of libraries, of modules."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.network.source import arithmetic
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Instance,
    Method,
    Scope,
    Thing,
    UserClass,
    UserFunction,
    fault,
    flows_in,
    is_module,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

# What is called on a network that is being put together.
_ADDING = frozenset(("add", "add_module", "append", "compile", "extend", "insert"))


class Super:
    """``super()`` within a method of the code."""

    def __init__(self, instance: Instance, made_by: UserClass) -> None:
        self.instance = instance
        self.made_by = made_by


def called(interpreter: Interpreter, code: ast.Call, scope: Scope) -> Any:
    """What a call gives."""
    if isinstance(code.func, ast.Name) and code.func.id == "super":
        return _super(scope)
    _make_instance(interpreter, code.func, scope)
    callee = interpreter.evaluate(code.func, scope)
    given = _arguments(interpreter, code, scope)
    result = _result(interpreter, callee, given, code)
    flow = next(flows_in(given.positional), None)
    if result is not UNKNOWN or flow is None:
        return result
    return fault(flow, code.lineno, message(NOT_A_LAYER))


def _arguments(interpreter: Interpreter, code: ast.Call, scope: Scope) -> Arguments:
    given = Arguments(interpreter.elements(code.args, scope))
    for keyword in code.keywords:
        value = interpreter.evaluate(keyword.value, scope)
        if keyword.arg is not None:
            given.named[keyword.arg] = value
        elif isinstance(value, dict):
            given.named.update({str(key): each for key, each in value.items()})
    return given


def _result(interpreter: Interpreter, callee: Any, given: Arguments, code: ast.Call) -> Any:
    """What calling ``callee`` gives; ``UNKNOWN`` where that cannot be told."""
    library, line = interpreter.library, code.lineno
    match callee:
        case Dotted(name="modules.text_lengths"):
            # A number for each text, which no layer reads.
            return None
        case Dotted(name="modules.run_masked"):
            return _run_masked(interpreter, given, code)
        case Dotted(name=path) if path.startswith("builtins."):
            return arithmetic.builtin(callee.last, given.positional)
        case Dotted():
            made = library.call(callee, given, line)
            if isinstance(made, Chain) and len(code.args) == 1:
                made.counted = _is_counted(code.args[0])
            return made
        case UserClass():
            return interpreter.instantiate(callee, given, line)
        case UserFunction():
            return interpreter.call_function(callee, given, line)
        case Method(owner=Super() as owner, name=name):
            return _call_super(interpreter, owner, name, given, line)
        case Method(owner=list() as owner, name=name):
            return _call_list(interpreter, owner, name, given)
        case Method(owner=dict() as owner, name=name):
            views = {"items": [*owner.items()], "values": [*owner.values()], "keys": [*owner]}
            return views.get(name, UNKNOWN)
        case Method(owner=owner, name=name):
            return library.method(owner, name, given, line)
        case Instance() if len([*flows_in(given.positional)]) > 1:
            return interpreter.forward(callee, given, line)
        case Instance() | CodeCall() | Chain():
            return interpreter.apply(callee, given, _attribute_name(code.func), line)
        case Thing():
            return library.apply_thing(callee, given, line)
    return UNKNOWN


def _run_masked(interpreter: Interpreter, given: Arguments, code: ast.Call) -> Any:
    """What a module makes of texts, and their lengths behind it."""
    made = given.get("module", 0)
    if not is_module(made):
        return UNKNOWN
    name = _attribute_name(code.args[0]) if code.args else None
    return interpreter.apply(made, Arguments([given.get("x", 1)]), name, code.lineno), None


def _make_instance(interpreter: Interpreter, callee: ast.expr, scope: Scope) -> None:
    """Make the network that ``model = Sequential`` forgot to make, once layers are added."""
    if not isinstance(callee, ast.Attribute) or callee.attr not in _ADDING:
        return
    if not isinstance(callee.value, ast.Name | ast.Attribute):
        return
    owner = interpreter.evaluate(callee.value, scope)
    if isinstance(owner, Dotted) and owner.last == "Sequential":
        made = interpreter.library.call(owner, Arguments(), callee.lineno)
        interpreter.assign(callee.value, made, scope)
        interpreter.library.say_parentheses(owner, callee.lineno)


def _super(scope: Scope) -> Any:
    try:
        instance = scope.find("self")
    except KeyError:
        return UNKNOWN
    return Super(instance, instance.made_by) if isinstance(instance, Instance) else UNKNOWN


def _call_super(
    interpreter: Interpreter, owner: Super, name: str, given: Arguments, line: int
) -> Any:
    for base in owner.made_by.bases:
        if isinstance(base, UserClass) and (code := base.method(name)) is not None:
            function = UserFunction(code, base.scope, owner.instance)
            return interpreter.call_function(function, given, line)
        if isinstance(base, Dotted) and base.last == "Sequential" and name == "__init__":
            chain = interpreter.library.call(base, given, line)
            if isinstance(chain, Chain):
                held = {child or str(at): made for at, (child, made) in enumerate(chain.children)}
                owner.instance.attributes.update(held)
    return None


def _call_list(interpreter: Interpreter, owner: list[Any], name: str, given: Arguments) -> Any:
    added = given.get("object", len(given.positional) - 1)
    interpreter.effects += any(map(is_module, given.positional))
    match name:
        case "append":
            owner.append(added)
        case "extend" if isinstance(added, Sequence):
            owner.extend(added)
        case "insert" if isinstance(place := given.get("index", 0), int):
            owner.insert(place, added)
        case "pop" if owner:
            return owner.pop()
        case _:
            return UNKNOWN
    return None


def _attribute_name(callee: ast.expr) -> str | None:
    """What the code calls the module that it calls: ``conv1`` in ``self.conv1(x)``."""
    return callee.attr if isinstance(callee, ast.Attribute) else None


def _is_counted(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Starred) and isinstance(
        argument.value, ast.ListComp | ast.GeneratorExp
    )


NOT_A_LAYER = QT_TRANSLATE_NOOP(
    "netstudio", "What happens to the data here is no layer that can be shown; it was left out."
)
