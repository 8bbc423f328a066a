"""What expressions stand for while code is read; none of the code ever runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from netstudio.core.spec import Argument, Call
from netstudio.core.translate import Message


class Unknown(Enum):
    """What only running the code would show.

    ``BATCH`` is a batch size, which reshaping code asks for.
    """

    VALUE = "value"
    BATCH = "batch"


UNKNOWN = Unknown.VALUE


@dataclass(frozen=True)
class Dotted:
    """Something imported, by its full name: ``torch.nn.Conv2d``."""

    name: str

    @property
    def last(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True)
class CodeCall(Call):
    """A constructor call found in code.

    Attributes:
        line: Where it is written.
        unknown: The arguments whose values only running the code would show.
        fault: Why it cannot be read, where that is known already.
        counted: Whether its children came out of a loop, as copies of one body do.
    """

    line: int = 0
    unknown: tuple[str, ...] = ()
    fault: Message | None = None
    counted: bool = False


@dataclass(eq=False)
class Chain:
    """Modules one after the other that code may still add to: nn.Sequential, a list of layers.

    Attributes:
        line: Where it is written.
        children: The modules, each with its name where the code gives one.
        is_network: Whether it can be called; a list of modules cannot.
        is_inline: Whether it is no module of the code but several for one, as a layer of Keras with
            its activation is.
        counted: Whether its children came out of a loop.
    """

    line: int
    children: list[tuple[str | None, Any]] = field(default_factory=list)
    is_network: bool = True
    is_inline: bool = False
    counted: bool = False


@dataclass(frozen=True, eq=False)
class Step:
    """One module that a tensor went through.

    Attributes:
        made: The module: a ``CodeCall`` or a ``Chain``.
        name: What the code calls it, where it has a name.
        line: Where it is called.
    """

    made: Any
    name: str | None
    line: int


@dataclass(frozen=True)
class Flow:
    """A tensor: the modules that it came through since the network's input."""

    steps: tuple[Step, ...] = ()

    def through(self, made: Any, name: str | None, line: int) -> Flow:
        """The tensor that comes out of one more module."""
        if isinstance(made, Chain) and made.is_inline:
            inner = (Step(each, child, line) for child, each in made.children)
            return Flow((*self.steps, *inner))
        return Flow((*self.steps, Step(made, name, line)))


@dataclass(eq=False)
class Scope:
    """Names and what they stand for."""

    names: dict[str, Any] = field(default_factory=dict)
    parent: Scope | None = None

    def find(self, name: str) -> Any:
        """What ``name`` stands for.

        Raises:
            KeyError: Nothing in the code has that name.
        """
        if name in self.names or self.parent is None:
            return self.names[name]
        return self.parent.find(name)


@dataclass(eq=False)
class UserFunction:
    """A function of the code.

    Attributes:
        code: Its definition.
        scope: Where it was defined.
        owner: The object it is a method of.
    """

    code: ast.FunctionDef | ast.Lambda
    scope: Scope
    owner: Instance | None = None


@dataclass(eq=False)
class UserClass:
    """A class of the code.

    Attributes:
        code: Its definition.
        scope: Where it was defined.
        bases: What it is derived from.
        values: What its body gives all its objects.
    """

    code: ast.ClassDef
    scope: Scope
    bases: tuple[Any, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """What it, or a class above it, gives all its objects; ``UNKNOWN`` for nothing."""
        if name in self.values:
            return self.values[name]
        above = (base.value(name) for base in self.bases if isinstance(base, UserClass))
        return next((value for value in above if value is not UNKNOWN), UNKNOWN)

    def method(self, name: str) -> ast.FunctionDef | None:
        """Its own or inherited method called ``name``."""
        for statement in self.code.body:
            if isinstance(statement, ast.FunctionDef) and statement.name == name:
                return statement
        inherited = (
            found
            for base in self.bases
            if isinstance(base, UserClass) and (found := base.method(name)) is not None
        )
        return next(inherited, None)


@dataclass(eq=False)
class Instance:
    """An object of a class of the code.

    Attributes:
        made_by: Its class.
        line: Where it was made.
        attributes: What it holds.
    """

    made_by: UserClass
    line: int
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Method:
    """A method that was looked up and not called yet."""

    owner: Any
    name: str


@dataclass(frozen=True, eq=False)
class Outputs:
    """What a recurrent layer returns beside its output: the state in which it ended.

    Attributes:
        flow: Its output.
    """

    flow: Flow


class TooMuch(Exception):
    """Code that would take too long to follow.

    Attributes:
        line: Where following it ended.
        text: Why.
    """

    def __init__(self, line: int, text: Message) -> None:
        self.line = line
        self.text = text
        super().__init__(str(text))


class Elements(list[Any]):
    """Values that stand in a row, with the lines that they are written in."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[int] = []

    def add(self, value: Any, line: int) -> None:
        """Put a value at the end."""
        self.append(value)
        self._lines.append(line)

    def line(self, at: int, otherwise: int) -> int:
        """Where a value is written; ``otherwise`` for one that came later."""
        return self._lines[at] if len(self._lines) == len(self) else otherwise


@dataclass
class Arguments:
    """What a call is given."""

    positional: list[Any] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, place: int = -1, default: Any = None) -> Any:
        """The argument called ``name`` or, where it has no name, at ``place``."""
        if name in self.named:
            return self.named[name]
        if 0 <= place < len(self.positional):
            return self.positional[place]
        return default

    def __iter__(self) -> Iterator[Any]:
        yield from self.positional
        yield from self.named.values()


@dataclass(frozen=True, eq=False)
class Thing:
    """An object of a library that is no module, such as an optimizer.

    Attributes:
        name: Its class.
        given: What it was made with.
    """

    name: str
    given: Arguments


def is_plain(value: object) -> bool:
    """Whether a value is a constant that a setting can have."""
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return value is None or isinstance(value, bool | int | float | str)


def tupled(value: Any) -> Argument:
    """A constant with tuples for lists."""
    return tuple(map(tupled, value)) if isinstance(value, list | tuple) else value


def is_module(value: object) -> bool:
    """Whether a value can stand in a network."""
    return isinstance(value, CodeCall | Chain | Instance)


def flows_in(values: object) -> Iterator[Flow]:
    """The tensors among arguments, those in lists included."""
    if isinstance(values, Flow):
        yield values
    elif isinstance(values, list | tuple):
        for value in values:
            yield from flows_in(value)


def fault(flow: Flow, line: int, text: Message) -> Flow:
    """A tensor after something that cannot be read."""
    return flow.through(CodeCall("", line=line, fault=text), None, line)


def frozen(made: Chain | CodeCall) -> CodeCall:
    """A module as a constructor call; where code gives no names, they are numbers as in torch."""
    return _frozen(made, {})


def _frozen(made: Chain | CodeCall, known: dict[int, CodeCall]) -> CodeCall:
    if isinstance(made, CodeCall):
        return made
    # A module that occurs many times is looked at once: nested twice and twice again, it is many.
    if (call := known.get(id(made))) is None:
        children = tuple(
            (name or str(at), _frozen(inner, known))
            for at, (name, inner) in enumerate(_spliced(made))
        )
        call = CodeCall("nn.Sequential", children=children, line=made.line, counted=made.counted)
        known[id(made)] = call
    return call


def _spliced(made: Chain) -> Iterator[tuple[str | None, Any]]:
    for name, inner in made.children:
        if isinstance(inner, Chain) and inner.is_inline:
            yield from _spliced(inner)
        else:
            yield name, inner
