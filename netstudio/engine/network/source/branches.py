"""Tensors that were divided and meet again: shortcuts and branches."""

from __future__ import annotations

from collections.abc import Sequence

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.network.source.values import Chain, CodeCall, Flow, Step, fault, frozen


def merged(operation: str | None, flows: Sequence[Flow], line: int) -> Flow:
    """The tensor that several make together.

    Args:
        operation: ``add``, ``multiply``, ``concat``, ``mean`` or ``max``; None for any other.
        flows: The tensors.
        line: Where they meet.
    """
    if operation is None:
        return fault(flows[0], line, message(_NO_SUCH_MERGE))
    shared = _shared(flows)
    branches = [_doing(flow.steps[shared:]) for flow in flows]
    before = Flow(flows[0].steps[:shared])
    if operation == "add" and len(flows) == 2 and (body := _residual_body(branches)) is not None:
        made = CodeCall("modules.Residual", (("body", _chain(body, line)),), line=line)
        return before.through(made, None, line)
    arguments = tuple(
        (f"branch_{number}", _chain(branch, line)) for number, branch in enumerate(branches, 1)
    )
    made = CodeCall("modules.Parallel", (("merge", operation), *arguments), line=line)
    return before.through(made, None, line)


def _shared(flows: Sequence[Flow]) -> int:
    """How many modules the tensors went through together."""
    count = 0
    for steps in zip(*(flow.steps for flow in flows), strict=False):
        if any(step is not steps[0] for step in steps):
            break
        count += 1
    return count


def _doing(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if not does_nothing(step.made)]


def does_nothing(made: object) -> bool:
    """Whether a module gives back what it gets."""
    if isinstance(made, Chain):
        return all(does_nothing(inner) for _, inner in made.children)
    return isinstance(made, CodeCall) and made.target == "nn.Identity"


def _residual_body(branches: list[list[Step]]) -> list[Step] | None:
    """The branch beside a shortcut, or beside what a Residual adds to one by itself."""
    for body, shortcut in (branches, branches[::-1]):
        if body and (not shortcut or (len(shortcut) == 1 and _is_projection(shortcut[0].made))):
            return body
    return None


def _is_projection(made: object) -> bool:
    """Whether a module is the 1×1 map with which a Residual matches shapes."""
    if isinstance(made, Chain) and len(made.children) == 1:
        made = made.children[0][1]
    if not isinstance(made, CodeCall):
        return False
    arguments = dict(made.arguments)
    if arguments.get("bias") is not False:
        return False
    is_point = arguments.get("kernel_size") in (1, (1, 1))
    return made.target == "nn.Linear" or (made.target == "nn.Conv2d" and is_point)


def _chain(steps: Sequence[Step], line: int) -> CodeCall:
    return frozen(Chain(line, [(step.name, step.made) for step in steps]))


_NO_SUCH_MERGE = QT_TRANSLATE_NOOP(
    "netstudio",
    "Two tensors meet here in a way that has no layer; add, multiply or concatenate them instead.",
)
