"""The list of steps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Change, Document
from netstudio.gui.history.panel import HistoryList
from netstudio.gui.theme.appearance import Appearance
from tests.gui.forms import press, show


@pytest.fixture
def steps(document: Document, dressed: Appearance, qtbot: QtBot) -> HistoryList:
    view = HistoryList(document)
    for name in ("one", "two", "three"):
        rename(document, name)
    show(qtbot, view)
    return view


def rename(document: Document, name: str) -> None:
    document.edit(f"Call it {name}", lambda project: replace(project, name=name))


def shown(view: HistoryList) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def marked(view: HistoryList) -> list[str]:
    rows = [view.item(row) for row in range(view.count())]
    return [row.text() for row in rows if row.font().weight() > row.font().Weight.Normal]


def click(view: HistoryList, row: int) -> None:
    place = view.visualItemRect(view.item(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_step_is_listed_and_the_current_one_marked(
    document: Document, steps: HistoryList
) -> None:
    every = ["As it was opened", "Call it one", "Call it two", "Call it three"]
    assert shown(steps) == every
    assert marked(steps) == ["Call it three"]
    document.undo()
    assert shown(steps) == every
    assert marked(steps) == ["Call it two"]
    spoken = steps.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Call it two, current"


def test_a_click_jumps_there_and_back_in_one_change(document: Document, steps: HistoryList) -> None:
    heard: list[Change] = []
    document.connect(heard.append)
    click(steps, 1)
    assert document.project.name == "one"
    click(steps, 0)
    assert not document.history.past
    click(steps, 3)
    assert document.project.name == "three"
    assert len(heard) == 3


def test_the_keyboard_jumps_too(document: Document, steps: HistoryList) -> None:
    press(steps, Qt.Key.Key_Up)
    press(steps, Qt.Key.Key_Up)
    assert document.project.name == "three"
    press(steps, Qt.Key.Key_Return)
    assert document.project.name == "one"


def test_another_edit_takes_what_was_undone_off_the_list(
    document: Document, steps: HistoryList
) -> None:
    click(steps, 1)
    rename(document, "four")
    assert shown(steps) == ["As it was opened", "Call it one", "Call it four"]
    document.replace(document.project)
    assert shown(steps) == ["As it was opened"]


def test_what_happens_while_it_is_hidden_is_there_when_it_is_shown(
    document: Document, steps: HistoryList
) -> None:
    steps.hide()
    rename(document, "four")
    assert len(shown(steps)) == 4
    steps.show()
    assert marked(steps) == ["Call it four"]
