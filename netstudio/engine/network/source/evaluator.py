"""Following expressions without running them."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.network.source import arithmetic
from netstudio.engine.network.source.merging import merged
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Flow,
    Instance,
    Method,
    Outputs,
    Scope,
    Thing,
    Unknown,
    UserClass,
    UserFunction,
    fault,
    flows_in,
    is_module,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

_LARGEST = 2**64
# What is called on a network that is being put together.
_ADDING = frozenset(("add", "add_module", "append", "compile", "extend", "insert"))
_OPERATIONS = {ast.Add: "add", ast.Mult: "multiply"}


class Super:
    """``super()`` within a method of the code."""

    def __init__(self, instance: Instance, made_by: UserClass) -> None:
        self.instance = instance
        self.made_by = made_by


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
                return self._call(code, scope)
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
                return tuple(self._elements(elements, scope))
            case ast.List(elts=elements):
                return self._elements(elements, scope)
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

    def _call(self, code: ast.Call, scope: Scope) -> Any:
        interpreter = self._interpreter
        if isinstance(code.func, ast.Name) and code.func.id == "super":
            return self._super(scope)
        self._make_instance(code.func, scope)
        callee = self.evaluate(code.func, scope)
        given = Arguments(self._elements(code.args, scope))
        for keyword in code.keywords:
            value = self.evaluate(keyword.value, scope)
            if keyword.arg is not None:
                given.named[keyword.arg] = value
            elif isinstance(value, dict):
                given.named.update({str(key): each for key, each in value.items()})
        match callee:
            case Dotted(name=path) if path.startswith("builtins."):
                return arithmetic.builtin(callee.last, given.positional)
            case Dotted():
                result = interpreter.library.call(callee, given, code.lineno)
                if isinstance(result, Chain) and len(code.args) == 1:
                    result.counted = _is_counted(code.args[0])
                return result
            case UserClass():
                return interpreter.instantiate(callee, given, code.lineno)
            case UserFunction():
                return interpreter.call_function(callee, given, code.lineno)
            case Method(owner=Super() as owner, name=name):
                return self._call_super(owner, name, given, code.lineno)
            case Method(owner=list() as owner, name=name):
                return self._call_list(owner, name, given)
            case Method(owner=dict() as owner, name=name):
                pairs = {"items": list(owner.items()), "values": list(owner.values())}
                return pairs.get(name, list(owner) if name == "keys" else UNKNOWN)
            case Method(owner=owner, name=name):
                result = interpreter.library.method(owner, name, given, code.lineno)
                if result is not UNKNOWN:
                    return result
            case Instance():
                if next(flows_in(given.positional), None) is None:
                    return UNKNOWN
                attribute = _attribute_name(code.func)
                if len([*flows_in(given.positional)]) > 1:
                    return interpreter.forward(callee, given, code.lineno)
                return interpreter.apply(callee, given, attribute, code.lineno)
            case CodeCall() | Chain():
                return interpreter.apply(callee, given, _attribute_name(code.func), code.lineno)
            case Thing():
                return interpreter.library.apply_thing(callee, given, code.lineno)
        flow = next(flows_in(given.positional), None)
        return UNKNOWN if flow is None else fault(flow, code.lineno, message(_NOT_A_LAYER))

    def _make_instance(self, callee: ast.expr, scope: Scope) -> None:
        """Make the network that ``model = Sequential`` forgot to make, once layers are added."""
        if not isinstance(callee, ast.Attribute) or callee.attr not in _ADDING:
            return
        if not isinstance(callee.value, ast.Name | ast.Attribute):
            return
        owner = self.evaluate(callee.value, scope)
        if isinstance(owner, Dotted) and owner.last == "Sequential":
            library = self._interpreter.library
            made = library.call(owner, Arguments(), callee.lineno)
            self._interpreter.assign(callee.value, made, scope)
            library.say_parentheses(owner, callee.lineno)

    def _super(self, scope: Scope) -> Any:
        try:
            instance = scope.find("self")
        except KeyError:
            return UNKNOWN
        return Super(instance, instance.made_by) if isinstance(instance, Instance) else UNKNOWN

    def _call_super(self, owner: Super, name: str, given: Arguments, line: int) -> Any:
        for base in owner.made_by.bases:
            if isinstance(base, UserClass) and (code := base.method(name)) is not None:
                function = UserFunction(code, base.scope, owner.instance)
                return self._interpreter.call_function(function, given, line)
            if isinstance(base, Dotted) and base.last == "Sequential" and name == "__init__":
                chain = self._interpreter.library.call(base, given, line)
                if isinstance(chain, Chain):
                    held = {
                        child or str(at): made for at, (child, made) in enumerate(chain.children)
                    }
                    owner.instance.attributes.update(held)
        return None

    def _call_list(self, owner: list[Any], name: str, given: Arguments) -> Any:
        added = given.get("object", len(given.positional) - 1)
        self._interpreter.effects += any(map(is_module, given.positional))
        match name:
            case "append":
                owner.append(added)
            case "extend" if isinstance(added, Sequence):
                owner.extend(added)
            case "insert" if isinstance(given.get("", 0), int):
                owner.insert(given.positional[0], added)
            case "pop" if owner:
                return owner.pop()
            case _:
                return UNKNOWN
        return None

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
                return one if same else fault(one, line, message(_NOT_A_LAYER))
        return arithmetic.binary(kind, left, right)

    def _logic(self, is_or: bool, values: list[ast.expr], scope: Scope) -> Any:
        result: Any = UNKNOWN
        for code in values:
            result = self.evaluate(code, scope)
            if result is UNKNOWN or bool(result) is is_or:
                return result
        return result

    def _elements(self, elements: list[ast.expr], scope: Scope) -> list[Any]:
        values: list[Any] = []
        for element in elements:
            if not isinstance(element, ast.Starred):
                values.append(self.evaluate(element, scope))
                continue
            several = self.evaluate(element.value, scope)
            if isinstance(several, Chain):
                several = [made for _, made in several.children]
            values.extend(several if isinstance(several, Sequence) else [UNKNOWN])
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
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _LARGEST:
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


def _attribute_name(callee: ast.expr) -> str | None:
    """What the code calls the module that it calls: ``conv1`` in ``self.conv1(x)``."""
    return callee.attr if isinstance(callee, ast.Attribute) else None


def _is_counted(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Starred) and isinstance(
        argument.value, ast.ListComp | ast.GeneratorExp
    )


_NOT_A_LAYER = QT_TRANSLATE_NOOP(
    "netstudio", "What happens to the data here is no layer that can be shown; it was left out."
)
