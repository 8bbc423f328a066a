"""Changes to recorded operations that leave every number as it is and save work."""

from __future__ import annotations

import operator

import torch
from torch.fx import Graph, Node

_ATEN = torch.ops.aten
_RENAMES = (_ATEN.detach.default, _ATEN.alias.default)


def without_renames(graph: Graph) -> None:
    """Drop what only gives another name to a tensor; without gradients it does nothing."""
    for node in list(graph.nodes):
        if node.target in _RENAMES:
            (renamed,) = node.all_input_nodes
            node.replace_all_uses_with(renamed)
            graph.erase_node(node)


def pooled_before_activated(graph: Graph) -> None:
    """Let ReLU follow max-pooling that follows it: the same largest values, of fewer numbers.

    The largest of a window is the same before and after ReLU wherever it is positive, and where it
    is not, both give zero and pass no gradient back.
    """
    for pool in list(graph.nodes):
        if pool.target is _ATEN.max_pool2d_with_indices.default:
            _let_follow(graph, pool)


def _let_follow(graph: Graph, pool: Node) -> None:
    relu = pool.args[0]
    if not isinstance(relu, Node) or relu.target is not _ATEN.relu.default:
        return
    back = _only(relu, _ATEN.max_pool2d_with_indices_backward.default)
    masked = _only(relu, _ATEN.threshold_backward.default)
    largest = [user for user in pool.users if user.target is operator.getitem and not user.args[1]]
    if back is None or masked is None or len(largest) != 1 or len(relu.users) != 3:
        return
    if masked.args[0] is not back or len(back.users) != 1 or back.args[1] is not relu:
        return
    (source,), (pooled,) = relu.all_input_nodes, largest
    with graph.inserting_after(pooled):
        activated = graph.call_function(_ATEN.relu.default, (pooled,))
    pooled.replace_all_uses_with(activated, lambda user: user is not activated)
    pool.replace_input_with(relu, source)
    with graph.inserting_before(back):
        passed = graph.call_function(
            _ATEN.threshold_backward.default, (back.args[0], activated, masked.args[2])
        )
    back.args = (passed, source, *back.args[2:])
    masked.replace_all_uses_with(back)
    graph.erase_node(masked)
    graph.erase_node(relu)


def _only(node: Node, target: object) -> Node | None:
    """The one user of a node that is such an operation."""
    found = [user for user in node.users if user.target is target]
    return found[0] if len(found) == 1 else None
