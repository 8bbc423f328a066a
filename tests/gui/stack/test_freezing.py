"""Freezing in the stack: by menu and key, one layer, several, and all above."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from netstudio.core.document import Document
from netstudio.core.tree import walk
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.view import StackView
from tests.gui.conftest import grab
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import CTRL, SHIFT, layer, press

Key = Qt.Key


def frozen(document: Document) -> str:
    """The layers that say that they are frozen."""
    return " ".join(node.uid for node in walk(document.project.network) if node.frozen)


def face(view: StackView, uid: str) -> LayerFace:
    found = view._scene.face(("card", uid))
    assert isinstance(found, LayerFace)
    return found


def freeze(view: StackView) -> None:
    press(view, Key.Key_L, CTRL | SHIFT)


@pytest.fixture
def deep(build: Build) -> None:
    """flat, a, relu, box(b, c), d."""
    build(
        layer("flat", "Flatten"),
        layer("a", "Linear", out_features=8),
        layer("relu", "ReLU"),
        layer("box", "Group", layer("b", "Linear", out_features=6), layer("c", "BatchNorm1d")),
        layer("d", "Linear", out_features="auto"),
    )


def test_a_key_freezes_what_has_weights_and_the_same_key_lets_it_learn(
    document: Document, view: StackView, deep: None
) -> None:
    view.select(("flat", "a", "relu"))
    freeze(view)
    assert frozen(document) == "a"
    assert document.history.past[-1].label == "Freeze Linear"
    assert view.layer_actions.freeze.text() == "Unfreeze"
    freeze(view)
    assert frozen(document) == ""
    assert document.history.past[-1].label == "Unfreeze Linear"


def test_several_layers_of_which_one_is_frozen_are_frozen_all(
    document: Document, view: StackView, deep: None
) -> None:
    view.select(("a",))
    freeze(view)
    view.select(("a", "box", "d"))
    freeze(view)
    assert frozen(document) == "a box d"
    document.undo()
    assert frozen(document) == "a"


def test_all_above_the_last_layer_are_frozen_with_one_choice_of_the_menu(
    document: Document, view: StackView, deep: None
) -> None:
    view.select(("d",))
    press(view, Key.Key_F10, SHIFT)
    menu = view.findChildren(QMenu, "cardMenu")[-1]
    next(one for one in menu.actions() if one.text() == "Freeze all above").trigger()
    menu.close()
    assert frozen(document) == "a box"
    assert document.history.past[-1].label == "Freeze all above Linear"
    assert not view.layer_actions.freeze_above.isEnabled()


def test_above_a_layer_in_a_container_lies_what_is_above_the_container(
    document: Document, view: StackView, deep: None
) -> None:
    view.select(("c",))
    view.layer_actions.freeze_above.trigger()
    assert frozen(document) == "a b"


def test_nothing_is_offered_where_nothing_can_be_frozen(
    document: Document, view: StackView, deep: None
) -> None:
    actions = view.layer_actions
    for uids in ((), ("flat",), ("relu",)):
        view.select(uids)
        assert not actions.freeze.isEnabled(), uids
    assert actions.freeze_above.isEnabled()  # above the ReLU lies a layer with weights
    view.select(("box",))
    freeze(view)
    view.select(("b",))
    assert not actions.freeze.isEnabled()  # its container says it


def test_cards_wear_a_snowflake_where_weights_are_kept_and_tell_another_rate(
    document: Document, view: StackView, build: Build
) -> None:
    build(
        layer("flat", "Flatten"),
        replace(
            layer("box", "Group", layer("b", "Linear", out_features=6), layer("r", "ReLU")),
            frozen=True,
        ),
        replace(layer("d", "Linear", out_features="auto"), learning_rate_factor=0.1),
    )
    assert [face(view, uid).is_frozen for uid in ("flat", "box", "b", "r", "d")] == [
        *(False, True, True, False, False)
    ]
    assert [face(view, uid).rate for uid in ("box", "d")] == ["", "rate ×0.1"]
    assert "frozen" in view.card_text("box")
    assert "rate ×0.1" in view.card_text("d")
    grab(view, "frozen")
