"""Finding layers in the stack."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netstudio.core.document import Document
from netstudio.core.tree import Stack
from netstudio.gui.stack.finding import find_layers
from netstudio.gui.stack.view import StackView
from tests.gui.forms import texts
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import SHIFT, layer

Key = Qt.Key

NETWORK = Stack(
    (
        layer("a", "Conv2d", out_channels=64),
        layer("box", "Group", replace(layer("b", "ReLU"), note="Why not GELU?")),
        replace(layer("c", "Linear", out_features=10), name="head"),
        layer("d", "Conv2d", out_channels=640),
        layer("e", "AvgPool2d"),
    )
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("conv", ("a", "d")),
        ("filters 64", ("a", "d")),
        ("filters 640", ("d",)),
        ("out_channels=640", ("d",)),
        ("HEAD", ("c",)),
        ("dense", ("c",)),
        ("lin", ("c",)),
        ("ampl", ()),
        ("why", ("b",)),
        ("group", ("box",)),
        ("", ()),
        ("  ", ()),
        ("nothing", ()),
    ],
)
def test_layers_are_found_by_type_name_note_and_setting(query: str, found: tuple[str, ...]) -> None:
    assert find_layers(NETWORK, query) == found


def test_enter_goes_from_match_to_match_and_opens_what_is_closed(
    document: Document, view: StackView, build: Build
) -> None:
    build(*NETWORK)
    view.toggle_collapsed("box")
    view.find_bar.open()
    line = view.find_bar._line
    QTest.keyClicks(line, "relu")
    assert view.selected == ("b",)
    assert "box" not in view.collapsed
    line.clear()
    QTest.keyClicks(line, "conv")
    assert view.selected == ("a",)
    assert texts(view.find_bar, "small") == ["1 of 2"]
    QTest.keyClick(line, Key.Key_Return)
    assert view.selected == ("d",)
    QTest.keyClick(line, Key.Key_F3)
    assert view.selected == ("a",)
    QTest.keyClick(line, Key.Key_Return, SHIFT)
    assert view.selected == ("d",)
    assert texts(view.find_bar, "small") == ["2 of 2"]
    QTest.keyClick(line, Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.selected == ("d",)
    assert view.hasFocus()


def test_matches_are_marked_until_the_bar_is_left(view: StackView, build: Build) -> None:
    build(*NETWORK)
    before = view.grab().toImage()
    view.find_bar.open()
    QTest.keyClicks(view.find_bar._line, "conv")
    assert view.find_bar._marks.isVisible()
    view.find_bar.leave()
    view.select(())
    assert not view.find_bar._marks.isVisible()
    assert view.grab().toImage() == before


def test_a_layer_that_is_removed_is_no_match_any_more(
    document: Document, view: StackView, build: Build
) -> None:
    build(*NETWORK)
    view.find_bar.open()
    QTest.keyClicks(view.find_bar._line, "conv")
    view.delete_selected()
    assert texts(view.find_bar, "small") == ["1 of 1"]
    QTest.keyClicks(view.find_bar._line, "xx")
    assert texts(view.find_bar, "small") == ["none"]
