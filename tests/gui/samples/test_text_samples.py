"""Texts on the Data page: their lines, their tokens, and how long they are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QTextCharFormat
from pytestqt.qtbot import QtBot

from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.texts.preprocessing import TextPreprocessing
from netstudio.gui.kinds.charts import Facts, Histogram
from netstudio.gui.kinds.contract import Place
from netstudio.gui.kinds.parts import Part
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.kinds.texts import TextDetail, TextLook, look_at
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from netstudio.gui.theme.colours import colours
from netstudio.tasks.content import Content
from netstudio.tasks.preparation.texts import TextPreparation
from netstudio.tasks.sources.texts import SmsSpam
from netstudio.tasks.texts import TextClassification
from tests.data import settings_for
from tests.engine.data.texts.test_text_preprocessing import ENGLISH, fitted

VIEW = view_of(Content.TEXTS)


@pytest.fixture(scope="module")
def messages() -> Dataset:
    preparation = TextPreparation(length=30)
    settings = settings_for(SmsSpam(), task=TextClassification(), preparation=preparation)
    return finish(load_dataset(settings))


def marked(look: TextLook, *, known: bool) -> list[str]:
    units = look.text.encode("utf-16-le")
    return [
        units[2 * mark.start : 2 * mark.end].decode("utf-16-le")
        for mark in look.marks
        if mark.is_known is known
    ]


def short(length: int = 18, **options: object) -> TextPreprocessing:
    return fitted(ENGLISH, length=length, **options)


def test_a_line_shows_the_beginning_of_a_text_and_a_search_looks_in_all_of_it(
    messages: Dataset,
) -> None:
    records = messages.records.train
    line = VIEW.glance(records, 0)
    assert isinstance(line, str)
    assert "\n" not in line
    whole = VIEW.words(records, 0)
    assert " ".join(whole.split()).startswith(line)


def test_tokens_are_marked_where_they_stand(qtbot: QtBot) -> None:
    look = look_at("Call 😀 unicorn now", short())
    assert marked(look, known=True) == ["Call", "now"]
    assert marked(look, known=False) == ["😀", "unicorn"]
    assert look.summary == "Tokens: 4. Unknown, and underlined: 2."


@pytest.mark.parametrize(
    ("keeps", "read", "unread"),
    [("start", ["free", "call"], " now"), ("end", ["call", "now"], "free ")],
)
def test_what_is_not_read_is_grey(keeps: str, read: list[str], unread: str, qtbot: QtBot) -> None:
    look = look_at("free call now", short(2, keeps=keeps))
    assert marked(look, known=True) == read
    assert look.text[slice(*look.unread)] == unread
    assert "Only 2 of them are read" in look.summary


def test_parts_of_words_do_not_reach_over_blanks() -> None:
    look = look_at("free  to win", short(tokens="subword"))
    assert all(not mark or mark == mark.strip() for mark in marked(look, known=True))


def test_the_large_view_wears_the_colours_of_the_theme(qtbot: QtBot, dressed: Appearance) -> None:
    detail = TextDetail()
    qtbot.addWidget(detail)
    detail.show()
    detail.show_sample(look_at("call the unicorn", short()))
    assert detail.box.toPlainText() == "call the unicorn"
    assert detail.summary.text() == "Tokens: 3. Unknown, and underlined: 2."

    def underline() -> QColor:
        unknown = detail.box.extraSelections()[-1]
        assert unknown.cursor.selectedText() == "unicorn"
        style = unknown.format.underlineStyle()
        assert style is QTextCharFormat.UnderlineStyle.WaveUnderline
        return unknown.format.underlineColor()

    before = underline()
    dressed.choose(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: underline() == QColor(colours().error))
    assert underline() != before


def test_a_sample_of_the_data_is_shown_with_its_tokens(messages: Dataset) -> None:
    look = VIEW.look(messages, Place(Part.TEST, 3))
    assert isinstance(look, TextLook)
    assert look.read == min(look.tokens, 30)
    assert look.marks


def test_charts_tell_lengths_and_what_is_unknown(messages: Dataset) -> None:
    lengths, facts = finish(VIEW.charts(messages))
    assert isinstance(lengths, Histogram)
    assert sum(lengths.counts) == len(messages.train)
    assert isinstance(facts, Facts)
    values = dict(facts.lines)
    assert values["Length that is read"] == "30 tokens"
    assert values["Unknown tokens"].endswith("%")
