"""Which layers a command freezes, and the command itself."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from netstudio.core import edits
from netstudio.core.learning import frozen_uids
from netstudio.core.tree import Node, Stack, find, locate, outermost
from netstudio.gui.stack.commands import Command, subject
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


def freezable(network: Stack, uids: Collection[str], analysis: Analysis | None) -> tuple[Node, ...]:
    """The outermost of these layers that have weights, or may have for all that is known.

    What lies in a frozen container has no say of its own.
    """
    frozen = frozen_uids(network)
    return tuple(
        node
        for node in outermost(network, uids)
        if _parent(network, node) not in frozen and _may_learn(node, analysis)
    )


def above(network: Stack, uids: Collection[str]) -> tuple[str, ...]:
    """The layers that a sample passes before it comes to the first of these."""
    chosen = outermost(network, uids)
    return tuple(_before(network, chosen[0].uid)) if chosen else ()


def freeze(network: Stack, nodes: Collection[Node], frozen: bool) -> Command:
    """Keep the weights of these layers as they are, or let them learn again."""
    uids = {node.uid for node in nodes}
    template = translate("netstudio", "Unfreeze {layers}")
    if frozen:
        template = translate("netstudio", "Freeze {layers}")
    label = template.format(layers=subject(network, uids))
    return Command(label, lambda stack: edits.set_frozen(stack, uids, frozen))


def freeze_above(network: Stack, uids: Collection[str], nodes: Collection[Node]) -> Command:
    """Freeze ``nodes``, which lie above the layers with these uids."""
    frozen = {node.uid for node in nodes}
    label = translate("netstudio", "Freeze all above {layers}").format(
        layers=subject(network, uids)
    )
    return Command(label, lambda stack: edits.set_frozen(stack, frozen, True))


def _may_learn(node: Node, analysis: Analysis | None) -> bool:
    report = analysis.layers.get(node.uid) if analysis is not None else None
    return report is None or report.output is None or report.parameters > 0 or node.frozen


def _parent(network: Stack, node: Node) -> str | None:
    place = locate(network, node.uid)
    return place.parent if place is not None else None


def _before(stack: Stack, uid: str) -> list[str]:
    """The siblings before a layer, and those before the containers around it."""
    passed: list[str] = []
    for node in stack:
        if node.uid == uid:
            return passed
        for _, body in node.slots:
            if find(body, uid) is not None:
                return [*passed, *_before(body, uid)]
        passed.append(node.uid)
    return passed
