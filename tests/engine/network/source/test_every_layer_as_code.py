"""One contract for every layer: its code makes its module and is read back as the layer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerDef
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, Stack, alike
from netstudio.core.values import Fields
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.source import print_source, read_source
from netstudio.layers import LAYERS
from tests.engine.network.source.networks import assert_same_network, in_full
from tests.layers.test_every_layer import inputs, layer, other_fields, some_fields
from tests.projects import project

every_layer = pytest.mark.parametrize("cls", [*LAYERS], ids=lambda cls: cls.type)


def fixed(cls: type[LayerDef], fields: Fields) -> Fields:
    """The settings with numbers for AUTO, which code cannot have."""
    auto = [
        spec.name
        for spec in cls.fields()
        if spec.fact is not None and fields.get(spec.name, spec.default) == AUTO
    ]
    return fields.replace(**dict.fromkeys(auto, 5))


def check(cls: type[LayerDef], x: TensorSpec, fields: Fields) -> bool:
    """Whether the layer could be built; if so, its code makes its module and is read back as it."""
    made = replace(layer(cls, x.axes, fixed(cls, fields)), name="the_layer")
    first = project(made, sample=x)
    analysis = analyse(first)
    if analysis.call is None:
        return False
    source = print_source(analysis, first)
    assert all(len(line) <= 100 for line in source.text.splitlines())
    assert_same_network(source, analysis, x)
    reading = read_source(source.text)
    assert not reading.remarks
    assert reading.network is not None
    # Settings that make no difference for this input may read otherwise.
    assert analyse(first.with_network(reading.network)).call == analysis.call, source.text
    return True


def is_read_back(cls: type[LayerDef], fields: Fields) -> bool:
    """Whether the layer's code is read back with the very same settings."""
    first = project(layer(cls, cls.example.axes, fixed(cls, fields)), sample=cls.example)
    reading = read_source(print_source(analyse(first), first).text)
    return reading.network is not None and alike(reading.network, in_full(first.network))


@every_layer
def test_its_defaults(cls: type[LayerDef]) -> None:
    assert check(cls, cls.example, Fields())
    assert is_read_back(cls, Fields())


@every_layer
def test_each_setting_by_itself(cls: type[LayerDef]) -> None:
    for name, value in other_fields(cls).items():
        fields = Fields({name: value})
        if check(cls, cls.example, fields):
            assert is_read_back(cls, fields), name


@every_layer
@settings(max_examples=15)
@given(st.data())
def test_any_settings_on_any_input(cls: type[LayerDef], data: st.DataObject) -> None:
    check(cls, data.draw(inputs(cls)), data.draw(some_fields(cls)))


def outline(stack: Stack) -> list[str]:
    return [node.type for node in stack]


def test_a_network_of_everything_keeps_its_order() -> None:
    nodes = [Node(f"u{at}", "ReLU", f"relu_{at}") for at in range(7)]
    first = project(*nodes)
    reading = read_source(print_source(analyse(first), first).text)
    assert reading.network is not None
    assert [node.name for node in reading.network] == [node.name for node in nodes]
