"""The network in plain words: it follows the stack, and its names lead there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.explain.view import ExplainView
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from tests.gui.dialogs import choose_file

# In the opening sentence, and the name of a layer, which is a link.
WORDS = ("network", "flatten")


@pytest.fixture
def view(
    document: Document, analyser: Analyser, lane: Lane, dressed: Appearance, qtbot: QtBot
) -> ExplainView:
    view = ExplainView(document, analyser, lane)
    qtbot.addWidget(view)
    view.resize(600, 260)
    view.show()
    qtbot.waitUntil(lambda: "digits" in view.text)
    return view


@pytest.fixture
def page(view: ExplainView) -> QTextBrowser:
    found = view.findChild(QTextBrowser, "explainView")
    assert found is not None
    return found


def press(view: ExplainView, name: str) -> None:
    button = view.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_every_layer_is_named_in_its_order(view: ExplainView, document: Document) -> None:
    places = [view.text.index(f"\n{node.name} ") for node in document.project.network]
    assert places == sorted(places)


def test_the_words_follow_the_stack(view: ExplainView, document: Document, qtbot: QtBot) -> None:
    node = document.project.network.nodes[1]
    document.edit(
        "Rename",
        lambda project: project.with_network(
            edits.rename(project.network, node.uid, "hidden_layer")
        ),
    )
    qtbot.waitUntil(lambda: "hidden_layer" in view.text)
    assert node.name not in view.text


def test_a_hidden_view_makes_no_words_and_shows_the_newest_when_it_comes_back(
    view: ExplainView, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    view.hide()
    with (
        qtbot.waitSignal(analyser.analysed),
        qtbot.assertNotEmitted(view._explanation.signals.made, wait=100),
    ):
        document.edit("Rename", lambda project: replace(project, name="another network"))
    view.show()
    qtbot.waitUntil(lambda: "another network" in view.text)


def test_the_words_wear_the_theme_that_comes(
    view: ExplainView, page: QTextBrowser, dressed: Appearance
) -> None:
    def inks() -> set[str]:
        return {
            page.document().find(word).charFormat().foreground().color().name() for word in WORDS
        }

    before = inks()
    dressed.choose(ThemeChoice.DARK)
    QApplication.processEvents()
    assert not before & inks()


def test_a_name_selects_its_layer(
    view: ExplainView, page: QTextBrowser, document: Document, qtbot: QtBot
) -> None:
    node = document.project.network.nodes[0]
    cursor: QTextCursor = page.document().find(node.name)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    spot = page.cursorRect(cursor).center()
    spot.setX(spot.x() - 5)
    with qtbot.waitSignal(view.layer_chosen) as chosen:
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [node.uid]
    with qtbot.assertNotEmitted(view.layer_chosen):
        page.anchorClicked.emit(QUrl("https://example.org"))


def test_the_selected_layer_is_scrolled_to(
    view: ExplainView, page: QTextBrowser, document: Document
) -> None:
    node = document.project.network.nodes[-1]
    place = page.document().find(node.name)
    assert not page.viewport().rect().intersects(page.cursorRect(place))
    view.show_selected((node.uid,))
    place = page.document().find(node.name)
    assert page.viewport().rect().intersects(page.cursorRect(place))


def test_the_words_are_copied_and_saved_as_markdown(
    view: ExplainView, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    press(view, "explainCopy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# digits\n")
    for node in document.project.network:
        assert f"- **{node.name}** ({node.type})" in text
    press(view, "explainSave")
    choose_file(qtbot, tmp_path / "about.md")
    qtbot.waitUntil((tmp_path / "about.md").exists)
    assert (tmp_path / "about.md").read_text(encoding="utf-8") == text
