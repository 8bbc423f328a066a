"""The code beside the stack: printed live, edited, and put back as one edit."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.project import Project
from netstudio.core.spec import FEATURES
from netstudio.core.tree import Node, Stack, alike, walk
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.source import (
    apply_source,
    print_source,
    project_from_reading,
    read_source,
)
from netstudio.engine.network.source.printer import class_name
from netstudio.layers import LAYERS
from netstudio.tasks.templates import TEMPLATES, Template, project_from_template
from tests.engine.network.source.networks import assert_same_network, in_full, printed
from tests.layers.test_every_layer import some_fields
from tests.projects import PICTURE, node, project

every_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=[template.name for template in TEMPLATES]
)


def switched_off(type_name: str, **fields: object) -> Node:
    return replace(node(type_name, **fields), enabled=False)


def rich() -> Project:
    """A project with containers, notes, a switched-off layer and AUTO."""
    return project(
        node("Conv2d", out_channels=8, padding=1, bias=False),
        replace(node("BatchNorm2d"), note="keeps numbers small\nin every channel"),
        node("Residual", node("Conv2d", out_channels=8, padding="same"), node("ReLU")),
        switched_off("Dropout", p=0.3),
        node(
            "Repeat",
            node("Conv2d", out_channels=4, padding=1),
            replace(node("GELU"), enabled=False),
            times=4,
        ),
        node("Group", node("Group", node("Tanh")), node("Group")),
        node("Repeat", node("ReLU"), times=1),
        node("Repeat", node("ReLU"), times=3, shared=True),
        node("Flatten"),
        node("Linear", out_features="auto"),
        sample=PICTURE,
    )


def test_the_printed_network_is_the_built_one() -> None:
    first = rich()
    analysis = analyse(first)
    assert_same_network(print_source(analysis, first), analysis, PICTURE)
    assert analysis.call is not None
    assert print_source(analysis.call, first) == print_source(analysis, first)


@every_template
def test_every_template_is_printed_and_read_back(template: Template) -> None:
    first = project_from_template(template.name, template.name)
    analysis = analyse(first)
    source = print_source(analysis, first)
    assert first.data.facts is not None
    assert_same_network(source, analysis, first.data.facts.sample)
    assert apply_source(first, source.text).project is first
    reading = read_source(source.text)
    assert not reading.remarks
    again = project_from_reading(reading, template.name)
    assert analyse(replace(again, data=first.data)).call == analysis.call


def test_the_code_is_laid_out_as_ruff_does(tmp_path: Path) -> None:
    file = tmp_path / "printed.py"
    wide = node(
        "Conv2d", out_channels=65_536, kernel_size=(11, 13), dilation=(2, 3), padding=(5, 6)
    )
    for first in (rich(), project(node("Residual", node("Residual", wide)), sample=PICTURE)):
        file.write_text(printed(first).text)
        command = [sys.executable, "-m", "ruff", "format", "--line-length=100", "--diff", str(file)]
        assert subprocess.run(command, check=False, capture_output=True).stdout == b""


def test_each_node_has_its_lines() -> None:
    first = rich()
    source = printed(first)
    lines = source.text.splitlines()
    nodes = {found.name: found for found in walk(first.network)}
    assert set(source.lines) == {found.uid for found in nodes.values()}

    def text_of(name: str) -> list[str]:
        span = source.lines[nodes[name].uid]
        return [lines[number - 1].strip() for number in span]

    assert text_of("conv2d_1") == [
        "self.conv2d_1 = nn.Conv2d(3, 8, kernel_size=3, padding=1, bias=False)"
    ]
    assert text_of("batchnorm2d_1") == [
        "# keeps numbers small",
        "# in every channel",
        "self.batchnorm2d_1 = nn.BatchNorm2d(8)",
    ]
    assert text_of("dropout_1") == ["# dropout_1 (Dropout) is switched off"]
    residual = text_of("residual_1")
    assert residual[0] == "self.residual_1 = Residual("
    assert text_of("conv2d_2")[0] in residual
    for container in walk(first.network):
        for _, body in container.slots:
            for inner in body:
                outer = source.lines[container.uid]
                assert set(source.lines[inner.uid]) <= set(outer)


def test_what_cannot_be_built_is_a_comment_and_the_rest_is_code() -> None:
    first = project(
        node("Conv2d", out_channels=8),
        node("Conv2d", kernel_size=99),
        node("ReLU"),
        node("Unheard\nof"),
        sample=PICTURE,
    )
    source = printed(first)
    compile(source.text, "printed.py", "exec")
    assert "self.conv2d_1 = nn.Conv2d(3, 8, kernel_size=3)" in source.text
    assert "# conv2d_2 (Conv2d) cannot be built as it is" in source.text
    assert "# relu_1 (ReLU) is left out until the layers above it work" in source.text
    assert set(source.lines) == {found.uid for found in first.network}
    applied = apply_source(first, source.text)
    assert not applied.is_refused
    assert applied.project is first


@pytest.mark.parametrize(
    "text", ["\nimport os\nos.system('x')", "\x0c\u2028raise SystemExit", "\r\nx=1"]
)
def test_no_note_becomes_code(text: str) -> None:
    first = project(replace(node("ReLU"), note=f"a note{text}"))
    source = printed(first)
    body = source.text.split("super().__init__()")[1]
    code = [line.strip() for line in body.splitlines() if not line.strip().startswith("#")]
    assert code == [
        "",
        "self.relu_1 = nn.ReLU()",
        "",
        "def forward(self, x: Tensor) -> Tensor:",
        "x = self.relu_1(x)",
        "return x",
    ]


def test_unchanged_code_changes_nothing() -> None:
    first = rich()
    applied = apply_source(first, printed(first).text)
    assert applied.remarks == ()
    assert applied.project is first


def edited(first: Project, *changes: tuple[str, str]) -> Project:
    text = printed(first).text
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    applied = apply_source(first, text)
    assert not applied.is_refused, applied.remarks
    return applied.project


def test_an_edit_changes_what_it_says_and_keeps_who_is_who() -> None:
    first = rich()
    changed = edited(
        first, ("nn.Conv2d(3, 8,", "nn.Conv2d(3, 16,"), ("# in every channel", "# always")
    )
    before, after = list(walk(first.network)), list(walk(changed.network))
    assert [found.uid for found in before] == [found.uid for found in after]
    assert after[0].fields["out_channels"] == 16
    assert after[1].note == "keeps numbers small\nalways"
    assert after[2:] == before[2:]
    assert after[-1].fields["out_features"] == "auto"


def test_how_layers_learn_outlives_an_edit_of_the_code() -> None:
    first = rich()
    uid = first.network.nodes[0].uid
    first = first.with_network(
        edits.set_learning_rate_factor(edits.set_frozen(first.network, (uid,), True), (uid,), 0.5)
    )
    changed = edited(first, ("nn.Conv2d(3, 8,", "nn.Conv2d(3, 16,")).network.nodes[0]
    assert (changed.frozen, changed.learning_rate_factor) == (True, 0.5)
    assert changed.fields["out_channels"] == 16


def test_another_number_takes_the_place_of_auto() -> None:
    changed = edited(rich(), (", 10)", ", 11)"))
    assert changed.network.nodes[-1].fields["out_features"] == 11


def test_a_line_more_is_a_layer_more_and_a_line_less_a_layer_less() -> None:
    first = rich()
    changed = edited(
        first,
        (
            "        x = self.flatten_1(x)\n",
            "        x = self.new(x)\n        x = self.flatten_1(x)\n",
        ),
        ("        self.flatten_1", "        self.new = nn.MaxPool2d(2)\n        self.flatten_1"),
        ("        x = self.batchnorm2d_1(x)\n", ""),
    )
    names = [found.name for found in changed.network]
    assert "new" in names
    assert "batchnorm2d_1" not in names
    assert "dropout_1" in names
    old = {found.name: found.uid for found in first.network}
    assert all(old[found.name] == found.uid for found in changed.network if found.name in old)


def test_a_comment_that_is_deleted_takes_its_layer_along() -> None:
    changed = edited(rich(), ("        # dropout_1 (Dropout) is switched off\n", ""))
    assert "dropout_1" not in [found.name for found in changed.network]


def test_code_with_an_error_leaves_the_project_as_it_was() -> None:
    first = rich()
    text = printed(first).text
    for broken in (
        text.replace("nn.Flatten()", "nn.Fold(2, 2)"),
        text.replace("nn.Flatten()", "nn.Flatten("),
        text.replace("x = self.flatten_1(x)", "x = self.unheard(x)"),
        "",
    ):
        applied = apply_source(first, broken)
        assert applied.is_refused
        assert applied.project is first


def test_pasted_keras_code_brings_its_training_along() -> None:
    first = rich()
    code = """
from keras import layers, models
model = models.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("sgd", "categorical_crossentropy")
model.fit(x, y, epochs=3)
"""
    changed = apply_source(first, code).project
    assert [found.type for found in changed.network] == ["Flatten", "Linear"]
    assert changed.training.optimizer.type == "sgd"
    assert changed.training.options["epochs"] == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mnist-cnn", "MnistCnn"),
        ("my net 2", "MyNet2"),
        ("2 layers", "Net2Layers"),
        ("", "Net"),
        ("我的网络", "我的网络"),
        ("class", "Class"),
        ("None", "NetNone"),
        ("tensor", "TensorNet"),
        ("a\nb; import os", "ABImportOs"),
    ],
)
def test_the_class_has_the_project_s_name(name: str, expected: str) -> None:
    source = printed(replace(project(node("ReLU")), name=name))
    assert source.class_name == expected
    compile(source.text, "printed.py", "exec")


def test_a_project_named_like_one_of_its_modules_gets_another_class() -> None:
    assert class_name("residual", {"Residual"}) == "ResidualNet"


ON_VECTORS = [cls for cls in LAYERS if not cls.accepts or FEATURES in cls.accepts]


@st.composite
def layers_on_vectors(draw: st.DrawFn, deepest: int = 2) -> Node:
    """Any layer, as it may be in a network for vectors, now and then switched off."""
    cls = draw(st.sampled_from(ON_VECTORS))
    made = node(cls.type, **draw(some_fields(cls)))
    if cls.slots and deepest:
        body = draw(st.lists(layers_on_vectors(deepest=deepest - 1), max_size=2))
        made = made.with_slot(cls.slots[0], Stack(tuple(body)))
    return replace(made, enabled=draw(st.integers(0, 9)) > 0)


@settings(max_examples=25)
@given(st.lists(layers_on_vectors(), min_size=1, max_size=4))
def test_any_stack_is_printed_exactly_and_read_back(nodes: list[Node]) -> None:
    first = project(*nodes)
    analysis = analyse(first)
    source = print_source(analysis, first)
    compile(source.text, "printed.py", "exec")
    applied = apply_source(first, source.text)
    assert not applied.is_refused, (applied.remarks, source.text)
    assert alike(in_full(applied.project.network), in_full(first.network))


def test_five_hundred_layers_are_printed_at_once() -> None:
    first = project(*(node("Linear", out_features=12) for _ in range(500)))
    analysis = analyse(first)
    print_source(analysis, first)
    start = time.perf_counter()
    source = print_source(analysis, first)
    # A tenth of it as a rule; machines that are busy get more.
    assert time.perf_counter() - start < 1
    assert read_source(source.text).network is not None
