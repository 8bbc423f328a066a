"""What an analysis says of chosen layers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import outermost
from netstudio.gui.analysis import input_of

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


@dataclass(frozen=True)
class LayerFacts:
    """Shapes and counts of one layer, or the counts of several together.

    Attributes:
        input: What goes in; None where that is unknown, or they are several.
        output: What comes out; None likewise.
        parameters: How many learned numbers they have; None where that is unknown.
        trainable: How many of them training changes; None likewise.
        flops: Floating-point operations for one sample; None likewise.
    """

    input: TensorSpec | None = None
    output: TensorSpec | None = None
    parameters: int | None = None
    trainable: int | None = None
    flops: int | None = None


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
        shapes = (input_of(project, analysis, uid), reports[0].output)
    if not reports or any(report.output is None for report in reports):
        return LayerFacts(*shapes)
    return LayerFacts(
        *shapes,
        parameters=sum(report.parameters for report in reports),
        trainable=sum(report.trainable for report in reports),
        flops=sum(report.flops for report in reports),
    )
