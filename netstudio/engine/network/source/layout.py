"""Nested brackets onto lines, as ruff lays them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

LINE_LENGTH = 100
_STEP = 4


@dataclass(frozen=True)
class Item:
    """One entry between brackets.

    Attributes:
        expression: Its code; None for a place where there are comments only.
        prefix: What stands before it, such as ``kernel_size=``.
        comments: Lines of comment above it, without their ``#``.
        uid: The node that it belongs to, where it is one.
    """

    expression: Expression | None
    prefix: str = ""
    comments: tuple[str, ...] = ()
    uid: str = ""


@dataclass(frozen=True)
class Brackets:
    """Entries between brackets.

    Attributes:
        opening: Everything up to the bracket that opens, ``nn.Linear(``.
        items: The entries.
        closing: The bracket that closes.
        separator: What stands between two entries; nothing within a comprehension.
        broken: Whether each entry has a line of its own even where all would fit on one.
    """

    opening: str
    items: tuple[Item, ...]
    closing: str = ")"
    separator: str = ","
    broken: bool = False


Expression: TypeAlias = "str | Brackets"


def flat(expression: Expression) -> str | None:
    """The expression on one line; None where it must be broken."""
    if isinstance(expression, str):
        return expression
    if expression.broken:
        return None
    inner = _flat_items(expression)
    return None if inner is None else f"{expression.opening}{inner}{expression.closing}"


def _flat_items(brackets: Brackets) -> str | None:
    parts = []
    for item in brackets.items:
        part = None if item.expression is None or item.comments else flat(item.expression)
        if part is None:
            return None
        parts.append(item.prefix + part)
    return f"{brackets.separator} ".join(parts)


@dataclass
class Page:
    """Lines of code that are being written.

    Attributes:
        lines: What is written so far.
        spans: The lines of each node, counted from 1.
    """

    lines: list[str] = field(default_factory=list)
    spans: dict[str, range] = field(default_factory=dict)

    def line(self, indent: int, text: str) -> None:
        """Write one line."""
        self.lines.append(" " * indent + text if text else "")

    def item(self, indent: int, item: Item, suffix: str = "") -> None:
        """Write an entry on lines of its own, below its comments."""
        start = len(self.lines) + 1
        for comment in item.comments:
            self.line(indent, f"# {comment}".rstrip())
        if item.expression is not None:
            self.expression(indent, item.prefix, item.expression, suffix)
        if item.uid and item.uid not in self.spans:
            self.spans[item.uid] = range(start, len(self.lines) + 1)

    def expression(self, indent: int, prefix: str, expression: Expression, suffix: str) -> None:
        """Write ``prefix``, the expression and ``suffix``, on one line where they fit."""
        one_line = flat(expression)
        if one_line is not None:
            room = LINE_LENGTH - indent - len(prefix) - len(suffix)
            if len(one_line) <= room or isinstance(expression, str):
                self.line(indent, prefix + one_line + suffix)
                return
        assert isinstance(expression, Brackets)
        self.line(indent, prefix + expression.opening)
        inner = None if expression.broken else _flat_items(expression)
        if inner is not None and indent + _STEP + len(inner) <= LINE_LENGTH:
            self.line(indent + _STEP, inner)
        else:
            # Like ruff, which adds no comma behind a single argument.
            is_single = len(expression.items) == 1 and not expression.broken
            for item in expression.items:
                self.item(indent + _STEP, item, "" if is_single else expression.separator)
        self.line(indent, expression.closing + suffix)
