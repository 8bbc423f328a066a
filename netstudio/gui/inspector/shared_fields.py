"""The settings that several layers have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netstudio.core.declare import FieldSpec
from netstudio.core.tree import Node
from netstudio.core.values import Fields
from netstudio.layers import LAYERS


def shared_fields(nodes: Iterable[Node]) -> tuple[FieldSpec, ...]:
    """The fields that all these layers have and that take the same values in each of them."""
    types = dict.fromkeys(node.type for node in nodes)
    first, *others = (_fields(type_name) for type_name in types)
    return tuple(
        spec
        for name, spec in first.items()
        if all(name in fields and fields[name].kind == spec.kind for fields in others)
    )


def values_of(nodes: Iterable[Node], shared: Sequence[FieldSpec]) -> list[Fields]:
    """What each layer has in the fields that they share; its default where nothing is written."""
    return [_values_of(node, shared) for node in nodes]


def differing(values: Sequence[Fields]) -> list[str]:
    """The fields in which the layers differ."""
    return [name for name in values[0] if len({Fields(value=one[name]) for one in values}) > 1]


def _fields(type_name: str) -> dict[str, FieldSpec]:
    definition = LAYERS.get(type_name)
    return {spec.name: spec for spec in definition.fields()} if definition else {}


def _values_of(node: Node, shared: Sequence[FieldSpec]) -> Fields:
    defaults = {name: spec.default for name, spec in _fields(node.type).items()}
    return Fields({spec.name: node.fields.get(spec.name, defaults[spec.name]) for spec in shared})
