"""The tab with the samples themselves: a searchable list, and one of them large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from netstudio.gui.background import Task
from netstudio.gui.kinds.parts import Part, part_name
from netstudio.gui.samples.collection import Collection
from netstudio.gui.samples.detail_pane import DetailPane
from netstudio.gui.samples.grid import Entry, SampleGrid
from netstudio.gui.samples.keeper import GlanceKeeper
from netstudio.gui.samples.part_legend import PartLegend
from netstudio.gui.samples.search import Finder, Query
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.texts import grouped, translate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netstudio.gui.data.content import LoadedData

# So long, in ms, a search waits for the next letter.
_PATIENCE = 200
_GAP = 12


class SamplesSection(Section):
    """Lists the samples that are wanted and shows one of them large."""

    name = "samples"

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Samples")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._collection: Collection | None = None
        self._finder: Finder | None = None
        self._found: NDArray[np.int64] | None = None
        self._task: Task | None = None
        self._keeper = GlanceKeeper(bench.lane, self)
        self._search = QLineEdit()
        self._search.setObjectName("sampleSearch")
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(translate("netstudio", "Search samples"))
        self._search.setAccessibleName(translate("netstudio", "Search samples"))
        self._class = QComboBox()
        self._class.setObjectName("sampleClass")
        self._class.setAccessibleName(translate("netstudio", "Class"))
        self._part = QComboBox()
        self._part.setObjectName("samplePart")
        self._part.setAccessibleName(translate("netstudio", "Part of the data"))
        self._part.addItem(translate("netstudio", "All parts"), None)
        for part in Part:
            self._part.addItem(part_name(part), part)
        self._count = QLabel()
        self._count.setObjectName("sampleCount")
        self._count.setProperty("role", "small")
        self.grid = SampleGrid(self._entry)
        self._detail = DetailPane(bench.lane)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._arrange()
        self._patience.timeout.connect(self._find)
        self._search.textChanged.connect(self._patience.start)
        self._class.currentIndexChanged.connect(self._find)
        self._part.currentIndexChanged.connect(self._find)
        self._keeper.arrived.connect(self.grid.viewport().update)
        self.grid.seen.connect(self._want)
        self.grid.current_changed.connect(self._show_large)

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        self._leave()
        if data is None:
            return
        self._collection = Collection.of(data)
        self._finder = Finder(self._collection)
        self._keeper.use(self._collection)
        self._offer_classes(data.dataset.classes)
        self._find()

    def _leave(self) -> None:
        """Let go of the data that were shown."""
        self._patience.stop()
        self._stop_search()
        self._keeper.use(None)
        self._collection = self._finder = self._found = None
        self._list()

    def _offer_classes(self, names: tuple[str, ...]) -> None:
        self._class.blockSignals(True)
        self._class.clear()
        self._class.addItem(translate("netstudio", "All classes"), None)
        for number, name in enumerate(names):
            self._class.addItem(name, number)
        self._class.blockSignals(False)
        self._class.setVisible(bool(names))

    def _find(self) -> None:
        self._patience.stop()
        self._stop_search()
        if self._finder is None:
            return
        finder = self._finder
        query = Query(self._search.text(), self._class.currentData(), self._part.currentData())
        self._task = self.bench.lane.start(lambda: finder.find(query))
        self._task.succeeded.connect(self._take)
        self._count.setText(translate("netstudio", "Searching…"))

    def _stop_search(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, found: NDArray[np.int64]) -> None:
        if self.sender() is self._task:
            self._task = None
            self._found = found
            self._list()

    def _list(self) -> None:
        count = 0 if self._found is None else len(self._found)
        if self._collection is not None:
            self.grid.show_samples(self._collection.view, count)
        else:
            self.grid.clear()
        template = translate("netstudio", "{count} samples")
        if count == 1:
            template = translate("netstudio", "1 sample")
        elif not count and self._found is not None:
            template = translate("netstudio", "Nothing found")
        self._count.setText(template.format(count=grouped(count)))

    def _entry(self, row: int) -> Entry:
        assert self._collection is not None
        assert self._found is not None
        number = int(self._found[row])
        place = self._collection.place(number)
        return Entry(self._collection.answer(place), place.part, self._keeper.get(number))

    def _want(self, rows: range) -> None:
        if self._found is not None:
            self._keeper.want(int(number) for number in self._found[rows.start : rows.stop])

    def _show_large(self, row: int) -> None:
        if self._collection is None or self._found is None or row < 0:
            self._detail.show_nothing()
        else:
            self._detail.show_sample(self._collection, int(self._found[row]))

    def _arrange(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self._search, 1)
        filters.addWidget(self._class)
        filters.addWidget(self._part)
        filters.addWidget(self._count)
        both = QHBoxLayout()
        both.setSpacing(_GAP)
        both.addWidget(self.grid, 1)
        both.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(filters)
        column.addLayout(both, 1)
        column.addWidget(PartLegend())
