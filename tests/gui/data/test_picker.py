"""The list of data sets by content with its search, and what the data are for."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.data.chooser import DataChooser
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.notice import Notice
from netstudio.gui.data.picker import SourcePicker
from netstudio.gui.data.picker_popup import PickerPopup
from netstudio.gui.data.task_combo import TaskCombo
from tests.gui.conftest import grab
from tests.gui.data.conftest import FASHION, until_loaded

pytestmark = pytest.mark.usefixtures("dressed")

T = TypeVar("T", bound=QObject)


def child(parent: QWidget, kind: type[T]) -> T:
    found = parent.findChild(kind)
    assert found is not None
    return found


@pytest.fixture
def picker(qtbot: QtBot) -> SourcePicker:
    picker = SourcePicker()
    qtbot.addWidget(picker)
    picker.show_source(Selected("digits"))
    picker.show()
    return picker


@pytest.fixture
def chooser(document: Document, loader: DataLoader, qtbot: QtBot) -> DataChooser:
    chooser = DataChooser(document, loader)
    qtbot.addWidget(chooser)
    chooser.resize(264, 200)
    chooser.show()
    return chooser


def open_popup(picker: SourcePicker) -> PickerPopup:
    QTest.keyClick(picker, Qt.Key.Key_F4)
    return child(picker, PickerPopup)


def lines(popup: PickerPopup) -> list[str]:
    return [popup.list.item(row).text() for row in range(popup.list.count())]


class TestThePopup:
    def test_sets_stand_below_their_content_and_the_chosen_one_is_marked(
        self, picker: SourcePicker
    ) -> None:
        popup = open_popup(picker)
        grab(popup, "picker-popup")
        shown = lines(popup)
        assert shown[:3] == ["Images", "MNIST digits", "Small digits"]
        assert shown.index("Tables") < shown.index("Penguins") < shown.index("Texts")
        assert popup.list.currentItem().text() == "Small digits"
        popup.close()

    def test_a_few_letters_and_enter_choose_one(self, picker: SourcePicker, qtbot: QtBot) -> None:
        popup = open_popup(picker)
        QTest.keyClicks(popup.line, "peng")
        assert lines(popup) == ["Tables", "Penguins"]
        with qtbot.waitSignal(picker.chosen) as told:
            QTest.keyClick(popup.line, Qt.Key.Key_Return)
        assert told.args == [Selected("penguins")]
        assert picker.currentText() == "Penguins"

    def test_other_names_are_found_too(self, picker: SourcePicker) -> None:
        popup = open_popup(picker)
        QTest.keyClicks(popup.line, "excel")
        assert "Table file…" in lines(popup)
        popup.line.setText("nobody calls it so")
        assert lines(popup) == []
        popup.close()

    def test_a_file_of_ones_own_is_looked_for(self, picker: SourcePicker, qtbot: QtBot) -> None:
        popup = open_popup(picker)
        popup.line.setText("table file")
        with qtbot.waitSignal(picker.path_wanted) as told:
            QTest.keyClick(popup.line, Qt.Key.Key_Return)
        assert told.args is not None
        assert told.args[0].type == "table_file"

    def test_heads_cannot_be_chosen(self, picker: SourcePicker, qtbot: QtBot) -> None:
        popup = open_popup(picker)
        with qtbot.assertNotEmitted(picker.chosen):
            popup.list.itemClicked.emit(popup.list.item(0))
        assert popup.isVisible()
        popup.close()

    def test_escape_leaves_the_choice(self, picker: SourcePicker, qtbot: QtBot) -> None:
        popup = open_popup(picker)
        with qtbot.assertNotEmitted(picker.chosen):
            QTest.keyClick(popup.line, Qt.Key.Key_Escape)
        assert picker.currentText() == "Small digits"
        assert not popup.isVisible()


class TestTheTask:
    def test_pictures_can_be_told_apart_or_given_back(
        self, chooser: DataChooser, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        combo = child(chooser, TaskCombo)
        assert combo.isVisible()
        assert combo.currentText() == "Image classification"
        before = document.project
        place = combo.findText("Image autoencoding")
        with qtbot.waitSignal(loader.loaded, timeout=60_000):
            combo.setCurrentIndex(place)
            combo.activated.emit(place)
        assert document.project.task.type == "image_autoencoding"
        assert document.project.training.loss.type == "mean_squared_error"
        assert document.history.past[-1].label == "Choose Image autoencoding"
        assert len(document.history.past) == 1
        document.undo()
        assert document.project.task == before.task
        assert document.project.training == before.training
        until_loaded(loader, qtbot)
        assert combo.currentText() == "Image classification"

    def test_data_of_another_kind_bring_their_task(
        self, chooser: DataChooser, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(loader.loaded, timeout=60_000):
            chooser.choose(Selected("sms_spam"))
        assert document.project.task.type == "text_classification"
        facts = document.project.data.facts
        assert facts is not None
        assert facts.classes == ("ham", "spam")
        assert not child(chooser, TaskCombo).isVisible()
        document.undo()
        assert document.project.task.type == "image_classification"
        until_loaded(loader, qtbot)


def test_what_was_refused_is_told_wherever_data_are_chosen_until_it_is_dismissed(
    chooser: DataChooser, document: Document, loader: DataLoader, qtbot: QtBot
) -> None:
    other = DataChooser(document, loader, "other-")
    qtbot.addWidget(other)
    with qtbot.waitSignal(loader.refused, timeout=30_000):
        chooser.choose(FASHION)
    notices = [child(each, Notice) for each in (chooser, other)]
    assert all("Fashion-MNIST is not in" in notice.text for notice in notices)
    buttons = [button.text() for button in notices[1].findChildren(QPushButton)]
    assert any(text.startswith("Download") for text in buttons)
    dismiss = next(b for b in notices[1].findChildren(QPushButton) if b.text() == "Dismiss")
    dismiss.click()
    assert [notice.text for notice in notices] == ["", ""]
    assert loader.refusal is None
