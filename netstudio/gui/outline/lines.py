"""The lines of the outline: layers, and the branches of containers that have several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from netstudio.core.tree import Node, Stack
from netstudio.gui.texts import translate


@dataclass
class Line:
    """One line of the outline.

    Attributes:
        node: The layer; of a branch, the container.
        slot: The branch's name; empty for a layer.
        parent: The line above it in the tree; None for the outermost.
        row: Its place among its siblings.
        lines: What lies below it.
    """

    node: Node
    slot: str
    parent: Line | None
    row: int
    lines: list[Line] = field(default_factory=list)

    @property
    def is_layer(self) -> bool:
        """Whether it stands for a layer, not for a branch."""
        return not self.slot

    def shape(self) -> tuple[object, ...]:
        """Which layers and branches there are, and how they are nested."""
        return (self.node.uid, self.slot, *(line.shape() for line in self.lines))


def lines_of(stack: Stack, parent: Line | None = None) -> list[Line]:
    """The lines of a stack and of all that it holds."""
    lines = []
    for row, node in enumerate(stack):
        line = Line(node, "", parent, row)
        if len(node.slots) == 1:
            line.lines = lines_of(node.slots[0][1], line)
        else:
            for number, (slot, body) in enumerate(node.slots):
                branch = Line(node, slot, line, number)
                branch.lines = lines_of(body, branch)
                line.lines.append(branch)
        lines.append(line)
    return lines


def walk_lines(lines: list[Line]) -> Iterator[Line]:
    """All lines, each before what lies below it."""
    for line in lines:
        yield line
        yield from walk_lines(line.lines)


def branch_text(line: Line) -> str:
    """What a branch is called."""
    return translate("netstudio", "Branch {number}").format(number=line.row + 1)
