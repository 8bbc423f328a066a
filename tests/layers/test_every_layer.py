"""One contract for every layer: what is declared of it is what its real module does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from netstudio.core import edits
from netstudio.core.files import dumps, loads
from netstudio.core.kinds import (
    Choice,
    Flag,
    Folder,
    Integer,
    Kind,
    Padding1d,
    Padding3d,
    Real,
    Size3d,
)
from netstudio.core.layer import LayerDef
from netstudio.core.problems import Severity
from netstudio.core.project import Project
from netstudio.core.shapes import Margins2d, Order, Shape
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Axes, TensorSpec
from netstudio.core.tree import Location, Node
from netstudio.core.values import Fields, Value, freeze
from netstudio.engine.network.analyse import Analysis, analyse
from netstudio.engine.resolve import build
from netstudio.layers import LAYERS
from tests.projects import node, project
from tests.strategies import fitting, unfitting

BATCH = 4
DEFAULTS = Fields()
START = Location(None, "", 0)
USUAL_AXES = (FEATURES, SEQUENCE, IMAGE, VOLUME)
every_layer = pytest.mark.parametrize("cls", [*LAYERS], ids=lambda cls: cls.type)

# For containers: what they hold, by the axes it works on; each changes the shape.
BODIES: dict[Axes, Callable[[], Node]] = {
    FEATURES: lambda: node("Linear", out_features=7),
    SEQUENCE: lambda: node("Linear", out_features=7),
    IMAGE: lambda: node("Conv2d", out_channels=5, stride=2, padding=1),
    VOLUME: lambda: node("Conv3d", out_channels=5, stride=2, padding=1),
}

# Settings for axes that a layer works on, but not by default.
SUITABLE = {
    ("Permute", IMAGE): Fields(dims=(3, 1, 2)),
    ("Permute", VOLUME): Fields(dims=(4, 1, 3, 2)),
}


def layer(cls: type[LayerDef], axes: Axes, fields: Fields = DEFAULTS) -> Node:
    """A node of this type, which holds something where it can."""
    made = edits.new_node(cls.type, fields, cls.slots)
    for slot in cls.slots:
        made = made.with_slot(slot, edits.insert(made.slot(slot), START, [BODIES[axes]()]))
    return made


def analysed(cls: type[LayerDef], x: TensorSpec, fields: Fields = DEFAULTS) -> Analysis:
    suitable = SUITABLE.get((cls.type, x.axes), DEFAULTS)
    return analyse(project(layer(cls, x.axes, fields or suitable), sample=x))


def output_of(analysis: Analysis) -> TensorSpec:
    """What the layer gives; it must be without fault."""
    assert not [found for found in analysis.errors if found.code not in WHOLE_NETWORK]
    assert analysis.output is not None
    return analysis.output


# Problems of a network, which one layer alone may have though nothing is wrong with it.
WHOLE_NETWORK = {"wrong-output", "nothing-to-learn"}


def module_of(analysis: Analysis) -> nn.Module:
    assert analysis.call is not None
    torch.manual_seed(0)
    return build(analysis.call)


def batch_of(x: TensorSpec, size: int = BATCH) -> Tensor:
    generator = torch.Generator().manual_seed(1)
    if x.vocabulary is not None:
        return torch.randint(x.vocabulary, (size, *x.sizes), generator=generator)
    return torch.randn(size, *x.sizes, generator=generator)


def sample_of(cls: type[LayerDef], axes: Axes) -> TensorSpec:
    """Something with these axes that the layer can work on as it is set by default."""
    if axes == cls.example.axes:
        return cls.example
    return TensorSpec(axes, (4, 6, 5, 3)[: len(axes)])


def assert_gives(module: nn.Module, x: TensorSpec, output: TensorSpec) -> None:
    """The module gives what was predicted, in training and after it."""
    for mode in (True, False):
        with torch.no_grad():
            y = module.train(mode)(batch_of(x))
        assert tuple(y.shape) == (BATCH, *output.sizes)
        assert str(y.dtype) == f"torch.{output.dtype}"
    assert len(output.axes) == len(output.sizes)


def other_value(kind: Kind, default: Value) -> Value:
    """A value that is not the default."""
    match kind:
        case Integer(minimum):
            return minimum + 1 if default == minimum else minimum
        case Real(minimum, maximum):
            return minimum + (maximum - minimum) / 3
        case Flag():
            return not default
        case Choice(options):
            return options[-1] if default == options[0] else options[0]
        case Padding1d():
            return 1
        case Folder():
            return "pictures"
        case Size3d() | Padding3d():
            return (2, 1, 1)
        case Margins2d():
            return (2, 1, 0, 1)
        case Order():
            return (3, 1, 2)
        case Shape():
            return (-1, 4)
    return (2, 1) if default != (2, 1) else (1, 2)


def other_fields(cls: type[LayerDef]) -> Fields:
    return Fields({spec.name: other_value(spec.kind, spec.default) for spec in cls.fields()})


def inputs(cls: type[LayerDef]) -> st.SearchStrategy[TensorSpec]:
    """Small inputs of the axes that the layer works on."""
    return st.sampled_from(cls.accepts or USUAL_AXES).flatmap(
        lambda axes: st.tuples(*(st.integers(1, 9) for _ in axes)).map(
            lambda sizes: replace(cls.example, axes=axes, sizes=sizes)
        )
    )


def some_fields(cls: type[LayerDef]) -> st.SearchStrategy[Fields]:
    values = {spec.name: fitting(spec.kind) for spec in cls.fields()}
    return st.fixed_dictionaries({}, optional=values).map(Fields)


@every_layer
def test_its_defaults_work_on_its_example(cls: type[LayerDef]) -> None:
    assert not cls.accepts or cls.example.axes in cls.accepts
    output = output_of(analysed(cls, cls.example))
    if cls.gives is not None:
        assert output.axes == cls.gives


@every_layer
@pytest.mark.parametrize("make", [lambda cls: cls.defaults(), other_fields], ids=["default", "set"])
def test_it_survives_the_project_file(
    cls: type[LayerDef], make: Callable[[type[LayerDef]], Fields]
) -> None:
    fields = make(cls)
    first = project(layer(cls, cls.example.axes, fields))
    opened = loads(dumps(first), "file")
    assert opened == first
    (again,) = opened.network
    assert LAYERS.make(again.type, again.fields).written() == fields


@every_layer
def test_its_real_output_is_what_was_predicted(cls: type[LayerDef]) -> None:
    for axes in cls.accepts or USUAL_AXES:
        x = sample_of(cls, axes)
        analysis = analysed(cls, x)
        assert_gives(module_of(analysis), x, output_of(analysis))


@every_layer
@settings(max_examples=20)
@given(st.data())
def test_any_settings_on_any_input_run_as_predicted_or_are_a_problem_in_plain_words(
    cls: type[LayerDef], data: st.DataObject
) -> None:
    x = data.draw(inputs(cls))
    fields = data.draw(some_fields(cls))
    analysis = analysed(cls, x, fields)
    (uid, *_) = analysis.layers
    wrong = [found for found in analysis.errors if found.code not in WHOLE_NETWORK]
    if wrong:
        assert analysis.layers[uid].output is None or cls.slots
        assert analysis.call is None
        assert {found.code for found in wrong}.isdisjoint({"does-not-run"}), (x, fields)
        for found in wrong:
            assert len(str(found.text).splitlines()) == 1
        return
    assert_gives(module_of(analysis), x, output_of(analysis))


@every_layer
def test_the_parameters_of_its_module_are_counted(cls: type[LayerDef]) -> None:
    for fields in (Fields(), *_one_by_one(cls)):
        analysis = analysed(cls, cls.example, fields)
        if analysis.call is not None:
            counted = sum(weights.numel() for weights in module_of(analysis).parameters())
            assert analysis.parameters == counted


def _one_by_one(cls: type[LayerDef]) -> list[Fields]:
    return [Fields({name: value}) for name, value in other_fields(cls).items()]


@every_layer
def test_every_setting_changes_the_module_that_is_built(cls: type[LayerDef]) -> None:
    plain = analysed(cls, cls.example).call
    for fields in _one_by_one(cls):
        (name,) = fields
        changed = analysed(cls, cls.example, fields)
        if changed.call is None:
            assert name in {found.field for found in changed.problems}
        else:
            assert changed.call != plain, name


@every_layer
def test_gradients_reach_every_weight_and_the_input(cls: type[LayerDef]) -> None:
    module = module_of(analysed(cls, cls.example)).train()
    x = batch_of(cls.example)
    x.requires_grad_(x.is_floating_point())
    y = module(x)
    (y * torch.linspace(-1, 2, y.numel()).reshape(y.shape)).sum().backward()
    taught = [("input", x)] if x.requires_grad else []
    for name, tensor in [*module.named_parameters(), *taught]:
        assert tensor.grad is not None, name
        assert torch.isfinite(tensor.grad).all(), name
        assert tensor.grad.any(), name


@every_layer
def test_it_is_deterministic_after_training(cls: type[LayerDef]) -> None:
    module = module_of(analysed(cls, cls.example))
    module.train()(batch_of(cls.example))
    module.eval()
    first, again = (module(batch_of(cls.example)) for _ in range(2))
    assert torch.equal(first, again)
    assert torch.allclose(module(batch_of(cls.example)[:1]), first[:1], atol=1e-5)


@every_layer
def test_it_mixes_the_samples_of_a_batch_only_if_it_says_so(cls: type[LayerDef]) -> None:
    module = module_of(analysed(cls, cls.example)).train()
    batch = batch_of(cls.example)
    different = batch[1:] + 1 + batch[1:].square()
    if cls.example.vocabulary is not None:
        different %= cls.example.vocabulary
    others = torch.cat([batch[:1], different])
    outputs = []
    for given_batch in (batch, others):
        torch.manual_seed(2)
        outputs.append(module(given_batch)[0])
    assert torch.equal(*outputs) is not cls.mixes_batch


@every_layer
def test_it_gives_probabilities_only_if_it_says_so(cls: type[LayerDef]) -> None:
    for axes in cls.accepts or USUAL_AXES:
        x = sample_of(cls, axes)
        y = module_of(analysed(cls, x)).eval()(batch_of(x))
        sums = y.sum(1 if axes in (IMAGE, VOLUME) else -1)
        add_up = bool((y >= 0).all()) and torch.allclose(sums, torch.ones_like(sums))
        assert add_up is cls.gives_probabilities


@every_layer
def test_its_weights_survive_a_state_dict(cls: type[LayerDef]) -> None:
    analysis = analysed(cls, cls.example)
    module = module_of(analysis)
    module.train()(batch_of(cls.example))
    assert analysis.call is not None
    again = build(analysis.call)
    again.load_state_dict(module.state_dict())
    x = batch_of(cls.example)
    assert torch.equal(again.eval()(x), module.eval()(x))


@every_layer
def test_a_setting_that_does_not_fit_is_a_problem_of_that_setting(cls: type[LayerDef]) -> None:
    for spec in cls.fields():
        for value in unfitting(spec.kind):
            made = layer(cls, cls.example.axes, Fields({spec.name: freeze(value)}))
            analysis = analyse(project(made, sample=cls.example))
            (found,) = [found for found in analysis.problems if found.target == made.uid]
            assert (found.code, found.field) == ("bad-setting", spec.name)
            assert found.severity is Severity.ERROR
            assert analysis.call is None


@every_layer
def test_an_unknown_setting_is_a_problem(cls: type[LayerDef]) -> None:
    analysis = analysed(cls, cls.example, Fields(unheard=1))
    (found,) = analysis.errors
    assert (found.code, found.field) == ("bad-setting", "unheard")
    assert "unheard" in str(found.text)


@every_layer
def test_axes_that_it_does_not_accept_are_a_problem_with_a_remedy(cls: type[LayerDef]) -> None:
    strange = ("frames", "channels", "height", "width")
    if cls.takes_ids or not cls.accepts:
        return
    for axes in {*USUAL_AXES, strange} - {*cls.accepts}:
        first = project(node(cls.type), sample=TensorSpec(axes, (3, 9, 9, 9)[: len(axes)]))
        (found,) = analyse(first).errors
        assert found.code == "wrong-axes" or found.code.startswith("missing-")
        shown = "×".join("3999"[: len(axes)])
        assert f"{cls.label} expects" in str(found.text)
        assert shown in str(found.text)
        assert str(found.text).count(". ") == 1
        if found.fix is not None:
            mended = analyse(found.fix.apply(first))
            assert found.code not in {left.code for left in mended.problems}


@every_layer
@settings(max_examples=10)
@given(st.data())
def test_its_summary_can_be_read_whatever_its_settings(
    cls: type[LayerDef], data: st.DataObject
) -> None:
    words = [str(part) for part in cls.read(data.draw(some_fields(cls))).summary()]
    assert all(words)
    assert len(" · ".join(words)) < 80


@every_layer
def test_what_it_is_put_before_others_for_is_what_it_does(cls: type[LayerDef]) -> None:
    if cls.adapts:
        assert cls.gives is not None
        assert cls.gives not in cls.accepts


def test_a_container_may_be_empty() -> None:
    for cls in LAYERS:
        if cls.slots:
            for made in (node(cls.type), replace(node(cls.type), slots=())):
                analysis = analyse(project(made, sample=cls.example))
                output = output_of(analysis)
                assert_gives(module_of(analysis), cls.example, output)
                assert cls.open_slots or output == cls.example


@settings(max_examples=60)
@given(st.data())
def test_a_stack_of_any_layers_runs_as_predicted_or_names_the_layer_to_blame(
    data: st.DataObject,
) -> None:
    nodes = []
    for _ in range(data.draw(st.integers(1, 5))):
        cls = data.draw(st.sampled_from([*LAYERS]))
        body = [node(data.draw(st.sampled_from(("Conv2d", "Linear", "ReLU"))))] if cls.slots else []
        nodes.append(replace(node(cls.type, *body), fields=data.draw(some_fields(cls))))
    x = data.draw(st.sampled_from([cls.example for cls in LAYERS]))
    first: Project = project(*nodes, sample=x)
    analysis = analyse(first)
    wrong = [found for found in analysis.errors if found.code not in WHOLE_NETWORK]
    if wrong:
        assert analysis.call is None
        assert all(found.target in analysis.layers for found in wrong)
        return
    assert analysis.output is not None
    assume(torch.tensor(analysis.output.sizes).prod() < 1_000_000)
    assert_gives(module_of(analysis), x, analysis.output)
