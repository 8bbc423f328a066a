"""Rows that are made only when they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Integer
from netstudio.core.problems import Problem, Severity
from netstudio.core.translate import Message
from netstudio.core.values import Fields
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.forms.rows import FieldRow


class Thing(Declared):
    usual: int = field(Integer(0, 9), default=1, label="Usual")
    rare: int = field(Integer(0, 9), default=2, label="Rare", advanced=True)
    rarer: int = field(Integer(0, 9), default=3, label="Rarer", advanced=True)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A form between two fields."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(FieldsForm(Thing.fields(), Fields({"rarer": 7}), window))
    column.addWidget(QLineEdit())
    window.show()
    return window


def form(window: QWidget) -> FieldsForm:
    found = window.findChild(FieldsForm)
    assert isinstance(found, FieldsForm)
    return found


def made(window: QWidget) -> list[str]:
    return [row.spec.name for row in window.findChildren(FieldRow)]


def press_more(window: QWidget) -> None:
    more = window.findChild(Disclosure)
    assert isinstance(more, Disclosure)
    QTest.mouseClick(more.button, Qt.MouseButton.LeftButton)


def test_rows_below_more_are_made_when_it_is_opened(window: QWidget) -> None:
    assert made(window) == ["usual"]
    press_more(window)
    assert made(window) == ["usual", "rare", "rarer"]
    assert all(row.isVisible() for row in window.findChildren(FieldRow))


def test_they_show_what_was_said_before_they_were_made(window: QWidget) -> None:
    form(window).show_values(Fields({"rare": 5, "rarer": 7}))
    press_more(window)
    assert [form(window).rows[name].editor._value for name in ("rare", "rarer")] == [5, 7]


def test_a_problem_makes_them_and_opens_what_they_lie_in(window: QWidget) -> None:
    problem = Problem("bad", Severity.ERROR, "", Message("Rare is bad."), "rare")
    form(window).show_problems({"rare": problem})
    assert form(window).rows["rare"].isVisible()


def test_a_value_that_does_not_fit_opens_what_it_lies_in(window: QWidget) -> None:
    form(window).show_values(Fields({"rare": 5_000}))
    assert form(window).rows["rare"].isVisible()


def test_tab_goes_through_them_in_their_order(window: QWidget, qtbot: QtBot) -> None:
    press_more(window)
    window.activateWindow()
    window.findChildren(QLineEdit)[0].setFocus()
    passed: list[str] = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        row = next((row for row in window.findChildren(FieldRow) if row.isAncestorOf(here)), None)
        passed.append(row.spec.name if row is not None else type(here).__name__)
    assert passed == ["usual", "QToolButton", "rare", "rarer", "QLineEdit"]
