"""What following code needs to know of libraries."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any, Protocol

from netstudio.engine.network.source.values import Arguments, Chain, CodeCall, Dotted, Thing


class Meanings(Protocol):
    """What the names of a library mean."""

    def call(self, callee: Dotted, given: Arguments, line: int) -> Any:
        """What calling something imported gives."""

    def method(self, owner: Any, name: str, given: Arguments, line: int) -> Any:
        """What calling a method of a module or a tensor gives."""

    def apply_thing(self, thing: Thing, given: Arguments, line: int) -> Any:
        """What calling an object gives that is no module."""

    def module(self, value: Any, line: int) -> Chain | CodeCall:
        """What stands where a module belongs."""

    def children(self, values: Any, line: int) -> list[tuple[str | None, Chain | CodeCall]]:
        """The modules in a list or a dictionary of them, each with its name where it has one."""

    def say_parentheses(self, callee: Dotted, line: int) -> None:
        """Say that a class stands where a module belongs."""

    def known(self, code: ast.ClassDef | ast.FunctionDef) -> Dotted | None:
        """What a class or function of the code is a copy of, where it is one."""

    def models(self) -> Sequence[Any]:
        """Models that the code trains."""

    def missing(self, name: str) -> Any:
        """What a name stands for that the code does not explain."""
