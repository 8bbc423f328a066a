from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.tree import Location, Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Task
from netstudio.gui.stack.gap_faces import DropFace
from netstudio.gui.stack.mime import LAYER_TYPE, type_mime, uids_mime
from netstudio.gui.stack.view import StackView
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
    CTRL,
    PLAIN,
    card,
    drag_in,
    drag_on,
    drag_out,
    drop,
    gap,
    layer,
    let_go,
    types,
)


def _mark(view: StackView) -> DropFace | None:
    tile = view._scene.mark
    if tile is None:
        return None
    assert isinstance(tile.face, DropFace)
    return tile.face


def test_an_mlp_is_built_out_of_nothing_by_dropping_layers(
    document: Document, view: StackView, build: Build
) -> None:
    build()
    for number, type_name in enumerate(("Flatten", "Linear", "ReLU", "Linear")):
        assert drop(view, type_mime(type_name), gap(view, number))
    assert types(document) == ["Flatten", "Linear", "ReLU", "Linear"]
    assert drop(view, type_mime("Dropout"), gap(view, 3))
    assert types(document) == ["Flatten", "Linear", "ReLU", "Dropout", "Linear"]
    assert document.history.past[-1].label == "Add Dropout"


def test_a_dropped_layer_is_selected_and_one_step(document: Document, view: StackView) -> None:
    before = document.project
    drop(view, type_mime("ReLU"), gap(view, 1))
    assert view.selected == (document.project.network.nodes[1].uid,)
    assert document.undo()
    assert document.project == before
    assert not document.history.past


def test_cards_are_reordered_by_dropping_them(document: Document, view: StackView) -> None:
    first = document.project.network.nodes[0].uid
    assert drop(view, uids_mime([first]), gap(view, 3))
    assert types(document) == ["Linear", "ReLU", "Flatten", "Dropout", "Linear"]
    assert document.project.network.nodes[2].uid == first
    assert document.history.past[-1].label == "Move Flatten"


def test_several_cards_move_together_in_their_order(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("a", "ReLU"), layer("b", "Flatten"), layer("c", "Linear"), layer("d", "Dropout"))
    view.select(("a", "c"))
    assert drop(view, uids_mime(view.selected), gap(view, 4))
    assert types(document) == ["Flatten", "Dropout", "ReLU", "Linear"]
    assert view.selected == ("a", "c")
    assert document.history.past[-1].label == "Move 2 layers"


def test_cards_go_into_a_container_and_out_again(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("a", "ReLU"), layer("box", "Residual"))
    assert drop(view, uids_mime(["a"]), gap(view, 0, "box"))
    assert [node.uid for node in document.project.network.nodes[0].slot("body")] == ["a"]
    assert drop(view, uids_mime(["a"]), gap(view, 1))
    assert [node.uid for node in document.project.network] == ["box", "a"]


def test_ctrl_copies_the_cards(document: Document, view: StackView, build: Build) -> None:
    build(layer("a", "ReLU"), layer("b", "Flatten"))
    assert drop(view, uids_mime(["a"]), gap(view, 2), CTRL)
    assert types(document) == ["ReLU", "Flatten", "ReLU"]
    assert view.selected == (document.project.network.nodes[2].uid,)
    assert view.selected != ("a",)
    assert document.history.past[-1].label == "Copy ReLU"


def test_ctrl_may_be_pressed_and_released_while_dragging(view: StackView, build: Build) -> None:
    build(layer("a", "ReLU"), layer("b", "Flatten"))
    data, at = uids_mime(["a"]), gap(view, 0)
    marks = []
    drag_in(view, data, at)
    for modifiers in (PLAIN, CTRL, PLAIN):
        drag_on(view, data, at, modifiers)
        face = _mark(view)
        marks.append(face.text if face else "")
    assert marks == ["", "Copy ReLU here", ""]
    drag_out(view)


def test_a_container_is_not_dropped_into_itself(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("box", "Group", layer("in", "ReLU")), layer("a", "ReLU"))
    before = document.project
    said: list[str] = []
    view.message.connect(said.append)
    assert not drop(view, uids_mime(["box"]), gap(view, 1, "box"))
    assert document.project is before
    assert said == []
    assert drag_on(view, uids_mime(["box"]), gap(view, 2))


def test_what_is_dropped_where_it_is_changes_nothing(document: Document, view: StackView) -> None:
    uid = document.project.network.nodes[1].uid
    before = document.project
    assert drag_in(view, uids_mime([uid]), gap(view, 2))
    assert _mark(view) is None
    let_go(view, uids_mime([uid]), gap(view, 2))
    assert document.project == before
    assert not document.history.past


def test_foreign_things_are_not_taken(document: Document, view: StackView) -> None:
    before = document.project
    text = QMimeData()
    text.setText("Conv2d")
    unknown = QMimeData()
    unknown.setData(LAYER_TYPE, b"Mystery")
    for data in (text, unknown, uids_mime(["of another window"])):
        assert not drop(view, data, gap(view, 1))
    assert document.project is before


def test_the_mark_says_what_fits(view: StackView, qtbot: QtBot) -> None:
    data = type_mime("BatchNorm2d")
    assert drag_in(view, data, gap(view, 0))
    mark = _mark(view)
    assert mark is not None
    assert (mark.text, mark.fits) == ("Drop BatchNorm2d here", None)
    qtbot.waitUntil(lambda: (face := _mark(view)) is not None and face.fits is not None)
    mark = _mark(view)
    assert mark is not None
    assert (mark.text, mark.fits) == ("Drop BatchNorm2d here · 1 × 28 × 28 fits", True)
    drag_out(view)
    assert _mark(view) is None


def test_the_mark_says_why_something_does_not_fit(view: StackView, qtbot: QtBot) -> None:
    drag_in(view, type_mime("Conv2d"), gap(view, 2))
    qtbot.waitUntil(lambda: (face := _mark(view)) is not None and face.fits is False)
    mark = _mark(view)
    assert mark is not None
    assert "expects pictures" in mark.text
    assert "32" in mark.text
    drag_out(view)


def test_the_mark_says_which_layer_below_would_not_fit_any_more(
    view: StackView, build: Build, qtbot: QtBot
) -> None:
    build(layer("a", "Conv2d"), layer("b", "Flatten"), layer("c", "Linear", out_features="auto"))
    drag_in(view, type_mime("Flatten"), gap(view, 0))
    qtbot.waitUntil(lambda: (face := _mark(view)) is not None and face.fits is False)
    mark = _mark(view)
    assert mark is not None
    assert mark.text == "Drop Flatten here · 1 × 28 × 28 fits, but Conv2d below does not"
    drag_out(view)


def test_an_answer_for_a_place_that_was_left_is_dropped(
    view: StackView, analyser: Analyser, qtbot: QtBot
) -> None:
    asked: list[Task] = []

    def try_out(project: Project) -> Task:
        asked.append(Task(view))
        return asked[-1]

    analyser.try_out = try_out  # type: ignore[method-assign]
    data = type_mime("Conv2d")
    drag_in(view, data, gap(view, 0))
    qtbot.waitUntil(lambda: len(asked) == 1)
    drag_on(view, data, gap(view, 3))
    qtbot.waitUntil(lambda: len(asked) == 2)
    verdicts: list[object] = []
    view._dropping._preview.judged.connect(verdicts.append)
    asked[0].succeeded.emit(analyser.current)
    assert verdicts == []
    asked[1].succeeded.emit(analyser.current)
    assert len(verdicts) == 1
    drag_out(view)


def test_places_that_are_only_passed_are_not_tried(
    view: StackView, analyser: Analyser, qtbot: QtBot
) -> None:
    asked: list[Stack] = []
    really = analyser.try_out

    def try_out(project: Project) -> Task:
        asked.append(project.network)
        return really(project)

    analyser.try_out = try_out  # type: ignore[method-assign]
    data = type_mime("ReLU")
    drag_in(view, data, gap(view, 0))
    for number in (1, 2, 3):
        drag_on(view, data, gap(view, number))
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert [node.type for node in asked[0].nodes][3] == "ReLU"
    drag_out(view)


def test_the_stack_scrolls_when_something_is_dragged_to_its_edge(
    view: StackView, qtbot: QtBot
) -> None:
    view.resize(760, 240)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    data = type_mime("ReLU")
    drag_in(view, data, QPoint(380, view.viewport().height() - 5))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    drag_on(view, data, QPoint(380, 5))
    qtbot.waitUntil(lambda: bar.value() == 0)
    drag_out(view)


def test_the_stack_waits_before_it_scrolls_so_that_a_place_near_its_edge_can_be_hit(
    document: Document, view: StackView, qtbot: QtBot
) -> None:
    view.resize(760, 240)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    near = QPoint(380, view.viewport().height() - 5)
    data = type_mime("ReLU")
    drag_in(view, data, near)
    qtbot.wait(200)
    assert bar.value() == 0
    drag_out(view)


def test_dropping_an_unfitting_layer_is_allowed(document: Document, view: StackView) -> None:
    assert drop(view, type_mime("Conv2d"), gap(view, 2))
    assert types(document)[2] == "Conv2d"


def test_a_drop_on_the_lower_half_of_a_card_goes_below_it(
    document: Document, view: StackView
) -> None:
    uid = document.project.network.nodes[0].uid
    assert drop(view, type_mime("ReLU"), card(view, uid) + QPoint(0, 15))
    assert types(document)[:2] == ["Flatten", "ReLU"]
    assert view.stack_layout.gaps[Location(None, "", 2)].above == view.selected[0]
