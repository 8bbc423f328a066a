"""How layers learn, in the inspector: frozen, at a rate of their own, several at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Node
from netstudio.gui.analysis import Analyser
from netstudio.gui.inspector.learning_section import LearningSection
from netstudio.gui.theme.appearance import Appearance
from netstudio.tasks.templates import project_from_template
from tests.gui.forms import enter, texts
from tests.gui.inspector.test_panel import Bench, figures, new


@pytest.fixture
def document() -> Document:
    return Document(project_from_template("mnist-cnn", "digits"))


@pytest.fixture
def bench(qtbot: QtBot, document: Document, analyser: Analyser, dressed: Appearance) -> Bench:
    return Bench(qtbot, document, analyser)


def switch(bench: Bench) -> QCheckBox:
    control = bench.control("frozen")
    assert isinstance(control, QCheckBox)
    return control


def click(box: QWidget) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)


def section(bench: Bench) -> LearningSection:
    return bench.inspector.findChildren(LearningSection)[-1]


def frozen(bench: Bench, *nodes: Node) -> list[bool]:
    return [bench.node(node.uid).frozen for node in nodes]


def test_one_click_freezes_a_layer_and_its_figures_say_so(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    click(switch(bench))
    assert frozen(bench, first) == [True]
    assert bench.document.history.past[-1].label == "Freeze Conv2d"
    bench.analysed()
    assert figures(bench)[2] == "320, frozen"
    bench.document.undo()
    assert not switch(bench).isChecked()
    bench.analysed()
    assert figures(bench)[2] == "320"


def test_several_layers_are_frozen_together_and_a_mixture_is_told(bench: Bench) -> None:
    first, second, *_ = bench.nodes("Conv2d")
    bench.select(first)
    click(switch(bench))
    bench.select(first, second)
    assert switch(bench).checkState() is Qt.CheckState.PartiallyChecked
    bench.analysed()
    assert figures(bench)[0].startswith("18\u2009816, 18\u2009496 trainable")
    click(switch(bench))
    assert frozen(bench, first, second) == [True, True]
    assert bench.document.history.past[-1].label == "Freeze 2 layers"
    click(switch(bench))
    assert frozen(bench, first, second) == [False, False]
    assert bench.document.history.past[-1].label == "Unfreeze 2 layers"


def test_a_factor_is_typed_and_changes_of_it_are_one_step(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    steps = len(bench.document.history.past)
    for text in ("0.5", "0.1"):
        enter(bench.control("learning_rate_factor"), text)
    assert bench.node(first.uid).learning_rate_factor == 0.1
    assert len(bench.document.history.past) == steps + 1
    assert bench.document.history.past[-1].label == "Change learning rate of Conv2d"


def test_a_factor_out_of_range_opens_is_explained_and_can_be_mended(bench: Bench) -> None:
    layer = replace(new("Linear", out_features="auto"), learning_rate_factor=-2.0)
    bench.edit(new("Flatten"), layer)
    bench.select(layer)
    explained = "Learning rate factor must be a number, above 0 and 1000 at most."
    assert bench.number("learning_rate_factor") == "-2.0"
    assert explained in texts(bench.inspector)
    enter(bench.control("learning_rate_factor"), "2")
    bench.analysed()
    assert bench.node(layer.uid).learning_rate_factor == 2.0
    assert explained not in texts(bench.inspector)


def test_a_layer_without_weights_has_nothing_to_say(bench: Bench) -> None:
    bench.select(bench.nodes("Conv2d")[0])
    assert section(bench).isVisible()
    bench.select(bench.nodes("ReLU")[0])
    assert not section(bench).isVisible()


def test_a_layer_in_a_frozen_container_is_shown_frozen_and_has_no_say(bench: Bench) -> None:
    inner = new("Linear", out_features=8)
    group = replace(new("Group"), frozen=True)
    group = group.with_slot("body", type(bench.document.project.network)((inner,)))
    bench.edit(new("Flatten"), group, new("ReLU"), new("Linear", out_features="auto"))
    bench.select(inner)
    assert switch(bench).isChecked()
    assert not switch(bench).isEnabled()
    assert not bench.control("learning_rate_factor").isEnabled()
    assert any("A container around it is frozen" in text for text in texts(bench.inspector))
    bench.select(group)
    assert switch(bench).isEnabled()
    click(switch(bench))
    bench.select(inner)
    assert not switch(bench).isChecked()
    assert switch(bench).isEnabled()
    assert not any("A container around it" in text for text in texts(bench.inspector))
