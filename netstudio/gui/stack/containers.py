"""How containers differ in looks: what happens around the layers that they hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from netstudio.core.tree import Node, Stack, walk
from netstudio.layers import LAYERS

_MERGE_SIGNS = {"add": "+", "multiply": "×"}


@dataclass(frozen=True)
class ContainerLook:
    """What is drawn around the layers in a container.

    Attributes:
        merge: What stands in the node where its paths meet; empty for none.
        has_shortcut: Whether a line leads around the layers.
        badge: What stands beside its name.
        tells_all: Whether the badge says all that its settings say.
    """

    merge: str = ""
    has_shortcut: bool = False
    badge: str = ""
    tells_all: bool = False


def look_of(node: Node) -> ContainerLook:
    """How a container is drawn."""
    if node.type == "Residual":
        return ContainerLook(merge="+", has_shortcut=True)
    if node.type == "Parallel":
        merge = str(node.fields.get("merge", "concat"))
        return ContainerLook(merge=_MERGE_SIGNS.get(merge, merge))
    if node.type == "Repeat":
        is_plain = node.fields.get("shared") is not True
        return ContainerLook(badge=f"× {node.fields.get('times', '?')}", tells_all=is_plain)
    return ContainerLook()


def takes_more(node: Node) -> bool:
    """Whether one can add a branch."""
    definition = LAYERS.get(node.type)
    return definition is not None and definition.open_slots


def containers_around(network: Stack, uids: Collection[str]) -> set[str]:
    """The containers that hold any of these layers, however deep."""
    return {
        node.uid
        for node in walk(network)
        if any(inner.uid in uids for _, body in node.slots for inner in walk(body))
    }
