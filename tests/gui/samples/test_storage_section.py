"""The tab with what is kept decoded on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.engine.data.storage import cache
from netstudio.gui.background import Lane
from netstudio.gui.samples.section import Bench
from netstudio.gui.samples.storage_section import StorageSection
from tests.engine.data.stored import keep, numbered

if TYPE_CHECKING:
    from netstudio.gui.data.loader import DataLoader

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def section(qtbot: QtBot, document: Document, lane: Lane) -> StorageSection:
    section = StorageSection(Bench(document, cast("DataLoader", None), lane))
    qtbot.addWidget(section)
    section.resize(900, 500)
    section.show()
    return section


def said(section: StorageSection) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def show(section: StorageSection, qtbot: QtBot, rows: int) -> None:
    section.show_data(None)
    qtbot.waitUntil(lambda: len(section.rows) == rows and "disk" in said(section))


def test_nothing_kept_is_said_in_words(section: StorageSection, qtbot: QtBot) -> None:
    show(section, qtbot, 0)
    assert "Nothing is kept on the disk yet" in said(section)


def test_each_entry_tells_its_size_and_when_it_was_used(
    section: StorageSection, qtbot: QtBot
) -> None:
    keep(numbered(1_500, 8_000), "one")
    keep(numbered(3, 1_000), "two")
    show(section, qtbot, 2)
    assert "12.0\u2009MB of decoded pictures" in said(section)
    assert "12.0\u2009MB · 1\u2009500 pictures · last used" in said(section)
    assert {row.key for row in section.rows} == {"one", "two"}
    assert str(date.today().day) in said(section)


def test_a_click_deletes_an_entry(section: StorageSection, qtbot: QtBot) -> None:
    keep(numbered(3, 100), "one")
    keep(numbered(3, 100), "two")
    show(section, qtbot, 2)
    row = next(row for row in section.rows if row.key == "one")
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(section.rows) == 1)
    assert [entry.key for entry in cache.entries()] == ["two"]


def test_what_cannot_be_deleted_is_said_and_stays(
    section: StorageSection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(numbered(3, 100), "one")
    show(section, qtbot, 1)

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "rename", refused)
        QTest.mouseClick(section.rows[0].button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "Permission denied" in said(section))
    assert section.rows[0].isEnabled()
    assert [entry.key for entry in cache.entries()] == ["one"]
