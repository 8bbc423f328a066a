"""What is read from code, in short."""

from __future__ import annotations

from textwrap import dedent

from netstudio.core.problems import Severity
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.source import Reading, read_source


def read(code: str) -> Reading:
    return read_source(dedent(code))


def outline(stack: Stack | None) -> list[object]:
    """The types of the layers; containers as (type, {slot: outline})."""
    assert stack is not None
    return [_of(node) for node in stack]


def _of(node: Node) -> object:
    if not node.slots:
        return node.type
    return (node.type, {name: outline(body) for name, body in node.slots})


def nodes_of(reading: Reading) -> list[Node]:
    assert reading.network is not None
    return list(reading.network)


def texts(reading: Reading) -> list[tuple[int, str, Severity]]:
    return [(remark.line, str(remark.text), remark.severity) for remark in reading.remarks]
