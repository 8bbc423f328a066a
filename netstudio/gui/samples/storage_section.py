"""The tab with what is kept decoded on the disk, and may be deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.buttons import small_button
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import day_text, grouped, size_text, translate, words
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.data.storage.cache import Entry
    from netstudio.gui.data.content import LoadedData

_WIDEST = 980


class StorageSection(Section):
    """Lists the data sets that are kept decoded, the last used one first."""

    name = "storage"
    contents = (Content.IMAGES,)

    @staticmethod
    def title() -> str:
        return translate("netstudio", "On the disk")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.rows: list[EntryRow] = []
        self._data: LoadedData | None = None
        self._task: Task | None = None
        self._total = QLabel()
        self._total.setProperty("role", "secondary")
        self._total.setWordWrap(True)
        self._said = QLabel()
        self._said.setProperty("role", "error")
        self._said.setWordWrap(True)
        self._said.hide()
        self._area: QScrollArea | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._total)
        self._column.addWidget(self._said)
        self._column.addStretch()

    def show_data(self, data: LoadedData | None) -> None:
        if data is not self._data or self._area is None:
            self._data = data
            self._begin(_entries)

    def _begin(self, work: Callable[[], tuple[Entry, ...]]) -> None:
        self._said.hide()
        self._task = self.bench.lane.start(work)
        self._task.succeeded.connect(self._show_entries)
        self._task.failed.connect(self._fail)

    def _remove(self, key: str) -> None:
        for row in self.rows:
            row.setEnabled(row.key != key)
        self._begin(lambda: _entries_without(key))

    def _fail(self, text: Message, detail: str) -> None:
        self._said.setText(words(text))
        self._said.show()
        for row in self.rows:
            row.setEnabled(True)

    def _show_entries(self, entries: tuple[Entry, ...]) -> None:
        self._total.setText(_summary(entries))
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        self.rows = [EntryRow(entry) for entry in entries]
        for row in self.rows:
            row.removing.connect(self._remove)
            column.addWidget(row)
        column.addStretch()
        self._area = scrolled(holder, self.title())
        self._column.insertWidget(2, self._area, 1)


class EntryRow(QFrame):
    """One data set that is kept, and the button that deletes it.

    Signals:
        removing: The key of the entry that is to be deleted.
    """

    removing = Signal(str)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setProperty("role", "outlined")
        self.key = entry.key
        # What differs of two folders is usually at the end of their paths.
        name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        name.show_text(entry.name)
        figures = QLabel(
            translate("netstudio", "{size} · {count} pictures · last used {day}").format(
                size=size_text(entry.bytes),
                count=grouped(entry.samples),
                day=day_text(date.fromtimestamp(entry.used)),
            )
        )
        figures.setProperty("role", "faint")
        self.button = small_button(translate("netstudio", "Delete"))
        self.button.setAccessibleName(
            translate("netstudio", "Delete what is kept of {name}").format(name=entry.name)
        )
        self.button.clicked.connect(lambda: self.removing.emit(self.key))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(figures)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.button)


def _entries() -> tuple[Entry, ...]:
    from netstudio.engine.data.storage import cache

    return cache.entries()


def _entries_without(key: str) -> tuple[Entry, ...]:
    from netstudio.engine.data.storage import cache

    cache.remove(key)
    return cache.entries()


def _summary(entries: tuple[Entry, ...]) -> str:
    if not entries:
        return translate(
            "netstudio",
            "Nothing is kept on the disk yet. Pictures that take long to decode are kept there, so "
            "that they are there at once the next time.",
        )
    return translate(
        "netstudio",
        "{size} of decoded pictures are kept on the disk, so that they are there at once the next "
        "time. What you delete is decoded again when it is needed.",
    ).format(size=size_text(sum(entry.bytes for entry in entries)))
