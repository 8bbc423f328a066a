"""The Data page: its tabs, what it says without data, and what the report changes."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.gui.kinds.charts import Bars, Facts, Histogram
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.samples.chart_card import ChartCard
from netstudio.gui.samples.page import DataPage
from netstudio.gui.samples.report_section import FindingCard, ReportSection
from netstudio.gui.samples.section import Bench
from netstudio.gui.samples.sections import sections_for
from netstudio.gui.samples.statistics_section import StatisticsSection
from netstudio.tasks.content import Content
from netstudio.tasks.switching import with_source
from tests.gui.conftest import grab
from tests.gui.samples.conftest import data_of

pytestmark = pytest.mark.usefixtures("dressed")

SPAM = [("Win a prize now", "spam")] * 3 + [(f"See you at {hour}", "ham") for hour in range(40)]


@pytest.fixture
def open_page(qtbot: QtBot) -> Callable[[Bench], DataPage]:
    """Opens the page of a bench."""

    def open_page(bench: Bench) -> DataPage:
        page = DataPage(bench)
        qtbot.addWidget(page)
        page.resize(1280, 660)
        page.show()
        return page

    return open_page


@pytest.fixture
def messages(tmp_path: Path) -> Selected:
    """A table of texts, some of which are equal."""
    file = tmp_path / "messages.csv"
    rows = "\n".join(f"{label},{text}" for text, label in SPAM)
    file.write_text(f"label,text\n{rows}\n")
    return Selected("text_table", Fields(file=str(file)))


def tabs(page: DataPage) -> list[str]:
    buttons = page.findChildren(QPushButton)
    return [button.text() for button in buttons if button.objectName().endswith("Tab")]


def press(page: DataPage, name: str) -> None:
    button = page.findChild(QPushButton, f"{name}Tab")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_kind_of_content_has_a_view_and_the_usual_tabs() -> None:
    for content in Content:
        assert view_of(content).detail is not None
        names = [section.name for section in sections_for(content)]
        assert {"samples", "statistics", "report", "split"} <= set(names)
        assert len(set(names)) == len(names)


def test_tabs_are_those_of_the_content(
    bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot
) -> None:
    page = open_page(bench)
    assert page.section is not None
    assert page.section.name == "samples"
    assert "Series" not in tabs(page)
    with qtbot.waitSignal(bench.loader.loaded, timeout=60_000):
        page.chooser.choose(Selected("beijing_air"))
    assert "Series" in tabs(page)


def test_a_tab_stays_chosen_when_other_data_come(
    bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot
) -> None:
    page = open_page(bench)
    press(page, "statistics")
    with qtbot.waitSignal(bench.loader.loaded, timeout=60_000):
        page.chooser.choose(Selected("penguins"))
    assert isinstance(page.section, StatisticsSection)
    other = open_page(bench)
    other.take_over(page)
    assert isinstance(other.section, StatisticsSection)


def test_without_data_it_says_where_to_choose_some(
    bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot
) -> None:
    page = open_page(bench)
    gone = Selected("table_file", Fields(file="/nowhere/at/all.csv"))
    bench.document.edit("Choose", lambda project: with_source(project, gone))
    qtbot.waitUntil(lambda: bench.loader.fault is not None, timeout=30_000)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("There are no data to show" in text for text in said)
    bench.document.undo()
    qtbot.waitUntil(lambda: bench.loader.content is not None, timeout=60_000)
    assert page.section is not None
    assert page.section.isVisible()


@pytest.mark.parametrize("is_in_view", [True, False])
def test_data_that_are_no_longer_the_documents_are_not_kept_by_any_tab(
    bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot, is_in_view: bool
) -> None:
    page = open_page(bench)
    for section in sections_for(Content.IMAGES):
        press(page, section.name)
        qtbot.wait(100)
    page.setVisible(is_in_view)
    kept = weakref.ref(data_of(bench))
    with qtbot.waitSignal(bench.loader.loaded, timeout=60_000):
        page.chooser.choose(Selected("penguins"))

    def is_gone() -> bool:
        gc.collect()
        return kept() is None

    qtbot.waitUntil(is_gone, timeout=20_000)


class TestStatistics:
    def charts(self, page: DataPage, qtbot: QtBot) -> list[ChartCard]:
        press(page, "statistics")
        section = page.section
        assert section is not None

        def cards() -> list[ChartCard]:
            return [card for card in section.findChildren(ChartCard) if card.isVisible()]

        qtbot.waitUntil(lambda: bool(cards()), timeout=30_000)
        return cards()

    def test_classes_are_counted_by_part(
        self, bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot
    ) -> None:
        cards = self.charts(open_page(bench), qtbot)
        balance = cards[0].chart
        assert isinstance(balance, Bars)
        assert balance.names == tuple("0123456789")
        assert [name for name, _ in balance.series] == ["Training", "Validation", "Test"]
        assert tuple(balance.series[0][1]) == data_of(bench).counts.train
        assert sum(balance.totals) == 1797
        same = cards[-1].chart
        assert isinstance(same, Facts)
        assert ("Width", "8\u2009px") in same.lines

    def test_columns_of_tables_are_spread_out_and_what_is_missing_is_told(
        self,
        make_bench: Callable[[str], Bench],
        open_page: Callable[[Bench], DataPage],
        qtbot: QtBot,
    ) -> None:
        page = open_page(make_bench("penguins"))
        cards = self.charts(page, qtbot)
        grab(page, "statistics-penguins")
        by_title = {card.chart.title: card.chart for card in cards}
        assert isinstance(by_title["body_mass_g"], Histogram)
        island = by_title["island"]
        assert isinstance(island, Bars)
        assert set(island.names) == {"Biscoe", "Dream", "Torgersen"}
        sex = by_title["sex"]
        assert isinstance(sex, Bars)
        assert "missing" in sex.note


class TestReport:
    def card(self, page: DataPage, code: str) -> FindingCard:
        section = page.section
        assert isinstance(section, ReportSection)
        return next(card for card in section._cards if card.finding.code == code)

    def test_a_choice_beside_a_finding_changes_the_document_and_the_data(
        self,
        bench: Bench,
        open_page: Callable[[Bench], DataPage],
        messages: Selected,
        qtbot: QtBot,
    ) -> None:
        page = open_page(bench)
        with qtbot.waitSignal(bench.loader.loaded, timeout=60_000):
            page.chooser.choose(messages)
        press(page, "report")
        grab(page, "report-messages")
        section = page.section
        assert isinstance(section, ReportSection)
        card = next(card for card in section._cards if card.finding.setting == "options.duplicates")
        assert card.choice is not None
        combo = card.choice.findChild(QComboBox)
        assert combo is not None
        with qtbot.waitSignal(bench.loader.loaded, timeout=60_000):
            place = combo.findData("drop")
            combo.setCurrentIndex(place)
            combo.activated.emit(place)
        assert bench.document.project.data.options["duplicates"] == "drop"
        parts = data_of(bench).dataset.records.parts
        assert sum(len(part) for part in parts) == 41
        bench.document.undo()
        assert "duplicates" not in bench.document.project.data.options or (
            bench.document.project.data.options["duplicates"] == "keep"
        )
        qtbot.waitUntil(lambda: bench.loader.content is not None, timeout=60_000)

    def test_what_needs_attention_stands_first(
        self,
        make_bench: Callable[[str], Bench],
        open_page: Callable[[Bench], DataPage],
    ) -> None:
        page = open_page(make_bench("sms_spam"))
        press(page, "report")
        section = page.section
        assert isinstance(section, ReportSection)
        harmless = [card.finding.is_harmless for card in section._cards]
        assert set(harmless) == {True, False}
        assert harmless == sorted(harmless)

    def test_data_without_findings_say_so(
        self, bench: Bench, open_page: Callable[[Bench], DataPage], qtbot: QtBot
    ) -> None:
        page = open_page(bench)
        press(page, "report")
        section = page.section
        assert section is not None

        def said() -> list[str]:
            return [label.text() for label in section.findChildren(QLabel) if label.isVisible()]

        nothing = ["Nothing was found that needs your attention."]
        qtbot.waitUntil(lambda: said() == nothing, timeout=5_000)
