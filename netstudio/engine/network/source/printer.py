"""The network as the PyTorch code that a person would have written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from netstudio.core.project import Project
from netstudio.core.spec import Call
from netstudio.core.tree import Node, Stack, is_identifier, walk
from netstudio.engine.network.analyse import Analysis
from netstudio.engine.network.masking import LENGTHS, NETWORK, RUN
from netstudio.engine.network.source.expressions import (
    SWITCHED_OFF,
    commented_out,
    constructor,
    remarks_on,
    targets_of,
)
from netstudio.engine.network.source.layout import Item, Page
from netstudio.engine.network.source.modules_text import (
    Definitions,
    Import,
    definitions_of,
    import_lines,
)

NOT_BUILT = "cannot be built as it is"
BLOCKED = "is left out until the layers above it work"
_INDENT = 8
_RESERVED = frozenset(("Tensor", "OrderedDict", "Path", "CLASSES", "MEAN", "STD"))


@dataclass(frozen=True)
class Source:
    """PyTorch code of a network.

    Attributes:
        text: A complete Python file, which needs nothing but torch.
        lines: The lines of every node that has some, counted from 1; a container's hold those of
            its layers. A switched-off layer, or one with a problem, has the line of its comment.
        class_name: What the network's class is called.
    """

    text: str
    lines: Mapping[str, range]
    class_name: str


def print_source(network: Analysis | Call, project: Project) -> Source:
    """Write the code of a project's network.

    Its modules have the names that they have in the built network, so that a trained model's
    weights fit it.

    Args:
        network: What was found out about the project, which may have problems: layers that cannot
            be built are comments then. Or the network as it was lowered.
        project: What ``network`` was made from.
    """
    calls = _calls(network, project)
    is_text = _is_text(network)
    targets = {target for call in calls.values() for target in targets_of(call)}
    helpers = definitions_of(targets | {LENGTHS, RUN} if is_text else targets)
    name = class_name(project.name, _names_taken(helpers))
    body = Page()
    blamed = set()
    if isinstance(network, Analysis):
        blamed = {problem.target for problem in network.errors}
    _write_constructor(body, name, project, calls, blamed)
    _write_forward(body, [node.name for node in project.network if node.enabled], calls, is_text)
    imports = {Import("torch", "Tensor"), Import("torch", "nn"), *helpers.imports}
    if any("OrderedDict(" in line for line in body.lines):
        imports.add(Import("collections", "OrderedDict"))
    head = import_lines(imports)
    for text in helpers.texts:
        head += ["", "", *text.splitlines()]
    head += ["", ""]
    spans = {
        uid: range(span.start + len(head), span.stop + len(head))
        for uid, span in body.spans.items()
    }
    return Source("\n".join([*head, *body.lines]) + "\n", MappingProxyType(spans), name)


def _calls(network: Analysis | Call, project: Project) -> dict[str, Call]:
    """The call of each outermost layer that has one, by name."""
    if isinstance(network, Call):
        return dict(network.children)
    if network.call is not None:
        return dict(network.call.children)
    reports = network.layers
    return {
        node.name: call
        for node in project.network
        if node.uid in reports and (call := reports[node.uid].call) is not None
    }


def _is_text(network: Analysis | Call) -> bool:
    """Whether its samples are texts, in which padding must not count."""
    if isinstance(network, Call):
        return network.target == NETWORK
    return network.sample is not None and network.sample.is_ids


def _write_constructor(
    page: Page, name: str, project: Project, calls: Mapping[str, Call], blamed: Set[str]
) -> None:
    page.line(0, f"class {name}(nn.Module):")
    page.line(4, "def __init__(self) -> None:")
    page.line(8, "super().__init__()")
    for node in project.network:
        page.item(_INDENT, _attribute(node, calls, blamed))


def _write_forward(page: Page, names: list[str], calls: Mapping[str, Call], is_text: bool) -> None:
    page.line(0, "")
    page.line(4, "def forward(self, x: Tensor) -> Tensor:")
    if is_text:
        page.line(8, "lengths: Tensor | None = text_lengths(x)")
    for name in names:
        if name in calls and is_text:
            page.line(8, f"x, lengths = run_masked(self.{name}, x, lengths)")
        elif name in calls:
            page.line(8, f"x = self.{name}(x)")
    page.line(8, "return x")


def _attribute(node: Node, calls: Mapping[str, Call], blamed: Set[str]) -> Item:
    if not node.enabled:
        return commented_out(node, SWITCHED_OFF)
    if node.name not in calls:
        is_to_blame = any(inner.uid in blamed for inner in walk(Stack((node,))))
        return commented_out(node, NOT_BUILT if is_to_blame else BLOCKED)
    made = constructor(calls[node.name], node)
    return Item(made, f"self.{node.name} = ", remarks_on(node), node.uid)


def _names_taken(helpers: Definitions) -> set[str]:
    """What stands beside the network's class, in a file of its own or in an exported one."""
    defined = {name for text in helpers.texts for name in re.findall(r"^\w+ (\w+)", text, re.M)}
    imported = {each.alias or each.name for each in helpers.imports}
    return defined | imported | _RESERVED


def class_name(project_name: str, taken: Collection[str] = ()) -> str:
    """A name for the network's class: ``mnist-cnn`` becomes ``MnistCnn``.

    Args:
        project_name: What the user calls the project.
        taken: Names that it must not have.
    """
    words = re.findall(r"[^\W_]+", project_name)
    name = "".join(word[0].upper() + word[1:] for word in words)
    if not is_identifier(name):
        name = f"Net{name}" if is_identifier(f"Net{name}") else "Net"
    return f"{name}Net" if name in taken else name
