"""Which layers make which constructor calls, found by letting every layer make some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product
from typing import Any

from netstudio.core.kinds import AUTO, Choice, Flag
from netstudio.core.layer import LayerContext, LayerDef, LoweredSlot
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Call, TensorSpec
from netstudio.layers import LAYERS

_SEQUENTIAL = "nn.Sequential"
_MOST_OPTIONS = 64


@dataclass(frozen=True)
class Pattern:
    """A sort of call that a layer makes.

    Attributes:
        layer: The layer.
        fields: The settings, of those that fill no argument, with which it makes it.
        arguments: Every argument that it fills.
    """

    layer: type[LayerDef]
    fields: Mapping[str, Any]
    arguments: frozenset[str]


@lru_cache(maxsize=1)
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """By target, the layers that construct it."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for layer in LAYERS:
        for fields, call in _trials(layer):
            pattern = Pattern(layer, fields, frozenset(name for name, _ in call.arguments))
            if pattern not in found[call.target]:
                found[call.target].append(pattern)
    return {target: tuple(several) for target, several in found.items()}


def _trials(layer: type[LayerDef]) -> Iterator[tuple[dict[str, Any], Call]]:
    free = [spec for spec in layer.fields() if spec.argument is None]
    choices = [
        [(spec.name, value) for value in values] for spec in free if (values := _options(spec.kind))
    ]
    facts = {spec.name: 2 for spec in layer.fields() if spec.default == AUTO}
    for x in _inputs(layer):
        slots = {name: LoweredSlot(Call(_SEQUENTIAL), x) for name in layer.slots}
        for chosen in islice(product(*choices), _MOST_OPTIONS):
            fields = dict(chosen)
            try:
                made = replace(layer(), **facts, **fields)
                yield fields, made.lower(x, LayerContext(outputs=2), slots)
            except (KeyError, ValueError, LookupError):
                continue


def _options(kind: object) -> tuple[Any, ...]:
    match kind:
        case Flag():
            return (False, True)
        case Choice(options):
            return options
    return ()


def _inputs(layer: type[LayerDef]) -> Iterator[TensorSpec]:
    yield layer.example
    for axes in layer.accepts or (FEATURES, SEQUENCE, IMAGE):
        if axes != layer.example.axes:
            sizes = (4, 6, 5, 3)[: len(axes)]
            yield TensorSpec(axes, sizes, layer.example.dtype, layer.example.vocabulary)


def patterns_for(target: str) -> tuple[Pattern, ...]:
    """The layers for a target; torch's own module and our variant of it stand for one another."""
    path, _, name = target.rpartition(".")
    if path not in ("nn", "modules"):
        return patterns().get(target, ())
    for known in (target, f"nn.{name}", f"modules.{name}"):
        if several := patterns().get(known):
            return several
    return ()
