"""What a card says of its layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from netstudio.core.declare import Unreadable
from netstudio.core.layer import Family
from netstudio.core.problems import Problem, Severity
from netstudio.core.tree import Node, free_name, walk
from netstudio.core.values import Fields
from netstudio.gui import language
from netstudio.gui.texts import grouped, layers_text, listed, short_count, translate, words
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import LayerReport

# Layers whose icon says more than that of their family.
_TYPE_ICONS = {"Residual": "plus-circle"}


@dataclass(frozen=True)
class LayerWords:
    """A layer type and its settings in words.

    Attributes:
        label: The type's label; of an unknown type, its name.
        summary: The key settings; empty where they cannot be read.
        icon: The icon's name.
        family: The family, whose colour it wears; None for an unknown type.
    """

    label: str
    summary: str
    icon: str
    family: Family | None


def describe(type_name: str, fields: Fields) -> LayerWords:
    """The words for a layer of type ``type_name`` with these settings."""
    return _describe(type_name, fields, language.spoken())


@lru_cache(maxsize=8192)
def _describe(type_name: str, fields: Fields, spoken_in: str) -> LayerWords:
    definition = LAYERS.get(type_name)
    if definition is None:
        return LayerWords(type_name, "", "question", None)
    try:
        parts = LAYERS.make(type_name, fields).summary()
    except Unreadable:
        parts = ()
    return LayerWords(
        words(definition.label),
        " · ".join(words(part) for part in parts),
        _TYPE_ICONS.get(type_name, FAMILY_ICONS[definition.family]),
        definition.family,
    )


def given_name(node: Node) -> str:
    """The name that the user gave the layer; empty where it is an automatic one."""
    stem = _automatic_stem(node.type)
    is_automatic = node.name.startswith(stem) and node.name.removeprefix(stem).isdecimal()
    return "" if is_automatic else node.name


@lru_cache(maxsize=1024)
def _automatic_stem(type_name: str) -> str:
    return free_name(type_name, ()).removesuffix("1")


def parameters_text(count: int) -> str:
    """How many parameters a card has; empty for none."""
    if not count:
        return ""
    if count == 1:
        return translate("netstudio", "1 param")
    return translate("netstudio", "{count} params").format(count=short_count(count))


def rate_text(node: Node) -> str:
    """At how many times the learning rate a layer learns; empty for the usual one."""
    if node.learning_rate_factor == 1:
        return ""
    return translate("netstudio", "rate ×{factor}").format(factor=f"{node.learning_rate_factor:g}")


def slot_text(slot: str) -> str:
    """What people call a container's slot."""
    stem, _, number = slot.rpartition("_")
    if stem == "branch" and number.isdecimal():
        return translate("netstudio", "Branch {number}").format(number=number)
    return slot


def held_layers(node: Node) -> int:
    """How many layers a container holds, however deep."""
    return sum(1 for _, body in node.slots for _ in walk(body))


def spoken(node: Node, report: LayerReport | None, problems: Sequence[Problem]) -> str:
    """All that a card shows, in one line for screen readers and tool tips."""
    told = describe(node.type, node.fields)
    parts = [told.label, given_name(node), *told.summary.split(" · ")]
    if node.slots:
        parts.append(layers_text(held_layers(node)))
    if not node.enabled:
        parts.append(translate("netstudio", "switched off"))
    if node.frozen:
        parts.append(translate("netstudio", "frozen"))
    parts.append(rate_text(node))
    if report is not None and report.output is not None:
        parts.append(translate("netstudio", "output {shape}").format(shape=report.output.shape))
    if report is not None and report.parameters:
        count = grouped(report.parameters)
        parts.append(translate("netstudio", "{count} parameters").format(count=count))
    parts.append(_counted(problems))
    parts.append(" ".join(node.note.split()))
    return listed(part for part in parts if part)


def _counted(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = []
    if errors == 1:
        parts.append(translate("netstudio", "1 error"))
    elif errors:
        parts.append(translate("netstudio", "{count} errors").format(count=errors))
    if warnings == 1:
        parts.append(translate("netstudio", "1 warning"))
    elif warnings:
        parts.append(translate("netstudio", "{count} warnings").format(count=warnings))
    return listed(parts)
