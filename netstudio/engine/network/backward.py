"""What training keeps of a sample until the backward pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from math import prod

from netstudio.core.tree import Stack
from netstudio.engine.network.cost import Cost
from netstudio.engine.network.report import LayerReport


def kept_for_gradients(network: Stack, reports: Mapping[str, LayerReport]) -> int:
    """Bytes that training keeps of one sample: nothing of frozen layers that come first.

    No gradient goes further up than the first layer that learns. Of what lies above it only the
    last output is kept, which that layer needs.
    """
    kept = sum((reports[node.uid].cost for node in network), Cost()).activations
    above = [*takewhile(lambda report: not report.cost.trainable, _in_a_row(network, reports))]
    if not any(report.cost.frozen for report in above):
        return kept
    return kept - sum(report.activations for report in above) + _output_bytes(above[-1])


def _in_a_row(stack: Stack, reports: Mapping[str, LayerReport]) -> Iterator[LayerReport]:
    """The layers from top to bottom, seen through groups."""
    for node in stack:
        if not node.enabled:
            continue
        report = reports[node.uid]
        if report.layer is not None and report.layer.is_transparent:
            for _, body in node.slots:
                yield from _in_a_row(body, reports)
        else:
            yield report


def _output_bytes(report: LayerReport) -> int:
    if report.output is None:
        return 0
    return prod(report.output.sizes) * (4 if report.output.dtype == "float32" else 8)
