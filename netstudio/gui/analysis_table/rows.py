"""What the table says of each layer, as values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from netstudio.core.layer import Family
from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis
    from netstudio.engine.network.receptive_field import ReceptiveField


class Column(IntEnum):
    """The columns, from the left."""

    LAYER = 0
    TYPE = 1
    OUTPUT = 2
    PARAMETERS = 3
    FLOPS = 4
    MEMORY = 5
    FIELD = 6


COSTS = (Column.PARAMETERS, Column.FLOPS, Column.MEMORY)


@dataclass(frozen=True)
class Row:
    """One layer, or all of them together.

    Attributes:
        uid: The layer's; empty for the row of totals.
        path: The names of the containers and slots around it, and its own.
        type: The registry's name of its type.
        label: What people call the type (marked text).
        family: Its family; None for an unknown type.
        enabled: Whether it takes part.
        holds: Whether it is a container, whose costs are those of what it holds.
        output: What comes out of it, where that is known.
        frozen: How many of its parameters training leaves as they are.
        costs: Parameters, floating-point operations and bytes of activations for one sample.
        field: What one number of its output sees of the network's input.
    """

    uid: str
    path: tuple[str, ...]
    type: str = ""
    label: str = ""
    family: Family | None = None
    enabled: bool = True
    holds: bool = False
    output: TensorSpec | None = None
    costs: tuple[int, int, int] = (0, 0, 0)
    field: ReceptiveField | None = None
    frozen: int = 0

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1] if self.path else ""

    @property
    def depth(self) -> int:
        """How many containers lie around it."""
        return len(self.path) // 2

    @property
    def is_frozen(self) -> bool:
        """Whether it is a layer whose parameters all stay as they are."""
        return bool(self.uid) and 0 < self.frozen == self.cost(Column.PARAMETERS)

    def cost(self, column: Column) -> int:
        """What it costs, by the column that says so."""
        return self.costs[COSTS.index(column)]


def rows_of(project: Project, analysis: Analysis) -> tuple[Row, ...]:
    """A row for every layer, containers before what they hold."""
    return tuple(_rows(project.network, analysis, ()))


def totals_of(analysis: Analysis) -> Row:
    """The row of totals."""
    cost = analysis.cost
    costs = (cost.parameters, cost.flops, cost.activations)
    return Row("", (), output=analysis.output, costs=costs, frozen=cost.frozen)


def _rows(stack: Stack, analysis: Analysis, path: tuple[str, ...]) -> Iterator[Row]:
    for node in stack:
        yield _row(node, analysis, (*path, node.name))
        for slot, body in node.slots:
            yield from _rows(body, analysis, (*path, node.name, slot))


def _row(node: Node, analysis: Analysis, path: tuple[str, ...]) -> Row:
    definition = LAYERS.get(node.type)
    report = analysis.layers.get(node.uid)
    return Row(
        uid=node.uid,
        path=path,
        type=node.type,
        label=definition.label if definition is not None else node.type,
        family=definition.family if definition is not None else None,
        enabled=node.enabled,
        holds=bool(node.slots),
        output=report.output if report else None,
        costs=(report.parameters, report.flops, report.activations) if report else (0, 0, 0),
        field=report.receptive_field if report else None,
        frozen=report.cost.frozen if report else 0,
    )


def costliest(rows: Iterable[Row], column: Column) -> Row | None:
    """The layer that costs most and is no container; None where none costs anything."""
    layers = [row for row in rows if not row.holds and row.cost(column)]
    return max(layers, key=lambda row: row.cost(column), default=None)


TITLES = (
    *("layer", "type", "output", "parameters", "flops_per_sample"),
    *("activation_bytes_per_sample", "receptive_field", "frozen_parameters"),
)


def as_table(rows: Iterable[Row], delimiter: str = ",") -> str:
    """The rows for other programs: plain figures, and paths for names."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(TITLES)
    for row in rows:
        name = ".".join(row.path) if row.uid else "total"
        writer.writerow((name, row.type, _shape(row), *row.costs, _field(row), row.frozen))
    return text.getvalue()


def _shape(row: Row) -> str:
    return "x".join(map(str, row.output.sizes)) if row.output is not None else ""


def _field(row: Row) -> str:
    if row.field is None:
        return ""
    return "x".join(map(str, row.field.sizes)) if row.field.sizes is not None else "whole input"
