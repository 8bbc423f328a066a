"""Following expressions without running them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netstudio.core.translate import message
from netstudio.engine.network.source import arithmetic
from netstudio.engine.network.source.branches import merged
from netstudio.engine.network.source.calls import NOT_A_LAYER, Super, called
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    Dotted,
    Elements,
    Flow,
    Instance,
    Method,
    Outputs,
    Scope,
    Unknown,
    UserClass,
    UserFunction,
    fault,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

_LARGEST = 2**64
_OPERATIONS = {ast.Add: "add", ast.Mult: "multiply"}


class Evaluator:
    """What expressions stand for."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter

    def evaluate(self, code: ast.expr, scope: Scope) -> Any:
        """The value of an expression."""
        self._interpreter.count_step(code.lineno)
        match code:
            case ast.Constant(value=value):
                return _constant(value)
            case ast.Name(id=name):
                return self._name(name, scope)
            case ast.Attribute(value=owner, attr=name):
                return self._attribute(self.evaluate(owner, scope), name)
            case ast.Call():
                return called(self._interpreter, code, scope)
            case ast.BinOp(left=left, op=kind, right=right):
                return self.binary(
                    kind, self.evaluate(left, scope), self.evaluate(right, scope), code.lineno
                )
            case ast.UnaryOp(op=sign, operand=operand):
                return arithmetic.unary(sign, self.evaluate(operand, scope))
            case ast.Compare(left=left, ops=[kind], comparators=[right]):
                return arithmetic.compare(
                    kind, self.evaluate(left, scope), self.evaluate(right, scope)
                )
            case ast.BoolOp(op=kind, values=values):
                return self._logic(isinstance(kind, ast.Or), values, scope)
            case ast.IfExp(test=test, body=body, orelse=otherwise):
                condition = self.evaluate(test, scope)
                if condition is UNKNOWN:
                    return UNKNOWN
                return self.evaluate(body if condition else otherwise, scope)
            case ast.Tuple(elts=elements):
                return tuple(self.elements(elements, scope))
            case ast.List(elts=elements):
                return self.elements(elements, scope)
            case ast.Dict(keys=keys, values=values):
                return self._dictionary(keys, values, scope)
            case ast.Subscript(value=owner, slice=index):
                return self._item(self.evaluate(owner, scope), index, scope, code.lineno)
            case (
                ast.ListComp(elt=element, generators=loops)
                | ast.GeneratorExp(elt=element, generators=loops)
            ):
                return self._comprehension(element, loops, Scope(parent=scope))
            case ast.JoinedStr(values=parts):
                return self._text(parts, scope)
            case ast.Lambda():
                return UserFunction(code, scope)
            case ast.NamedExpr(target=target, value=inner):
                result = self.evaluate(inner, scope)
                self._interpreter.assign(target, result, scope)
                return result
        return UNKNOWN

    def _name(self, name: str, scope: Scope) -> Any:
        try:
            return scope.find(name)
        except KeyError:
            if name in arithmetic.BUILTIN_NAMES:
                return Dotted(f"builtins.{name}")
            return self._interpreter.library.missing(name)

    def _attribute(self, owner: Any, name: str) -> Any:
        match owner:
            case Dotted(name=path):
                return Dotted(f"{path}.{name}")
            case Instance(made_by=made_by, attributes=attributes):
                if name in attributes:
                    return attributes[name]
                if (code := made_by.method(name)) is not None:
                    return UserFunction(code, made_by.scope, owner)
                value = made_by.value(name)
                return Method(owner, name) if value is UNKNOWN else value
            case UserClass():
                return owner.value(name)
            case Super():
                return Method(owner, name)
            case Unknown() | None | UserFunction():
                return UNKNOWN
        return Method(owner, name)

    def binary(self, kind: ast.operator, left: Any, right: Any, line: int) -> Any:
        """``left + right`` and the like, of numbers or of tensors."""
        operation = _OPERATIONS.get(type(kind))
        if isinstance(left, Flow) and isinstance(right, Flow):
            self._interpreter.effects += 1
            return merged(operation, [left, right], line)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Flow):
                neutral = {"add": 0, "multiply": 1}.get(operation or "")
                same = isinstance(other, int | float) and other == neutral
                return one if same else fault(one, line, message(NOT_A_LAYER))
        return arithmetic.binary(kind, left, right)

    def _logic(self, is_or: bool, values: list[ast.expr], scope: Scope) -> Any:
        result: Any = UNKNOWN
        for code in values:
            result = self.evaluate(code, scope)
            if result is UNKNOWN or bool(result) is is_or:
                return result
        return result

    def elements(self, elements: list[ast.expr], scope: Scope) -> Elements:
        """The values of a list, or of a call's arguments, those with a star in their place."""
        values = Elements()
        for element in elements:
            if not isinstance(element, ast.Starred):
                values.add(self.evaluate(element, scope), element.lineno)
                continue
            several = self.evaluate(element.value, scope)
            if isinstance(several, Chain):
                several = [made for _, made in several.children]
            for value in arithmetic.listed(several):
                values.add(value, element.lineno)
        return values

    def _dictionary(
        self, keys: list[ast.expr | None], values: list[ast.expr], scope: Scope
    ) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        for key, value in zip(keys, values, strict=True):
            name = self.evaluate(key, scope) if key is not None else UNKNOWN
            if isinstance(name, str | int):
                made[name] = self.evaluate(value, scope)
        return made

    def _item(self, owner: Any, index: ast.expr, scope: Scope, line: int) -> Any:
        if isinstance(owner, Chain):
            owner = [made for _, made in owner.children]
        if isinstance(owner, Flow | Outputs | Method):
            return self._interpreter.library.method(owner, "[]", _index(self, index, scope), line)
        if isinstance(index, ast.Slice) and isinstance(owner, list | tuple | str):
            parts = (index.lower, index.upper, index.step)
            ends = [None if end is None else self.evaluate(end, scope) for end in parts]
            if all(end is None or isinstance(end, int) for end in ends) and ends[2] != 0:
                return owner[slice(*ends)]
            return UNKNOWN
        place = self.evaluate(index, scope)
        try:
            return owner[place]
        except (TypeError, LookupError):
            return UNKNOWN

    def set_item(self, owner: ast.expr, index: ast.expr, value: Any, scope: Scope) -> None:
        """Follow ``owner[index] = value``."""
        holder, place = self.evaluate(owner, scope), self.evaluate(index, scope)
        is_there = isinstance(holder, list) and isinstance(place, int) and place < len(holder)
        if is_there or (isinstance(holder, dict) and isinstance(place, str | int)):
            holder[place] = value

    def _comprehension(
        self, element: ast.expr, loops: list[ast.comprehension], scope: Scope
    ) -> list[Any]:
        if not loops:
            return [self.evaluate(element, scope)]
        values = self.evaluate(loops[0].iter, scope)
        if isinstance(values, Chain):
            values = [made for _, made in values.children]
        found: list[Any] = []
        for value in values if isinstance(values, Sequence) else (UNKNOWN,):
            self._interpreter.assign(loops[0].target, value, scope)
            if all(self.evaluate(test, scope) for test in loops[0].ifs):
                found.extend(self._comprehension(element, loops[1:], scope))
        return found

    def _text(self, parts: list[ast.expr], scope: Scope) -> Any:
        text = ""
        for part in parts:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            value = self.evaluate(inner, scope)
            if not isinstance(value, str | int | float) or len(text) > arithmetic.LONGEST:
                return UNKNOWN
            text += str(value)
        return text

    def unpacked(self, value: Any, count: int) -> list[Any]:
        """The parts of a value that is given to ``count`` names at once."""
        if isinstance(value, Outputs):
            return [value] * count
        if isinstance(value, Flow):
            return [value, *[Outputs(value)] * (count - 1)]
        if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == count:
            return list(value)
        return [UNKNOWN] * count


def _constant(value: Any) -> Any:
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | float) and abs(value) <= _LARGEST:
        return value
    return UNKNOWN


def _index(evaluator: Evaluator, index: ast.expr, scope: Scope) -> Arguments:
    """What stands between the brackets; a slice is the text it is written as."""
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    return Arguments(
        [
            ast.unparse(part) if isinstance(part, ast.Slice) else evaluator.evaluate(part, scope)
            for part in parts
        ]
    )
