"""The user's own blocks, out of the stack and into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netstudio import paths
from netstudio.core.blocks import blocks_in, save_block
from netstudio.core.document import Document
from netstudio.core.tree import walk
from netstudio.gui.stack.text_popups import NamePopup
from netstudio.gui.stack.view import StackView
from tests.gui.stack.hands import types
from tests.projects import node


def kept() -> list[str]:
    return [block.name for block in blocks_in(paths.user_blocks())]


def test_selected_layers_become_a_block_that_is_inserted_with_names_of_its_own(
    document: Document,
    view: StackView,
    nested: None,
) -> None:
    view.select(("b", "c"))
    view.ask_block()
    popup = view.findChildren(NamePopup)[-1]
    QTest.keyClicks(popup._line, "Two ReLUs")
    QTest.keyClick(popup._line, Qt.Key.Key_Return)
    assert kept() == ["Two ReLUs"]
    assert document.history.past == (), "the network stays as it was"
    view.select(("d",))
    view.insert_type("block:Two ReLUs")
    view.insert_type("block:Two ReLUs")
    assert types(document)[-6:] == ["Group", "ReLU", "ReLU"] * 2
    assert document.project.network.nodes[-2].name == "two_relus"
    every = [one.name for one in walk(document.project.network)]
    assert len(set(every)) == len(every)


def test_a_block_that_cannot_be_read_says_so(
    document: Document,
    view: StackView,
    nested: None,
) -> None:
    said: list[str] = []
    view.message.connect(said.append)
    block = save_block(paths.user_blocks(), "Broken", node("ReLU"))
    block.file.write_text("nonsense")
    view.insert_type("block:Broken")
    assert "is not a netstudio project" in said[0]
    assert document.history.past == ()
