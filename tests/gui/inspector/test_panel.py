"""The inspector: one layer, several, none; edits, undo, problems."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Location, Node, Stack, find, walk
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.forms.rows import FieldRow
from netstudio.gui.inspector.panel import Inspector
from netstudio.gui.theme.appearance import Appearance
from netstudio.layers import LAYERS
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import tidy_up
from tests.gui.forms import enter, paste, press, show, texts


class Bench:
    """A document with an inspector, and what a person sees and does there."""

    def __init__(self, qtbot: QtBot, document: Document, analyser: Analyser) -> None:
        self.qtbot = qtbot
        self.document = document
        self.analyser = analyser
        self.inspector = Inspector(document, analyser)
        self.inspector.resize(300, 700)
        show(qtbot, self.inspector)

    def select(self, *nodes: Node) -> None:
        self.inspector.show_layers(tuple(node.uid for node in nodes))
        self.built()

    def built(self) -> None:
        """Wait until the page is that of the selected layers."""
        building = self.inspector.findChild(QTimer, "inspectorBuilding")
        assert building is not None
        self.qtbot.waitUntil(lambda: not building.isActive())

    def nodes(self, *types: str) -> list[Node]:
        return [node for node in walk(self.document.project.network) if node.type in types]

    def node(self, uid: str) -> Node:
        node = find(self.document.project.network, uid)
        assert node is not None
        return node

    def control(self, name: str) -> QWidget:
        rows = [row for row in self.inspector.findChildren(FieldRow) if row.isVisible()]
        return next(row.editor.control for row in rows if row.spec.name == name)

    def number(self, name: str) -> str:
        control = self.control(name)
        assert isinstance(control, QAbstractSpinBox)
        return control.text()

    @property
    def name(self) -> QLineEdit:
        names = self.inspector.findChildren(QLineEdit, "layerName")
        return next(line for line in names if line.isVisible())

    def edit(self, *nodes: Node) -> None:
        """Put other layers in place of the network, and wait until they are analysed."""
        self.document.edit("other layers", lambda p: p.with_network(Stack(nodes)))
        self.analysed()
        self.built()

    def analysed(self) -> None:
        if self.analyser.current is None:
            with self.qtbot.waitSignal(self.analyser.analysed, timeout=30_000):
                pass

    def click(self, text: str) -> None:
        buttons = self.inspector.findChildren(QPushButton)
        next(one for one in buttons if one.isVisible() and one.text() == text).click()


@pytest.fixture
def document() -> Document:
    return Document(project_from_template("mnist-cnn", "digits"))


@pytest.fixture
def bench(qtbot: QtBot, document: Document, analyser: Analyser, dressed: Appearance) -> Bench:
    return Bench(qtbot, document, analyser)


def new(type_name: str, **fields: object) -> Node:
    node = edits.new_node(type_name, Fields(fields))
    return replace(node, name=f"layer_{node.uid}")


def figures(bench: Bench) -> list[str]:
    return texts(bench.inspector, "mono")


def test_without_a_selection_it_says_what_to_do(bench: Bench) -> None:
    assert any("Select a layer" in text for text in texts(bench.inspector))


def test_one_layer_shows_its_type_name_settings_figures_and_help(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    assert texts(bench.inspector, "section") == ["CONV2D", "LEARNING"]
    assert bench.name.text() == first.name
    assert bench.number("out_channels") == str(first.fields["out_channels"])
    assert bench.number("kernel_size") == "3 × 3"
    assert figures(bench) == ["1 × 28 × 28", "32 × 26 × 26", "320", "389\u2009k"]
    assert any("learned filters" in text for text in texts(bench.inspector, "small"))
    assert any("Σ" in text for text in texts(bench.inspector, "formula"))


def test_an_edit_changes_the_document_under_a_name_that_people_read(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    enter(bench.control("out_channels"), "48")
    assert bench.node(first.uid).fields["out_channels"] == 48
    assert bench.document.history.past[-1].label == f"Change filters of {first.name}"
    bench.analysed()
    assert figures(bench)[1:3] == ["48 × 26 × 26", "480"]


def test_typing_is_one_step_that_undo_takes_back_in_the_field_too(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    enter(bench.control("out_channels"), "123")
    press(bench.control("out_channels"), Qt.Key.Key_Up)
    assert len(bench.document.history.past) == 1
    assert bench.number("out_channels") == "124"
    bench.document.undo()
    bench.built()
    assert bench.number("out_channels") == "32"
    bench.document.redo()
    assert bench.number("out_channels") == "124"


def test_what_does_not_fit_is_explained_and_not_done(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    paste(bench.control("out_channels"), "-1")
    assert texts(bench.inspector, "error") == ["Filters must be a whole number from 1 to 65536."]
    assert bench.document.history.past == ()
    bench.name.setFocus()
    assert bench.number("out_channels") == "32"


def test_figures_are_pale_until_they_hold_again(bench: Bench, lane: Lane) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    labels = [
        one for one in bench.inspector.findChildren(QWidget) if one.property("role") == "mono"
    ]
    assert all(label.isEnabled() for label in labels)
    enter(bench.control("out_channels"), "4")
    assert not any(label.isEnabled() for label in labels)
    bench.analysed()
    assert all(label.isEnabled() for label in labels)


def test_figures_are_pending_before_the_first_analysis(
    qtbot: QtBot, document: Document, dressed: Appearance
) -> None:
    owner, loaded = QObject(), Future[None]()
    lane = Lane("slow", owner, after=loaded)
    analyser = Analyser(document, lane, owner)
    bench = Bench(qtbot, document, analyser)
    bench.select(bench.nodes("Conv2d")[0])
    before = figures(bench)
    loaded.set_result(None)
    bench.analysed()
    analyser.close()
    lane.close()
    assert set(before) == {"…"}
    assert "…" not in figures(bench)


def test_a_failed_analysis_leaves_no_old_figures(bench: Bench) -> None:
    bench.select(bench.nodes("Conv2d")[0])
    bench.analyser.failed.emit("It broke.", "")
    assert set(figures(bench)) == {"—"}


def test_a_layer_inside_a_container_receives_what_the_container_does(bench: Bench) -> None:
    first, second = new("Conv2d", padding="same"), new("ReLU")
    holder = replace(edits.new_node("Residual", Fields(), ("body",)))
    bench.edit(holder.with_slot("body", Stack((first, second))))
    bench.select(first)
    assert figures(bench)[:2] == ["1 × 28 × 28", "32 × 28 × 28"]
    bench.select(second)
    assert figures(bench)[:2] == ["32 × 28 × 28", "32 × 28 × 28"]
    bench.select(holder, first)
    # 320 in the convolution and 32 in the projection; what lies inside is not counted twice.
    assert figures(bench)[0] == "352"


def test_renaming_takes_effect_with_enter_and_follows_undo(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    enter(bench.name, "edges")
    assert bench.node(first.uid).name == first.name
    press(bench.name, Qt.Key.Key_Return)
    assert bench.node(first.uid).name == "edges"
    assert bench.document.history.past[-1].label == f"Rename {first.name}"
    bench.document.undo()
    bench.built()
    assert bench.name.text() == first.name


@pytest.mark.parametrize("way", ["leave", "escape"])
def test_a_name_that_cannot_be_is_explained_and_given_up(bench: Bench, way: str) -> None:
    first, second, *_ = bench.nodes("Conv2d")
    bench.select(first)
    enter(bench.name, "7b")
    assert any("cannot name a layer" in text for text in texts(bench.inspector, "error"))
    enter(bench.name, second.name)
    (text,) = texts(bench.inspector, "error")
    assert text.startswith(f"Another layer is called {second.name}")
    press(bench.name, Qt.Key.Key_Return)
    assert bench.name.text() == second.name, "Enter leaves it there to be mended"
    if way == "escape":
        press(bench.name, Qt.Key.Key_Escape)
    else:
        bench.control("stride").setFocus()
    assert bench.name.text() == first.name
    assert texts(bench.inspector, "error") == []
    assert bench.document.history.past == ()


def test_a_problem_is_told_with_its_fix(bench: Bench) -> None:
    linear = new("Linear", out_features="auto")
    bench.edit(linear)
    bench.select(linear)
    assert texts(bench.inspector, "error") == [
        "Linear expects a flat vector but receives 1×28×28. Add Flatten before it."
    ]
    bench.click("Insert Flatten")
    bench.analysed()
    assert [node.type for node in bench.document.project.network] == ["Flatten", "Linear"]
    assert bench.document.history.past[-1].label == "Insert Flatten"
    assert texts(bench.inspector, "error") == []


def test_a_fix_may_remove_the_very_layer_whose_problem_it_mends(bench: Bench) -> None:
    softmax = new("Softmax")
    bench.edit(new("Flatten"), new("Linear", out_features="auto"), softmax)
    bench.select(softmax)
    assert len(texts(bench.inspector, "warning")) == 1
    bench.click("Remove Softmax")
    assert bench.nodes("Softmax") == []
    bench.built()
    assert any("Select a layer" in text for text in texts(bench.inspector))


def test_a_problem_of_a_field_stands_below_it(bench: Bench) -> None:
    conv = new("Conv2d", kernel_size=99)
    bench.edit(conv)
    bench.select(conv)
    rows = [row for row in bench.inspector.findChildren(FieldRow) if row.is_wrong]
    assert [row.spec.name for row in rows] == ["kernel_size"]
    assert len(texts(bench.inspector, "error")) == 1


def test_a_setting_that_the_layer_does_not_have_can_be_removed(bench: Bench) -> None:
    conv = new("Conv2d", unheard=1)
    bench.edit(conv)
    bench.select(conv)
    assert "has no setting called unheard" in texts(bench.inspector, "error")[0]
    bench.click("Remove unheard")
    assert "unheard" not in bench.node(conv.uid).fields


def test_two_layers_of_one_name_are_explained_at_the_name(bench: Bench) -> None:
    conv = new("Conv2d")
    bench.edit(conv, replace(new("ReLU"), name=conv.name))
    bench.select(conv)
    assert any("More than one layer is called" in one for one in texts(bench.inspector, "error"))
    assert bench.name.property("invalid")


def test_several_layers_of_one_type_are_edited_at_once(bench: Bench) -> None:
    first, second, *_ = bench.nodes("Conv2d")
    bench.select(first, second)
    assert texts(bench.inspector, "section") == ["2 × CONV2D", "LEARNING"]
    filters = bench.control("out_channels")
    assert isinstance(filters, QAbstractSpinBox)
    assert (filters.text(), filters.lineEdit().placeholderText()) == ("", "mixed")
    assert bench.number("kernel_size") == "3 × 3"
    enter(filters, "8")
    found = [bench.node(node.uid).fields["out_channels"] for node in (first, second)]
    assert found == [8, 8]
    assert [step.label for step in bench.document.history.past] == ["Change filters of 2 layers"]
    bench.document.undo()
    bench.built()
    assert filters.text() == ""


def test_a_written_default_and_an_absent_one_are_not_mixed(bench: Bench) -> None:
    left, right = new("Conv2d", bias=True), new("Conv2d")
    bench.edit(left, right)
    bench.select(left, right)
    bias = bench.control("bias")
    assert isinstance(bias, QCheckBox)
    assert bias.checkState() is Qt.CheckState.Checked


def test_layers_of_different_types_are_summed_up(bench: Bench) -> None:
    nodes = [*bench.nodes("Conv2d"), *bench.nodes("ReLU")]
    bench.select(*nodes)
    assert texts(bench.inspector, "section") == [f"{len(nodes)} LAYERS", "LEARNING"]
    assert "These layers have no setting in common." in texts(bench.inspector, "secondary")
    analysis = bench.analyser.current
    assert analysis is not None
    total = sum(analysis.layers[node.uid].parameters for node in nodes)
    assert figures(bench)[0].replace("\u2009", "") == str(total)


def test_layers_of_different_types_are_changed_where_their_settings_are_the_same(
    bench: Bench,
) -> None:
    flat, wide = new("Conv1d", out_channels=8), new("Conv2d", out_channels=16, bias=False)
    bench.edit(flat, wide)
    bench.select(flat, wide)
    shown = {row.spec.name for row in bench.inspector.findChildren(FieldRow)}
    assert "out_channels" in shown
    assert "kernel_size" not in shown, "one number and two are not the same"
    assert bench.number("out_channels") == ""
    bias = bench.control("bias")
    assert isinstance(bias, QCheckBox)
    assert bias.checkState() is Qt.CheckState.PartiallyChecked
    enter(bench.control("out_channels"), "24")
    assert [bench.node(one.uid).fields["out_channels"] for one in (flat, wide)] == [24, 24]
    assert bench.document.history.past[-1].label == "Change filters of 2 layers"
    bench.document.undo()
    bench.built()
    assert [bench.node(one.uid).fields["out_channels"] for one in (flat, wide)] == [8, 16]


def switch(bench: Bench) -> QCheckBox:
    boxes = bench.inspector.findChildren(QCheckBox, "layerSwitch")
    return next(box for box in boxes if box.isVisible())


def test_the_switch_takes_layers_out_and_brings_them_back(bench: Bench) -> None:
    first, second, *_ = bench.nodes("Conv2d")
    bench.select(first)
    switch(bench).click()
    assert not bench.node(first.uid).enabled
    assert bench.document.history.past[-1].label == "Switch off Conv2d"
    bench.select(first, second)
    assert switch(bench).checkState() is Qt.CheckState.PartiallyChecked
    switch(bench).click()
    assert bench.node(first.uid).enabled
    assert bench.node(second.uid).enabled
    bench.document.undo()
    bench.built()
    assert switch(bench).checkState() is Qt.CheckState.PartiallyChecked


def test_a_note_is_kept_as_it_is_written_and_is_one_step(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    (note,) = [one for one in bench.inspector.findChildren(QPlainTextEdit) if one.isVisible()]
    low = note.height()
    QTest.keyClicks(note, "edges")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "first")
    assert bench.node(first.uid).note == "edges\nfirst"
    assert note.height() > low
    assert [step.label for step in bench.document.history.past] == ["Write a note on Conv2d"]
    bench.document.undo()
    bench.built()
    assert note.toPlainText() == ""
    assert note.height() == low


def test_a_layer_that_becomes_another_type_is_shown_anew(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    asked: list[None] = []
    bench.inspector.type_change_asked.connect(lambda: asked.append(None))
    (button,) = [
        one for one in bench.inspector.findChildren(QToolButton, "changeType") if one.isVisible()
    ]
    button.click()
    assert len(asked) == 1
    bench.document.edit(
        "", lambda p: p.with_network(edits.change_type(p.network, first.uid, LAYERS["MaxPool2d"]))
    )
    bench.built()
    assert texts(bench.inspector, "section") == ["MAXPOOL2D"]


def test_a_layer_of_an_unknown_type_says_so_and_shows_what_is_written(bench: Bench) -> None:
    strange = new("Hyper2d", units=12)
    bench.edit(strange)
    bench.select(strange)
    assert texts(bench.inspector, "section") == ["HYPER2D"]
    assert any('no layer called "Hyper2d"' in text for text in texts(bench.inspector, "error"))
    assert "units: 12" in figures(bench)


def test_a_layer_that_is_removed_leaves_the_inspector_and_undo_brings_it_back(
    bench: Bench,
) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    bench.document.edit("", lambda p: p.with_network(edits.remove(p.network, {first.uid})))
    bench.built()
    assert any("Select a layer" in text for text in texts(bench.inspector))
    bench.document.undo()
    bench.built()
    assert bench.name.text() == first.name


def test_a_layer_put_elsewhere_does_not_disturb_what_is_being_typed(bench: Bench) -> None:
    (first, *_) = bench.nodes("Conv2d")
    bench.select(first)
    enter(bench.control("out_channels"), "5x")
    top = Location(None, "", 0)
    bench.document.edit(
        "", lambda p: p.with_network(edits.insert(p.network, top, [new("Dropout")]))
    )
    bench.analysed()
    assert bench.number("out_channels") == "5x"
    assert bench.control("out_channels").hasFocus()


def test_an_inspector_that_is_gone_hears_of_no_more_changes(
    qapp: QApplication, document: Document, analyser: Analyser
) -> None:
    inspector = Inspector(document, analyser)
    (first, *_) = walk(document.project.network)
    inspector.show_layers((first.uid,))
    inspector.deleteLater()
    tidy_up(qapp)
    assert not shiboken6.isValid(inspector)
    document.edit("", lambda p: replace(p, network=Stack()))


def test_a_layer_is_edited_from_the_keyboard_in_its_first_setting_or_its_name(bench: Bench) -> None:
    relu = new("ReLU")
    bench.edit(new("Conv2d"), relu)
    bench.select(bench.nodes("Conv2d")[0])
    bench.inspector.edit()
    focused = QApplication.focusWidget()
    assert focused is bench.control("out_channels")
    bench.select(relu)
    bench.inspector.edit()
    assert bench.name.hasFocus()
