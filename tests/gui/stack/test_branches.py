"""Parallel in the stack: branches side by side, made, filled and taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Location, Node, Stack, find
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.gap_faces import DropFace, HollowFace, LabelFace
from netstudio.gui.stack.mime import type_mime, uids_mime
from netstudio.gui.stack.view import StackView
from netstudio.layers import LAYERS
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import (
    ALT,
    CTRL,
    card,
    click,
    drag_in,
    drag_out,
    drop,
    layer,
    middle,
    press,
)

Key = Qt.Key


@pytest.fixture
def fork(build: Build) -> None:
    """a, fork(b c | d | nothing), e."""
    slots = (
        ("branch_1", Stack((layer("b", "ReLU"), layer("c", "Dropout")))),
        ("branch_2", Stack((layer("d", "Flatten"),))),
        ("branch_3", Stack()),
    )
    fields = LAYERS["Parallel"].defaults()
    parallel = Node("fork", "Parallel", "parallel_1", fields, slots)
    build(layer("a", "Flatten"), parallel, layer("e", "Linear"))


def branches(document: Document) -> list[str]:
    """The uids in each branch."""
    node = find(document.project.network, "fork")
    assert node is not None
    return [" ".join(inner.uid for inner in body) for _, body in node.slots]


def place(view: StackView, slot: str, index: int = 0) -> QPoint:
    """The middle of a place in a branch."""
    return middle(view, view.stack_layout.gaps[Location("fork", slot, index)].rect)


pytestmark = pytest.mark.usefixtures("fork")


def test_an_empty_branch_says_that_it_passes_the_input_on(view: StackView) -> None:
    faces = view._scene.faces().values()
    assert [face.text for face in faces if isinstance(face, HollowFace)] == ["Passes the input on"]
    labels = [face.text for face in faces if isinstance(face, LabelFace)]
    assert labels == ["Branch 1", "Branch 2", "Branch 3"]


def test_layers_are_dropped_into_out_of_and_between_branches(
    view: StackView, document: Document
) -> None:
    assert drop(view, uids_mime(["d"]), place(view, "branch_3"))
    assert branches(document) == ["b c", "", "d"]
    assert drop(view, uids_mime(["b"]), place(view, "branch_2"))
    assert branches(document) == ["c", "b", "d"]
    top = view.stack_layout.gaps[Location(None, "", 0)].rect
    assert drop(view, uids_mime(["c"]), middle(view, top))
    assert branches(document) == ["", "b", "d"]
    assert document.project.network.nodes[0].uid == "c"
    assert drop(view, uids_mime(["c"]), place(view, "branch_1"), CTRL)
    assert branches(document)[0] != "c"
    assert document.project.network.nodes[0].uid == "c"


def test_a_drop_beside_the_branches_makes_a_new_one_in_one_step(
    view: StackView, document: Document
) -> None:
    steps = len(document.history.past)
    data = type_mime("Linear")
    assert drag_in(view, data, place(view, "branch_4"))
    mark = view._scene.mark
    assert mark is not None
    assert isinstance(mark.face, DropFace)
    assert mark.rect.width >= 150
    drag_out(view)
    assert drop(view, data, place(view, "branch_4"))
    assert len(branches(document)) == 4
    assert len(document.history.past) == steps + 1
    document.undo()
    assert branches(document) == ["b c", "d", ""]


def test_a_drop_that_the_container_around_it_does_not_like_says_so(
    view: StackView, build: Build, qtbot: QtBot
) -> None:
    fields = LAYERS["Parallel"].defaults()
    slots = (
        ("branch_1", Stack((layer("b", "Conv2d", padding="same"),))),
        ("branch_2", Stack()),
    )
    build(Node("fork", "Parallel", "parallel_1", fields, slots))

    def said() -> str:
        mark = view._scene.mark
        return mark.face.text if mark and isinstance(mark.face, DropFace) else ""

    assert drag_in(view, type_mime("Conv2d"), place(view, "branch_2"))
    qtbot.waitUntil(lambda: "fits" in said(), timeout=10_000)
    assert said().endswith("fits, but Parallel around it does not")
    drag_out(view)


def test_a_container_cannot_be_dropped_into_a_new_branch_of_itself(
    view: StackView, document: Document
) -> None:
    assert not drop(view, uids_mime(["fork"]), place(view, "branch_4"))
    assert branches(document) == ["b c", "d", ""]


def test_the_plus_beside_the_branches_adds_an_empty_one(
    view: StackView, document: Document
) -> None:
    plus = view.stack_layout.gaps[Location("fork", "branch_4", 0)].plus
    click(view, middle(view, plus))
    assert branches(document) == ["b c", "d", "", ""]
    assert document.history.past[-1].label == "Add a branch to Parallel"


def test_the_cross_of_a_branch_takes_it_away_with_its_layers(
    view: StackView, document: Document
) -> None:
    label = next(one for one in view.stack_layout.labels if one.slot == "branch_1")
    assert label.cross is not None
    click(view, card(view, "c"))
    click(view, middle(view, label.cross))
    assert branches(document) == ["d", ""]
    assert document.history.past[-1].label == "Remove Branch 1"
    assert view.selected == ("fork",)
    document.undo()
    assert branches(document) == ["b c", "d", ""]


def test_the_last_branch_has_no_cross(view: StackView, document: Document) -> None:
    for slot in ("branch_1", "branch_2"):
        view.remove_branch("fork", slot)
    assert [label.cross for label in view.stack_layout.labels] == [None]


def test_the_menu_adds_and_removes_branches(view: StackView, document: Document) -> None:
    def choose(text: str) -> None:
        click(view, card(view, "fork") - QPoint(100, 0))
        view.show_menu()
        menu = view.findChild(QMenu, "cardMenu")
        assert menu is not None
        next(one for one in menu.actions() if one.text().startswith(text)).trigger()
        menu.close()
        menu.deleteLater()

    choose("Add a branch")
    assert len(branches(document)) == 4


def test_arrow_keys_walk_between_branches(view: StackView) -> None:
    click(view, card(view, "c"))
    press(view, Key.Key_Right)
    assert view.selected == ("d",)
    press(view, Key.Key_Right)
    assert view.selected == ("d",)
    press(view, Key.Key_Left)
    assert view.selected == ("b",)
    press(view, Key.Key_Left)
    assert view.selected == ("fork",)
    press(view, Key.Key_Right)
    assert view.selected == ("b",)


def test_alt_with_arrows_moves_a_layer_to_the_branch_beside_or_a_new_one(
    view: StackView, document: Document
) -> None:
    click(view, card(view, "c"))
    press(view, Key.Key_Right, ALT)
    assert branches(document) == ["b", "d c", ""]
    press(view, Key.Key_Right, ALT)
    press(view, Key.Key_Right, ALT)
    assert branches(document) == ["b", "d", "", "c"]
    for _ in range(5):
        press(view, Key.Key_Left, ALT)
    assert branches(document) == ["c b", "d", "", ""]
    assert view.selected == ("c",)


def test_there_is_nowhere_to_go_beside_the_only_branch(
    view: StackView, document: Document, build: Build, qtbot: QtBot
) -> None:
    build(layer("box", "Group", layer("b", "ReLU")), layer("d", "ReLU"))
    past = document.history.past
    said: list[str] = []
    view.message.connect(said.append)
    for uid in ("b", "d"):
        click(view, card(view, uid))
        press(view, Key.Key_Right, ALT)
        press(view, Key.Key_Left, ALT)
    assert said == []
    assert document.history.past == past


def test_a_narrow_view_has_the_branches_one_below_the_other(view: StackView) -> None:
    def rows() -> int:
        return len({label.rect.y for label in view.stack_layout.labels})

    assert rows() == 1
    view.resize(400, 900)
    assert rows() == 3


def test_cards_that_are_switched_off_or_noted_show_it(view: StackView, build: Build) -> None:
    inner = Node("in", "ReLU", "relu_1", note="why\nso")
    box = Node(
        "box",
        "Repeat",
        "repeat_1",
        LAYERS["Repeat"].defaults(),
        (("body", Stack((inner,))),),
        False,
    )
    build(box)

    def face(uid: str) -> LayerFace:
        found = view._scene.face(("card", uid))
        assert isinstance(found, LayerFace)
        return found

    assert (face("box").off, face("box").is_faded, face("box").badge) == ("off", True, "× 2")
    assert (face("in").off, face("in").is_faded, face("in").remark) == ("", True, "why so")
    assert "switched off" in view.card_text("box")
    assert view.card_text("in").endswith("why so")
