"""Following code without running it: statements, functions and classes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.engine.network.source.evaluator import Evaluator
from netstudio.engine.network.source.meanings import Meanings
from netstudio.engine.network.source.remarks import Remark, warning
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Elements,
    Flow,
    Instance,
    Scope,
    TooMuch,
    UserClass,
    UserFunction,
    flows_in,
    is_module,
)

_MOST_STEPS = 200_000
_DEEPEST_CALLS = 40
# A loop that has built nothing after so many rounds has nothing to do with the network.
_IDLE_ROUNDS = 64


class _Returned(Exception):
    def __init__(self, value: Any) -> None:
        self.value = value


class _LoopEnded(Exception):
    def __init__(self, is_break: bool) -> None:
        self.is_break = is_break


class Interpreter:
    """Follows statements and keeps what the names stand for.

    Attributes:
        library: What imported names mean.
        remarks: What is to be said about the code.
        effects: How often something was built or added so far.
        line: The statement that is being followed.
        shown: The last module that stands by itself, with no name.
        instances: All objects of classes of the code, in the order in which they are made.
    """

    def __init__(self, make_library: Callable[[Interpreter], Meanings]) -> None:
        self.library = make_library(self)
        self.remarks: list[Remark] = []
        self.effects = 0
        self.line = 1
        self.shown: Any = None
        self.instances: list[Instance] = []
        self._steps = 0
        self._depth = 0
        self._evaluator = Evaluator(self)

    def evaluate(self, code: ast.expr, scope: Scope) -> Any:
        """What an expression stands for."""
        return self._evaluator.evaluate(code, scope)

    def elements(self, elements: list[ast.expr], scope: Scope) -> Elements:
        """The values of a list, or of a call's arguments."""
        return self._evaluator.elements(elements, scope)

    def count_step(self, line: int) -> None:
        """Count one step against the bound.

        Raises:
            TooMuch: There were too many.
        """
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooMuch(line, _too_many_steps())

    def follow(self, code: ast.Module, scope: Scope) -> None:
        """Follow a whole file; a ``return`` or ``break`` that belongs nowhere ends it."""
        with suppress(_Returned, _LoopEnded):
            self.run(code.body, scope)

    def run(self, body: Iterable[ast.stmt], scope: Scope) -> None:
        """Follow statements."""
        for statement in body:
            self.line = statement.lineno
            self.count_step(statement.lineno)
            self._statement(statement, scope)

    def _statement(self, statement: ast.stmt, scope: Scope) -> None:
        match statement:
            case ast.Expr(value=value):
                result = self.evaluate(value, scope)
                if scope.parent is None and is_module(result):
                    self.shown = result
            case ast.Assign(targets=targets, value=value):
                result = self.evaluate(value, scope)
                for target in targets:
                    self.assign(target, result, scope)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self.assign(target, self.evaluate(value, scope), scope)
            case ast.AugAssign(target=target, op=kind, value=value):
                left = self.evaluate(_loaded(target), scope)
                right = self.evaluate(value, scope)
                if isinstance(left, list) and isinstance(right, list) and isinstance(kind, ast.Add):
                    left.extend(right)
                    self.effects += any(map(is_module, right))
                    return
                result = self._evaluator.binary(kind, left, right, statement.lineno)
                self.assign(target, result, scope)
            case ast.Import() | ast.ImportFrom():
                _import(statement, scope)
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) if known := (
                self.library.known(statement)
            ):
                scope.names[name] = known
            case ast.FunctionDef(name=name):
                scope.names[name] = UserFunction(statement, scope)
            case ast.ClassDef(name=name, bases=bases):
                made_from = tuple(self.evaluate(base, scope) for base in bases)
                made = scope.names[name] = UserClass(statement, scope, made_from)
                self._class_values(made)
            case ast.Return(value=value):
                raise _Returned(None if value is None else self.evaluate(value, scope))
            case ast.If(test=test, body=body, orelse=otherwise):
                self._branch(test, body, otherwise, scope)
            case ast.For(target=target, iter=values, body=body):
                self._loop(statement, target, self.evaluate(values, scope), body, scope)
            case ast.With(body=body) | ast.Try(body=body):
                self.run(body, scope)
            case ast.While(body=body):
                self._uncounted(statement, body, scope)
            case ast.Break() | ast.Continue():
                raise _LoopEnded(isinstance(statement, ast.Break))

    def _class_values(self, made: UserClass) -> None:
        """What a class gives all its objects."""
        inside = Scope(parent=made.scope)
        constants = [
            each for each in made.code.body if isinstance(each, ast.Assign | ast.AnnAssign)
        ]
        self.run(constants, inside)
        made.values.update(inside.names)

    def assign(self, target: ast.expr, value: Any, scope: Scope) -> None:
        """Give a name, or each of several, a value."""
        match target:
            case ast.Name(id=name):
                scope.names[name] = value
            case ast.Attribute(value=owner, attr=name):
                holder = self.evaluate(owner, scope)
                if isinstance(holder, Instance):
                    holder.attributes[name] = value
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                values = self._evaluator.unpacked(value, len(parts))
                for part, each in zip(parts, values, strict=True):
                    self.assign(part, each, scope)
            case ast.Subscript(value=owner, slice=index):
                self._evaluator.set_item(owner, index, value, scope)
            case ast.Starred(value=inner):
                self.assign(inner, UNKNOWN, scope)

    def _branch(
        self, test: ast.expr, body: list[ast.stmt], otherwise: list[ast.stmt], scope: Scope
    ) -> None:
        condition = self.evaluate(test, scope)
        if condition is not UNKNOWN:
            self.run(body if condition else otherwise, scope)
            return
        line, before = self.line, self.effects
        self.run(body, scope)
        if self.effects != before and not _is_main(test):
            self.remarks.append(warning(line, message(_UNKNOWN_CONDITION)))

    def _loop(
        self, statement: ast.For, target: ast.expr, values: Any, body: list[ast.stmt], scope: Scope
    ) -> None:
        if isinstance(values, Chain):
            values = [made for _, made in values.children]
        elif isinstance(values, Mapping):
            values = list(values)
        if not isinstance(values, Sequence):
            self.assign(target, UNKNOWN, scope)
            self._uncounted(statement, body, scope)
            return
        before = self.effects
        for count, value in enumerate(values):
            if count >= _IDLE_ROUNDS and self.effects == before:
                self._forget(body, scope)
                return
            self.assign(target, value, scope)
            try:
                self.run(body, scope)
            except _LoopEnded as ended:
                if ended.is_break:
                    return

    def _uncounted(self, statement: ast.stmt, body: list[ast.stmt], scope: Scope) -> None:
        """Follow a loop once that runs nobody knows how often."""
        before = self.effects
        with suppress(_LoopEnded):
            self.run(body, scope)
        if self.effects != before:
            self.remarks.append(Remark(statement.lineno, message(_UNKNOWN_LOOP)))

    def _forget(self, body: list[ast.stmt], scope: Scope) -> None:
        """What a loop that was not followed to its end may have changed is not known."""
        for inner in body:
            for found in ast.walk(inner):
                if isinstance(found, ast.Name) and isinstance(found.ctx, ast.Store):
                    scope.names[found.id] = UNKNOWN

    def call_function(self, function: UserFunction, given: Arguments, line: int) -> Any:
        """What a function of the code returns.

        Raises:
            TooMuch: It calls itself, or others, too deep.
        """
        self.count_step(line)
        if self._depth >= _DEEPEST_CALLS:
            raise TooMuch(line, message(_TOO_DEEP))
        scope = Scope(parent=function.scope)
        if function.owner is not None:
            given = Arguments([function.owner, *given.positional], given.named)
        self._bind(function.code.args, given, scope, function.scope)
        if isinstance(function.code, ast.Lambda):
            return self.evaluate(function.code.body, scope)
        self._depth += 1
        try:
            self.run(function.code.body, scope)
        except _Returned as returned:
            return returned.value
        except _LoopEnded:
            return None
        finally:
            self._depth -= 1
        return None

    def _bind(
        self, parameters: ast.arguments, given: Arguments, scope: Scope, outside: Scope
    ) -> None:
        names = [each.arg for each in (*parameters.posonlyargs, *parameters.args)]
        defaults = [None] * (len(names) - len(parameters.defaults)) + [*parameters.defaults]
        pairs = [
            *zip(names, defaults, strict=True),
            *zip((each.arg for each in parameters.kwonlyargs), parameters.kw_defaults, strict=True),
        ]
        for name, default in pairs:
            scope.names[name] = UNKNOWN if default is None else self.evaluate(default, outside)
        scope.names.update(zip(names, given.positional, strict=False))
        if parameters.vararg is not None:
            scope.names[parameters.vararg.arg] = given.positional[len(names) :]
        known = {name for name, _ in pairs}
        scope.names.update({k: v for k, v in given.named.items() if k in known})
        if parameters.kwarg is not None:
            rest = {k: v for k, v in given.named.items() if k not in known}
            scope.names[parameters.kwarg.arg] = rest

    def instantiate(self, made_by: UserClass, given: Arguments, line: int) -> Instance:
        """An object of a class of the code."""
        made = Instance(made_by, line)
        self.instances.append(made)
        self.effects += 1
        if (code := made_by.method("__init__")) is not None:
            self.call_function(UserFunction(code, made_by.scope, made), given, line)
        return made

    def forward(self, instance: Instance, given: Arguments, line: int) -> Any:
        """What an object gives for its inputs, the way its ``forward`` says."""
        code = instance.made_by.method("forward") or instance.made_by.method("call")
        if code is not None:
            return self.call_function(
                UserFunction(code, instance.made_by.scope, instance), given, line
            )
        flow = next(flows_in(given.positional), Flow())
        for name, made in instance.attributes.items():
            if is_module(made):
                flow = self.apply(made, Arguments([flow]), name, line)
        return flow

    def chain_of(self, made: Any) -> Chain | CodeCall:
        """A module as a chain of layers or as one constructor call."""
        if not isinstance(made, Instance):
            assert isinstance(made, Chain | CodeCall)
            return made
        result = self.forward(made, Arguments([Flow()]), made.line)
        flow = next(flows_in(result), None)
        if flow is None:
            return CodeCall("", line=made.line, fault=message(_NO_TENSOR))
        return Chain(made.line, [(step.name, step.made) for step in flow.steps])

    def apply(self, made: Any, given: Arguments, name: str | None, line: int) -> Any:
        """Send tensors through a module."""
        flow = next(flows_in(given.positional), None)
        if flow is None:
            return UNKNOWN
        self.effects += 1
        return flow.through(self.chain_of(made), name, line)


def _loaded(target: ast.expr) -> ast.expr:
    """The expression that reads what ``target`` is written to."""
    match target:
        case ast.Name(id=name):
            return ast.copy_location(ast.Name(name, ast.Load()), target)
        case ast.Attribute(value=value, attr=name):
            return ast.copy_location(ast.Attribute(value, name, ast.Load()), target)
    return target


def _is_main(test: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(test))


def _import(statement: ast.Import | ast.ImportFrom, scope: Scope) -> None:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            scope.names[alias.asname or name] = Dotted(name)
        return
    for alias in statement.names:
        scope.names[alias.asname or alias.name] = Dotted(f"{statement.module or ''}.{alias.name}")


_UNKNOWN_CONDITION = QT_TRANSLATE_NOOP(
    "netstudio",
    "Which way this condition goes is known only when the code runs; the first way was read.",
)
_UNKNOWN_LOOP = QT_TRANSLATE_NOOP(
    "netstudio", "How often this loop runs is known only when the code runs; it was read once."
)
_TOO_DEEP = QT_TRANSLATE_NOOP("netstudio", "The code calls itself too often to be followed.")
_NO_TENSOR = QT_TRANSLATE_NOOP("netstudio", "What this class returns could not be followed.")


def _too_many_steps() -> Message:
    template = QT_TRANSLATE_NOOP(
        "netstudio", "The code repeats too much to be followed to its end. Make its loops shorter."
    )
    return message(template)
