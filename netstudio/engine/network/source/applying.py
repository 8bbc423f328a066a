"""Code that was edited back into the project it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from netstudio.core import edits
from netstudio.core.problems import Severity
from netstudio.core.project import Project
from netstudio.core.tree import Location, Node, Stack, find, locate, walk
from netstudio.core.values import Fields
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.source.expressions import name_in_comment
from netstudio.engine.network.source.printer import print_source
from netstudio.engine.network.source.reader import Reading, read_source
from netstudio.engine.network.source.remarks import Remark


@dataclass(frozen=True)
class Applied:
    """What became of a project.

    Attributes:
        project: The project with the network of the code; as it was, where the code has errors.
        remarks: What is to be said about the code.
    """

    project: Project
    remarks: tuple[Remark, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether something in the code could not be read, so that nothing was changed."""
        return any(remark.severity is Severity.ERROR for remark in self.remarks)


def apply_source(project: Project, text: str) -> Applied:
    """Put edited code into a project.

    A layer that keeps its name and type stays the same node with its note and how it learns; of its
    settings only those change that the code says otherwise than before. Layers for which the code
    has only a comment stay where they are. Nothing changes where any part of the code cannot be
    read.
    """
    return apply_reading(project, read_source(text))


def apply_reading(project: Project, reading: Reading) -> Applied:
    """Put what was read into a project; see ``apply_source``."""
    if reading.network is None or reading.errors:
        return Applied(project, reading.remarks)
    known = {node.name: node for node in walk(project.network)}
    network = _kept(reading.network, known, _as_printed(project))
    network = _with_stand_ins(network, project.network, reading.stand_ins)
    changed = project if network == project.network else project.with_network(network)
    return Applied(reading.training.apply(changed), reading.remarks)


def _as_printed(project: Project) -> dict[str, Node]:
    """What reading the project's own code gives, by name: what of a layer the code can say."""
    printed = print_source(analyse(project), project)
    return {node.name: node for node in walk(read_source(printed.text).network or Stack())}


def _kept(stack: Stack, known: Mapping[str, Node], printed: Mapping[str, Node]) -> Stack:
    """The stack with the identity of the nodes that it had before."""
    nodes = []
    for node in stack:
        slots = tuple((name, _kept(body, known, printed)) for name, body in node.slots)
        kept = replace(node, slots=slots)
        old = known.get(node.name)
        if old is not None and old.type == node.type:
            fields = _kept_fields(old, node, printed.get(node.name))
            kept = replace(
                kept,
                uid=old.uid,
                fields=fields,
                note=node.note or old.note,
                frozen=old.frozen,
                learning_rate_factor=old.learning_rate_factor,
            )
        nodes.append(kept)
    return Stack(tuple(nodes))


def _kept_fields(old: Node, new: Node, printed: Node | None) -> Fields:
    """The old settings with those that the code changed.

    So what code cannot say outlives the way through it: AUTO, which is a number there, and settings
    that make no difference at the moment.
    """
    if printed is None or printed.type != new.type:
        return new.fields
    changed = {
        name: value
        for name, value in new.fields.items()
        if Fields(value=value) != Fields(value=printed.fields.get(name))
    }
    return old.fields.replace(**changed) if changed else old.fields


def _with_stand_ins(network: Stack, before: Stack, names: frozenset[str]) -> Stack:
    """The network with the old nodes that the code has only comments for, each in its place."""
    return _restored(network, before, None, "", names)


def _restored(
    network: Stack, body: Stack, parent: str | None, slot: str, names: frozenset[str]
) -> Stack:
    place = Location(parent, slot, 0)
    for node in body:
        there = locate(network, node.uid)
        if there is not None:
            place = replace(there, index=there.index + 1)
            for name, inner in node.slots:
                network = _restored(network, inner, node.uid, name, names)
        elif name_in_comment(node) in names:
            if not _exists(network, place):
                place = Location(None, "", len(network))
            network = edits.insert(network, place, [node])
            place = replace(place, index=place.index + 1)
    return network


def _exists(network: Stack, place: Location) -> bool:
    if place.parent is None:
        return True
    holder = find(network, place.parent)
    return holder is not None and place.slot in dict(holder.slots)
