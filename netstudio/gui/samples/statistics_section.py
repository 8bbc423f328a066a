"""The tab with what data are like as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.busy import BusyBar
from netstudio.gui.card_grid import CardGrid
from netstudio.gui.kinds.charts import Chart
from netstudio.gui.samples.chart_card import ChartCard
from netstudio.gui.samples.figures import charts_of
from netstudio.gui.samples.part_legend import PartLegend
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words

if TYPE_CHECKING:
    from netstudio.gui.data.content import LoadedData

_LEAST_WIDTH = 300


class StatisticsSection(Section):
    """Shows how even the classes are, and how all that is measured of samples is spread."""

    name = "statistics"

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Statistics")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._task: Task | None = None
        self._busy = BusyBar()
        self._said = QLabel()
        self._said.setProperty("role", "error")
        self._said.setWordWrap(True)
        self._said.hide()
        self._area: QScrollArea | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._busy)
        self._column.addWidget(self._said)
        self._column.addWidget(PartLegend())
        self._show_charts(())

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._said.hide()
        self._show_charts(())
        if data is not None:
            self._task = self.bench.lane.start(lambda: charts_of(data))
            self._task.succeeded.connect(self._take)
            self._task.failed.connect(self._fail)
            self._busy.follow(self._task, translate("netstudio", "Measuring the data"))

    def _take(self, charts: tuple[Chart, ...]) -> None:
        if self.sender() is self._task:
            self._show_charts(charts)

    def _fail(self, text: Message, detail: str) -> None:
        if self.sender() is self._task:
            self._said.setText(words(text))
            self._said.show()

    def _show_charts(self, charts: tuple[Chart, ...]) -> None:
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        cards: QWidget = QWidget()
        if charts:
            cards = CardGrid((ChartCard(chart) for chart in charts), _LEAST_WIDTH)
            cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 0)
        column.addWidget(cards)
        column.addStretch()
        self._area = scrolled(holder, translate("netstudio", "Statistics"))
        self._column.addWidget(self._area, 1)
