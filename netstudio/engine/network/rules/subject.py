"""What rules look at: a network whose layers are reported already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netstudio.core.layer import LayerDef
from netstudio.core.project import Project
from netstudio.core.spec import Call, TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.report import LayerReport
from netstudio.layers import LAYERS
from netstudio.tasks.settings import Settings


@dataclass(frozen=True)
class Subject:
    """A project and what is known of it.

    Attributes:
        project: The project.
        settings: Its other choices, checked.
        reports: A report for every node, by uid.
        output: What the network puts out; None where a problem hides it.
    """

    project: Project
    settings: Settings
    reports: Mapping[str, LayerReport]
    output: TensorSpec | None


@dataclass(frozen=True)
class Link:
    """One layer of a chain.

    Attributes:
        node: The layer as written.
        layer: Its type with its settings.
        input: What goes into it; None where that is unknown.
        output: What comes out of it; None likewise.
        call: Its module; None where it cannot be built.
    """

    node: Node
    layer: LayerDef
    input: TensorSpec | None
    output: TensorSpec | None
    call: Call | None


Chain = tuple[Link, ...]


def chains(subject: Subject) -> Iterator[Chain]:
    """Every run of layers of which each works on what the one before puts out.

    Groups are seen through, switched-off layers left out; the body of another container is a chain
    of its own, and a layer that cannot be read ends one.
    """
    pending = [subject.project.network]
    while pending:
        links: list[Link] = []
        for link in _straight(pending.pop(), subject.reports):
            if link is None:
                yield tuple(links)
                links = []
                continue
            links.append(link)
            if not link.layer.is_transparent:
                pending.extend(body for _, body in link.node.slots)
        yield tuple(links)


def main_chain(subject: Subject) -> Chain:
    """The layers from the network's input to its output; empty where one cannot be read."""
    links = list(_straight(subject.project.network, subject.reports))
    return tuple(link for link in links if link is not None) if None not in links else ()


def _straight(stack: Stack, reports: Mapping[str, LayerReport]) -> Iterator[Link | None]:
    """The enabled layers of a stack and of its groups; None for one that cannot be read."""
    for node in stack:
        if not node.enabled:
            continue
        report = reports[node.uid]
        if report.layer is None:
            yield None
        elif report.layer.is_transparent:
            for _, body in node.slots:
                yield from _straight(body, reports)
        else:
            yield Link(node, report.layer, report.input, report.output, report.call)


def last_leaf(stack: Stack) -> Node | None:
    """The layer whose output is the stack's, seen through groups."""
    for node in reversed(stack.nodes):
        if not node.enabled:
            continue
        cls = LAYERS.get(node.type)
        if cls is None or not cls.is_transparent:
            return node
        for _, body in node.slots:
            if (leaf := last_leaf(body)) is not None:
                return leaf
    return None
