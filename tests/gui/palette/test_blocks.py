"""The user's own blocks in the list of layers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netstudio import paths
from netstudio.core.blocks import blocks_in, save_block
from netstudio.core.spec import FEATURES, IMAGE, TOKENS, TensorSpec
from netstudio.gui.layer_search import fits
from netstudio.gui.palette.model import FITS
from netstudio.gui.theme.appearance import Appearance
from netstudio.layers import LAYERS
from tests.gui.forms import enter, press
from tests.gui.palette.test_panel import Palette
from tests.projects import node


def kept() -> list[str]:
    return [block.name for block in blocks_in(paths.user_blocks())]


@pytest.fixture
def palette(qtbot: QtBot, dressed: Appearance) -> Palette:
    save_block(paths.user_blocks(), "Edges", node("Group", node("Conv2d"), node("ReLU")))
    return Palette(qtbot)


def test_blocks_stand_first_and_are_found_and_chosen_like_layers(palette: Palette) -> None:
    assert palette.families()[0] == "My blocks"
    palette.click("Edges")
    palette.click("Edges", twice=True)
    assert palette.chosen == ["block:Edges"]
    enter(palette.line, "edge")
    assert "Edges" in palette.layers()


def test_a_block_is_renamed_and_deleted_with_keys(palette: Palette) -> None:
    palette.view.setCurrentIndex(palette.index("Edges"))
    press(palette.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Corners")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    QApplication.processEvents()
    assert kept() == ["Corners"]
    assert palette.layers()[0] == "Corners"
    palette.view.setCurrentIndex(palette.index("Corners"))
    press(palette.view, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert kept() == []
    assert "My blocks" not in palette.families()


def test_layers_that_cannot_take_the_input_are_dim(palette: Palette) -> None:
    palette.panel.show_input(TensorSpec(FEATURES, (12,)))
    assert palette.index("Linear").data(FITS)
    assert not palette.index("Conv2d").data(FITS)
    assert palette.index("Edges").data(FITS)
    palette.panel.show_input(None)
    assert palette.index("Conv2d").data(FITS)


def test_what_fits_follows_the_declarations() -> None:
    ids = TensorSpec(TOKENS, (9,), "int64", vocabulary=50)
    assert not fits(LAYERS["ReLU"], ids)
    assert fits(LAYERS["Group"], ids)
    assert all(fits(cls, cls.example) for cls in LAYERS)
    assert not fits(LAYERS["Linear"], TensorSpec(IMAGE, (3, 8, 8)))
