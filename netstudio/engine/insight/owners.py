"""Which layer of the stack a module or a weight of the built network belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.tree import Node, Stack, walk


class Owners:
    """Finds the layer of a dotted name such as ``residual_1.body.conv2d_2.weight``.

    Names of layers are unique in a network, so that the innermost of them is the owner.
    """

    def __init__(self, network: Stack) -> None:
        self._nodes: Mapping[str, Node] = {node.name: node for node in walk(network)}

    def of(self, name: str) -> Node | None:
        """The layer that a module or weight of this name is part of; None where there is none."""
        parts = reversed(name.split("."))
        return next((self._nodes[part] for part in parts if part in self._nodes), None)

    def is_layer(self, name: str) -> bool:
        """Whether a module of this name is a whole layer that holds no others."""
        node = self._nodes.get(name.rpartition(".")[2])
        return node is not None and not node.slots
