"""What an analysis says of chosen layers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, Stack, find, locate

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


@dataclass(frozen=True)
class LayerFacts:
    """Shapes and counts of one layer, or the counts of several together.

    Attributes:
        input: What goes in; None where that is unknown, or they are several.
        output: What comes out; None likewise.
        parameters: How many learned numbers they have; None where that is unknown.
        multiply_adds: Multiplications with an addition for one sample; None likewise.
    """

    input: TensorSpec | None = None
    output: TensorSpec | None = None
    parameters: int | None = None
    multiply_adds: int | None = None


def facts_of(project: Project, analysis: Analysis, uids: Collection[str]) -> LayerFacts:
    """The facts of the layers with these uids; what lies inside another one counts once."""
    reports = [
        report
        for node in outermost(project.network, uids)
        if (report := analysis.layers.get(node.uid)) is not None
    ]
    shapes: tuple[TensorSpec | None, TensorSpec | None] = (None, None)
    if len(uids) == 1 and len(reports) == 1:
        (uid,) = uids
        shapes = (_input(project, analysis, uid), reports[0].output)
    if not reports or any(report.output is None for report in reports):
        return LayerFacts(*shapes)
    return LayerFacts(
        *shapes,
        parameters=sum(report.parameters for report in reports),
        multiply_adds=sum(report.flops for report in reports) // 2,
    )


def outermost(stack: Stack, uids: Collection[str]) -> tuple[Node, ...]:
    """The nodes with these uids that lie in no other of them, from top to bottom."""
    found: list[Node] = []
    for node in stack:
        if node.uid in uids:
            found.append(node)
        else:
            found.extend(inner for _, body in node.slots for inner in outermost(body, uids))
    return tuple(found)


def _input(project: Project, analysis: Analysis, uid: str) -> TensorSpec | None:
    """What goes into a layer: the output of the one above it, or what its container receives."""
    if (place := locate(project.network, uid)) is None:
        return None
    if place.index == 0:
        if place.parent is not None:
            return _input(project, analysis, place.parent)
        return project.data.facts.sample if project.data.facts else None
    if place.parent is None:
        neighbours = project.network
    else:
        parent = find(project.network, place.parent)
        assert parent is not None
        neighbours = parent.slot(place.slot)
    above = analysis.layers.get(neighbours.nodes[place.index - 1].uid)
    return above.output if above else None
