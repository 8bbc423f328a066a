from __future__ import annotations

from pytestqt.qtbot import QtBot

from netstudio.gui.elided import ElidedLabel
from netstudio.gui.theme.appearance import Appearance


def test_a_text_is_cut_to_its_room_and_whole_where_there_is_room(
    qtbot: QtBot, dressed: Appearance
) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("一个很长的名字 and a long name in English", " •")
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("… •")
    assert label.toolTip() == "一个很长的名字 and a long name in English"
    label.resize(600, 20)
    assert label.text() == "一个很长的名字 and a long name in English •"
    assert label.toolTip() == ""


def test_a_text_keeps_no_window_wide(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("long " * 100)
    assert label.minimumSizeHint().width() == 0
