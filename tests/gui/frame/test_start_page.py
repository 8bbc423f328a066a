from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.gui.frame.start_cards import TemplateCard
from netstudio.gui.frame.start_page import StartPage
from netstudio.gui.memory import RecentFile
from netstudio.gui.theme.appearance import Appearance
from netstudio.tasks.templates import TEMPLATES
from tests.gui.conftest import grab


@pytest.fixture
def page(qtbot: QtBot, dressed: Appearance) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1280, 640)
    page.show()
    return page


def button(page: StartPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", [template.name for template in TEMPLATES])
def test_every_template_has_a_card_that_chooses_it(
    page: StartPage, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(page.template_chosen) as chosen:
        QTest.mouseClick(button(page, f"template-{name}"), Qt.MouseButton.LeftButton)
    assert chosen.args == [name]


def test_a_card_can_be_pressed_with_the_keyboard(page: StartPage, qtbot: QtBot) -> None:
    card = button(page, "template-mnist-cnn")
    card.setFocus()
    with qtbot.waitSignal(page.template_chosen) as chosen:
        QTest.keyClick(card, Qt.Key.Key_Space)
    assert chosen.args == ["mnist-cnn"]


def test_the_first_network_is_one_press_away(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.first_run_chosen) as chosen:
        QTest.mouseClick(button(page, "startFirst"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["mnist-mlp"]


def test_projects_can_be_opened_or_begun_empty(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_chosen):
        QTest.mouseClick(button(page, "startOpen"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.empty_chosen):
        QTest.mouseClick(button(page, "startEmpty"), Qt.MouseButton.LeftButton)


def test_data_can_be_dropped_to_learn_from(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    target = button(page, "startOwnData")
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(20, 20), *how))
    with qtbot.waitSignal(page.data_chosen) as chosen:
        QApplication.sendEvent(target, QDropEvent(QPointF(20, 20), *how))
    assert chosen.args == [tmp_path]


def test_recent_files_are_listed_and_open(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent(
        [
            RecentFile("/a/digits for class 7b.netstudio", "MNIST digits", "", "2026-01-02"),
            RecentFile("/a/caps.safetensors", "Image folder", "94.1 %", "not a date"),
        ]
    )
    rows = page.findChildren(QPushButton, "recentFile")
    assert [row.accessibleName() for row in rows] == [
        "digits for class 7b.netstudio",
        "caps.safetensors",
    ]
    with qtbot.waitSignal(page.file_chosen) as chosen:
        QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [Path("/a/caps.safetensors")]
    grab(page, "start")


def test_a_new_list_of_recent_files_takes_the_place_of_the_old(
    page: StartPage, qtbot: QtBot
) -> None:
    file = RecentFile("/a/b.netstudio", "", "", "2026-01-02T03:04:05")
    page.show_recent([file, file])
    page.show_recent([file])

    def shown() -> int:
        return sum(row.isVisible() for row in page.findChildren(QPushButton, "recentFile"))

    qtbot.waitUntil(lambda: shown() > 0)
    assert shown() == 1


def test_every_button_has_a_name_that_screen_readers_say(page: StartPage) -> None:
    for found in page.findChildren(QPushButton):
        assert found.accessibleName() or found.text(), found.objectName()


def test_long_recent_names_leave_the_columns_in_line(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent(
        [
            RecentFile("/a/" + "手写数字 " * 40 + ".netstudio", "MNIST " * 40, "98.5 %", ""),
            RecentFile("/a/short.netstudio", "MNIST", "98.5 %", ""),
        ]
    )
    rows = page.findChildren(QPushButton, "recentFile")
    QApplication.processEvents()
    lefts = [[label.x() for label in row.findChildren(QLabel)] for row in rows if row.isVisible()]
    assert lefts[0] == lefts[1]


def test_cards_of_a_narrow_page_grow_with_their_texts(page: StartPage) -> None:
    page.resize(960, 600)
    QApplication.processEvents()
    for template in TEMPLATES:
        card = button(page, f"template-{template.name}")
        layout = card.layout()
        assert layout is not None
        assert card.height() >= layout.totalHeightForWidth(card.width())


@pytest.mark.parametrize("width", [1280, 1440])
def test_names_of_templates_are_whole(page: StartPage, width: int) -> None:
    page.resize(width, 800)
    QApplication.processEvents()
    for card in page.findChildren(TemplateCard):
        name = next(one for one in card.findChildren(QLabel) if one.text() == card.accessibleName())
        words = max(name.text().split(), key=name.fontMetrics().horizontalAdvance)
        needed = words if name.wordWrap() else name.text()
        assert name.fontMetrics().horizontalAdvance(needed) <= name.width(), name.text()
        assert name.heightForWidth(name.width()) <= name.height()


@pytest.mark.parametrize(("width", "columns"), [(960, 3), (1280, 4), (1440, 5), (2560, 5)])
def test_templates_stand_in_as_many_columns_as_there_is_room_for(
    page: StartPage, qtbot: QtBot, width: int, columns: int
) -> None:
    page.resize(width, 800)
    QApplication.processEvents()
    cards = [button(page, f"template-{template.name}") for template in TEMPLATES]
    assert [card.y() for card in cards[:columns]] == columns * [cards[0].y()]
    assert cards[columns].y() > cards[0].y()
    assert cards[columns].x() == cards[0].x()
    assert cards[0].width() >= 250


def test_a_kind_of_data_shows_its_templates_only(page: StartPage, qtbot: QtBot) -> None:
    def shown() -> set[str]:
        cards = page.findChildren(TemplateCard)
        return {card.objectName() for card in cards if not card.isHidden()}

    whole = shown()
    for name, one in (("table", "template-tabular-mlp"), ("images", "template-mnist-mlp")):
        button = page.findChild(QPushButton, f"templates-{name}")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert one in shown()
        assert shown() < whole
    everything = page.findChild(QPushButton, "templates-all")
    assert everything is not None
    QTest.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert shown() == whole
