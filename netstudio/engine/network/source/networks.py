"""Which of the things that code makes is the network."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.engine.network.source.interpreter import Interpreter
from netstudio.engine.network.source.remarks import warning
from netstudio.engine.network.source.values import (
    Arguments,
    Chain,
    CodeCall,
    Instance,
    Scope,
    UserClass,
    UserFunction,
    is_module,
)


def network_of(interpreter: Interpreter, scope: Scope) -> Chain | None:
    """The network that the code makes, as a chain of layers; None where it makes none."""
    for candidates in (_trained, _named, _made, _recipes, _classes, _functions, _loose):
        if found := [made for made in candidates(interpreter, scope) if is_module(made)]:
            return _as_chain(interpreter, found[-1])
    return None


def _as_chain(interpreter: Interpreter, made: Any) -> Chain:
    chain = interpreter.chain_of(made)
    return chain if isinstance(chain, Chain) else Chain(chain.line, [(None, chain)])


def _trained(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """Models that the code compiles or fits."""
    yield from interpreter.library.models()


def _named(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """Whole networks that have a name."""
    found = {
        name: made
        for name, made in scope.names.items()
        if isinstance(made, Instance) or (isinstance(made, Chain) and made.is_network)
    }
    whole = {id(made): name for name, made in found.items() if not _is_part(made, found.values())}
    if len(whole) > 1:
        name, line = [*whole.values()][-1], found[[*whole.values()][-1]].line
        text = message(_SEVERAL, count=len(whole), name=shorten(name, 40))
        interpreter.remarks.append(warning(line, text))
    yield from (found[name] for name in whole.values())


def _is_part(made: Any, others: Any) -> bool:
    for other in others:
        held = (
            other.attributes.values()
            if isinstance(other, Instance)
            else (inner for _, inner in other.children)
        )
        if other is not made and any(inner is made for inner in held):
            return True
    return False


def _made(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """The first object of a class that a function made and kept to itself."""
    yield from interpreter.instances[:1]


def _classes(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """An object of each class that no other class makes use of."""
    classes = [made for made in scope.names.values() if isinstance(made, UserClass)]
    used = {
        node.id
        for made in classes
        for node in ast.walk(made.code)
        if isinstance(node, ast.Name) and node.id != made.code.name
    }
    for made in classes:
        is_network = made.method("forward") or made.method("call") or made.method("__init__")
        if made.code.name not in used and is_network:
            yield interpreter.instantiate(made, Arguments(), made.code.lineno)


def _recipes(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """What functions give that need nothing to make a network."""
    for made in [*scope.names.values()]:
        if isinstance(made, UserFunction):
            parameters = made.code.args
            if len(parameters.args) == len(parameters.defaults):
                yield interpreter.call_function(made, Arguments(), made.code.lineno)


def _functions(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """What other functions give."""
    for made in [*scope.names.values()]:
        if isinstance(made, UserFunction):
            yield interpreter.call_function(made, Arguments(), made.code.lineno)


def _loose(interpreter: Interpreter, scope: Scope) -> Iterator[Any]:
    """Layers without a network around them."""
    for made in [*scope.names.values()]:
        if isinstance(made, list) and made and all(map(is_module, made)):
            children = [(None, interpreter.chain_of(inner)) for inner in made]
            yield Chain(children[0][1].line, list(children))
        elif isinstance(made, CodeCall) and made.target:
            yield made
    if interpreter.shown is not None:
        yield interpreter.shown


_SEVERAL = QT_TRANSLATE_NOOP(
    "netstudio", "The code makes {count} networks; the last one, {name}, was read."
)
